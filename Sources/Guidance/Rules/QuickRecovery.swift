// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Making up more than was lost, for who has asked for it because another hard session comes within a day.
///
/// Part of what is drunk after a workout is lost again as urine: who drinks what they have lost, and no more, is still
/// short hours later (Shirreffs 1996, who tried 100, 150 and 200 % of the loss). 1.25 to 1.5 times the loss make up for
/// that. The upper end is taken, because the loss is that of the cautious run, and the usual one is mostly larger: with
/// 1.25 nobody would be asked to drink noticeably more than without. It goes with salts where they are allowed, for
/// without them most of the rest is lost again too.
///
/// It is never a licence to drink ahead of what is lacking. Each proposal passes ``DrinkingLimits``, so that what is
/// beyond the deficit of the workout's end is drunk only as the hours bring it to be lacking, and many a recovery ends
/// with the four hours and not with the factor.
struct QuickRecovery {
    /// What is still to be drunk; at or below zero when all has been.
    let left: Volume
    private let situation: Situation

    /// What is drunk, in parts of what was lacking in the cautious run when the workout ended.
    private static let factor = 1.5

    /// Nil when nobody has asked for it.
    init?(from workout: WorkoutSpan, in situation: Situation) {
        guard workout.details.recoversQuickly else { return nil }
        self.situation = situation
        let lacking = situation.course.runs(at: workout.end).lower.waterDeficit
        // Who drank in the workout may lack too little to speak of when it ends.
        let wanted = lacking < DrinkAfterWorkout.least ? .zero : lacking * Self.factor
        left = wanted - situation.history.drunk(after: workout.end)
    }

    /// Whether, once `volume` more is drunk, less is left than the smallest drink.
    func isDone(after volume: Volume) -> Bool { left - volume < DrinkingLimits.smallest }

    /// Whether, once `volume` more is drunk, nothing worth a bubble comes to be lacking again until `end`.
    func isExhausted(after volume: Volume, until end: Instant) -> Bool {
        situation.course.runs(at: end).lower.waterDeficit - volume < DrinkAfterWorkout.least
    }
}
