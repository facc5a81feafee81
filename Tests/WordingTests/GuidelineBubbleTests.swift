// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

@Suite("What a bubble says that is not about the next drink")
struct GuidelineBubbleTests {
    private func bubble(_ reminder: Reminder, in idiom: Idiom = Sample.metric) -> Bubble {
        Bubble(reminder, at: Sample.at(14, 30), in: idiom)
    }

    private static let steps: [GuidelineID] = [
        .crampToesTowardYou, .crampBreathe, .crampWaterFirst, .crampUrgentSigns,
    ]

    @Test("A cramp at hand: the steps, the water that may be had, and when to get help")
    func cramp() {
        let text = bubble(Sample.reminder(.crampStopAndStretch, 200, trigger: .cramp, others: Self.steps))
        #expect(text.summary == "A cramp: this may help")
        #expect(
            text.body == """
                Stop, stretch the muscle gently and hold it until it lets go, then massage it lightly.
                A calf: keep the knee straight and pull the toes toward the shin.
                Breathe slowly and evenly. It passes.
                200 ml of water first, if you want to, and see whether it lets go.
                Longer than 10 minutes, one leg red, hot or swollen, dark urine, numb or weak, or after a dirty wound: \
                get medical help now, and do not rub or warm it.
                """)
        #expect(text.buttons.map(\.label) == ["Drank 200 ml", "Seen"])
    }

    @Test("A cramp of somebody who has drunk enough, or too much, or was injured")
    func withoutWater() {
        func body(_ lower: Double, also: [GuidelineID] = []) -> String {
            bubble(
                Sample.reminder(.crampStopAndStretch, trigger: .cramp, lower: lower, others: Self.steps + also)
            ).body
        }
        #expect(body(-100).contains("\nYou have drunk enough: stretch first.\n"))
        #expect(body(60).contains("\nWater only as far as you are thirsty.\n"))
        let flooded = body(-1200, also: [.tooMuchWater])
        #expect(flooded.contains("please stop drinking for now") && flooded.contains(SafetyText.signs))
        #expect(!flooded.contains("drunk enough") && !flooded.contains("thirsty"))
        #expect(!body(100, also: [.crampNoMassageIfInjured]).contains("massage it"))
    }

    @Test("The question has three answers, and so have the next steps; the emergency has none")
    func question() {
        let question = bubble(
            Sample.reminder(.crampStopAndStretch, trigger: .crampFollowUp, others: [.crampUrgentSigns]))
        #expect(question.summary == "Has it let go?")
        #expect(question.buttons.map(\.label) == ["Yes", "No", "Still hurts"])
        #expect(question.buttons.map { ReminderAnswer(rawValue: $0.action.rawValue) } == [.yes, .no, .stillHurts])
        let still = bubble(
            Sample.reminder(
                .crampThenSalts, trigger: .crampStillThere, others: [.crampStandAndLoad, .crampHeat, .crampUrgentSigns])
        )
        #expect(still.body.hasPrefix(Catalogue[.crampThenSalts].advice))
        #expect(still.body.contains("Has it let go?\nLonger than 10 minutes"))
        #expect(still.buttons == question.buttons)
        let urgent = bubble(Sample.reminder(.crampUrgentSigns, trigger: .crampStillThere, isCritical: true))
        #expect(urgent.summary == "When a cramp is an emergency" && urgent.isCritical)
        #expect(urgent.buttons.map(\.label) == ["Seen"])
    }

    @Test("Before a workout: what is missing, slowly, and the whole plan")
    func beforeWorkout() {
        var reminder = Sample.reminder(.drinkBeforeWorkout, 250, trigger: .plannedWorkout)
        reminder.provision = Provision(
            carry: .milliliters(500), portion: .milliliters(150), every: .minutes(20), from: Sample.at(18, 20),
            withElectrolytes: false)
        #expect(
            bubble(reminder).body == """
                250 ml, if you want to. Slowly, before you start.
                Take 500 ml: about 150 ml every 20 min from 18:20, if you want to. Salt: not needed.
                """)
        #expect(bubble(reminder).buttons.map(\.label) == ["Drank 250 ml", "Later", "Skip"])
    }

    @Test("Heat and a stretch are said with the drink that comes at the same time")
    func beside() {
        let text = bubble(Sample.reminder(.drinkBeforeThirst, 300, others: [.hotAndHumid]))
        #expect(text.body.contains(Catalogue[.hotAndHumid].advice))
        let after = bubble(
            Sample.reminder(.drinkAfterWorkout, 300, .total, trigger: .workoutDeficit, others: [.stretchAfter]))
        #expect(after.body.contains(Catalogue[.stretchAfter].advice))
    }

    @Test(
        "Everything else: the advice as the catalogue has it, and a button to have seen it",
        arguments: GuidelineID.allCases)
    func others(_ id: GuidelineID) {
        guard ![.water, .electrolytes].contains(Catalogue[id].topic), id != .tooMuchWater else { return }
        let text = bubble(Sample.reminder(id, trigger: .crampsRecur, withSalts: true, others: [.seeADoctorOften]))
        #expect(text.summary == Catalogue[id].title)
        #expect(text.body == "\(Catalogue[id].advice)\n\(Catalogue[.seeADoctorOften].advice)")
        #expect(text.buttons.map(\.label) == ["Seen"])
    }

    @Test("Exercise in heat, in pregnancy: whom to ask")
    func pregnancy() {
        let others = bubble(Sample.reminder(.hotSeasonStrain, trigger: .workoutInHeat)).body
        #expect(!others.contains("midwife"))
        let body = bubble(Sample.reminder(.hotSeasonStrain, trigger: .heatInPregnancy)).body
        #expect(body == "\(others)\nIn pregnancy, please ask your midwife or doctor before you exercise in heat.")
    }

    @Test("A cold pack comes after the warmth, where warmth was spoken of")
    func cold() {
        func lines(_ trigger: Reason.Trigger, _ others: [GuidelineID]) -> String {
            bubble(Sample.reminder(.crampStandAndLoad, trigger: trigger, others: others + [.crampUrgentSigns])).body
        }
        #expect(
            lines(.crampStillThere, [.crampHeat, .crampCold]).contains("cold pack wrapped in cloth may help, after"))
        #expect(lines(.cramp, [.crampCold]).contains("cold pack wrapped in cloth may help.\n"))
    }

    @Test("A bubble of a cramp says over its lines what they are")
    func titles() {
        func summary(_ guideline: GuidelineID, _ trigger: Reason.Trigger) -> String {
            bubble(Sample.reminder(guideline, trigger: trigger, others: [.crampUrgentSigns])).summary
        }
        #expect(summary(.crampToesTowardYou, .cramp) == "A cramp: this may help")
        #expect(summary(.crampInWater, .cramp) == "A cramp in the water")
        #expect(summary(.crampCold, .crampStillHurts) == "While it still hurts")
        #expect(summary(.crampUrgentSigns, .crampStillHurts) == "When a cramp is an emergency")
    }

    @Test("Minerals that come with food, without salt and potassium to whom they may do harm")
    func minerals() {
        let all = bubble(Sample.reminder(.mineralsInFood, trigger: .crampsRecur, withSalts: true)).body
        #expect(all == Catalogue[.mineralsInFood].advice && all.contains("Potassium"))
        let careful = bubble(Sample.reminder(.mineralsInFood, trigger: .crampsRecur)).body.lowercased()
        for word in ["calcium", "magnesium", "carbohydrates", "eat enough", "no crash diets"] {
            #expect(careful.contains(word))
        }
        #expect(!careful.contains("potassium") && !careful.contains("salt"))
    }

    @Test("A workout left running: since when, what becomes of it without an answer, and how to end it otherwise")
    func leftRunning() {
        var ride = Sample.ride
        ride.askedAt = Sample.at(14, 25)
        let reminder = Sample.reminder(.drinkDuringWorkout, trigger: .workoutLeftRunning)
        let text = Bubble(reminder, at: Sample.at(14, 30), workout: ride, in: Sample.metric)
        #expect(text.summary == "Is the workout still going?")
        #expect(
            text.body == """
                You began cycling 40 min ago.
                Without an answer it counts as ended at 14:25.
                Another end: hydratectl workout stop 20min ago
                """)
        #expect(text.buttons.map(\.label) == ["Yes", "It is over"])
        #expect(text.buttons.map { ReminderAnswer(rawValue: $0.action.rawValue) } == [.yes, .no])
    }

    @Test("Without buttons a bubble ends with what to type, if there is anything to answer")
    func withoutButtons() {
        func typed(_ reminder: Reminder, in idiom: Idiom = Sample.metric) -> String? {
            let text = bubble(reminder, in: idiom)
            #expect(text.bodyWithoutButtons.hasPrefix(text.body))
            #expect(text.terminalLines.first == text.summary)
            #expect(text.terminalLines.last?.hasPrefix("In another terminal: ") == (text.command != nil))
            return text.bodyWithoutButtons.dropFirst(text.body.count).split(separator: "\n").first.map(String.init)
        }
        let thirst = Sample.reminder(.drinkBeforeThirst, 250)
        #expect(typed(thirst) == "To log it: hydratectl drink 250ml")
        #expect(typed(thirst, in: Sample.us) == "To log it: hydratectl drink 8floz")
        let salty = Sample.reminder(.drinkAfterWorkout, 300, .total, trigger: .workoutDeficit, withSalts: true)
        #expect(typed(salty) == "To log it: hydratectl drink 300ml sports-drink")
        #expect(typed(Sample.reminder(.drinkBeforeThirst)) == "To put it off: hydratectl snooze 30min")
        let question = Sample.reminder(.crampStopAndStretch, trigger: .crampFollowUp, others: [.crampUrgentSigns])
        #expect(typed(question) == "To answer: hydratectl answer yes, or no, or still-hurts")
        #expect(
            typed(Sample.reminder(.drinkDuringWorkout, trigger: .workoutLeftRunning))
                == "To answer: hydratectl answer yes, or no")
        #expect(typed(Sample.reminder(.seeADoctorOften, trigger: .crampAdvice)) == nil)
    }

    @Test("The limit of a clinician, once it is reached")
    func limit() {
        let text = bubble(Sample.reminder(.fluidBalanceConditions, trigger: .dailyLimit))
        #expect(text.body == "What your clinician allows for today is reached. Please drink no more than that.")
    }

    @Test("A logged cramp is answered on the terminal with the same steps as in the bubble")
    func terminal() {
        let cramp = Cramp(muscle: .calf)
        let steps = CrampRelief(
            .cramp, [.crampStopAndStretch, .crampWaterFirst], volume: .milliliters(150), isBalanced: false)
        let known = Acknowledgement.text(
            .cramp(cramp, at: Sample.at(14), steps), nil, now: Sample.at(14), in: Sample.metric)
        #expect(known.contains("150 ml of water first, if you want to"))
        let unknown = Acknowledgement.text(.cramp(cramp, at: Sample.at(14)), nil, now: Sample.at(14), in: Sample.metric)
        #expect(unknown.contains(Catalogue[.crampToesTowardYou].advice))
        #expect(unknown.contains(Catalogue[.crampUrgentSigns].advice) && !unknown.contains("water"))
    }

    @Test("What is answered about a cramp is acknowledged with what comes next, and how to answer that")
    func answers() {
        func lines(_ change: Change) -> [String] {
            Acknowledgement.lines(change, nil, now: Sample.at(14), in: Sample.metric)
        }
        let howTo = "When you know whether it has let go: hydratectl answer yes, or no, or still-hurts"
        let steps = CrampRelief(.cramp, [.crampStopAndStretch, .crampUrgentSigns], isBalanced: true)
        #expect(
            lines(.cramp(Cramp(muscle: .calf), at: Sample.at(14), steps)).suffix(2) == [howTo, "Undo: hydratectl undo"])
        let more = CrampRelief(.crampStillThere, [.crampThenSalts, .crampUrgentSigns], isBalanced: true)
        #expect(
            lines(.answered(.no, more)) == [
                "Noted: it has not let go.", Catalogue[.crampThenSalts].advice, "Has it let go?",
                Catalogue[.crampUrgentSigns].advice, howTo, "Undo: hydratectl undo",
            ])
        let urgent = CrampRelief(.crampStillThere, [.crampUrgentSigns], isBalanced: true)
        #expect(
            lines(.answered(.no, urgent)) == [
                "Noted: it has not let go.", Catalogue[.crampUrgentSigns].advice, "Undo: hydratectl undo",
            ])
        #expect(lines(.answered(.yes)).first == "Good that it has let go. Go easy on it for a while.")
        #expect(lines(.workoutIsOver).contains("Another end: hydratectl workout stop 20min ago"))
    }

    @Test("A cramp of some time ago is acknowledged kindly, with what still matters alone")
    func late() {
        let said = CrampRelief(.crampAdvice, [.seeADoctorOften, .crampUrgentSigns], isBalanced: true)
        let text = Acknowledgement.lines(
            .cramp(Cramp(muscle: .calf), at: Sample.at(11), said), nil, now: Sample.at(14), in: Sample.metric)
        #expect(
            text == [
                "Logged a cramp (calf) at 11:00.", "It is a while ago, so what helps with a cramp at hand is left out.",
                Catalogue[.seeADoctorOften].advice, Catalogue[.crampUrgentSigns].advice, "Undo: hydratectl undo",
            ])
    }

    @Test("Every reason has a sentence of its own, and every guideline a time at which it speaks")
    func sentences() {
        let triggers = Reason.Trigger.allCases.map(ExplanationText.sentence)
        #expect(Set(triggers).count == triggers.count)
        let overview = GuidelineText.overview().joined(separator: "\n")
        for guideline in Catalogue.all {
            #expect(overview.contains("  \(guideline.id.rawValue) "))
            #expect(
                GuidelineText.lines(guideline, in: Sample.metric).contains {
                    $0.hasPrefix("When: ") && $0.hasSuffix(".")
                })
        }
    }
}
