// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What a workout would ask for without drinking, and what to take along for it.
struct WorkoutNeed {
    /// What keeps the median run within the limits at the workout's end; zero when it is so without a drink.
    let volume: Volume
    let workout: WorkoutSpan
    private let situation: Situation

    /// At most this share of what is surely sweated is replaced.
    static let shareOfSweat = 0.8
    /// At most this much in each ``pace``.
    static let portion = Volume.milliliters(200)
    static let pace = Duration.minutes(15)
    /// From one sip of the plan to the next.
    static let interval = Duration.minutes(20)

    /// - Parameter workout: with the end that is expected.
    init(_ workout: WorkoutSpan, in situation: Situation) {
        self.workout = workout
        self.situation = situation
        let end = situation.course.runs(at: workout.end).median
        let limits = Limits(situation.body)
        volume = max(
            .zero, end.waterDeficit - limits.waterDeficit, end.freeWaterDeficit - limits.freeWaterDeficit)
    }

    /// Where a workout should not end: a water deficit of 15 ml per kg (2 % of body mass with a margin) or a free-water
    /// deficit of 2 % of total body water (physiology, section 5, rule 3).
    struct Limits {
        let waterDeficit: Volume
        let freeWaterDeficit: Volume

        init(_ body: Body) {
            waterDeficit = .milliliters(15 * body.mass.kilograms)
            freeWaterDeficit = body.totalBodyWater * 0.02
        }
    }
}

// MARK: - Taking along

extension WorkoutNeed {
    /// What is carried is a multiple of this.
    private static let bottle = Volume.milliliters(100)

    /// What to take along, from the start or from now, and how to drink it.
    var provision: Provision {
        let first = max(workout.start, situation.at) + Self.interval
        let salts = ElectrolyteNeed(workout, in: situation).isPrompted
        let most = (Self.portion * (Self.interval / Self.pace)).roundedDown(to: DrinkingLimits.step)
        let sure = (workout.lowerSweat * Self.shareOfSweat).roundedDown(to: DrinkingLimits.step)
        let marks = max(1, ((workout.end - first) / Self.interval).rounded(.up))
        let total = min(max(volume.rounded(up: DrinkingLimits.step), DrinkingLimits.smallest), sure, most * marks)
        guard DrinkingLimits.allowsVolumes(situation.configuration, situation.body), !workout.activity.isSwim,
            volume > .zero, total >= DrinkingLimits.smallest
        else {
            return Provision(carry: .zero, portion: .zero, every: .zero, from: first, withElectrolytes: salts)
        }
        let carry = min(total.rounded(up: Self.bottle), sure)
        // As many sips as are worth one; together they do not ask for more than is carried.
        let sips = min(marks, (total / DrinkingLimits.smallest).rounded(.down))
        let nearest = (total / sips).rounded(to: DrinkingLimits.step)
        let portion = nearest * sips > carry ? nearest - DrinkingLimits.step : nearest
        return Provision(
            carry: carry, portion: portion, every: Self.interval, from: first, withElectrolytes: salts)
    }
}

extension Volume {
    /// The smallest multiple of `step` that is not below the volume.
    fileprivate func rounded(up step: Volume) -> Volume { -((-self).roundedDown(to: step)) }
}
