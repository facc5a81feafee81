// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("A cramp at hand")
struct CrampTests {
    /// The bubbles about the cramp itself, as the slots of it.
    private func told(_ story: Story) -> [Reminder] { story.told().filter { $0.id.text.contains("cramp-") } }

    @Test("comes with all steps in one bubble at once, the urgent signs last, and a drink that the balance allows")
    func steps() throws {
        let reminder = try #require(Story().cramp(14).told().first { $0.reason.trigger == .cramp })
        #expect(reminder.due == Scene.instant(14))
        #expect(
            reminder.guidelines == [
                .crampStopAndStretch, .crampToesTowardYou, .crampBreathe, .crampWaterFirst, .crampUrgentSigns,
            ])
        #expect(reminder.volume == .ml(200))
    }

    @Test("gets no drink while more has gone in than was lost")
    func balanced() throws {
        let full = Story().drinking(300, at: 7.1, 7.8).cramp(8)
        let reminder = try #require(full.told().first { $0.reason.trigger == .cramp })
        #expect(reminder.volume == nil && reminder.guidelines.contains(.crampWaterFirst))
        let flooded = Story().drinking(1400, at: 9).cramp(9.1).told()
        let steps = try #require(flooded.first { $0.reason.trigger == .cramp })
        #expect(steps.volume == nil && steps.others.contains(.tooMuchWater))
    }

    @Test("is asked about after ten minutes, and after No tried on, in the documents' order, until it is urgent")
    func followUp() {
        let told = Story().cramp(14, severe: true).answering(.no, .no).told().filter { $0.due >= Scene.instant(14) }
        #expect(told.prefix(4).map(\.reason.trigger) == [.cramp, .crampFollowUp, .crampStillThere, .crampStillThere])
        #expect(told[1].due == Scene.instant(14) + .minutes(10))
        #expect(
            told[2].guidelines == [
                .crampThenSalts, .crampStandAndLoad, .crampHeat, .crampPinch, .crampCold, .crampUrgentSigns,
            ])
        #expect(told[3].guidelines == [.crampUrgentSigns] && told[3].isCritical && !told[3].asksAboutCramp)
    }

    @Test("leaves the signs that need help on the desktop for three hours, or until they are seen")
    func urgent() throws {
        var scene = Scene()
        scene.at(14, .cramp(Cramp(muscle: .calf)))
        for hour in [14.0, 14.2, 14.25] {
            let shown = scene.show(hour)
            let bubble = try #require(shown)
            if bubble.asksAboutCramp { scene.at(hour + 0.01, .answer(bubble.id, .no)) }
        }
        let shown = scene.show(14.3)
        let urgent = try #require(shown)
        #expect(urgent.isCritical)
        scene.at(15, .stretch)
        #expect(scene.kept(14.9) == urgent.id && scene.kept(17.29) == urgent.id)
        #expect(scene.plan(17.29).nextChange == Scene.instant(17.3))
        #expect(scene.kept(17.31) == nil)
        scene.at(15.1, .answer(urgent.id, .seen))
        #expect(scene.kept(15.2) == nil)
        #expect(scene.nextShow(after: 15.2).map { scene.reminder($0)?.guideline } == .drinkBeforeThirst)
    }

    @Test("is over with Yes")
    func over() {
        #expect(told(Story().cramp(14).answering(.yes)).map(\.reason.trigger) == [.cramp, .crampFollowUp])
    }

    @Test("is followed through quiet hours, sleep and a pause, but not while nobody is there")
    func personStarted() {
        let quiet = Story().set { $0.quiet.days = [.thursday] }
            .at(13.5, .pause(until: Scene.instant(20))).cramp(14)
        #expect(told(quiet).map(\.reason.trigger) == [.cramp, .crampFollowUp])
        let night = Story().from(0).cramp(3).until(6)
        #expect(told(night).map(\.reason.trigger) == [.cramp, .crampFollowUp])
        var away = Story().cramp(14).until(15)
        away.acts.append((Scene.instant(14.1), .be(.away)))
        away.acts.append((Scene.instant(14.5), .be(.present)))
        #expect(told(away).last?.due == Scene.instant(14.5))
        var gone = away.until(17)
        gone.acts.removeAll { if case .be(.present) = $0.act { true } else { false } }
        #expect(told(gone).map(\.reason.trigger) == [.cramp])
    }

    @Test("wakes nobody for anything else: no other bubble follows one at night, with or without an answer")
    func night() throws {
        // Little drunk in the evening, so that there is something to ask for.
        let evening = Story().from(-8).set { $0.day.meals = [] }.until(6.9)
        for answers in [[ReminderAnswer.yes], [.no, .no], []] {
            var story = evening.cramp(3.17).at(3.2, .injury(Injury(muscle: .calf)))
            story.answers = answers
            let told = story.told().filter { $0.due > Scene.instant(0) }
            #expect(told.allSatisfy { $0.id.isCaused(by: Scene.instant(3.17)) }, "\(told.map(\.id.text))")
            // Its own drink is there all the same.
            #expect(told.first?.volume != nil)
        }
        // What shows the person up does lead to more.
        let up = evening.at(3.17, .stretch).told().filter { $0.due > Scene.instant(0) }
        #expect(up.map(\.guideline) == [.drinkBeforeThirst])
    }

    @Test("leaves them asleep when its drink is had")
    func nightDrink() throws {
        var scene = Scene()
        scene.at(3, .cramp(Cramp(muscle: .calf)))
        let bubble = scene.show(3)
        let steps = try #require(bubble)
        let volume = try #require(steps.volume)
        scene.at(3.05, .drink(steps.drink(volume)))
        #expect(scene.situation(3.1).isAsleep)
        scene.drink(3.2, 50)
        #expect(!scene.situation(3.25).isAsleep)
    }

    @Test("shares its bubble with everything that falls due with it, once in its time")
    func shared() throws {
        let story = Story().set {
            $0.health.salt = [.bloodPressureMedicine]
            $0.health.cramp = [.spine]
        }.crampsRecur(.left, .left, .left).cramp(12, .calf, .left).until(13)
        let steps = story.told().filter { $0.reason.trigger == .cramp }
        let advice: Set<GuidelineID> = [
            .seeADoctorOften, .seeADoctorOneSided, .medicineAndPotassium, .conditionAndCramps, .spineWalkBent,
        ]
        // What was due for the cramps told at seven was said then; the next comes with none of it.
        let said = story.told().flatMap(\.guidelines).filter(advice.contains)
        #expect(Set(said) == advice && said.count == advice.count)
        #expect(steps.count == 2 && steps.allSatisfy { $0.guidelines.last == .crampUrgentSigns })
    }

    @Test("leaves massage, warmth and pinching out after an injury")
    func injured() throws {
        let told = Story().at(10, .injury(Injury(muscle: .calf))).cramp(14).answering(.no).told()
        let still = try #require(told.first { $0.reason.trigger == .crampStillThere })
        #expect(still.guidelines.contains(.crampNoMassageIfInjured))
        #expect(!still.guidelines.contains(.crampHeat) && !still.guidelines.contains(.crampPinch))
    }

    @Test("is answered with the same steps whether or not there is a bubble, and so is what is said of it")
    func relief() throws {
        var scene = Scene()
        func relief(_ id: Entry.ID, _ hour: Double) -> CrampRelief? {
            Planner.relief(after: id, timeline: scene.timeline(hour), configuration: scene.configuration)
        }
        let cramp = scene.at(14, .cramp(Cramp(muscle: .calf, severity: .severe)))
        let steps = relief(cramp, 14)
        // Shown or not, and asked again later.
        let shownBubble = scene.show(14)
        let shown = try #require(shownBubble)
        #expect(steps == CrampRelief(shown) && relief(cramp, 14.1) == steps && steps?.volume == .ml(200))

        // Nobody showed the question, and it can be answered before its time.
        func asked(_ answer: ReminderAnswer, _ hour: Double) -> ReminderID? {
            Planner.question(for: answer, timeline: scene.timeline(hour), configuration: scene.configuration)
        }
        func answer(_ answer: ReminderAnswer, _ hour: Double) throws -> Entry.ID {
            let asked = try #require(asked(answer, hour))
            return scene.at(hour, .answer(asked, answer))
        }
        let no = try answer(.no, 14.1)
        #expect(relief(no, 14.1)?.guidelines.first == .crampThenSalts)
        #expect(scene.reminder(14.1)?.reason.trigger == .crampStillThere)
        let still = try answer(.stillHurts, 14.2)
        #expect(relief(still, 14.2)?.guidelines == [.seeADoctorSevere, .crampCold, .crampUrgentSigns])
        #expect(asked(.yes, 14.3) == nil)
    }

    @Test("that was over long before it was written down is answered with what still matters")
    func late() {
        var scene = Scene()
        for hour in [-40.0, -20] { scene.at(hour, .cramp(Cramp(muscle: .thigh)), made: 8) }
        let cramp = scene.at(10, .cramp(Cramp(muscle: .calf)), made: 12)
        let said = Planner.relief(after: cramp, timeline: scene.timeline(12), configuration: scene.configuration)
        #expect(said?.trigger == .crampAdvice)
        #expect(said?.guidelines == [.seeADoctorOften, .crampUrgentSigns] && said?.volume == nil)
    }

    @Test("in a workout is a word to shorten it or rest, each time, in the same bubble")
    func overExertion() {
        func steps(_ scene: inout Scene, _ hour: Double) -> [GuidelineID] {
            scene.at(hour, .cramp(Cramp(muscle: .calf)))
            return scene.show(hour)?.guidelines ?? []
        }
        var scene = Scene()
        scene.at(10, .workoutStarted(WorkoutDetails(activity: "walking"), expectedEnd: nil))
        #expect(steps(&scene, 10.5).suffix(2) == [.overExertion, .crampUrgentSigns])
        #expect(steps(&scene, 11.2).contains(.overExertion))
        scene.at(11.5, .workoutStopped())
        #expect(!steps(&scene, 13).contains(.overExertion))
    }

    @Test("at night is about the days before it: hard ones in a row, while cramps recur, are named", arguments: [2, 1])
    func hardDays(days: Int) {
        var story = Story().from(-60).until(4)
        for day in 1...days {
            let start = 18 - 24 * Double(day)
            story = story.did("running", start, start + 1)
        }
        for hour in [-46.0, -22, 3] { story = story.cramp(hour, .thigh) }
        #expect(story.says(.overExertion) == (days == 2))
    }

    @Test("is not told twice of one slot, whatever a restart comes between")
    func once() {
        let ids = Story().crampsRecur().cramp(14).answering(.no, .stillHurts).until(23).told().map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}

