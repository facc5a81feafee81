// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// At rest: the free-water deficit of the cautious run has come half way to thirst, in the heat a little less.
struct DrinkBeforeThirst: Rule {
    let guideline = GuidelineID.drinkBeforeThirst

    func proposal(in situation: Situation) -> Proposal? {
        let threshold = situation.reminderThreshold
        // What a workout cost is made up at a pace of its own.
        guard situation.workout == nil, DrinkAfterWorkout.unfinished(in: situation) == nil,
            situation.reaches(situation.lower.freeWaterDeficit, threshold),
            situation.isStanding(guideline) || !DrinkBeforeWorkout.comesSoon(in: situation)
        else { return nil }
        return Proposal(
            guideline: guideline, precedence: .beforeThirst, cadence: .drinking, trigger: .forecastThirst,
            threshold: threshold,
            drink: (Self.usualDrink(in: situation), situation.isAwayFromDesk ? .total : .drink))
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.timeline.reminderThresholds.flatMap { situation.crossings(.lower, of: .freeWaterDeficit($0)) }
    }

    /// A cup on an ordinary day; in the heat as much as the limits allow at once.
    private static func usualDrink(in situation: Situation) -> Volume {
        let isWarm = situation.timeline.climate.climate(at: situation.at).heatLevel > .normal
        return isWarm ? DrinkingLimits.largest : situation.configuration.reminders.cup
    }
}
