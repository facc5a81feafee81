// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What a workout would ask for without drinking, and what to take along for it.
struct WorkoutNeed {
    /// What keeps the median run within the limits at the workout's end; zero when it is so without a drink.
    ///
    /// The limits are a water deficit of 15 ml per kg (2 % of body mass with a margin) and a free-water deficit of 2 %
    /// of total body water (physiology, section 5, rule 3).
    let volume: Volume
    let workout: WorkoutSpan
    private let situation: Situation

    init(_ workout: WorkoutSpan, in situation: Situation) {
        self.workout = workout
        self.situation = situation
        let end = situation.course.runs(at: workout.end).median
        let allowed = Volume.milliliters(15 * situation.body.mass.kilograms)
        volume = max(
            .zero, end.waterDeficit - allowed, end.freeWaterDeficit - situation.body.totalBodyWater * 0.02)
    }

    /// What to take along: never more than four fifths of what is surely sweated.
    var provision: Provision {
        let salts = ElectrolyteNeed(workout, in: situation).isPrompted
        let sure = workout.lowerSweat * 0.8
        let carry = min(volume, sure).rounded(up: .milliliters(100))
        guard DrinkingLimits.allowsVolumes(situation.configuration, situation.body), !workout.activity.isSwim,
            volume > .zero, sure >= DrinkingLimits.smallest
        else {
            return Provision(
                carry: .zero, portion: .zero, every: .zero, from: workout.start, withElectrolytes: salts)
        }
        let every = Duration.minutes(20)
        let from = workout.start + every
        let portions = max(1, ((workout.end - from) / every).rounded(.down))
        let portion = (carry / portions).rounded(to: DrinkingLimits.step)
            .clamped(to: DrinkingLimits.smallest ... .milliliters(250))
        return Provision(carry: carry, portion: portion, every: every, from: from, withElectrolytes: salts)
    }
}

extension Volume {
    /// The smallest multiple of `step` that is not below the volume.
    fileprivate func rounded(up step: Volume) -> Volume { -((-self).roundedDown(to: step)) }
}
