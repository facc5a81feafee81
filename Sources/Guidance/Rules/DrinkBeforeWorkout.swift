// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Before a planned workout that will cost enough: what is missing in good time, and the whole plan of what to take along
/// (physiology, section 5, rule 3).
struct DrinkBeforeWorkout: Rule {
    let guideline = GuidelineID.drinkBeforeWorkout

    /// How long before it each slot begins. The first is for the costly ones alone.
    private static let slots: [Duration] = [.hours(4), .hours(2), last]
    private static let last = Duration.minutes(20)

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = situation.nextPlanned,
            let slot = Self.slots.lastIndex(where: { workout.start - situation.at <= $0 }),
            DrinkingLimits.allowsVolumes(situation.configuration, situation.body),
            Self.isCostly(workout, forSlot: slot, situation.body)
        else { return nil }
        let provision = WorkoutNeed(workout, in: situation).provision
        // The last one is for what to take along, whether or not anything is missing now.
        let isForLuggage = slot == Self.slots.count - 1 && provision.carry > .zero
        var proposal = Proposal(
            guideline, .beforeWorkout, .slot(cause: workout.start, slot: slot), .plannedWorkout, in: situation)
        proposal.workout = workout
        proposal.drink = (DrinkingLimits.largest, situation.isAwayFromDesk ? .total : .drink)
        proposal.isDrinkOptional = isForLuggage
        proposal.provision = provision
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        let leads = Self.slots + [Self.last + Self.notBefore(in: situation) + .microseconds(1)]
        return situation.timeline.workouts.filter { $0.status == .planned }
            .flatMap { workout in leads.map { workout.start - $0 } }
    }

    /// Whether the last word before a workout comes so soon that another bubble now would take its place. What to take
    /// along must not be missed, and a drink goes with it.
    static func comesSoon(in situation: Situation) -> Bool {
        guard let workout = situation.nextPlanned, isCostly(workout, forSlot: slots.count - 1, situation.body),
            situation.configuration.guidance.allows(Catalogue[.drinkBeforeWorkout])
        else { return false }
        let ahead = workout.start - last - situation.at
        return ahead > .zero && ahead <= notBefore(in: situation)
    }

    /// So shortly before the last word nothing else that asks for a drink is said.
    private static func notBefore(in situation: Situation) -> Duration {
        min(situation.configuration.reminders.gap, .hours(1))
    }

    /// Whether it will cost enough.
    private static func isCostly(_ workout: WorkoutSpan, forSlot slot: Int, _ body: Body) -> Bool {
        cost(of: workout, body) >= least(for: workout, slot: slot)
    }

    /// What it has to cost to be worth a word in `slot`, as a part of body mass.
    private static func least(for workout: WorkoutSpan, slot: Int) -> Double {
        slot == 0 ? 0.02 : workout.climate.heatLevel >= .hot ? 0.005 : 0.01
    }

    /// As above, in the slot that `instant` lies in, else in the first.
    static func least(for workout: WorkoutSpan, at instant: Instant) -> Double {
        least(for: workout, slot: slots.lastIndex { workout.start - instant <= $0 } ?? 0)
    }

    /// What it will cost, as a part of body mass.
    static func cost(of workout: WorkoutSpan, _ body: Body) -> Double {
        let baseline = body.exerciseBaseline.millilitersPerHour * workout.duration.hours
        return (workout.medianSweat + .milliliters(baseline)).liters / body.mass.kilograms
    }
}
