// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

@Suite("What a bubble says")
struct BubbleTests {
    private func bubble(_ reminder: Reminder, in idiom: Idiom = Sample.metric, riding: Bool = false) -> Bubble {
        Bubble(reminder, at: Sample.at(14, 30), workout: riding ? Sample.ride : nil, in: idiom)
    }

    @Test("Before thirst: a volume, if one wants to, and when thirst would come")
    func beforeThirst() {
        let reminder = Sample.reminder(.drinkBeforeThirst, 250, thirstAt: Sample.at(15, 12))
        let metric = bubble(reminder)
        #expect(metric.summary == "Time for a drink")
        #expect(metric.body == "250 ml, if you want to.\nThirst would come around 15:10.")
        #expect(metric.buttons.map(\.label) == ["Drank 250 ml", "Later", "Skip"])
        #expect(metric.buttons.map(\.action.rawValue) == ["drank", "later", "skip"])
        let us = bubble(reminder, in: Sample.us)
        #expect(us.body == "8 fl oz, if you want to.\nThirst would come around 15:10.")
        #expect(us.buttons.map(\.label) == ["Drank 8 fl oz", "Later", "Skip"])
    }

    @Test("During a workout: where one is, and a total that counts what was drunk already")
    func duringWorkout() {
        let reminder = Sample.reminder(.drinkDuringWorkout, 150, .total, trigger: .workoutForecast)
        #expect(
            bubble(reminder, riding: true).body == """
                31 °C and humid, 40 min into cycling: up to 150 ml since the last reminder, what you have already \
                drunk included.
                Only if you feel like it: nausea or a full stomach comes first.
                """)
        #expect(
            bubble(reminder, in: Sample.us, riding: true).body.hasPrefix(
                "89 °F and humid, 40 min into cycling: up to 5 fl oz since"))
        #expect(bubble(reminder).body.hasPrefix("Up to 150 ml since the last reminder"))
        #expect(bubble(reminder).buttons.map(\.label) == ["Had it", "Later", "Skip"])
    }

    @Test("After a workout: spread, with salts when it cost salts, and a last word")
    func afterWorkout() {
        let reminder = Sample.reminder(.drinkAfterWorkout, 300, .total, trigger: .workoutDeficit, withSalts: true)
        #expect(
            bubble(reminder).body == """
                Up to 300 ml since the last reminder, what you have already drunk included.
                The rest comes with time and your meals.
                With salts in it, such as a sports drink, or a salty snack beside it.
                Only if you feel like it: nausea or a full stomach comes first.
                """)
        let last = Sample.reminder(.drinkAfterWorkout, 150, .total, trigger: .lastOfWorkout)
        #expect(bubble(last).body.contains("You may have lost more: drink to thirst."))
    }

    @Test("Who has asked for a quick recovery is told that this is it")
    func quickRecovery() {
        let reminder = Sample.reminder(.drinkAfterWorkout, 300, .total, trigger: .quickRecovery, withSalts: true)
        #expect(
            bubble(reminder).body == """
                Up to 300 ml since the last reminder, what you have already drunk included.
                As you asked: back to normal sooner. The rest comes in small steps.
                With salts in it, such as a sports drink, or a salty snack beside it.
                Only if you feel like it: nausea or a full stomach comes first.
                """)
        let last = Sample.reminder(.drinkAfterWorkout, 150, .total, trigger: .lastOfQuickRecovery)
        #expect(bubble(last).body.contains("As you asked"))
        #expect(bubble(last).body.contains("You may have lost more: drink to thirst."))
        for trigger in [Reason.Trigger.quickRecovery, .lastOfQuickRecovery] {
            #expect(ExplanationText.sentence(trigger).contains("You asked for a quick recovery"))
        }
    }

    @Test("Salts alone: something salty may help, and no drink to log")
    func electrolytes() {
        let text = bubble(Sample.reminder(.replaceElectrolytes, trigger: .workoutElectrolytes, withSalts: true))
        #expect(text.body.contains("may help"))
        #expect(text.buttons.map(\.label) == ["Got it", "Later", "Skip"])
        #expect(text.buttons.first?.action == .seen)
    }

    @Test("Too much water: stop, the signs, whom to call, and only Seen")
    func tooMuchWater() {
        let stop = bubble(
            Sample.reminder(.tooMuchWater, trigger: .surplus, lower: -1480, isCritical: true))
        #expect(stop.summary == "Please stop drinking for now")
        #expect(
            stop.body == """
                You have taken in about 1.5 l more than you lost. Drinking on is dangerous.
                Nausea, headache, bloating or confusion: get help now, call your local emergency number.
                """)
        #expect(stop.buttons == [.init(action: .seen, label: "Seen")])
        #expect(stop.isCritical)
        let us = bubble(Sample.reminder(.tooMuchWater, trigger: .surplus, lower: -1480), in: Sample.us)
        #expect(us.body.hasPrefix("You have taken in about 50 fl oz more than you lost."))
        #expect(!us.isCritical)
        let salt = bubble(Sample.reminder(.tooMuchWater, trigger: .surplus, lower: 50))
        #expect(salt.body.hasPrefix("Much water and little salt has gone in."))
    }

    @Test("The question about health goes last, when it is asked")
    func health() {
        let reminder = Sample.reminder(.drinkBeforeThirst, 250)
        let asking = Bubble(reminder, at: Sample.at(14, 30), in: Sample.metric, asksAboutHealth: true)
        #expect(
            asking.body == """
                250 ml, if you want to.
                If a doctor limits your fluids, or you have heart, kidney or liver disease or are pregnant, say so in \
                hydrated.conf first.
                """)
    }

    @Test("Without a volume there is nothing to log")
    func noVolume() {
        let text = bubble(Sample.reminder(.drinkBeforeThirst))
        #expect(text.body == "A drink, if you want to.")
        #expect(text.buttons.map(\.action) == [.later, .skip])
    }
}
