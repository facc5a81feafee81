// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// After a workout that left a deficit: spread over the next hours, then finished.
struct DrinkAfterWorkout: Rule {
    let guideline = GuidelineID.drinkAfterWorkout

    /// Less is not worth a bubble; it is made up with the next meal.
    private static let least = Volume.milliliters(150)
    private static let longest = Duration.hours(4)

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = Self.unfinished(in: situation) else { return nil }
        let left = situation.lower.waterDeficit
        guard situation.reaches(left, Self.least) else { return nil }
        let isLast =
            left - DrinkingLimits.largest < Self.least
            || situation.at + situation.configuration.reminders.gap > workout.end + Self.longest
        return Proposal(
            guideline: guideline, precedence: .afterWorkout, cadence: .drinking,
            reason: situation.reason(
                isLast ? .lastOfWorkout : .workoutDeficit, threshold: Self.least, workout: workout),
            drink: (DrinkingLimits.largest, .total),
            withElectrolytes: ElectrolyteNeed(workout, in: situation).isPrompted)
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let workout = Self.unfinished(in: situation) else { return [] }
        return [workout.end + Self.longest]
    }

    /// The last workout, while what it cost is still being made up.
    private static func unfinished(in situation: Situation) -> WorkoutSpan? {
        guard let workout = situation.workoutEnded(within: longest), workout.lowerSweat >= least else { return nil }
        let since = situation.course.nodes(from: workout.end, to: situation.at)
        // Once less than the least was left it is finished, however much the day costs after that.
        let isFinished = since.contains { $0.at >= workout.end && $0.runs.lower.waterDeficit < least }
        return isFinished ? nil : workout
    }
}
