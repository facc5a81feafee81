// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

@testable import Guidance
@testable import Wording

/// Values as a planner would make them, to be put into words.
enum Sample {
    /// 2026-06-15, a Monday, at a time of the day in UTC.
    static func at(_ hour: Int, _ minute: Int = 0, day: Int = 15) -> Instant {
        ZoneRules.utc.instant(
            of: LocalTime(hour: hour, minute: minute), on: Day(year: 2026, month: 6, day: day) ?? Day(number: 0))
    }

    static let metric = Idiom(units: .metric, zone: .utc)
    static let us = Idiom(units: .us, zone: .utc)

    static func balance(_ water: Double, salts: Double = 0) -> WaterBalance {
        WaterBalance(waterDeficit: .milliliters(water), electrolyteDeficit: .millimoles(salts))
    }

    static func reminder(
        _ guideline: GuidelineID, _ volume: Double? = nil, _ meaning: ProposedVolume.Meaning = .drink,
        trigger: Reason.Trigger = .forecastThirst, lower: Double = 460, thirstAt: Instant? = nil,
        withSalts: Bool = false, isCritical: Bool = false, others: [GuidelineID] = []
    ) -> Reminder {
        Reminder(
            id: ReminderID("\(guideline.rawValue)/1"), guideline: guideline, others: others, due: at(14, 30),
            proposal: volume.map { ProposedVolume(checked: .milliliters($0), meaning: meaning) },
            withElectrolytes: withSalts, isCritical: isCritical,
            reason: Reason(
                trigger: trigger, lower: balance(lower), median: balance(lower + 60),
                measures: [Measure(.freeWater, .volume(.milliliters(lower)), from: .volume(.milliliters(450)))],
                thirstAt: thirstAt, workout: nil, electrolyteLoss: nil))
    }

    /// An explanation at 14:00, of `reminder` if there is one.
    static func explanation(_ standing: Explanation.Standing, _ reminder: Reminder? = nil) -> Explanation {
        var explanation = Explanation(
            standing: standing, at: at(14), lower: balance(290), median: balance(330),
            losses: Losses(water: .millilitersPerHour(96)), intakeToday: .milliliters(1250), targetToday: .liters(2))
        if let reminder { explanation.take(reminder) }
        explanation.thirstAt = at(18, 52)
        explanation.baselineRate = .millilitersPerHour(96)
        explanation.sweatRate = .zero
        return explanation
    }

    static func plan(_ decision: Decision, coming: Reminder? = nil, comingAt: Instant? = nil) -> Plan {
        Plan(
            at: at(14), median: balance(330), lower: balance(290),
            losses: Losses(water: .millilitersPerHour(96)), thirstAt: at(18, 52), decision: decision,
            coming: coming.map { Plan.Coming(reminder: $0, at: comingAt ?? at(15, 43)) }, nextChange: at(15, 43),
            intakeToday: .milliliters(1250), targetToday: .liters(2), activeWorkout: nil,
            climate: ClimateInForce(climate: .indoor, readAt: nil), pausedUntil: nil, startedAfresh: nil, heldBack: nil,
            warnings: [])
    }

    static let heat = ClimateInForce(
        climate: Climate(air: .celsius(31.4), humidity: .percent(70)), readAt: at(13))
    static let ride = ActiveWorkout(
        entry: Entry.ID(7), activity: "cycling", start: at(13, 50), expectedEnd: at(15, 30),
        climate: heat.climate)
}
