// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The making of a ``BalanceCourse``: one pass over the segments and doses of a timeline.
struct BalanceFold {
    private let timeline: Timeline
    private let body: Body
    private let personEntries: [Instant]

    private var runs = BalanceCourse.Runs(median: WaterBalance(), lower: WaterBalance())
    private var surplus: BalanceCourse.Surplus?
    private var night: Night?
    /// A night so far.
    private struct Night {
        let lowerAtBed: WaterBalance
        /// The water that the night alone has cost.
        var cost = Volume.zero
        /// The sodium and potassium that workouts in it have cost; somebody ran before the usual time of waking.
        var electrolytes = Amount.zero
    }

    /// What was drunk since the last waking.
    private var drunkToday = Volume.zero

    /// Nobody has made an entry for this long: nothing is known any more (physiology, section 10).
    private static let longSilence = Duration.hours(18)
    /// A workout this long before bed may leave a deficit that a night does not explain away.
    private static let eveningWorkout = Duration.hours(12)
    private static let carriedElectrolytes = Amount.millimoles(50)

    init(_ timeline: Timeline) {
        self.timeline = timeline
        body = timeline.body
        personEntries = timeline.entries.suffix(from: timeline.entries.firstIndex(notBefore: timeline.now - .days(9)))
            .compactMap { $0.event.kind.isByPerson && $0.at <= timeline.now ? $0.at : nil }
    }

    /// The nodes of the course: one at every segment's start and one at every dose.
    mutating func nodes() -> [BalanceCourse.Node] {
        var nodes: [BalanceCourse.Node] = []
        nodes.reserveCapacity(timeline.segments.count + timeline.doses.count)
        var doses = timeline.doses[...]
        let bedtimes = Set(timeline.days.map(\.bed))
        for segment in timeline.segments {
            if bedtimes.contains(segment.start) { night = Night(lowerAtBed: runs.lower) }
            var at = segment.start
            if doses.first?.at != at { nodes.append(node(at, segment, nil)) }
            while let (instant, dose) = doses.first, instant < segment.end {
                advance(from: at, to: instant, in: segment)
                at = instant
                let drink = apply(dose, at: instant)
                nodes.append(node(at, segment, drink))
                doses = doses.dropFirst()
            }
            advance(from: at, to: segment.end, in: segment)
        }
        return nodes
    }

    private func node(_ at: Instant, _ segment: Segment, _ drink: Drink?) -> BalanceCourse.Node {
        BalanceCourse.Node(at: at, runs: runs, segment: segment, drink: drink, surplus: surplus)
    }

    private mutating func advance(from start: Instant, to end: Instant, in segment: Segment) {
        let hours = end.hours(since: start)
        guard hours > 0 else { return }
        runs = runs.after(hours, in: segment, body: body)
        night?.cost += .milliliters(segment.lower.water.millilitersPerHour * hours)
        if segment.state == .exercising {
            night?.electrolytes += .millimoles(segment.lower.electrolytes.millimolesPerHour * hours)
        }
        noteSurplus(at: end)
    }

    /// Applies `dose` and gives back the drink, if it was one.
    private mutating func apply(_ dose: Dose, at instant: Instant) -> Drink? {
        switch dose {
        case .drink(let drink):
            let electrolytes = drink.electrolytes
            for run in [\BalanceCourse.Runs.median, \BalanceCourse.Runs.lower] {
                runs[keyPath: run].drink(
                    volume: drink.volume, waterFraction: drink.waterFraction, electrolytes: electrolytes)
            }
            drunkToday += drink.volume
            noteSurplus(at: instant)
            return drink
        case .meal:
            runs.median.meal()
            runs.lower.meal()
            return nil
        case .wake(let day):
            wake(day)
            return nil
        }
    }

    /// A night resets what cannot be known.
    private mutating func wake(_ day: WakingDay) {
        defer {
            night = nil
            drunkToday = .zero
        }
        guard let last = personEntries.last(where: { $0 <= day.wake }), day.wake - last < Self.longSilence else {
            restart(WaterBalance())
            return
        }
        guard let night else { return }
        var explained = WaterBalance(waterDeficit: night.cost, electrolyteDeficit: night.electrolytes)
        if hadEveningWorkout(before: day.wake), drunkToday >= body.dailyDrinks / 2 {
            let electrolytes = min(night.lowerAtBed.electrolyteDeficit, Self.carriedElectrolytes)
            let held = WaterBalance(electrolyteDeficit: electrolytes).freeWaterDeficit
            let most = body.totalBodyWater * 0.01 - held
            explained.waterDeficit += max(.zero, min(night.lowerAtBed.waterDeficit, most))
            explained.electrolyteDeficit += electrolytes
        }
        explained.waterDeficit = min(runs.lower.waterDeficit, explained.waterDeficit)
        restart(explained)
    }

    private mutating func restart(_ balance: WaterBalance) {
        runs = BalanceCourse.Runs(median: balance, lower: balance)
        if let surplus, !Self.stillStands(surplus, runs, body) { self.surplus = nil }
    }

    private func hadEveningWorkout(before wake: Instant) -> Bool {
        guard let bed = timeline.days.last(where: { $0.bed <= wake })?.bed else { return false }
        return timeline.workouts.contains {
            $0.status != .planned && $0.end <= wake && $0.end > bed - Self.eveningWorkout
        }
    }
}

extension BalanceFold {
    private mutating func noteSurplus(at instant: Instant) {
        if let surplus {
            self.surplus =
                Self.stillStands(surplus, runs, body)
                ? .init(since: surplus.since, worst: min(surplus.worst, runs.lower.waterDeficit)) : nil
        } else if Self.isHarmful(runs.lower, body) {
            surplus = .init(since: instant, worst: runs.lower.waterDeficit)
        }
    }

    /// E below −1 % of body mass, or predicted plasma sodium below 137 mmol/L (physiology, section 5, rule 4).
    static func isHarmful(_ balance: WaterBalance, _ body: Body) -> Bool {
        balance.waterDeficit.liters < -0.01 * body.mass.kilograms
            || PlasmaSodium.predicted(for: balance, in: body).concentration < .millimolesPerLiter(137)
    }

    /// A surplus once begun stands until nothing of it is left.
    static func stillStands(_ surplus: BalanceCourse.Surplus, _ runs: BalanceCourse.Runs, _ body: Body) -> Bool {
        runs.lower.waterDeficit < .zero || isHarmful(runs.lower, body)
    }
}
