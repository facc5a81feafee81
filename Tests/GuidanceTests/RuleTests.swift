// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Drink before thirst")
struct DrinkBeforeThirstTests {
    private func proposal(_ scene: Scene, _ hour: Double) -> Proposal? {
        DrinkBeforeThirst().proposal(in: scene.situation(hour))
    }

    @Test("it speaks when half of the way to thirst is gone, and not before")
    func threshold() throws {
        let scene = Scene.office
        let due = try #require(scene.comingAt(9))
        #expect(proposal(scene, due - 0.01) == nil)
        #expect(proposal(scene, due) != nil)
        #expect(isClose(scene.plan(due).lower.freeWaterDeficit.milliliters, 385))
    }

    @Test("from 65 years on a third of the way is enough")
    func senior() throws {
        var scene = Scene.office
        scene.configuration.profile.birthYear = 1950
        let due = try #require(scene.comingAt(9))
        let body = scene.timeline(9).body
        #expect(isClose(scene.plan(due).lower.freeWaterDeficit.milliliters, body.totalBodyWater.milliliters * 0.02 / 3))
    }

    @Test("in the heat it speaks earlier, by no more than a full drink, and as long as the heat lasts")
    func heat() throws {
        func level(_ mass: Double, _ celsius: Double, born: Int? = nil, at hour: Double = 14) throws -> (Double, Double)
        {
            var scene = Scene()
            scene.configuration.day.meals = []
            scene.configuration.profile.mass = .kilograms(mass)
            scene.configuration.profile.birthYear = born
            scene.drink(8, 100)
            scene.at(9, .climate(ClimateReading(climate: Climate(air: .celsius(celsius), humidity: .percent(60)))))
            let proposal = try #require(self.proposal(scene, hour))
            return (proposal.threshold.milliliters, scene.timeline(hour).body.thirstThreshold.milliliters)
        }
        let ordinary = try level(90, 22)
        #expect(isClose(ordinary.0, ordinary.1 / 2))
        let hot = try level(90, 34)
        #expect(isClose(hot.0, hot.1 * 0.4))
        // Less would bring more bubbles with less in each.
        #expect(isClose(try level(60, 34).0, 300))
        // Where the usual level is lower still it stays.
        let light = try level(45, 34)
        #expect(isClose(light.0, light.1 / 2))
        let old = try level(90, 34, born: 1950)
        #expect(isClose(old.0, old.1 / 3))
        // A reading holds for six hours.
        #expect(isClose(try level(90, 34, at: 14.99).0, hot.1 * 0.4))
        #expect(isClose(try level(90, 34, at: 15.01).0, hot.1 / 2))
    }

    @Test("its level in the heat is looked ahead to")
    func ahead() throws {
        var scene = Scene()
        scene.configuration.day.meals = []
        scene.configuration.profile.mass = .kilograms(90)
        scene.drink(8, 600)
        scene.at(9, .climate(ClimateReading(climate: Climate(air: .celsius(31), humidity: .percent(60)))))
        scene.configuration.guidance.switches["hot-and-humid"] = false
        let due = try #require(scene.comingAt(9.01))
        #expect(scene.reminder(due)?.guideline == .drinkBeforeThirst)
        let level = scene.timeline(due).body.thirstThreshold * 0.4
        #expect(isClose(scene.plan(due).lower.freeWaterDeficit.milliliters, level.milliliters))
    }

    @Test("it does not take the place of what is said before a workout that was planned")
    func luggage() throws {
        // The last word before it comes 20 minutes ahead, a little after thirst's own reminder would.
        let due = try #require(Scene.office.comingAt(9))
        let start = due + 0.6
        let run = WorkoutDetails(
            activity: "running", climate: Climate(air: .celsius(25), humidity: .percent(60), sun: .partly))
        var planned = Scene.office
        planned.at(start, .plannedWorkout(run, end: Scene.instant(start + 1.5)), made: 9)
        // Nobody has heard the one two hours ahead.
        planned.show(start - 1.95)
        let shown = try #require(planned.nextShow(after: due - 0.1))
        #expect(isClose(shown, start - 1.0 / 3))
        let reminder = try #require(planned.reminder(shown))
        #expect(reminder.guideline == .drinkBeforeWorkout)
        #expect(reminder.provision != nil && reminder.volume != nil)
        planned.configuration.guidance.switches["drink-before-workout"] = false
        #expect(isClose(planned.nextShow(after: due - 0.1), due))
    }

