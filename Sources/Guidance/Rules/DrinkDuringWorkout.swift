// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// In a workout: only while it would, without drinking, end beyond the limit; a short or cool one stays silent.
struct DrinkDuringWorkout: Rule {
    let guideline = GuidelineID.drinkDuringWorkout

    /// So shortly before the end nothing new is said: what is lacking is made up after it.
    private static let beforeEnd = Duration.minutes(5)

    func proposal(in situation: Situation) -> Proposal? {
        guard let workout = situation.workout, !workout.activity.isSwim,
            situation.reaches(situation.median.freeWaterDeficit, Self.threshold(situation.body))
        else { return nil }
        let asked = WorkoutNeed(workout, in: situation).volume
        guard asked > .zero else { return nil }
        // What was proposed and not answered may have been drunk.
        let unanswered = DrinkingLimits(situation: situation).pending
        let isNearlyOver = workout.end - situation.at < Self.beforeEnd
        let wanted = min(
            asked - unanswered, Self.replaceable(in: situation, workout), Self.paced(in: situation, workout))
        return Proposal(
            guideline: guideline, precedence: .duringWorkout, cadence: .drinking, trigger: .workoutForecast,
            threshold: Self.threshold(situation.body), workout: workout,
            drink: (isNearlyOver ? .zero : wanted, .total),
            withElectrolytes: ElectrolyteNeed(workout, in: situation).isPrompted)
    }

    func changes(after situation: Situation) -> [Instant] {
        let workout = situation.workout ?? situation.timeline.workouts.first { $0.start > situation.at }
        guard let workout else { return [] }
        var instants = situation.crossings(.median, of: .freeWaterDeficit(Self.threshold(situation.body)))
        // The end of a workout without a plan moves on, and what it asks for grows with it.
        let limits = WorkoutNeed.Limits(situation.body)
        let ahead = workout.end - max(workout.start, situation.at)
        let pendings = DrinkingLimits(situation: situation).pendingFromNowOn
        for worthAsking in pendings.map({ $0 + DrinkingLimits.smallest }) {
            for level in [
                BalanceCourse.Level.waterDeficit(limits.waterDeficit + worthAsking),
                .freeWaterDeficit(limits.freeWaterDeficit + worthAsking),
            ] {
                instants += situation.crossings(.median, of: level).map { $0 - ahead }
            }
        }
        let rate = workout.sweat.lower.water.millilitersPerHour * WorkoutNeed.shareOfSweat
        if rate > 0 {
            let drunk = situation.history.drunk(after: workout.start - .microseconds(1))
            for pending in pendings {
                let hours = (drunk + pending + DrinkingLimits.smallest).milliliters / rate
                instants.append(workout.start.advanced(byHours: hours))
            }
        }
        let share = DrinkingLimits.smallest / WorkoutNeed.portion
        instants.append(Self.beginningOfPace(in: situation, workout) + WorkoutNeed.pace * share)
        return instants
    }

    /// 1 % of total body water.
    static func threshold(_ body: Body) -> Volume { body.totalBodyWater * 0.01 }

    /// What may be replaced of the sweat so far, and has not been.
    private static func replaceable(in situation: Situation, _ workout: WorkoutSpan) -> Volume {
        let sweated = workout.sweat.lower.water.millilitersPerHour * situation.at.hours(since: workout.start)
        let drunk = situation.history.drunk(after: workout.start - .microseconds(1))
        return .milliliters(sweated * WorkoutNeed.shareOfSweat) - drunk - DrinkingLimits(situation: situation).pending
    }

    /// 200 ml for each quarter of an hour since the last drink or bubble of this workout.
    private static func paced(in situation: Situation, _ workout: WorkoutSpan) -> Volume {
        WorkoutNeed.portion * ((situation.at - beginningOfPace(in: situation, workout)) / WorkoutNeed.pace)
    }

    private static func beginningOfPace(in situation: Situation, _ workout: WorkoutSpan) -> Instant {
        max(workout.start, situation.history.lastDrinkOrBubble ?? workout.start)
    }
}
