// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The making of a ``BalanceCourse``: one pass over the segments and doses of a timeline.
struct BalanceFold {
    private let timeline: Timeline
    private let body: Body
    /// When the person is known to have been there.
    private let signsOfLife: [Instant]

    private var runs = BalanceCourse.Runs(median: WaterBalance(), lower: WaterBalance())
    private var surplus: BalanceCourse.Surplus?
    private var night: Night?
    /// What was drunk since the last waking.
    private var drunkToday = Volume.zero
    /// Caffeine of the last hours.
    private var caffeine: [(at: Instant, mass: Mass)] = []

    private(set) var nodes: [BalanceCourse.Node] = []
    /// The wakings at which nothing was known any more.
    private(set) var startsAfresh: [Instant] = []

    /// A night so far.
    private struct Night {
        let bed: Instant
        let lowerAtBed: WaterBalance
        /// The water that the night alone has cost.
        var cost = Volume.zero
        /// The sodium and potassium that workouts in it have cost; somebody ran before the usual time of waking.
        var electrolytes = Amount.zero
    }

    /// Nobody has made an entry for this long: nothing is known any more (physiology, section 10).
    private static let longSilence = Duration.hours(18)
    /// A workout this long before bed may leave a deficit that a night does not explain away.
    private static let eveningWorkout = Duration.hours(12)
    private static let carriedElectrolytes = Amount.millimoles(50)

    /// Follows the balance through all of `timeline`.
    init(_ timeline: Timeline) {
        self.timeline = timeline
        body = timeline.body
        // What is logged late tells of the time it is about, a plan of the time it was made.
        signsOfLife = timeline.entries[timeline.entries.firstIndex(notBefore: timeline.now - .days(9))...]
            .compactMap { $0.event.kind.isByPerson ? min($0.at, $0.recordedAt) : nil }
        nodes.reserveCapacity(timeline.segments.count + timeline.doses.count)
        follow()
    }

    /// A node at every segment's start and one at every dose.
    private mutating func follow() {
        let doses = timeline.doses
        var next = doses.startIndex
        var days = timeline.days[...]
        for segment in timeline.segments {
            while let day = days.first, day.bed <= segment.start {
                if day.bed == segment.start { night = Night(bed: day.bed, lowerAtBed: runs.lower) }
                days = days.dropFirst()
            }
            var at = segment.start
            if next == doses.endIndex || doses[next].at > at { note(.segment, at, segment) }
            while next < doses.endIndex, doses[next].at < segment.end {
                let dose = doses[next]
                advance(from: at, to: dose.at, in: segment)
                at = dose.at
                note(apply(dose, in: segment), at, segment)
                next += 1
            }
            advance(from: at, to: segment.end, in: segment)
        }
    }

    private mutating func note(_ cause: BalanceCourse.Node.Cause, _ at: Instant, _ segment: Segment) {
        nodes.append(BalanceCourse.Node(at: at, runs: runs, segment: segment, cause: cause, surplus: surplus))
    }

    private mutating func advance(from start: Instant, to end: Instant, in segment: Segment) {
        let hours = end.hours(since: start)
        guard hours > 0 else { return }
        runs = runs.after(hours, in: segment, body: body)
        if night != nil {
            night?.cost += .milliliters(segment.lower.water.millilitersPerHour * hours)
            if segment.state == .exercising {
                night?.electrolytes += .millimoles(segment.lower.electrolytes.millimolesPerHour * hours)
            }
        }
        if let surplus, !surplus.stillStands(runs.lower, in: body) { self.surplus = nil }
    }

    private mutating func apply(_ dose: Dose, in segment: Segment) -> BalanceCourse.Node.Cause {
        switch dose.kind {
        case .drink(let sip):
            drink(sip, at: dose.at, in: segment)
            return .drink
        case .meal:
            runs.change { $0.meal() }
            return .meal
        case .wake:
            wake(at: dose.at)
            return .wake
        }
    }
}

// MARK: - Drinking

extension BalanceFold {
    private mutating func drink(_ sip: Dose.Sip, at instant: Instant, in segment: Segment) {
        let lost = segment.state == .exercising ? .zero : waterLost(to: sip.caffeine, at: instant)
        runs.change { balance in
            balance.drink(volume: sip.volume, waterFraction: sip.waterFraction, electrolytes: sip.electrolytes)
            balance.waterDeficit += lost
        }
        drunkToday += sip.volume
        noteSurplus(at: instant)
    }

    /// What much caffeine within a few hours costs at rest (physiology, section 7).
    private mutating func waterLost(to dose: Mass, at instant: Instant) -> Volume {
        guard dose > .zero else { return .zero }
        caffeine.removeAll { $0.at <= instant - CaffeineRule.window }
        let earlier = caffeine.reduce(Mass.zero) { $0 + $1.mass }
        caffeine.append((instant, dose))
        return CaffeineRule.waterLost(to: dose, after: earlier)
    }

    /// Only a drink begins a surplus: whatever is lost, sweat too, leaves less water behind, and saltier.
    private mutating func noteSurplus(at instant: Instant) {
        let worst = runs.lower.waterDeficit
        if let surplus {
            self.surplus = .init(since: surplus.since, worst: min(surplus.worst, worst))
        } else if runs.lower.isHarmfulSurplus(in: body) {
            surplus = .init(since: instant, worst: worst)
        }
    }
}

// MARK: - Waking

extension BalanceFold {
    /// A night resets what cannot be known (physiology, section 10).
    private mutating func wake(at instant: Instant) {
        defer {
            night = nil
            drunkToday = .zero
        }
        guard let last = signsOfLife.last(where: { $0 <= instant }), instant - last < Self.longSilence else {
            if runs.lower != WaterBalance() { startsAfresh.append(instant) }
            restart(WaterBalance())
            return
        }
        guard let night else { return }
        var explained = WaterBalance(waterDeficit: night.cost, electrolyteDeficit: night.electrolytes)
        if hadWorkout(before: night, wake: instant), drunkToday >= body.dailyDrinks / 2 {
            let salts = min(night.lowerAtBed.electrolyteDeficit, Self.carriedElectrolytes)
            // As much water as keeps the free-water deficit at 1 % of body water.
            let held = WaterBalance(electrolyteDeficit: salts).freeWaterDeficit
            let most = body.totalBodyWater * 0.01 - held
            explained.waterDeficit += min(max(.zero, night.lowerAtBed.waterDeficit), most)
            explained.electrolyteDeficit += salts
        }
        let salts = min(runs.lower.electrolyteDeficit, explained.electrolyteDeficit)
        // Salts that are forgotten are no reason to be thirstier than before.
        let bound = max(body.thirstThreshold, runs.lower.freeWaterDeficit)
        let most = bound - WaterBalance(electrolyteDeficit: salts).freeWaterDeficit
        let water = min(runs.lower.waterDeficit, explained.waterDeficit, most)
        restart(WaterBalance(waterDeficit: water, electrolyteDeficit: salts))
    }

    private mutating func restart(_ balance: WaterBalance) {
        runs = BalanceCourse.Runs(median: balance, lower: balance)
        if let surplus, !surplus.stillStands(balance, in: body) { self.surplus = nil }
    }

    /// Whether a workout ended in the hours before bed, or in the night itself.
    private func hadWorkout(before night: Night, wake: Instant) -> Bool {
        timeline.workouts.contains {
            $0.status != .planned && $0.end <= wake && $0.end > night.bed - Self.eveningWorkout
        }
    }
}
