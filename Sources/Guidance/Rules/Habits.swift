// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Food and habits, for those who have switched them on: when there is reason to, and seldom.
struct Habit: Rule {
    let guideline: GuidelineID
    /// At most once in so long.
    let every: Duration
    let trigger: Reason.Trigger
    let isDue: @Sendable (Situation) -> Bool

    func proposal(in situation: Situation) -> Proposal? {
        guard let wake = situation.day?.wake, isDue(situation) else { return nil }
        var proposal = Proposal(guideline, .habit, .seldom(cause: wake, every: every), trigger, in: situation)
        // Of salt and potassium nothing is said to whom they may harm.
        proposal.withElectrolytes = guideline == .mineralsInFood
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        guideline == .contrastShower ? situation.evenings : []
    }

    static let all: [Habit] = [
        Habit(guideline: .mineralsInFood, every: .days(7), trigger: .crampsRecur) { $0.crampsRecur },
        Habit(guideline: .vitamins, every: .days(7), trigger: .crampsRecur) { $0.crampsRecur },
        Habit(guideline: .pregnancyMinerals, every: .days(7), trigger: .profile) { $0.body.profile.isPregnant },
        Habit(guideline: .footwear, every: .days(14), trigger: .crampsRecur) { $0.crampsRecur },
        Habit(guideline: .easeStress, every: .days(14), trigger: .crampsRecur) { $0.crampsRecur },
        Habit(guideline: .contrastShower, every: .days(14), trigger: .crampsRecur) {
            $0.crampsRecur && $0.isEvening && $0.allowsHeatAndCold
        },
        Habit(guideline: .sportsMassage, every: .days(14), trigger: .load) {
            !$0.isInjured && ($0.crampsRecur || $0.hardDays(within: 7).count >= 3)
        },
    ]
}

/// More caffeine today than is thought harmless (EFSA 2015).
struct LessCoffee: Rule {
    let guideline = GuidelineID.lessCoffee

    func proposal(in situation: Situation) -> Proposal? {
        guard let wake = situation.day?.wake else { return nil }
        guard situation.history.caffeine(since: wake) > Self.harmless(to: situation.body).milligrams else { return nil }
        return Proposal(guideline, .habit, .slot(cause: wake, slot: 0), .caffeine, in: situation)
    }

    /// As much in a day.
    static func harmless(to body: Body) -> Mass { .milligrams(body.profile.isPregnant ? 200 : 400) }
}
