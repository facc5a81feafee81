// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// A workout as the timeline sees it: when it ran or will run, and what it costs.
public struct WorkoutSpan: Hashable, Sendable, Identifiable {
    public enum Status: Hashable, Sendable {
        /// Over, with an end the person gave.
        case done
        /// Left running until it was closed, its end assumed (physiology, section 10).
        case closed
        case running
        case planned
    }

    /// The entry that began or planned it.
    public let id: Entry.ID
    public let details: WorkoutDetails
    public let activity: Activity
    public let status: Status
    public let start: Instant
    /// Its end; of a running one the end assumed for as long as nobody says another.
    public private(set) var end: Instant
    /// The question whether it still runs, of one that runs without an end in sight: ``end`` is then when it will be
    /// closed if nobody stops it or answers.
    public let question: WorkoutQuestion?
    public let climate: Climate
    /// Heat produced per body surface.
    public let metabolicRate: HeatFlux
    public let met: MetabolicEquivalent
    /// Sweat, without the baseline.
    public let sweat: SweatRates

    public var duration: Duration { end - start }

    /// A running workout without a plan is expected to go on for this long (physiology, section 5).
    private static let expectedRest = Duration.hours(1)

    /// The same with the end that is expected at `instant`: the planned one, else an hour from then.
    public func expected(at instant: Instant) -> WorkoutSpan {
        guard question != nil else { return self }
        var span = self
        span.end = min(end, instant + Self.expectedRest)
        return span
    }

    /// Whether `instant` lies in it, its end excluded.
    public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    /// The sweat of the whole workout with the usual rate.
    public var medianSweat: Volume { .milliliters(sweat.median.water.millilitersPerHour * duration.hours) }
    /// The sweat of the whole workout with the cautious rate.
    public var lowerSweat: Volume { .milliliters(sweat.lower.water.millilitersPerHour * duration.hours) }
    /// The sodium and potassium of the whole workout with the usual rate.
    public var electrolyteLoss: Amount {
        .millimoles(sweat.median.electrolytes.millimolesPerHour * duration.hours)
    }
}

/// Sweat with the usual and with the cautious rate.
public struct SweatRates: Hashable, Sendable {
    public let median: Losses
    public let lower: Losses

    public static let none = SweatRates(median: Losses(water: .zero), lower: Losses(water: .zero))

    public init(median: Losses, lower: Losses) {
        self.median = median
        self.lower = lower
    }

    /// The losses of sweat at `median` and `lower` rates by a person of `body`.
    init(median: WaterRate, lower: WaterRate, body: Body) {
        self.init(median: Self.losses(median, body), lower: Self.losses(lower, body))
    }

    private static func losses(_ water: WaterRate, _ body: Body) -> Losses {
        Losses(
            water: water,
            electrolytes: SweatElectrolytes.loss(rate: water, area: body.surfaceArea, profile: body.profile))
    }
}
