// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A condition under which only a clinician's limit counts: said in the morning once a month, and when the day's limit
/// is reached.
struct FluidBalanceConditions: Rule {
    let guideline = GuidelineID.fluidBalanceConditions

    private static let morning = Duration.hours(2)

    func proposal(in situation: Situation) -> Proposal? {
        let health = situation.configuration.health
        guard !health.fluid.isEmpty, let day = situation.day else { return nil }
        if let limit = health.dailyLimit, situation.intakeToday >= limit {
            return Proposal(guideline, .advice, .slot(cause: day.wake, slot: 1), .dailyLimit, in: situation)
        }
        guard situation.at - day.wake < Self.morning else { return nil }
        return Proposal(guideline, .advice, .seldom(cause: day.wake, every: .days(30)), .profile, in: situation)
    }
}
