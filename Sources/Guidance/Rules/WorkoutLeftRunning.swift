// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Asks whether a workout still runs that nobody has stopped (physiology, section 10): a balance that goes on sweating
/// would ask for far too much. It belongs to drinking in a workout and to its bookkeeping, so that no switch silences
/// it.
struct WorkoutLeftRunning: Rule {
    let guideline = GuidelineID.drinkDuringWorkout
    let isOnByItself = true

    func proposal(in situation: Situation) -> Proposal? {
        guard let workout = situation.workout, let question = workout.question, situation.at >= question.at else {
            return nil
        }
        var proposal = Proposal(
            guideline, .question, .slot(cause: question.start, slot: question.slot), .workoutLeftRunning, in: situation)
        proposal.workout = workout
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.timeline.workouts.compactMap { $0.question?.at }
    }
}
