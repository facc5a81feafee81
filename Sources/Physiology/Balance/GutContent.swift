// SPDX-License-Identifier: Apache-2.0

import RealModule

/// What has been drunk and is not yet absorbed, for the curious: reminders count a drink at once.
///
/// Absorption is exponential with a half-life: 13 min at rest (11 to 13 min for 300 ml of water, Péronnet 2012),
/// 20 min in hard exercise, 25 min for milk, juice and rehydration solution (the last two are choices of this project).
public struct GutContent: Hashable, Sendable {
    /// The volume in the gut.
    public let volume: Volume
    /// The time in which half of it is absorbed.
    public let halfLife: Duration

    /// A content of `volume`; a negative volume counts as none, a half-life under a second as one second.
    public init(volume: Volume, halfLife: Duration) {
        self.volume = .milliliters(max(0, WaterBalance.held(volume.milliliters)))
        self.halfLife = max(halfLife, .seconds(1))
    }

    /// What is left after `duration`.
    public func after(_ duration: Duration) -> GutContent {
        let halfLives = max(0, duration.hours) / halfLife.hours
        return GutContent(volume: volume * Double.exp2(-halfLives), halfLife: halfLife)
    }

    /// The deficit of body water without the gut: D(t) = D₀ + r·t − G₀·(1 − 2^(−t/t½)), where `deficit` is D₀ and
    /// `loss` the constant rate r.
    public func tissueDeficit(from deficit: Volume, loss: WaterRate, after duration: Duration) -> Volume {
        let absorbed = volume - after(duration).volume
        let lost = Losses(water: loss).water.millilitersPerHour * max(0, duration.hours)
        return .milliliters(WaterBalance.held(deficit.milliliters) + lost) - absorbed
    }
}
