// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Before a planned workout that will cost enough: what is missing in good time, and the whole plan of what to take along
/// (physiology, section 5, rule 3).
struct DrinkBeforeWorkout: Rule {
    let guideline = GuidelineID.drinkBeforeWorkout

    /// How long before it each slot begins. The first is for the costly ones alone.
    private static let slots: [Duration] = [.hours(4), .hours(2), .minutes(20)]

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = situation.nextPlanned,
            let slot = Self.slots.lastIndex(where: { workout.start - situation.at <= $0 }),
            DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        else { return nil }
        let cost = Self.cost(of: workout, situation.body)
        let least = workout.climate.heatLevel >= .hot ? 0.005 : 0.01
        guard cost >= (slot == 0 ? 0.02 : least) else { return nil }
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
        situation.timeline.workouts.filter { $0.status == .planned }
            .flatMap { workout in Self.slots.map { workout.start - $0 } }
    }

    /// What it will cost, as a part of body mass.
    private static func cost(of workout: WorkoutSpan, _ body: Body) -> Double {
        let baseline = body.exerciseBaseline.millilitersPerHour * workout.duration.hours
        return (workout.medianSweat + .milliliters(baseline)).liters / body.mass.kilograms
    }
}
