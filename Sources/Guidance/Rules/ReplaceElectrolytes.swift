// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// After a workout that cost much sodium and potassium: something with salts, once, when no drink says so already.
struct ReplaceElectrolytes: Rule {
    let guideline = GuidelineID.replaceElectrolytes

    static let longest = Duration.hours(6)
    /// Less than this lacking is one meal's work.
    static let least = Amount.millimoles(30)

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = situation.workoutEnded(within: Self.longest),
            situation.median.electrolyteDeficit >= Self.least,
            ElectrolyteNeed(workout, in: situation).isPrompted,
            !Self.isSaid(since: workout.end, in: situation.history)
        else { return nil }
        return Proposal(
            guideline: guideline, precedence: .electrolytes, cadence: .once(cause: workout.end),
            trigger: .workoutElectrolytes, threshold: situation.reminderThreshold, workout: workout,
            withElectrolytes: true)
    }

    /// Whether a bubble has spoken of salts. The rule's own, while nothing has come after it, is still true.
    private static func isSaid(since instant: Instant, in history: History) -> Bool {
        let isOwnLast = history.bubbles.last?.reminder.guideline == GuidelineID.replaceElectrolytes.rawValue
        let others = isOwnLast ? history.bubbles.dropLast() : history.bubbles[...]
        return others.contains { $0.at >= instant && $0.reminder.withElectrolytes }
    }

    func changes(after situation: Situation) -> [Instant] {
        // In the heat sweat goes on taking salts after the workout.
        situation.timeline.workouts.map { $0.end + Self.longest + .microseconds(1) }
            + situation.crossings(.median, of: .electrolyteDeficit(Self.least))
    }
}
