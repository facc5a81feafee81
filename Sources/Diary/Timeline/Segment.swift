// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// A stretch of time with constant losses.
public struct Segment: Hashable, Sendable {
    public let start: Instant
    public let end: Instant
    public let state: BodyState
    /// What is lost without sweat.
    public let baseline: WaterRate
    public let sweat: SweatRates
    /// The workout that it is part of.
    public let workout: Entry.ID?

    /// Baseline and sweat with the usual rate.
    public var median: Losses { total(sweat.median) }
    /// Baseline and sweat with the cautious rate.
    public var lower: Losses { total(sweat.lower) }

    private func total(_ sweat: Losses) -> Losses {
        Losses(water: baseline + sweat.water, electrolytes: sweat.electrolytes)
    }
}
