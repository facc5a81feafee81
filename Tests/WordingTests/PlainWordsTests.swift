// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

/// What no sentence may say, over reminders, plans and changes that nobody thought of. A failure prints the seed.
@Suite("Nothing is promised, commanded or spelt out to the last digit")
struct PlainWordsTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A promise, a command, a diagnosis or a medicine.
    private static let banned = [
        "prevent", "cure", "must", "diagnos", "guarantee", "will help", "you have to", "aspirin", "ibuprofen",
        "paracetamol", "quinine", "lithium", "desmopressin", "furosemide", "magnesium supplement", "salt tablet",
        "optional(",
    ]

    /// Why `text` may not be said; nil when it may.
    private func fault(in text: String) -> String? {
        // What a guideline says of its evidence may deny a promise, and so name it.
        let own = text.split(separator: "\n").filter { !$0.hasPrefix("Evidence:") && !$0.hasPrefix("Source:") }
            .joined(separator: "\n").lowercased()
        if let word = Self.banned.first(where: { own.contains($0) }) { return "says “\(word)”" }
        if own.contains(/\b(nan|inf|nil)\b/) { return "shows a number that is none" }
        if own.contains(/\d\.\d{3}|\d{5}/) { return "is absurdly precise" }
        if own.contains("  ") || own.contains("..") || own.contains(" .") { return "is badly set" }
        return text.isEmpty ? "is empty" : nil
    }

    @Test("Over generated values, in both unit systems", arguments: [UInt64.random(in: 0...(.max))])
    func generated(seed: UInt64) {
        var generator = Generator(state: seed)
        func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
        func instant() -> Instant { Sample.at(14).advanced(byHours: number(-300...300)) }
        func any<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &generator)] }

        for round in 0..<400 {
            let idiom = any([Sample.metric, Sample.us])
            let reminder = Sample.reminder(
                any(GuidelineID.allCases), any([nil, number(100...300)]), any([.drink, .total]),
                trigger: any(Reason.Trigger.allCases), lower: number(-6000...6000), thirstAt: any([nil, instant()]),
                withSalts: any([true, false]), others: any([[], [.replaceElectrolytes]]))
            let bubble = Bubble(
                reminder, at: Sample.at(14), workout: any([nil, Sample.ride]),
                in: idiom, asksAboutHealth: any([true, false]))
            let plan = Sample.plan(
                any([.show(reminder), .keep(reminder.id)] + Silence.allCases.map(Decision.silent)),
                coming: any([nil, reminder]), comingAt: instant())
            var explanation = Sample.explanation(any(Explanation.Standing.allCases), any([nil, reminder]))
            explanation.silence = any([nil] + Silence.allCases)
            explanation.at = instant()
            explanation.median = Sample.balance(number(-9000...9000), salts: number(0...500))
            explanation.losses = Losses(water: .millilitersPerHour(number(20...3000)))
            explanation.baselineRate = any([nil, .millilitersPerHour(number(20...150))])
            explanation.sweatRate = .millilitersPerHour(number(0...2500))
            let unit = any(Reading.Unit.allCases)
            let measure = Measure(
                any(Measure.Subject.allCases), any([nil, Reading(number(0...4000), unit)]),
                from: Reading(number(0...4000), unit))
            explanation.measures = any([[], [measure]])
            let causes: [WaterAccount.Cause] = [
                .carried, .baseline, .workout(Entry.ID(1), activity: "trail-running", air: .celsius(number(-30...45))),
                .heat(air: .celsius(number(20...45))), .caffeine, .urine, .unlogged,
                .drinks(count: Int.random(in: 1...20, using: &generator)),
            ]
            explanation.account = WaterAccount(
                since: instant(),
                items: causes.map {
                    .init(
                        $0, usual: .milliliters(number(-9000...9000)), cautious: .milliliters(number(-9000...9000)))
                })
            explanation.glass = any([nil, .init(volume: .milliliters(250), nextAt: any([nil, instant()]))])
            explanation.last = any([nil, .init(reminder.id, at: instant())])
            let guidelineStanding = GuidelineStanding(
                guideline: reminder.guideline, isEnabled: any([true, false]), isMuted: any([true, false]),
                at: Sample.at(14), measures: [measure], nextAt: any([nil, instant()]),
                mass: .kilograms(number(25...250)))
            let luggage = Luggage(
                volume: .milliliters(number(0...4000)), portion: .milliliters(number(50...300)), every: .minutes(20),
                from: instant(), withElectrolytes: any([nil, true, false]))
            let changes: [Change] = [
                .drink(.milliliters(number(1...3000)), beverage: "tea", at: instant()),
                .workoutPlanned(activity: "running", from: instant(), to: instant(), luggage),
                .workoutStarted(activity: "running", at: instant(), luggage),
                .climate(
                    ClimateReading(
                        climate: Climate(air: .celsius(number(-40...60)), humidity: .percent(number(0...100)))),
                    at: instant()),
                .bodyMass(.kilograms(number(25...250)), .plain, at: instant()),
                .cramp(Cramp(muscle: any(Muscle.allCases), side: any(Cramp.Side.allCases)), at: instant()),
                .answered(
                    any(ReminderAnswer.allCases),
                    any([
                        nil,
                        CrampRelief(
                            any(Reason.Trigger.allCases), [any(GuidelineID.allCases), any(GuidelineID.allCases)],
                            volume: any([nil, .milliliters(number(100...300))]), isBalanced: any([true, false])),
                    ])),
                any([.workoutGoesOn, .workoutIsOver]), .undone(any(Event.Kind.allCases)), .snoozed(until: instant()),
                .paused(until: instant()), .resumed,
            ]
            let standing = Standing(
                intakeToday: .milliliters(number(0...9000)), targetToday: .milliliters(number(1000...9000)),
                nextAt: any([nil, instant()]), warnings: any([[], IntakeWarning.allCases]))
            var texts =
                [bubble.summary, bubble.bodyWithoutButtons]
                + ExplanationText.lines(explanation, now: Sample.at(14), in: idiom)
                + GuidelineText.lines(Catalogue[reminder.guideline], guidelineStanding, in: idiom)
                + StatusText.rows(Status(plan), in: idiom).map(\.text)
                + StatusText.notices(
                    Status(plan, notices: [.healthUnchecked, .untrusted, .noNotificationServer]))
                + changes.map { Acknowledgement.text($0, standing, now: Sample.at(14), in: idiom) }
            texts.append(StatusText.serviceStatus(plan, in: idiom))
            for text in texts {
                let fault = fault(in: text)
                #expect(fault == nil, "seed \(seed), round \(round): “\(text)” \(fault ?? "")")
                guard fault == nil else { return }
            }
            for button in bubble.buttons {
                #expect((1...14).contains(button.label.count), "seed \(seed): \(button.label)")
            }
        }
    }

    @Test("Every bubble that proposes a drink leaves it to the person", arguments: GuidelineID.allCases)
    func freedom(guideline: GuidelineID) {
        for meaning in [ProposedVolume.Meaning.drink, .total] where guideline != .tooMuchWater {
            let body = Bubble(Sample.reminder(guideline, 200, meaning), at: Sample.at(14), in: Sample.metric).body
            #expect(body.contains("if you want to") || body.contains(SafetyText.bodyFirst), "\(body)")
        }
    }
}
