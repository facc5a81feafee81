// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The balance over time, in two runs on the same events: with the usual sweat rate and with a cautious one.
///
/// Between its nodes the losses are constant, so that every question has an answer in closed form.
public struct BalanceCourse: Sendable {
    /// The balance with the usual and with the cautious sweat rate.
    public struct Runs: Hashable, Sendable {
        /// For the forecast, the display and reminders inside a workout.
        public var median: WaterBalance
        /// For every volume and cap, and for every reminder outside a workout.
        public var lower: WaterBalance

        public subscript(run: Run) -> WaterBalance {
            switch run {
            case .median: median
            case .lower: lower
            }
        }
    }

    /// Which of the two runs a question is about.
    public enum Run: Sendable { case median, lower }

    /// The balance right after everything that happened at an instant.
    public struct Node: Sendable {
        public let at: Instant
        public let runs: Runs
        /// What is lost from here to the next node.
        public let segment: Segment
        /// What made this node.
        public let cause: Cause
        /// What has gone in beyond what was lost, if more has than is harmless.
        public let surplus: Surplus?

        public enum Cause: Hashable, Sendable { case segment, wake, meal, drink }
    }

    public let nodes: [Node]
    public let body: Body
    /// The wakings at which the balance started afresh, because the person had made no entry for so long
    /// (physiology, section 10).
    public let startsAfresh: [Instant]

    /// The course through `timeline`.
    public init(_ timeline: Timeline) {
        let fold = BalanceFold(timeline)
        nodes = fold.nodes
        startsAfresh = fold.startsAfresh
        body = timeline.body
    }

    /// The node in force at `instant`: the last one not after it, else the first.
    public func node(at instant: Instant) -> Node { nodes[index(at: instant)] }

    /// The nodes from the one in force at `start` to the last one not after `end`.
    public func nodes(from start: Instant, to end: Instant) -> ArraySlice<Node> {
        start <= end && nodes[0].at <= end ? nodes[index(at: start)...index(at: end)] : []
    }

    private func index(at instant: Instant) -> Int {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// Both runs at `instant`.
    public func runs(at instant: Instant) -> Runs { runs(at: instant, from: nodes[index(at: instant)]) }

    private func runs(at instant: Instant, from node: Node) -> Runs {
        let hours = instant.hours(since: node.at)
        return hours > 0 ? node.runs.after(hours, in: node.segment, body: body) : node.runs
    }

    /// What a question about a time of crossing asks for.
    public enum Level: Sendable {
        case waterDeficit(Volume)
        case freeWaterDeficit(Volume)
        case electrolyteDeficit(Amount)
    }

    /// The first instant at or after `start` at which the run `run` reaches `level` from below or stands above it;
    /// nil when not before `end`.
    public func first(
        _ run: Run, reaches level: Level, from start: Instant, until end: Instant
    ) -> Instant? {
        var position = index(at: start)
        var from = max(start, nodes[position].at)
        while position < nodes.count, from < end {
            let node = nodes[position]
            let until = position + 1 < nodes.count ? min(nodes[position + 1].at, end) : end
            let balance = runs(at: from, from: node)[run]
            let losses = node.segment.losses(in: run)
            let bound = node.segment.bound(for: body)
            let hours: Double? =
                switch level {
                case .waterDeficit(let level):
                    balance.hours(toWaterDeficit: level, losses: losses, state: node.segment.state, bound: bound)
                case .freeWaterDeficit(let level):
                    balance.hours(toFreeWaterDeficit: level, losses: losses, state: node.segment.state, bound: bound)
                case .electrolyteDeficit(let level):
                    balance.hours(toElectrolyteDeficit: level, losses: losses, state: node.segment.state, bound: bound)
                }
            if let hours {
                let reached = from.advanced(byHours: hours)
                if reached < until { return reached }
            }
            position += 1
            from = until
        }
        return nil
    }
}

extension BalanceCourse.Runs {
    /// Does the same to both runs.
    mutating func change(_ act: (inout WaterBalance) -> Void) {
        act(&median)
        act(&lower)
    }

    func after(_ hours: Double, in segment: Segment, body: Body) -> Self {
        let bound = segment.bound(for: body)
        let median = median.after(hours, losses: segment.median, state: segment.state, bound: bound)
        // Outside workouts both runs mostly are one.
        if self.median == lower, segment.sweat.median == segment.sweat.lower {
            return Self(median: median, lower: median)
        }
        return Self(
            median: median, lower: lower.after(hours, losses: segment.lower, state: segment.state, bound: bound))
    }
}

extension Segment {
    /// What is lost in `run`.
    public func losses(in run: BalanceCourse.Run) -> Losses {
        switch run {
        case .median: median
        case .lower: lower
        }
    }

    /// Silence is not dehydration: at rest the deficit never grows past the thirst forecast, because a thirsty person
    /// drinks, logged or not. During a workout there is no such bound (physiology, section 10).
    public func bound(for body: Body) -> Volume? { state == .exercising ? nil : body.thirstThreshold }
}

extension WaterBalance {
    /// The hours until the electrolyte deficit reaches `level`: 0 when it already has, nil when it never does under
    /// these losses (or stops first, because the free-water deficit has come to `bound`).
    fileprivate func hours(
        toElectrolyteDeficit level: Amount, losses: Losses, state: BodyState, bound: Volume?
    ) -> Double? {
        if electrolyteDeficit >= level { return 0 }
        guard losses.electrolytes > .zero else { return nil }
        let lacking = (level - electrolyteDeficit).millimoles
        let reached = lacking / losses.electrolytes.millimolesPerHour
        guard let bound else { return reached }
        let stop = hours(toFreeWaterDeficit: bound, losses: losses, state: state)
        return reached <= stop ?? .infinity ? reached : nil
    }
}
