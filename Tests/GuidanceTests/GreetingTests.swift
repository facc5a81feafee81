// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("The greeting of the first start")
struct GreetingTests {
    private func plan(_ scene: Scene, _ hour: Double) -> Plan {
        Planner.plan(
            timeline: scene.timeline(hour), configuration: scene.configuration, presence: scene.presence, greets: true)
    }

    private func greeting(_ scene: Scene, _ hour: Double) -> ReminderID? {
        if case .greet(let id) = plan(scene, hour).decision { id } else { nil }
    }

    @Test("comes before anything else, once")
    func once() throws {
        // Thirsty already, and never greeted.
        var scene = Scene.office
        let id = try #require(greeting(scene, 14))
        scene.at(14, .shown(ShownReminder(greeting: id)))
        #expect(plan(scene, 14).decision == .keep(id))
        #expect(plan(scene, 14.4).decision == .keep(id))
        // What waited for it comes when a bubble may come again.
        guard case .show = plan(scene, 14.5).decision else {
            Issue.record("nothing came after the greeting")
            return
        }
    }

    @Test("holds nothing back from whoever has made an entry since")
    func giveWay() throws {
        var scene = Scene()
        let id = try #require(greeting(scene, 12))
        scene.at(12, .shown(ShownReminder(greeting: id)))
        let climate = Climate(air: .celsius(31), humidity: .percent(70))
        let run = WorkoutDetails(activity: "running", climate: climate)
        scene.at(10.5, .workout(run, end: Scene.instant(12)), made: 12.05)
        guard case .show(let reminder) = plan(scene, 12.05).decision else {
            Issue.record("nothing came of the first entry")
            return
        }
        #expect(reminder.guideline == .drinkAfterWorkout)
        scene.at(12.05, .shown(reminder.record))
        #expect(plan(scene, 12.1).decision == .keep(reminder.id))
    }

    @Test("comes again only if nobody could show it")
    func undelivered() throws {
        var scene = Scene()
        let id = try #require(greeting(scene, 12))
        scene.at(12, .shown(ShownReminder(greeting: id)))
        scene.at(12.01, .undelivered(id))
        #expect(greeting(scene, 12.02) == id)
        scene.at(12.02, .shown(ShownReminder(greeting: id)))
        #expect(greeting(scene, 12.03) == nil)
    }

    @Test("is not for whoever has said who they are, has seen a bubble, or has a diary of months")
    func notForAll() {
        var scene = Scene()
        scene.configuration.health.isChecked = true
        #expect(plan(scene, 8).decision == .silent(.balanced))
        var seen = Scene.office
        seen.show(14)
        #expect(greeting(seen, 18) == nil)
        var old = Scene()
        old.began = -24 * 61
        #expect(greeting(old, 12) == nil)
    }

    @Test("waits for a person, for the end of a pause and of quiet hours, and for the morning")
    func waits() {
        var scene = Scene()
        for presence in [Presence.away, .locked, .idle, .unreachable] {
            scene.presence = presence
            #expect(greeting(scene, 12) == nil)
        }
        scene.presence = .present
        #expect(greeting(scene, 3) == nil)
        #expect(plan(scene, 3).nextChange == Scene.instant(7))
        #expect(greeting(scene, 7) != nil)
        scene.configuration.quiet.stretches = [.init(from: LocalTime(hour: 8), to: LocalTime(hour: 10))]
        #expect(greeting(scene, 9) == nil)
        #expect(plan(scene, 9).nextChange == Scene.instant(10))
        scene.at(11, .pause(until: Scene.instant(13)))
        #expect(greeting(scene, 12) == nil)
        #expect(greeting(scene, 13) != nil)
    }

    @Test("lets what cannot wait go first, and is not needed after that")
    func safety() {
        var scene = Scene()
        scene.at(12, .cramp(Cramp(muscle: .calf)))
        guard case .show(let reminder) = plan(scene, 12).decision else {
            Issue.record("the cramp went unanswered")
            return
        }
        scene.at(12, .shown(reminder.record))
        #expect(greeting(scene, 15) == nil)
    }

    @Test("is no part of a made-up day")
    func simulation() {
        #expect(Scene().plan(8).decision == .silent(.balanced))
    }
}
