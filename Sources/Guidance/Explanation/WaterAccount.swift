// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// How the water that is lacking came about since waking, by cause: the items add up to the balance.
public struct WaterAccount: Hashable, Sendable {
    /// Why water left, or came.
    public enum Cause: Hashable, Sendable {
        /// What was lacking at waking: the night, and what it left of the day before.
        case carried
        /// Breath, skin and urine.
        case baseline
        /// The sweat of a workout, in the air it was done in.
        case workout(Entry.ID, activity: String, air: Temperature)
        /// Sweat at rest, by the temperature of the air in whole degrees.
        case heat(air: Temperature)
        /// The water that much caffeine within a few hours takes.
        case caffeine
        /// What the kidneys shed of a surplus.
        case urine
        /// What a thirsty person drinks without a word: at rest nothing is counted beyond thirst.
        case unlogged
        /// The water of the drinks that were logged.
        case drinks(count: Int)

        /// The word for it on the bus and in the journal.
        public var word: String {
            switch self {
            case .carried: "carried"
            case .baseline: "baseline"
            case .workout: "workout"
            case .heat: "heat"
            case .caffeine: "caffeine"
            case .urine: "urine"
            case .unlogged: "unlogged"
            case .drinks: "drinks"
            }
        }
    }

    public struct Item: Hashable, Sendable {
        public let cause: Cause
        /// What it adds to the water lacking in the usual run; below zero what it takes off.
        public var usual: Volume
        /// The same in the cautious run.
        public var cautious: Volume

        public init(_ cause: Cause, usual: Volume, cautious: Volume) {
            self.cause = cause
            self.usual = usual
            self.cautious = cautious
        }
    }

    /// The waking it begins with, or the diary's beginning if that came later.
    public let since: Instant
    /// In the order in which they are told: losses, then what went in.
    public let items: [Item]

    public init(since: Instant, items: [Item]) {
        self.since = since
        self.items = items
    }
}

extension WaterAccount {
    /// The account of `course`, which `timeline` has made, at the timeline's own instant.
    init(_ timeline: Timeline, _ course: BalanceCourse) {
        let now = timeline.now
        let nodes = course.nodes
        let wake = timeline.day(at: now)?.wake ?? nodes[0].at
        let first = nodes.firstIndex { $0.at >= wake } ?? 0
        since = nodes[first].at

        var ledger = Ledger()
        // What the first node brought belongs to the account, unless the night brought it.
        var before = (usual: WaterBalance(), cautious: WaterBalance())
        if nodes[first].cause == .wake {
            before = (nodes[first].runs.median, nodes[first].runs.lower)
            ledger.add(.carried, before.usual.waterDeficit, before.cautious.waterDeficit)
        }
        for index in first..<nodes.count where nodes[index].at <= now {
            let node = nodes[index]
            // Only drinks change the water at once.
            ledger.add(
                .drinks(count: 0), node.runs.median.waterDeficit - before.usual.waterDeficit,
                node.runs.lower.waterDeficit - before.cautious.waterDeficit)
            let end = index + 1 < nodes.count ? min(nodes[index + 1].at, now) : now
            before = ledger.follow(node, until: end, in: timeline)
        }
        ledger.separateCaffeine(from: timeline.entries.lazy.filter { [since] in $0.at >= since && $0.at <= now })
        items = ledger.items
    }
}

/// The items while they are added up.
private struct Ledger {
    private(set) var items: [WaterAccount.Item] = []

    mutating func add(_ cause: WaterAccount.Cause, _ usual: Volume, _ cautious: Volume) {
        guard usual != .zero || cautious != .zero else { return }
        guard let index = items.firstIndex(where: { $0.cause == cause }) else {
            let rank = cause.rank
            let place = items.firstIndex { $0.cause.rank > rank } ?? items.endIndex
            return items.insert(.init(cause, usual: usual, cautious: cautious), at: place)
        }
        items[index].usual += usual
        items[index].cautious += cautious
    }

    /// Adds what is lost from `node` until `end`, and gives both runs there.
    mutating func follow(
        _ node: BalanceCourse.Node, until end: Instant, in timeline: Timeline
    ) -> (usual: WaterBalance, cautious: WaterBalance) {
        let segment = node.segment
        let hours = max(0, end.hours(since: node.at))
        let bound = segment.bound(for: timeline.body)
        func after(_ balance: WaterBalance, _ losses: Losses) -> (bounded: WaterBalance, free: WaterBalance) {
            (
                balance.after(hours, losses: losses, state: segment.state, bound: bound),
                balance.after(hours, losses: losses, state: segment.state)
            )
        }
        let usual = after(node.runs.median, segment.median)
        let cautious = after(node.runs.lower, segment.lower)

        let baseline = Volume.milliliters(segment.baseline.millilitersPerHour * hours)
        let sweat = (
            usual: Volume.milliliters(segment.sweat.median.water.millilitersPerHour * hours),
            cautious: Volume.milliliters(segment.sweat.lower.water.millilitersPerHour * hours)
        )
        add(.baseline, baseline, baseline)
        add(Self.sweat(in: segment, timeline), sweat.usual, sweat.cautious)
        // What the free course has lost beyond these is what the kidneys shed; what the bounded one has not, nobody
        // logged.
        add(
            .urine, Self.held(usual.free.waterDeficit - node.runs.median.waterDeficit - baseline - sweat.usual),
            Self.held(cautious.free.waterDeficit - node.runs.lower.waterDeficit - baseline - sweat.cautious))
        add(
            .unlogged, usual.bounded.waterDeficit - usual.free.waterDeficit,
            cautious.bounded.waterDeficit - cautious.free.waterDeficit)
        return (usual.bounded, cautious.bounded)
    }

    /// Takes what caffeine has cost out of what the drinks brought, and counts the drinks.
    mutating func separateCaffeine(from entries: some Sequence<Entry>) {
        guard let index = items.firstIndex(where: { $0.cause == .drinks(count: 0) }) else { return }
        let net = items.remove(at: index)
        var water = Volume.zero
        var count = 0
        for case .drink(let drink) in entries.map(\.event) {
            water += drink.volume * drink.waterFraction
            count += 1
        }
        add(.caffeine, Self.held(net.usual + water), Self.held(net.cautious + water))
        add(.drinks(count: count), -water, -water)
    }

    private static func sweat(in segment: Segment, _ timeline: Timeline) -> WaterAccount.Cause {
        if let id = segment.workout, let workout = timeline.workouts.first(where: { $0.id == id }) {
            return .workout(id, activity: workout.activity.name, air: workout.climate.air)
        }
        return .heat(air: .celsius(timeline.climate.climate(at: segment.start).air.celsius.rounded()))
    }

    /// Nothing, where only rounding has left something.
    private static func held(_ volume: Volume) -> Volume { abs(volume.milliliters) < 1e-6 ? .zero : volume }
}

extension WaterAccount.Cause {
    fileprivate var rank: Int {
        switch self {
        case .carried: 0
        case .baseline: 1
        case .workout: 2
        case .heat: 3
        case .caffeine: 4
        case .urine: 5
        case .unlogged: 6
        case .drinks: 7
        }
    }
}
