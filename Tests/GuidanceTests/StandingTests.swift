// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("The bubble on the desktop")
struct StandingTests {
    @Test("it stays for half an hour")
    func lifetime() {
        var scene = Scene.office
        let reminder = scene.show(14)
        #expect(scene.kept(14.01) == reminder?.id)
        #expect(scene.plan(14.01).nextChange == Scene.instant(14.5))
        #expect(scene.kept(14.5) == nil)
    }

    @Test("a drink, an answer or a snooze takes it away")
    func answered() throws {
        var scene = Scene.office
        let shown = scene.show(14)
        let reminder = try #require(shown)
        for event in [
            Event.drink(reminder.drink(.ml(250))), .drink(reminder.drink(.ml(50))), .answer(reminder.id, .skip),
            .answer(reminder.id, .seen), .snooze(until: Scene.instant(16)), .pause(until: Scene.instant(16)),
        ] {
            var answered = scene
            answered.at(14.1, event)
            #expect(answered.kept(14.1) == nil, "\(event)")
            #expect(answered.reminder(14.1) == nil, "\(event)")
        }
        var taken = scene
        let drink = taken.drink(14.1, 250)
        taken.at(14.2, .retraction(of: drink))
        #expect(taken.kept(14.2) == reminder.id)
    }

    @Test("one that is no longer true is withdrawn")
    func stale() {
        var scene = Scene.office
        scene.show(14)
        scene.at(14.1, .workoutStarted(WorkoutDetails(activity: "yoga"), expectedEnd: nil))
        #expect(scene.kept(14.1) == nil)
    }

    @Test("one that could not be shown was not shown, and comes again")
    func undelivered() throws {
        var scene = Scene.office
        let shown = scene.show(14)
        let reminder = try #require(shown)
        scene.at(14.001, .undelivered(reminder.id))
        #expect(scene.reminder(14.1)?.id == reminder.id)
    }

    @Test("one that died with the daemon comes at its next slot")
    func restart() throws {
        var scene = Scene.office
        let shown = scene.show(14)
        let reminder = try #require(shown)
        #expect(isClose(scene.nextShow(after: 14.01), 14.5))
        #expect(scene.reminder(14.5)?.id != reminder.id)
    }

    @Test("a clock step back does not show a slot again")
    func stepBack() throws {
        var scene = Scene.office
        let due = try #require(scene.nextShow(after: 9))
        let shown = scene.show(due + 0.5)
        let reminder = try #require(shown)
        // Back to just after it was due: the same slot is there again, and has been shown.
        #expect(scene.silence(due + 0.1) == .backingOff)
        #expect(scene.plan(due + 0.1).nextChange <= Scene.instant(due + 0.5))
        #expect(scene.kept(due + 0.6) == reminder.id)
        #expect(scene.reminder(due + 1)?.id != reminder.id)
    }

    @Test("the climate that counts is the one given with a running workout, else the last reading")
    func climate() {
        var scene = Scene()
        let (outdoors, given) = (
            Climate(air: .celsius(18), humidity: .percent(50)), Climate(air: .celsius(31), humidity: .percent(60))
        )
        scene.at(9, .climate(ClimateReading(climate: outdoors)))
        scene.at(
            10, .workoutStarted(WorkoutDetails(activity: "running", climate: given), expectedEnd: Scene.instant(11)))
        #expect(scene.plan(9.9).climate == ClimateInForce(climate: outdoors, readAt: Scene.instant(9)))
        #expect(scene.plan(10.5).climate == ClimateInForce(climate: given, readAt: Scene.instant(10)))
        scene.at(11, .workoutStopped())
        #expect(scene.plan(11.5).climate == ClimateInForce(climate: outdoors, readAt: Scene.instant(9)))
    }

    @Test("a button logs what was proposed: water, or a drink with salts")
    func button() throws {
        let water = try #require(Scene.office.reminder(14))
        #expect(water.drink(.ml(250)).beverage == "water")
        let salts = try #require(Scene.afterRun().reminder(12.01))
        #expect(salts.drink(.ml(250)).beverage == "sports-drink")
        #expect(salts.drink(.ml(250)).answers == salts.id)
        #expect(salts.record.id == salts.id && salts.record.volume == salts.volume)
    }

    @Test("every guideline stands in the catalogue, once, with a source")
    func catalogue() {
        #expect(Catalogue.all.count == GuidelineID.allCases.count)
        for id in GuidelineID.allCases { #expect(Catalogue[id].id == id && !Catalogue[id].sources.isEmpty) }
    }
}
