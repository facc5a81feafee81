// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// In a workout: only while it would, without drinking, end beyond the limit; a short or cool one stays silent.
struct DrinkDuringWorkout: Rule {
    let guideline = GuidelineID.drinkDuringWorkout

    /// At most this per ``pace``.
    private static let portion = Volume.milliliters(200)
    private static let pace = Duration.minutes(15)

    func proposal(in situation: Situation) -> Proposal? {
        guard let workout = situation.workout, !workout.activity.isSwim,
            situation.reaches(situation.median.freeWaterDeficit, Self.threshold(situation.body)),
            let wanted = wanted(in: situation, workout)
        else { return nil }
        return Proposal(
            guideline: guideline, precedence: .duringWorkout, cadence: .drinking,
            reason: situation.reason(.workoutForecast, threshold: Self.threshold(situation.body), workout: workout),
            drink: (wanted, .total),
            withElectrolytes: ElectrolyteNeed(workout, in: situation).isPrompted)
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let workout = situation.workout ?? situation.timeline.workouts.first(where: { $0.start > situation.at })
        else { return [] }
        let start = max(workout.start, situation.at)
        let crossing = situation.course.first(
            .median, reaches: .freeWaterDeficit(Self.threshold(situation.body)), from: start, until: workout.end)
        let rate = Self.shareOfSweat * workout.sweat.lower.water.millilitersPerHour
        let drunk = Self.drunk(in: workout, situation)
        let enough =
            rate > 0
            ? workout.start.advanced(byHours: (drunk + DrinkingLimits.smallest).milliliters / rate) : nil
        return [crossing, enough].compactMap(\.self)
    }

    /// 1 % of total body water.
    private static func threshold(_ body: Body) -> Volume { body.totalBodyWater * 0.01 }

    /// At most this share of what is surely sweated is replaced.
    private static let shareOfSweat = 0.8

    private static func drunk(in workout: WorkoutSpan, _ situation: Situation) -> Volume {
        situation.history.drinks.reduce(.zero) { sum, drink in
            drink.at >= workout.start && drink.at <= situation.at ? sum + drink.volume : sum
        }
    }

    /// What the rest of the workout asks for now; nil when nothing.
    private func wanted(in situation: Situation, _ workout: WorkoutSpan) -> Volume? {
        let asked = WorkoutNeed(workout, in: situation).volume
        guard asked > .zero else { return nil }
        let sweated = workout.sweat.lower.water.millilitersPerHour * situation.at.hours(since: workout.start)
        let replaceable = Volume.milliliters(sweated * Self.shareOfSweat) - Self.drunk(in: workout, situation)
        return min(asked, replaceable, paced(in: situation, workout))
    }

    /// 200 ml for each quarter of an hour since the last drink or bubble of this workout.
    private func paced(in situation: Situation, _ workout: WorkoutSpan) -> Volume {
        let bubbles = situation.history.drinkingBubbles.map(\.at)
        let last = (situation.history.drinks.map(\.at) + bubbles).filter { $0 <= situation.at }.max()
        let since = max(workout.start, last ?? workout.start)
        return Self.portion * ((situation.at - since) / Self.pace)
    }
}
