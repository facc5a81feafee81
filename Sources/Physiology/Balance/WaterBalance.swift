// SPDX-License-Identifier: Apache-2.0

/// How much water and how many electrolytes a body lacks, and how that goes on.
///
/// Two numbers are the whole state. What was drunk counts at once, although it is still in the gut: mouth and
/// stomach quench thirst before absorption does.
///
/// Every function is total. No input gives an undefined or infinite number or a trap; what is not finite counts
/// as nothing.
public struct WaterBalance: Hashable, Sendable {
    /// The water lacking (E); below zero a surplus that the kidneys clear.
    public var waterDeficit: Volume
    /// The sodium and potassium lacking (N), never below zero: a surplus of salt leaves with the next urine.
    public var electrolyteDeficit: Amount

    /// A balance of the deficits given; an electrolyte deficit below zero counts as none.
    public init(waterDeficit: Volume = .zero, electrolyteDeficit: Amount = .zero) {
        self.waterDeficit = .milliliters(Self.held(waterDeficit.milliliters))
        self.electrolyteDeficit = .millimoles(max(0, Self.held(electrolyteDeficit.millimoles)))
    }

    /// The volume of body water that one millimole of sodium and potassium keeps: 1000·1.03/163.8 ml.
    ///
    /// From modified electrolyte-free water clearance (Nguyen and Kurtz): plasma of 140 mmol/l corresponds to
    /// 1.03·(Na + K)/TBW − 23.8, so (140 + 23.8)/1.03 mmol of exchangeable cation go with each litre.
    static let isotonicMilliliters = 1000 * 1.03 / 163.8

    /// The electrolyte-free water lacking: F = E − 6.288·N. It is what thirst follows, as it is what concentrates
    /// the plasma; losing sweat lowers it less than losing water.
    public var freeWaterDeficit: Volume {
        .milliliters(waterDeficit.milliliters - Self.isotonicMilliliters * electrolyteDeficit.millimoles)
    }

    /// A drink of `volume`, of which `waterFraction` (0 to 1) is water, with `electrolytes` of sodium and potassium.
    ///
    /// A negative volume or amount counts as none.
    public mutating func drink(volume: Volume, waterFraction: Double = 1, electrolytes: Amount = .zero) {
        let water = max(0, Self.held(volume.milliliters)) * min(max(0, Self.held(waterFraction)), 1)
        self = WaterBalance(
            waterDeficit: waterDeficit - .milliliters(water),
            electrolyteDeficit: electrolyteDeficit - .millimoles(max(0, Self.held(electrolytes.millimoles))))
    }

    /// A meal returns 50 mmol of sodium and potassium (a choice of this project; its water is part of the baseline,
    /// which is net of food).
    public mutating func meal() {
        electrolyteDeficit = max(.zero, electrolyteDeficit - .millimoles(50))
    }

    /// A number the arithmetic can take: finite, and within a million litres.
    static func held(_ value: Double) -> Double {
        value.isFinite ? min(max(value, -1e9), 1e9) : 0
    }
}
