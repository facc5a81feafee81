// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("What holds a bubble back")
struct HoldingTests {
    @Test("an empty chair, a locked screen, nobody to show it: held, and shown on return")
    func absence() {
        for (presence, silence) in [
            (Presence.away, Silence.away), (.idle, .away), (.locked, .locked), (.unreachable, .noNotificationServer),
        ] {
            var scene = Scene.office
            scene.presence = presence
            #expect(scene.silence(14) == silence)
            scene.presence = .present
            #expect(scene.reminder(14) != nil)
        }
    }

    @Test("what nobody would see is known all the same: held, or when it would come")
    func waiting() throws {
        for presence in [Presence.away, .idle, .locked, .unreachable] {
            var scene = Scene.office
            let due = try #require(scene.comingAt(9))
            let shown = try #require(scene.reminder(14))
            #expect(scene.plan(9).waiting == nil && scene.plan(14).waiting == nil)
            scene.presence = presence
            #expect(scene.plan(9).coming == nil)
            #expect(isClose(scene.plan(9).waiting?.at.hours(since: Scene.midnight), due))
            #expect(scene.plan(14).waiting == Plan.Coming(reminder: shown, at: Scene.instant(14)))
            let why = try #require(
                Planner.explain(
                    nil, of: scene.plan(14), timeline: scene.timeline(14), configuration: scene.configuration,
                    presence: presence))
            #expect(why.standing == .coming && why.reminder == shown.id && why.silence == scene.silence(14))
            #expect(why.glass != nil, "what a drink would do is the same for whoever is away")
        }
        // Beside a trainer, idleness holds nothing back.
        var ride = Scene.running(since: 10)
        ride.presence = .idle
        #expect(ride.plan(10.1).waiting == nil && ride.plan(10.1).coming != nil)
    }

    @Test("whoever goes away finds the bubble when they return")
    func return_() throws {
        var scene = Scene.office
        let reminder = scene.show(14)
        scene.presence = .locked
        #expect(scene.kept(14.2) == reminder?.id)
    }

    @Test("a pause holds until it ends, or until the person resumes")
    func pause() {
        var scene = Scene.office
        scene.at(13, .pause(until: Scene.instant(16)))
        #expect(scene.silence(15.9) == .paused)
        #expect(scene.plan(15).pausedUntil == Scene.instant(16))
        #expect(scene.nextShow(after: 14) == 16)
        scene.at(15, .resume)
        #expect(scene.reminder(15) != nil)
    }

    @Test("\"Later\" comes again after the gap, whatever the hour")
    func later() throws {
        var scene = Scene.office
        scene.configuration.quiet.stretches = [
            QuietHours.Stretch(from: LocalTime(hour: 14, minute: 10), to: LocalTime(hour: 18))
        ]
        let shown = scene.show(14)
        let reminder = try #require(shown)
        scene.at(14.1, .answer(reminder.id, .later))
        #expect(scene.silence(14.3) == .snoozed)
        let again = try #require(scene.reminder(14.6))
        #expect(again.id != reminder.id)
        #expect(isClose(scene.nextShow(after: 14.2), 14.6))
        // Not when it has been answered by a drink.
        scene.drink(14.4, 50)
        #expect(scene.reminder(14.6) == nil)
    }

    @Test("a snooze puts off what is due")
    func snooze() {
        var scene = Scene.office
        scene.at(13.5, .snooze(until: Scene.instant(14.5)))
        #expect(scene.silence(14.4) == .snoozed)
        #expect(scene.reminder(14.5) != nil)
    }

    @Test("quiet hours, over midnight too, and quiet days")
    func quiet() {
        var scene = Scene.office
        scene.configuration.quiet.stretches = [.init(from: LocalTime(hour: 14), to: LocalTime(hour: 15))]
        #expect(scene.silence(14) == .quietHours)
        #expect(scene.reminder(15) != nil)
        scene.configuration.quiet.stretches = [.init(from: LocalTime(hour: 20), to: LocalTime(hour: 14))]
        #expect(scene.silence(13.9) == .quietHours)
        #expect(scene.reminder(14) != nil)
        scene.configuration.quiet.days = [.thursday]
        #expect(scene.silence(14) == .quietHours)
    }

    @Test("nothing in the last half hour before bed, and nothing asleep")
    func night() {
        let scene = Scene.office
        #expect(scene.reminder(22.4) != nil)
        #expect(scene.silence(22.5) == .nearBedtime)
        #expect(scene.silence(23) == .asleep)
        #expect(scene.silence(26) == .asleep)
        #expect(scene.silence(30.9) == .asleep)
        #expect(scene.nextShow(after: 22.6).map { $0 >= 31 } ?? true)
    }

    @Test("whoever makes an entry at night is awake for half an hour")
    func awakeAtNight() {
        var scene = Scene.office
        scene.drink(20, 100, made: 24)
        #expect(scene.silence(24.4) != .asleep)
        #expect(scene.silence(24.5) == .asleep)
        scene.at(
            26,
            .shown(
                ShownReminder(
                    id: ReminderID("x"), guideline: "replace-electrolytes", volume: nil, withElectrolytes: false)))
        #expect(scene.silence(26.1) == .asleep)
    }

    @Test("a night shift is asked at night and left alone by day")
    func nightShift() {
        var scene = Scene()
        scene.configuration.day.wake = LocalTime(hour: 16)
        scene.configuration.day.bed = LocalTime(hour: 8)
        scene.drink(17, 100)
        #expect(scene.reminder(25) != nil)
        #expect(scene.silence(34) == .asleep)
    }

    @Test("a switch by guideline or by topic silences it; the guideline's own outranks")
    func switches() {
        var scene = Scene.office
        scene.configuration.guidance.switches["water"] = false
        #expect(scene.silence(14) == .balanced)
        scene.configuration.guidance.switches["drink-before-thirst"] = true
        #expect(scene.reminder(14) != nil)
    }

    @Test(
        "no volume is said to whom only a clinician's limit counts", arguments: [Scene.office, .afterRun(), .running()])
    func volumesOff(_ scene: Scene) {
        var scene = scene
        scene.configuration.health.fluid = [.kidney]
        for hour in stride(from: 9.0, to: 22, by: 0.5) { #expect(scene.reminder(hour)?.volume == nil) }
        #expect(scene.silence(15) == .volumesOff)
    }
}
