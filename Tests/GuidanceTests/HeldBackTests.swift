// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("What was silenced is told once")
struct HeldBackTests {
    private func heldBack(_ scene: Scene, _ hour: Double) -> HeldBack? { scene.plan(hour).heldBack }

    /// Thirsty from noon on, and silenced from one o'clock to four.
    private func silenced(_ event: Event) -> Scene {
        var scene = Scene.office
        scene.at(13, event)
        return scene
    }

    @Test(
        "when a pause or a snooze ends, with what it held back and since when",
        arguments: [
            (Event.pause(until: Scene.instant(16)), Silence.paused), (.snooze(until: Scene.instant(16)), .snoozed),
        ])
    func ends(event: Event, silence: Silence) throws {
        let scene = silenced(event)
        #expect(heldBack(scene, 15.99) == nil)
        let held = try #require(heldBack(scene, 16))
        #expect(
            held
                == HeldBack(
                    since: Scene.instant(13), until: Scene.instant(16), silence: silence,
                    guideline: .drinkBeforeThirst, end: Scene.instant(16)))
        #expect(held.isOpen)
        #expect(scene.reminder(16)?.guideline == held.guideline)
        // The daemon is awake at that instant.
        #expect(scene.plan(15.5).nextChange == Scene.instant(16))
    }

    @Test("until a bubble has been shown, and no longer than a bubble stands")
    func once() {
        var scene = silenced(.pause(until: Scene.instant(16)))
        #expect(heldBack(scene, 16.45) != nil)
        #expect(heldBack(scene, 16.5) == nil)
        scene.show(16)
        #expect(heldBack(scene, 16) == nil)
        #expect(heldBack(scene, 16.4) == nil)
    }

    @Test("of quiet hours too")
    func quietHours() throws {
        var scene = Scene.office
        scene.configuration.quiet.stretches = [.init(from: LocalTime(hour: 13), to: LocalTime(hour: 16))]
        let held = try #require(heldBack(scene, 16))
        #expect(held.silence == .quietHours)
        #expect(held.since == Scene.instant(13))
        #expect(scene.plan(15.5).nextChange == Scene.instant(16))
    }

    @Test("since it would have been shown: that may be long after the silence began")
    func since() throws {
        var scene = Scene.office
        scene.at(9, .pause(until: Scene.instant(16)))
        let due = try #require(Scene.office.nextShow(after: 9))
        let held = try #require(heldBack(scene, 16))
        #expect(isClose(held.since.hours(since: Scene.midnight), due))
    }

    @Test("by a resume, which is asked for by its instant whatever was shown since")
    func resume() throws {
        var scene = silenced(.pause(until: Scene.instant(20)))
        scene.at(15, .resume)
        let held = try #require(heldBack(scene, 15))
        #expect(held.end == Scene.instant(15))
        scene.show(15)
        #expect(heldBack(scene, 15) == nil)
        for later in [15.0, 15.2, 18] {
            #expect(
                Planner.heldBack(
                    endingAt: Scene.instant(15), timeline: scene.timeline(later), configuration: scene.configuration)
                    == held)
        }
        #expect(
            Planner.heldBack(
                endingAt: Scene.instant(14), timeline: scene.timeline(15), configuration: scene.configuration) == nil)
    }

    @Test("as one silence where one follows the other, when the last of them ends")
    func inARow() throws {
        var scene = silenced(.pause(until: Scene.instant(14)))
        scene.configuration.quiet.stretches = [.init(from: LocalTime(hour: 14), to: LocalTime(hour: 16))]
        #expect(heldBack(scene, 14) == nil)
        let held = try #require(heldBack(scene, 16))
        #expect(held.since == Scene.instant(13))
        #expect(held.silence == .paused)
    }

    @Test("and not at all when nothing was due, or something else kept silent")
    func nothing() throws {
        var early = Scene.office
        early.at(9, .pause(until: Scene.instant(10)))
        #expect(heldBack(early, 10) == nil)
        // It was skipped: that is heard for two hours.
        var skipped = Scene.office
        let shown = skipped.show(14)
        skipped.at(14.1, .answer(try #require(shown).id, .skip))
        skipped.at(14.2, .pause(until: Scene.instant(15.5)))
        #expect(heldBack(skipped, 15.5) == nil)
        // Everybody was asleep.
        var night = Scene.office
        night.at(22.49, .pause(until: Scene.instant(30)))
        #expect(heldBack(night, 30) == nil)
    }

    @Test("as over when something was drunk meanwhile: no bubble comes only to tell")
    func overtaken() throws {
        var scene = silenced(.pause(until: Scene.instant(16)))
        scene.drink(15, 600)
        let held = try #require(heldBack(scene, 16))
        #expect(held.since == Scene.instant(13))
        #expect(held.until == Scene.instant(15))
        #expect(!held.isOpen)
        #expect(scene.reminder(16) == nil)
    }
}
