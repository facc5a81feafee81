// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("A workout left running")
struct WorkoutLeftRunningTests {
    /// A cool walk since ten: nothing else has anything to say of it.
    private static let walking: Scene = {
        var scene = Scene()
        for hour in [8.0, 9.5, 11.5, 12.5] { scene.drink(hour, 200) }
        scene.at(10, .workoutStarted(WorkoutDetails(activity: "walking"), expectedEnd: nil))
        return scene
    }()

    private func question(_ scene: Scene, _ hour: Double) -> Reminder? {
        scene.reminder(hour).flatMap { $0.asksWhetherWorkoutRuns ? $0 : nil }
    }

    @Test("is asked about when three hours are over, and the planner says beforehand that it looks then")
    func asked() throws {
        let scene = Self.walking
        #expect(question(scene, 12.99) == nil)
        #expect(scene.plan(12.99).nextChange == Scene.instant(13))
        let reminder = try #require(question(scene, 13))
        #expect(reminder.reason.trigger == .workoutLeftRunning)
        #expect(reminder.volume == nil && !reminder.isCritical)
        #expect(scene.plan(13).activeWorkout?.askedAt == Scene.instant(13))
    }

    @Test("stays on the desktop until it is answered, and then is not asked again before its time")
    func answered() throws {
        var scene = Self.walking
        let reminderBubble = scene.show(13)
        let reminder = try #require(reminderBubble)
        #expect(scene.kept(13.2) == reminder.id)
        scene.at(13.25, .answer(reminder.id, .yes))
        #expect(scene.kept(13.25) == nil && question(scene, 13.25) == nil)
        #expect(scene.plan(13.25).activeWorkout?.askedAt == Scene.instant(16.25))
        let again = try #require(question(scene, 16.25))
        #expect(again.id != reminder.id)
        scene.at(16.3, .answer(again.id, .no))
        #expect(scene.plan(16.3).activeWorkout == nil)
    }

    @Test("is closed after half an hour without an answer, and no bubble is left of it")
    func unanswered() {
        var scene = Self.walking
        scene.show(13)
        #expect(scene.plan(13.4).nextChange == Scene.instant(13.5))
        #expect(scene.plan(13.5).activeWorkout == nil && scene.kept(13.5) == nil)
    }

    @Test("is asked about beside what asks for a drink: neither puts the other off")
    func besideDrinks() throws {
        var scene = Scene.running(since: 10, air: 31)
        scene.configuration.guidance.switches["hot-season-strain"] = false
        for hour in stride(from: 10.5, to: 12.9, by: 0.5) { scene.drink(hour, 300) }
        let drinkBubble = scene.show(12.9)
        let drink = try #require(drinkBubble)
        #expect(drink.guideline == .drinkDuringWorkout && !drink.asksWhetherWorkoutRuns)
        let before = BackOff(scene.situation(12.95)).count
        let gapEnd = Arbiter(scene.situation(12.95)).gapEnd
        // Five minutes after a bubble that still stands.
        let asked = try #require(question(scene, 13))
        scene.at(13, .shown(asked.record))
        #expect(BackOff(scene.situation(13.1)).count == before)
        #expect(Arbiter(scene.situation(13.1)).gapEnd == gapEnd)
    }

    @Test("is not asked about while nobody is there, in a pause or in quiet hours", arguments: [0, 1, 2, 3])
    func held(by what: Int) {
        var scene = Self.walking
        switch what {
        case 0: scene.presence = .locked
        case 1: scene.presence = .away
        case 2: scene.at(12.9, .pause(until: Scene.instant(15)))
        default: scene.configuration.quiet.days = [.thursday]
        }
        #expect(question(scene, 13) == nil && question(scene, 13.4) == nil)
        #expect(scene.plan(13.5).activeWorkout == nil)
        // A trainer stands beside the desk.
        var idle = Self.walking
        idle.presence = .idle
        #expect(question(idle, 13) != nil)
    }

    @Test("whoever comes back within the half hour is asked then")
    func back() {
        var scene = Self.walking
        scene.presence = .away
        #expect(question(scene, 13.2) == nil)
        scene.presence = .present
        #expect(question(scene, 13.2) != nil)
    }

    @Test("is asked about though no reminders to drink in a workout are wanted")
    func switchedOff() {
        var scene = Self.walking
        scene.configuration.guidance.switches["drink-during-workout"] = false
        #expect(question(scene, 13) != nil)
    }

    @Test("gives way to the bubble to stop drinking")
    func surplus() throws {
        var scene = Self.walking
        for hour in [12.6, 12.7, 12.8] { scene.drink(hour, 700) }
        let stopBubble = scene.show(12.95)
        let stop = try #require(stopBubble)
        #expect(stop.guideline == .tooMuchWater)
        #expect(scene.kept(13) == stop.id)
        scene.at(13.05, .answer(stop.id, .seen))
        #expect(question(scene, 13.05) != nil)
    }

    @Test("can be answered though there was nobody to show a bubble; a cramp comes first")
    func withoutBubble() throws {
        func asked(_ scene: Scene, _ hour: Double, _ answer: ReminderAnswer) -> ReminderID? {
            Planner.question(for: answer, timeline: scene.timeline(hour), configuration: scene.configuration)
        }
        var scene = Self.walking
        #expect(asked(scene, 12.9, .yes) == nil)
        let id = try #require(asked(scene, 13.1, .yes))
        #expect(id == question(scene, 13.1)?.id)
        #expect(asked(scene, 13.1, .stillHurts) == nil)
        scene.at(13.1, .cramp(Cramp(muscle: .calf)))
        let cramp = try #require(asked(scene, 13.1, .yes))
        #expect(cramp != id && asked(scene, 13.1, .stillHurts) == cramp)
        scene.at(13.15, .answer(cramp, .yes))
        #expect(asked(scene, 13.15, .yes) == id)
    }
}
