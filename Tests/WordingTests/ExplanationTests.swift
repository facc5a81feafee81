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
        let explanation = Sample.explanation(
            .due, Sample.reminder(.drinkBeforeThirst, 250, lower: 460, thirstAt: Sample.at(18, 52)))
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(
            lines == [
                "Drink before you feel thirsty (14:00, 250 ml).",
                "Even by the cautious estimate, thirst was on its way.",
                "Balance: 330 ml short; by the cautious estimate 290 ml short.",
                "Free water, which thirst follows, by the cautious estimate: 460 ml short; it speaks from 450 ml.",
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
        #expect(us[2] == "Balance: 11 fl oz short; by the cautious estimate 10 fl oz short.")
    }

    @Test("Silence: why, what would end it, and what comes next", arguments: Silence.allCases)
    func silence(_ silence: Silence) {
        var explanation = Sample.explanation(.coming, Sample.reminder(.drinkBeforeThirst, 250, lower: 215))
        explanation.silence = silence
        explanation.at = Sample.at(15, 43)
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(lines.first == ExplanationText.sentence(silence))
        let next = lines.firstIndex(of: "Next: Drink before you feel thirsty (about 15:45, 250 ml).")
        #expect(next.map { lines[$0 + 1].hasSuffix(": 220 ml short; it speaks from 450 ml.") } == true)
        #expect(lines.contains { $0.hasPrefix("Guideline drink-before-thirst: ") })
        var lonely = Sample.explanation(.silent)
        lonely.silence = silence
        let alone = ExplanationText.lines(lonely, now: now, in: Sample.metric)
        #expect(alone.first == ExplanationText.sentence(silence))
        #expect(alone.last == "Next: nothing in sight.")
    }

    @Test(
        "What is held back until somebody sees it",
        arguments: [
            (Silence.locked, "held until you are back"), (.away, "held until you are back"),
            (.noNotificationServer, "held until something shows bubbles"),
        ])
    func held(silence: Silence, words: String) {
        var explanation = Sample.explanation(.coming, Sample.reminder(.drinkBeforeThirst, 250, lower: 460))
        explanation.silence = silence
        explanation.at = now
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(lines.contains("Next: Drink before you feel thirsty (\(words), 250 ml)."))
    }

    @Test("The greeting, and what is only to come, are not taken for a reminder that came")
    func noReminder() {
        let greeting = ExplanationText.lines(Sample.explanation(.due), now: now, in: Sample.metric)
        #expect(greeting.first == "The greeting of the first start; nothing else is due.")
        let coming = Sample.explanation(.coming, Sample.reminder(.drinkBeforeThirst, 250))
        #expect(ExplanationText.lines(coming, now: now, in: Sample.metric).first == "Not due yet.")
    }

    @Test("What a drink would change is said as the plan has it")
    func glass() {
        var explanation = Sample.explanation(.coming, Sample.reminder(.drinkBeforeThirst, 250))
        explanation.glass = .init(volume: .milliliters(250), nextAt: Sample.at(17, 40))
        func says(_ line: String) -> Bool {
            ExplanationText.lines(explanation, now: now, in: Sample.metric).contains(line)
        }
        #expect(says("A drink of 250 ml now would move it to about 17:40."))
        explanation.standing = .due
        #expect(says("A drink of 250 ml now would put the next one off until about 17:40."))
        explanation.glass?.nextAt = nil
        #expect(says("A drink of 250 ml now would leave no reminder in sight."))
    }

    @Test("The last reminder is named where a silence is explained, so that it can be asked about")
    func last() {
        var explanation = Sample.explanation(.silent)
        explanation.silence = .gap
        explanation.last = .init(ReminderID("drink-before-thirst@1.0"), at: Sample.at(13, 30))
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(lines.last == "The last reminder came at 13:30: hydratectl why drink-before-thirst@1.0")
    }

    @Test("The losses and drinks that are told add up to the balance that is told, in both estimates and both units")
    func account() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let items = [WaterAccount.Cause.carried, .baseline, .urine, .unlogged, .drinks(count: 3)].map {
                WaterAccount.Item(
                    $0, usual: .milliliters(.random(in: -900...900, using: &random)),
                    cautious: .milliliters(.random(in: -900...900, using: &random)))
            }
            for (idiom, unit) in [(Sample.metric, 1.0), (Sample.us, Volume.fluidOunces(1).milliliters)] {
                let lines = AccountText.lines(WaterAccount(since: now, items: items), in: idiom)
                let told = lines.reduce(0.0) { $0 + Self.amount($1) * unit }
                let total = idiom.rounded(items.reduce(.zero) { $0 + $1.usual }).milliliters
                #expect(abs(told - total) < 6, "\(lines) for \(total)")
            }
        }
    }

    /// The number in front of a line of the account, with its sign, in ml or fl oz.
    private static func amount(_ line: String) -> Double {
        let words = line.split(separator: " ")
        let number = (Double(words[1]) ?? .nan) * (words[2] == "l" ? 1000 : 1)
        return words[0] == "-" ? -number : number
    }

    @Test("A run in the heat reads as what it is")
    func run() {
        let run = WaterAccount.Cause.workout(Entry.ID(4), activity: "trail-running", air: .celsius(31.2))
        let account = WaterAccount(
            since: Sample.at(7),
            items: [
                .init(.carried, usual: .milliliters(120), cautious: .milliliters(120)),
                .init(.baseline, usual: .milliliters(544), cautious: .milliliters(544)),
                .init(run, usual: .milliliters(642), cautious: .milliliters(481)),
                .init(.heat(air: .celsius(31)), usual: .milliliters(214), cautious: .milliliters(214)),
                .init(.drinks(count: 1), usual: .milliliters(-250), cautious: .milliliters(-250)),
            ])
        #expect(
            AccountText.lines(account, in: Sample.metric) == [
                "+ 120 ml short at waking", "+ 540 ml by breath, skin and urine",
                "+ 650 ml of sweat in trail running at 31 °C (490 ml by the cautious estimate)",
                "+ 210 ml of sweat at rest at 31 °C", "- 250 ml in one drink",
            ])
        #expect(AccountText.lines(account, in: Sample.us)[2].hasSuffix("at 88 °F (17 fl oz by the cautious estimate)"))
    }

    @Test("No two silences are explained alike")
    func distinct() {
        #expect(Set(Silence.allCases.map(ExplanationText.sentence)).count == Silence.allCases.count)
    }

    @Test("Every number a guideline looks at has its words, and no two have the same")
    func measures() {
        let sentences = Measure.Subject.allCases.map {
            MeasureText.sentence(Measure($0, .count(2), from: .count(3)), in: Sample.metric)
        }
        #expect(Set(sentences).count == Measure.Subject.allCases.count)
        #expect(sentences.allSatisfy { $0.contains(": 2; it speaks ") })
        let sodium = Measure(
            .plasmaSodium, .concentration(.millimolesPerLiter(137.44)), from: .concentration(.millimolesPerLiter(138)))
        #expect(
            MeasureText.sentence(sodium, in: Sample.metric)
                == "Sodium of the blood, as estimated: 137.4 mmol/l; it speaks below 138 mmol/l.")
        let surplus = Measure(.surplus, .volume(.zero), from: .volume(.milliliters(700)))
        #expect(
            MeasureText.sentence(surplus, of: .kilograms(70), in: Sample.metric)
                == "Taken in beyond what was lost: 0 ml; it speaks from 700 ml (1 % of 70 kg).")
        let bed = Measure(.untilBed, .duration(.minutes(75)), from: .duration(.minutes(20)))
        #expect(
            MeasureText.sentence(bed, in: Sample.metric)
                == "Until bedtime: 1 h 15 min; it speaks in the last 20 min.")
    }

    @Test("Salts short, sweat and a surplus are said when there are any")
    func parts() {
        var explanation = Sample.explanation(.silent)
        explanation.median = Sample.balance(-420, salts: 38)
        explanation.losses = Losses(water: .millilitersPerHour(1160))
        explanation.sweatRate = .millilitersPerHour(1064)
        let lines = ExplanationText.lines(explanation, now: now, in: Sample.metric)
        #expect(lines.contains { $0.hasPrefix("Balance: 420 ml to spare and 40 mmol of salts short; ") })
        #expect(
            lines.contains(
                "Losing: about 1.2 l an hour: about 100 ml an hour by breath, skin and urine, about 1.1 l an hour by sweat."
            ))
    }

    @Test("A warning of too much water cannot be switched off, and nobody is told how")
    func safety() {
        let stop = Sample.reminder(.tooMuchWater, trigger: .surplus, lower: -900)
        let lines = ExplanationText.lines(Sample.explanation(.shown, stop), now: now, in: Sample.metric)
        #expect(!lines.contains { $0.contains("switch it off") })
        #expect(lines.contains { $0.hasPrefix("Source: Weschler 2005") })
        var silent = Sample.explanation(.silent)
        silent.silence = .surplus
        for explanation in [silent, Sample.explanation(.due, stop)] {
            let told = ExplanationText.lines(explanation, now: now, in: Sample.metric)
            #expect(told.contains { $0.hasSuffix(SafetyText.signs) })
        }
    }
}