@Suite("Words that come seldom")
struct SeldomTests {
    private func times(_ story: Story, _ guideline: GuidelineID) -> Int {
        story.told().filter { $0.guidelines.contains(guideline) }.count
    }

    @Test("a doctor is named once in 14 days, however many cramps follow")
    func doctor() {
        let story = Story().crampsRecur().cramp(30).cramp(54).cramp(78).until(96)
        #expect(times(story, .seeADoctorOften) == 1)
    }

    @Test("one habit a day, and each once in its time")
    func habits() {
        let story = Story().set { $0.guidance.switches = ["diet": true, "habits": true] }.crampsRecur().until(96)
        let told = story.told().filter { [.diet, .habits].contains(Catalogue[$0.guideline].topic) }
        #expect(Set(told.map(\.guideline)).count == told.count)
        let days = told.map { ZoneRules.utc.day(of: $0.due) }
        #expect(Set(days).count == days.count && days.count == 4)
    }

    @Test("heat is named once a day and level")
    func heat() {
        let warm = Story().climate(9, air: 29).climate(11, air: 34, humidity: 70).climate(13, air: 29)
            .climate(15, air: 35, humidity: 70).until(22)
        #expect(times(warm, .hotAndHumid) == 2)
    }

    @Test("a topic switched off is silent, but for what is a matter of safety")
    func switches() {
        let off = Dictionary(uniqueKeysWithValues: Topic.allCases.map { ($0.rawValue, false) })
        let story = Story().set {
            $0.guidance.switches = off
            $0.health.fluid = [.kidney]
        }.crampsRecur().until(23)
        #expect(Set(story.told().map(\.guideline)) == [.fluidBalanceConditions])
    }

    @Test("a workout to come: what is missing two hours before, and what to take along just before it")
    func beforeWorkout() throws {
        let told = Story().plans("running", 15, 17, air: 28).until(15).told().filter {
            $0.guideline == .drinkBeforeWorkout
        }
        #expect(told.count >= 2 && told.allSatisfy { ($0.provision?.carry ?? .zero) > .zero })
        #expect(told.last.map { $0.due >= Scene.instant(14.66) } == true)
        #expect(told.compactMap(\.volume).allSatisfy { $0 >= .ml(100) && $0 <= .ml(300) })
    }
}