    @Test("it asks for a cup, in the heat for as much as goes at once")
    func volume() {
        #expect(proposal(.office, 14)?.drink?.volume == .ml(250))
        var hot = Scene.office
        hot.at(9, .climate(ClimateReading(climate: Climate(air: .celsius(34), humidity: .percent(60)))))
        #expect(proposal(hot, 14)?.drink?.volume == .ml(300))
        var mug = Scene.office
        mug.configuration.reminders.cup = .ml(180)
        #expect(mug.reminder(14)?.volume == .ml(150))
    }

    @Test("it is silent in a workout")
    func workout() {
        var scene = Scene.office
        scene.at(14, .workoutStarted(WorkoutDetails(activity: "yoga"), expectedEnd: nil))
        #expect(proposal(scene, 14.1) == nil)
    }

    @Test("for six hours after a workout it speaks of a total")
    func total() {
        var scene = Scene()
        scene.drink(8, 100)
        scene.at(9, .workout(WorkoutDetails(activity: "walking"), end: Scene.instant(9.5)))
        #expect(proposal(scene, 15)?.drink?.meaning == .total)
        #expect(proposal(.office, 15)?.drink?.meaning == .drink)
    }
}

@Suite("Drink during a workout")
struct DrinkDuringWorkoutTests {
    private func proposal(_ scene: Scene, _ hour: Double) -> Proposal? {
        DrinkDuringWorkout().proposal(in: scene.situation(hour))
    }

    @Test("a long run in the heat asks for a total, sized from what is surely sweated")
    func long() throws {
        var scene = Scene.running(planned: 2)
        scene.configuration.guidance.switches["hot-season-strain"] = false
        let due = try #require(scene.comingAt(10.01))
        let reminder = try #require(scene.reminder(due))
        #expect(reminder.guideline == .drinkDuringWorkout)
        #expect(reminder.proposal?.meaning == .total)
        let sweated = try #require(scene.timeline(due).workout(at: Scene.instant(due))).sweat.lower.water
        #expect((reminder.volume ?? .zero).milliliters <= 0.8 * sweated.millilitersPerHour * (due - 10))
    }

