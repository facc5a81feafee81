// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// At rest: the free-water deficit of the cautious run has come half way to thirst.
struct DrinkBeforeThirst: Rule {
    let guideline = GuidelineID.drinkBeforeThirst

    func proposal(in situation: Situation) -> Proposal? {
        let threshold = situation.body.reminderThreshold
        guard situation.workout == nil, situation.reaches(situation.lower.freeWaterDeficit, threshold) else {
            return nil
        }
        return Proposal(
            guideline: guideline, precedence: .beforeThirst, cadence: .drinking, trigger: .forecastThirst,
            threshold: threshold,
            drink: (Self.usualDrink(in: situation), situation.isAwayFromDesk ? .total : .drink))
    }

    func changes(after situation: Situation) -> [Instant] {
        let threshold = BalanceCourse.Level.freeWaterDeficit(situation.body.reminderThreshold)
        return situation.crossings(.lower, of: threshold)
    }

    /// A cup on an ordinary day; in the heat as much as the limits allow at once.
    private static func usualDrink(in situation: Situation) -> Volume {
        let isWarm = situation.timeline.climate.climate(at: situation.at).heatLevel > .normal
        return isWarm ? DrinkingLimits.largest : situation.configuration.reminders.cup
    }
}
