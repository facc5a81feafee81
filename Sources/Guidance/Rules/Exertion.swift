// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A workout planned or begun in great heat.
struct HotSeasonStrain: Rule {
    let guideline = GuidelineID.hotSeasonStrain

    /// From a brisk walk on (Compendium: moderate).
    private static let strenuous = MetabolicEquivalent.met(4)

    func proposal(in situation: Situation) -> Proposal? {
        guard let workout = situation.startedOrPlanned, workout.climate.heatLevel >= .hot, workout.met >= Self.strenuous
        else { return nil }
        // In pregnancy no amounts stand for what it costs: it is a question for a midwife or doctor.
        let trigger: Reason.Trigger = situation.body.profile.isPregnant ? .heatInPregnancy : .workoutInHeat
        return Proposal(guideline, .advice, .slot(cause: workout.start, slot: 0), trigger, in: situation)
    }
}

/// A swim planned or begun soon after a cramp: what to do should it cramp in the water.
struct CrampInWater: Rule {
    let guideline = GuidelineID.crampInWater

    func proposal(in situation: Situation) -> Proposal? {
        guard let swim = situation.startedOrPlanned, swim.activity.isSwim,
            !situation.cramps(within: .days(14)).isEmpty
        else { return nil }
        return Proposal(guideline, .advice, .slot(cause: swim.start, slot: 0), .swim, in: situation)
    }
}

/// A swim planned or begun in cold water: once in a while, not at every swim of whoever swims there each day.
struct ColdWater: Rule {
    let guideline = GuidelineID.coldWater

    static let cold = Temperature.celsius(20)

    func proposal(in situation: Situation) -> Proposal? {
        guard let swim = situation.startedOrPlanned, swim.activity.isSwim else { return nil }
        let reading = situation.timeline.climate.reading(at: situation.at)?.reading
        guard let water = swim.details.waterTemperature ?? reading?.waterTemperature, water < Self.cold else {
            return nil
        }
        return Proposal(guideline, .advice, .seldom(cause: swim.start, every: .days(14)), .swim, in: situation)
    }
}
