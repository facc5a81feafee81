// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// After a workout that left a deficit: spread over the next hours, then finished.
///
/// It is finished when less than ``least`` is left to make up. For who has asked for a quick recovery it goes on until
/// ``QuickRecovery``'s amount has been drunk, whenever what the day and urine go on taking has come to ``least`` again;
/// the pace, the four hours and the hard rules stay as they are.
struct DrinkAfterWorkout: Rule {
    let guideline = GuidelineID.drinkAfterWorkout

    /// Less is not worth a bubble; it is made up with the next meal.
    static let least = Volume.milliliters(150)
    /// A hair more is looked ahead to: a time rounded down must not take a step off the drink.
    private static let surelyLeast = least + .milliliters(0.01)
    /// What a workout must surely have cost, as a part of body mass: about half of what thirst is felt at, so that a
    /// walk on a cool day is left to it. A choice of this project.
    private static let leastCost = 0.005
    private static let longest = Duration.hours(4)
    /// What goes in within an hour, that of the workout's end included.
    private static let perHour = Volume.liters(0.6)

    func proposal(in situation: Situation) -> Proposal? {
        guard let workout = Self.unfinished(in: situation),
            situation.lower.waterDeficit >= Self.least
        else { return nil }
        let recovery = QuickRecovery(from: workout, in: situation)
        let limits = DrinkingLimits(situation: situation)
        let room = Self.perHour - situation.history.drunk(in: .hours(1), endingAt: situation.at) - limits.pending
        let wanted = min(DrinkingLimits.largest, room, recovery?.left ?? DrinkingLimits.largest)
        let volume = (try? limits.propose(wanted, meaning: .total).get().volume) ?? .zero
        let end = workout.end + Self.longest
        let isDone =
            recovery.map { $0.isDone(after: volume) || $0.isExhausted(after: volume, until: end) }
            ?? (situation.lower.waterDeficit - volume < Self.least)
        let isLast = isDone || situation.at + situation.configuration.reminders.gap >= end
        let slot = Self.lastWords(on: workout, in: situation).count
        return Proposal(
            guideline: guideline, precedence: .afterWorkout,
            cadence: isLast ? .lastDrinking(cause: workout.start, slot: slot) : .drinking,
            trigger: trigger(isLast: isLast, isQuick: recovery != nil), threshold: Self.least, workout: workout,
            drink: (wanted, .total),
            withElectrolytes: recovery != nil || ElectrolyteNeed(workout, in: situation).isPrompted)
    }

    private func trigger(isLast: Bool, isQuick: Bool) -> Reason.Trigger {
        switch (isLast, isQuick) {
        case (false, false): .workoutDeficit
        case (true, false): .lastOfWorkout
        case (false, true): .quickRecovery
        case (true, true): .lastOfQuickRecovery
        }
    }

    func changes(after situation: Situation) -> [Instant] {
        let ends = situation.timeline.workouts.map { $0.end + Self.longest }
        let drinks = situation.history.drinks.suffix(8).map { $0.at + .hours(1) }
        return ends + drinks + situation.crossings(.lower, of: .waterDeficit(Self.surelyLeast))
    }

    /// The last workout, while what it cost is still being made up.
    static func unfinished(in situation: Situation) -> WorkoutSpan? {
        guard situation.workout == nil, let workout = situation.workoutEnded(within: longest + Arbiter.lifetime),
            workout.lowerSweat.liters >= situation.body.mass.kilograms * leastCost,
            situation.configuration.guidance.allows(Catalogue[.drinkAfterWorkout]),
            !isMadeUp(workout, in: situation)
        else { return nil }
        // So it is with the last word. What has been said may be read to its end.
        if situation.isStanding(.drinkAfterWorkout) { return workout }
        let isSaid = lastWords(on: workout, in: situation).last.map { !isPutOff($0, in: situation) } ?? false
        return isSaid || situation.at - workout.end >= longest ? nil : workout
    }

    /// Whether it was finished, however much the day costs after that.
    private static func isMadeUp(_ workout: WorkoutSpan, in situation: Situation) -> Bool {
        if let recovery = QuickRecovery(from: workout, in: situation) { return recovery.isDone(after: .zero) }
        let since = situation.course.nodes(from: workout.end, to: situation.at)
        return since.contains { $0.at >= workout.end && $0.runs.lower.waterDeficit < least }
    }

    private static func lastWords(on workout: WorkoutSpan, in situation: Situation) -> [History.Bubble] {
        situation.history.bubbles.filter { $0.reminder.id.isSlot(of: .drinkAfterWorkout, cause: workout.start) }
    }

    /// Whether the person has asked for it again.
    private static func isPutOff(_ bubble: History.Bubble, in situation: Situation) -> Bool {
        guard !bubble.isAnswered || bubble.answer == .later else { return false }
        return situation.history.silences.contains {
            $0.kind == .snooze && $0.from >= bubble.at && $0.from - bubble.at < Arbiter.lifetime
        }
    }
}
