// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("The hard rules that every volume passes")
struct DrinkingLimitsTests {
    private func proposed(_ scene: Scene, _ hour: Double, wanting volume: Double = 1000) -> Double? {
        let result = DrinkingLimits(situation: scene.situation(hour)).propose(.ml(volume), meaning: .drink)
        return try? result.get().volume.milliliters
    }

    private func refusal(_ scene: Scene, _ hour: Double, wanting volume: Double = 1000) -> Silence? {
        let result = DrinkingLimits(situation: scene.situation(hour)).propose(.ml(volume), meaning: .drink)
        guard case .failure(let refusal) = result else { return nil }
        return refusal.silence
    }

    /// Far below what was lost, so that only the caps matter.
    private let dry = Scene.afterRun(of: 3, ended: 12, air: 32)

    @Test("never more than 300 ml at once")
    func largest() { #expect(proposed(dry, 12) == 300) }

    @Test("never more than is lacking, in steps of 50 ml")
    func deficit() {
        let scene = Scene.office
        for hour in [9.6, 10, 10.5, 11] {
            let lacking = scene.plan(hour).lower.waterDeficit.milliliters
            #expect(proposed(scene, hour) == (lacking / 50).rounded(.down) * 50)
        }
    }

    @Test("never more than is wanted")
    func wanted() { #expect(proposed(dry, 12, wanting: 220) == 200) }

    @Test("nothing under 100 ml: it waits")
    func smallest() {
        #expect(refusal(dry, 12, wanting: 99) == .tooLittle)
        #expect(proposed(dry, 12, wanting: 100) == 100)
    }

    @Test("nothing at all while nothing is lacking")
    func balanced() {
        var scene = Scene()
        scene.drink(9, 400)
        #expect(refusal(scene, 9.5) == .balanced)
    }

    @Test(
        "at most 0.8 L within an hour, 2 L within three",
        arguments: [(450.0, 300.0), (550, 250), (700, 100), (750, nil)])
    func hour(drunk: Double, left: Double?) {
        var scene = dry
        scene.drink(12.1, drunk)
        #expect(proposed(scene, 12.9) == left)
        #expect(proposed(scene, 13.2) == 300)
    }

    @Test("at most 2 L within three hours")
    func threeHours() {
        var scene = Scene.afterRun(of: 5, ended: 12, air: 34)
        for hour in [12.1, 12.8, 13.5, 14.2] { scene.drink(hour, 460) }
        #expect(scene.plan(15.05).lower.waterDeficit > .ml(300))
        #expect(proposed(scene, 15.05) == 150)
        #expect(proposed(scene, 15.2) == 300)
    }

    @Test("a proposal without an answer counts as drunk for an hour")
    func pending() {
        var scene = dry
        scene.drink(12.1, 400)
        scene.at(
            12.5,
            .shown(
                ShownReminder(
                    id: ReminderID("r"), guideline: "drink-after-workout", volume: .ml(300), withElectrolytes: false)))
        #expect(proposed(scene, 12.9) == 100)
        var answered = scene
        answered.at(12.6, .answer(ReminderID("r"), .skip))
        #expect(proposed(answered, 12.9) == 300)
        #expect(proposed(scene, 13.55) == 300)
    }

    @Test("a day asks for at most 1.25 of the usual drinks, and what was surely sweated")
    func day() {
        var scene = Scene()
        scene.configuration.profile.sex = .female
        let body = scene.timeline(9).body
        let cap = body.capBaseline.millilitersPerHour * 20.8 * 1.25
        // Nothing that was drunk counted as water, so that everything is still lacking.
        for hour in stride(from: 7.0, to: 20, by: 1) { scene.drink(hour, cap / 14, "beer") }
        #expect(proposed(scene, 19.5) == 150)
        scene.drink(19.6, 60, "beer")
        #expect(refusal(scene, 19.9) == .capped)
        scene.at(15, .workout(WorkoutDetails(activity: "running"), end: Scene.instant(16)))
        #expect(proposed(scene, 19.9) == 300)
    }

    @Test("a clinician's limit stands above everything else")
    func dailyLimit() {
        var scene = dry
        scene.configuration.health.dailyLimit = .ml(1000)
        scene.drink(9.2, 650)
        #expect(proposed(scene, 12) == 250)
        scene.drink(9.5, 200)
        #expect(refusal(scene, 12) == .capped)
        #expect(scene.plan(12).targetToday == .ml(1000))
    }

    @Test(
        "no volume under a condition in which only a clinician's limit counts",
        arguments: Health.FluidCondition.allCases)
    func conditions(_ condition: Health.FluidCondition) {
        var scene = dry
        scene.configuration.health.fluid = [condition]
        #expect(refusal(scene, 12) == .volumesOff)
        #expect(scene.plan(12).targetToday == .zero)
    }

    @Test("no volume under sixteen")
    func child() {
        var scene = dry
        scene.configuration.profile.birthYear = 2012
        #expect(refusal(scene, 12) == .volumesOff)
        scene.configuration.profile.birthYear = 2010
        #expect(proposed(scene, 12) == 300)
    }

    @Test("no volume while a wrong line stands in the profile")
    func untrusted() {
        var scene = dry
        scene.configuration.isTrustedForVolumes = false
        #expect(refusal(scene, 12) == .volumesOff)
    }

    @Test("nothing is proposed asleep")
    func asleep() {
        var scene = Scene.office
        #expect(refusal(scene, 24) == .asleep)
        scene.at(23.8, .meal)
        #expect(proposed(scene, 24) == 300)
    }

    @Test("after a surplus nothing until it is made up, and not for an hour")
    func surplus() {
        var scene = Scene()
        scene.drink(8, 1200)
        #expect(refusal(scene, 9.5) == .surplus)
        let end = scene.timeline(9.5)
        let over = BalanceCourse(end).endOfSurplus(after: end.now, until: end.now + .days(1))
        let hour = over.map { $0.hours(since: Scene.midnight) } ?? 0
        #expect(hour > 10)
        #expect(refusal(scene, hour + 0.01) == .tooLittle)
        // Run away at once, it is an hour nevertheless.
        var soon = Scene()
        soon.drink(8, 1200)
        let heat = Climate(air: .celsius(34), humidity: .percent(50))
        soon.at(
            8.01,
            .workout(WorkoutDetails(activity: "running", intensity: .hard, climate: heat), end: Scene.instant(8.9)))
        if soon.plan(8.9).lower.waterDeficit >= .ml(100) { #expect(refusal(soon, 8.9) == .surplus) }
    }

    @Test("a drink of more than 1.5 L, more than 1.42 L in an hour and a surplus are answered with a warning")
    func warnings() {
        var scene = Scene()
        scene.drink(9, 250)
        #expect(scene.plan(9).warnings.isEmpty)
        scene.drink(10, 1600)
        #expect(scene.plan(10).warnings == [.largeDrink, .tooFast, .surplus])
        var slowly = Scene.afterRun(of: 4, ended: 12, air: 33)
        for hour in [12.1, 12.4, 12.7] { slowly.drink(hour, 500) }
        #expect(slowly.plan(12.7).warnings == [.tooFast])
    }

    @Test("it is the drink written down last that is answered, whenever it was had")
    func lateWarning() {
        var scene = Scene()
        scene.drink(14, 200)
        scene.drink(8, 1600, made: 14.2)
        #expect(scene.plan(14.2).warnings.contains(.largeDrink))
        scene.drink(14.3, 100)
        #expect(!scene.plan(14.3).warnings.contains(.largeDrink))
    }
}
