// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

@Suite("Why something was said, or nothing")
struct ExplanationTests {
    private let now = Sample.at(14)

    @Test("A reminder: the reason, the numbers, the guideline and its sources")
    func reminder() {
        let reminder = Sample.reminder(.drinkBeforeThirst, 250, thirstAt: Sample.at(18, 52))
        let explanation = Explanation(
            Sample.plan(.show(reminder)),
            loss: .init(
                total: .millilitersPerHour(96), baseline: .millilitersPerHour(96), sweat: .millilitersPerHour(0)))
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(
            lines == [
                "Drink before you feel thirsty (14:00, 250 ml).",
                "Even by the cautious estimate, thirst was on its way.",
                "Balance: about 350 ml short; by the cautious estimate about 300 ml short.",
                "Free water, which thirst follows: about 300 ml short; a reminder comes at 450 ml.",
                "Thirst: around 18:50, if you drink nothing.",
                "Losing: about 100 ml an hour, breath, skin and urine alone.",
                "Today: 1.25 of 2 l.",
                "Guideline drink-before-thirst: \(Catalogue[.drinkBeforeThirst].advice)",
                "Evidence: \(Catalogue[.drinkBeforeThirst].evidence)",
                "Source: D0, Treatment of Muscle Spasms in Legs",
                "Source: D4, What Can Cause Leg Cramps and Treatment To Stop Cramping of Leg Muscles",
                "To switch it off: drink-before-thirst=no under [Guidance]",
            ])
        let us = ExplanationText.lines(explanation, now: now, in: Sample.us)
        #expect(us[0] == "Drink before you feel thirsty (14:00, 8 fl oz).")
        #expect(us[2] == "Balance: about 11 fl oz short; by the cautious estimate about 10 fl oz short.")
    }

    @Test("Silence: why, what would end it, and what comes next", arguments: Silence.allCases)
    func silence(_ silence: Silence) {
        let coming = Sample.reminder(.drinkBeforeThirst, 250)
        let plan = Sample.plan(.silent(silence), coming: coming)
        let lines = ExplanationText.lines(Explanation(plan), now: now, in: Sample.metric)
        #expect(lines.first == ExplanationText.sentence(silence))
        #expect(lines.contains { $0.hasPrefix("Next: Drink before you feel thirsty (about 15:45, 250 ml).") })
        #expect(lines.contains { $0.hasPrefix("Guideline drink-before-thirst: ") })
        let lonely = ExplanationText.lines(Explanation(Sample.plan(.silent(silence))), now: now, in: Sample.metric)
        #expect(lonely.last == "Next: nothing in sight.")
    }

    @Test("No two silences are explained alike")
    func distinct() {
        #expect(Set(Silence.allCases.map(ExplanationText.sentence)).count == Silence.allCases.count)
    }

    @Test("Salts short, sweat and a surplus are said when there are any")
    func parts() {
        var explanation = Explanation(Sample.plan(.silent(.surplus)))
        explanation.median = Sample.balance(-420, salts: 38)
        explanation.loss = .init(
            total: .millilitersPerHour(1160), baseline: .millilitersPerHour(96), sweat: .millilitersPerHour(1064))
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(lines.contains { $0.hasPrefix("Balance: about 400 ml to spare and 40 mmol of salts short; ") })
        #expect(
            lines.contains(
                "Losing: about 1.2 l an hour: about 100 ml an hour by breath, skin and urine, about 1.1 l an hour by sweat."
            ))
    }

    @Test("A warning of too much water cannot be switched off, and nobody is told how")
    func safety() {
        let stop = Sample.reminder(.tooMuchWater, trigger: .surplus, lower: -900)
        let lines = ExplanationText.lines(
            Explanation(stop, shownAt: now, intakeToday: .liters(5), targetToday: .liters(2)), now: now,
            in: Sample.metric)
        #expect(!lines.contains { $0.contains("switch it off") })
        #expect(lines.contains { $0.hasPrefix("Source: Weschler 2005") })
    }
}
