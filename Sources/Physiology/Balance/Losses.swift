// SPDX-License-Identifier: Apache-2.0

/// The constant rates at which water and electrolytes are lost during one segment of a day.
///
/// Neither is ever negative, infinite or undefined: such input counts as no loss.
public struct Losses: Hashable, Sendable {
    /// Water: baseline and sweat.
    public let water: WaterRate
    /// Sodium and potassium in sweat.
    public let electrolytes: ElectrolyteRate

    public init(water: WaterRate, electrolytes: ElectrolyteRate = .zero) {
        self.water = .millilitersPerHour(Self.sound(water.millilitersPerHour))
        self.electrolytes = .millimolesPerHour(Self.sound(electrolytes.millimolesPerHour))
    }

    /// A rate that the arithmetic of the balance can take: 1e6 ml or mmol an hour is far beyond any body, and its
    /// product with any length of time stays finite.
    private static func sound(_ rate: Double) -> Double { rate > 0 ? min(rate, 1e6) : 0 }
}