    @Test("a short or cool one is silent")
    func short() {
        #expect(Scene.running(air: 15, planned: 0.5).nextShow(after: 10.01).map { $0 > 10.5 } ?? true)
        var walk = Scene()
        walk.drink(9.5, 300)
        walk.at(10, .workoutStarted(WorkoutDetails(activity: "walking"), expectedEnd: Scene.instant(11)))
        for hour in stride(from: 10.0, to: 11, by: 0.1) { #expect(proposal(walk, hour) == nil) }
    }

    @Test("it is silent before a hundredth of body water is gone")
    func threshold() {
        let scene = Scene.running(planned: 3)
        #expect(scene.plan(10.01).median.freeWaterDeficit < .ml(385))
        #expect(proposal(scene, 10.01) == nil)
    }

    @Test("never in water")
    func swim() {
        var scene = Scene()
        scene.drink(8, 100)
        scene.at(
            10, .workoutStarted(WorkoutDetails(activity: "swimming", intensity: .hard), expectedEnd: Scene.instant(14)))
        for hour in stride(from: 10.0, to: 13, by: 0.25) { #expect(proposal(scene, hour) == nil) }
    }

    @Test("never more than 200 ml for each quarter of an hour since the last")
    func pace() {
        var scene = Scene.running(air: 33, planned: 4)
        scene.drink(11, 100)
        let asked = proposal(scene, 11.25)?.drink?.volume
        #expect(asked.map { $0.milliliters <= 200.001 } ?? false)
    }

    @Test("never more than the rest of the workout asks for")
    func asked() {
        let scene = Scene.running(air: 28, planned: 1.1)
        for hour in stride(from: 10.05, to: 11.1, by: 0.05) {
            guard let proposal = proposal(scene, hour) else { continue }
            let end = scene.situation(hour).course.runs(at: Scene.instant(11.1)).median
            let asked = max(end.waterDeficit - .ml(1050), end.freeWaterDeficit - .ml(770))
            #expect((proposal.drink?.volume ?? .zero) <= asked)
        }
    }

    @Test("twenty minutes pass between two, a quarter of an hour after a drink")
    func gap() throws {
        var scene = Scene.running(air: 33, planned: 4)
        let first = scene.show(11)
        let bubble = try #require(first)
        scene.at(11.001, .drink(bubble.drink(.ml(150))))
        #expect(scene.silence(11.32) == .gap)
        #expect(scene.reminder(11.34)?.guideline == .drinkDuringWorkout)
        scene.show(11.34)
        scene.drink(11.6, 100)
        #expect(scene.silence(11.84) == .gap)
        #expect(scene.reminder(11.86) != nil)
    }

    @Test("what was proposed and not answered counts against what is asked for")
    func unanswered() throws {
        var scene = Scene.running(air: 28, planned: 1.4)
        scene.configuration.guidance.switches["hot-season-strain"] = false
        let due = try #require(scene.nextShow(after: 10.3))
        let shown = scene.show(due)
        let first = try #require(shown?.volume)
        let asked = WorkoutNeed(
            try #require(scene.timeline(due + 0.5).workout(at: Scene.instant(due + 0.5))),
            in: scene.situation(due + 0.5)
        ).volume
        #expect(proposal(scene, due + 0.5)?.drink.map { $0.volume <= asked - first } == true)
    }

    @Test("nothing new is said in the last five minutes; what stands is left")
    func end() {
        var scene = Scene.running(air: 33, planned: 2)
        #expect(scene.reminder(11.9)?.guideline == .drinkDuringWorkout)
        #expect(scene.reminder(11.93) == nil)
        scene.show(11.9)
        #expect(scene.kept(11.95) != nil)
    }

    @Test("that it is hot is no news in it")
    func heat() {
        var scene = Scene.running(air: 20, planned: 2)
        scene.at(10.1, .climate(ClimateReading(climate: Climate(air: .celsius(33), humidity: .percent(60)))))
        for hour in stride(from: 10.2, to: 12, by: 0.2) {
            #expect(HotAndHumid().proposal(in: scene.situation(hour)) == nil)
        }
    }

    @Test("an own drink lowers what is replaceable")
    func drunk() {
        var scene = Scene.running(air: 33, planned: 3)
        let before = proposal(scene, 10.5)?.drink?.volume ?? .zero
        #expect(before > .ml(100))
        scene.drink(10.1, 600)
        #expect((proposal(scene, 10.5)?.drink?.volume ?? .zero) < before)
    }

    @Test("idle beside a trainer is not away, locked is")
    func presence() throws {
        var scene = Scene.running(planned: 2)
        let due = try #require(scene.comingAt(10.01))
        scene.presence = .idle
        #expect(scene.reminder(due) != nil)
        scene.presence = .locked
        #expect(scene.silence(due) == .locked)
    }
}

@Suite("Salts")
struct ElectrolyteTests {
    @Test("a workout that costs much asks for salts, one that does not is silent")
    func need() {
        #expect(Scene.afterRun(of: 2).reminder(12.01)?.withElectrolytes == true)
        #expect(Scene.afterRun(of: 0.7, air: 22).reminder(12.01)?.withElectrolytes == false)
    }

    @Test("said once, when no drink says so already")
    func once() {
        var scene = Scene.afterRun(of: 2)
        let situation = scene.situation(12.01)
        #expect(ReplaceElectrolytes().proposal(in: situation) != nil)
        scene.show(12.01)
        #expect(ReplaceElectrolytes().proposal(in: scene.situation(12.1)) == nil)
    }

    @Test("alone, when enough was drunk but no salt")
    func alone() throws {
        var scene = Scene.afterRun(of: 2)
        scene.drink(12.01, scene.plan(12.01).lower.waterDeficit.milliliters - 50)
        let reminder = try #require(scene.reminder(12.6))
        #expect(reminder.guideline == .replaceElectrolytes)
        #expect(reminder.volume == nil && reminder.withElectrolytes)
        scene.show(12.6)
        #expect(scene.kept(12.7) == reminder.id)
        #expect(scene.nextShow(after: 13.2).flatMap { scene.reminder($0) }?.guideline != .replaceElectrolytes)
    }

    @Test("a second heavy session of the day asks for them", arguments: [(false, false), (true, true)])
    func second(isSecond: Bool, expected: Bool) {
        var scene = Scene()
        let run = WorkoutDetails(activity: "running", climate: Climate(air: .celsius(20), humidity: .percent(50)))
        if isSecond { scene.at(9, .workout(run, end: Scene.instant(10.2))) }
        scene.at(17, .workout(run, end: Scene.instant(18.2)))
        let situation = scene.situation(18.3)
        #expect(ElectrolyteNeed(situation.timeline.workouts.last!, in: situation).isPrompted == expected)
    }

    @Test("whoever must not have salt is not told to", arguments: Health.SaltCondition.allCases)
    func forbidden(_ condition: Health.SaltCondition) {
        var scene = Scene.afterRun(of: 3, air: 33)
        scene.configuration.health.salt = [condition]
        #expect(scene.reminder(12.01)?.withElectrolytes == false)
        #expect(scene.reminder(12.01)?.others.isEmpty == true)
    }

    @Test("a switch turns them off")
    func switchedOff() {
        var scene = Scene.afterRun(of: 2)
        scene.drink(12.01, scene.plan(12.01).lower.waterDeficit.milliliters - 50)
        scene.configuration.guidance.switches["electrolytes"] = false
        #expect(scene.reminder(12.6) == nil)
    }
}

@Suite("Too much water")
struct TooMuchWaterTests {
    private let flooded: Scene = {
        var scene = Scene()
        scene.drink(8, 1000)
        scene.drink(8.4, 600)
        return scene
    }()

    @Test("one bottle at once is no emergency; what still stands after half an hour is")
    func grace() {
        var bottle = Scene()
        bottle.drink(8, 1000)
        #expect(bottle.plan(8).warnings == [.surplus])
        #expect(bottle.nextShow(after: 8).flatMap { bottle.reminder($0) }?.guideline != .tooMuchWater)
        #expect(flooded.silence(8.45) == .surplus)
        #expect(flooded.reminder(8.5)?.guideline == .tooMuchWater)
        #expect(flooded.nextShow(after: 8.41).map { isClose($0, 8.5) } ?? false)
    }

    @Test("beyond two per cent of body mass it is critical, and comes at once")
    func critical() {
        var scene = Scene()
        scene.drink(8, 1700)
        #expect(scene.reminder(8)?.isCritical == true)
    }

    @Test("in a workout of two hours, and for six hours after it, it comes at once")
    func workout() {
        var scene = Scene()
        scene.configuration.day.meals = []
        let cool = Climate(air: .celsius(10), humidity: .percent(40))
        scene.at(9, .workoutStarted(WorkoutDetails(activity: "walking", climate: cool), expectedEnd: nil))
        scene.drink(11.5, 1500)
        #expect(scene.reminder(11.5)?.guideline == .tooMuchWater)
        #expect(scene.reminder(11.5)?.isCritical == true)
        var after = Scene()
        after.configuration.day.meals = []
        after.at(9, .workout(WorkoutDetails(activity: "walking", climate: cool), end: Scene.instant(11.2)))
        after.drink(16, after.plan(16).lower.waterDeficit.milliliters + 800)
        #expect(after.reminder(16)?.isCritical == true)
        var later = after
        later.at(16, .retraction(of: Entry.ID(2)))
        later.drink(17.3, later.plan(17.3).lower.waterDeficit.milliliters + 800)
        #expect(later.silence(17.3) == .surplus)
    }

    @Test("again after three hours, or with every further half per cent of body mass, not within half an hour")
    func again() {
        var scene = flooded
        scene.drink(8.45, 600)
        scene.show(8.5)
        scene.drink(8.7, 900)
        #expect(scene.kept(8.7) != nil)
        #expect(scene.reminder(9.01)?.guideline == .tooMuchWater)
        scene.show(9.01)
        for hour in [10.0, 11] { #expect(scene.kept(hour) != nil || scene.silence(hour) == .surplus) }
    }

    @Test("it silences everything else, and stays until answered")
    func standing() throws {
        var scene = flooded
        let shown = scene.show(8.5)
        let stop = try #require(shown)
        #expect(scene.kept(9) == stop.id)
        scene.at(9.1, .answer(stop.id, .seen))
        #expect(scene.silence(9.2) == .surplus)
    }

    @Test("no quiet hour, pause, sleep or switch holds it back; an empty chair does")
    func heldBack() {
        var scene = flooded
        scene.configuration.quiet.days = Set(Weekday.allCases)
        scene.configuration.guidance.switches["safety"] = false
        scene.at(8.42, .pause(until: Scene.instant(20)))
        #expect(scene.reminder(8.5) != nil)
        scene.presence = .locked
        #expect(scene.silence(8.6) == .locked)
        scene.presence = .present
        #expect(scene.reminder(8.7) != nil)
        var night = Scene()
        night.drink(26, 1000)
        night.drink(26.1, 1000)
        #expect(night.reminder(26.7)?.guideline == .tooMuchWater)
    }

    @Test("it speaks to those, too, who are told no volumes", arguments: Health.FluidCondition.allCases)
    func volumesOff(_ condition: Health.FluidCondition) {
        var scene = flooded
        scene.configuration.health.fluid = [condition]
        #expect(scene.reminder(8.5)?.guideline == .tooMuchWater)
        #expect(scene.reminder(8.5)?.volume == nil)
    }
}
