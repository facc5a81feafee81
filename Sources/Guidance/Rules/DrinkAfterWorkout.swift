// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// After a workout that left a deficit: spread over the next hours, then finished.
struct DrinkAfterWorkout: Rule {
    let guideline = GuidelineID.drinkAfterWorkout

    /// Less is not worth a bubble; it is made up with the next meal.
    private static let least = Volume.milliliters(150)
    private static let longest = Duration.hours(4)
    /// What goes in within an hour, that of the workout's end included.
    private static let perHour = Volume.liters(0.6)

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = Self.unfinished(in: situation),
            situation.reaches(situation.lower.waterDeficit, Self.least)
        else { return nil }
        let room =
            Self.perHour - situation.history.drunk(in: .hours(1), endingAt: situation.at)
            - DrinkingLimits(situation: situation).pending
        let wanted = min(DrinkingLimits.largest, room)
        let isLast =
            situation.lower.waterDeficit - wanted < Self.least
            || situation.at + situation.configuration.reminders.gap > workout.end + Self.longest
        return Proposal(
            guideline: guideline, precedence: .afterWorkout, cadence: .drinking,
            trigger: isLast ? .lastOfWorkout : .workoutDeficit, threshold: Self.least, workout: workout,
            drink: (wanted, .total), withElectrolytes: ElectrolyteNeed(workout, in: situation).isPrompted)
    }

    func changes(after situation: Situation) -> [Instant] {
        let ends = situation.timeline.workouts.map { $0.end + Self.longest + .microseconds(1) }
        let drinks = situation.history.drinks.suffix(8).map { $0.at + .hours(1) }
        return ends + drinks + situation.crossings(.lower, of: .waterDeficit(Self.least))
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
