// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Drink after a workout")
struct DrinkAfterWorkoutTests {
    @Test("what was lost is spread over the hours after, 300 ml each half hour, until little is left")
    func spread() {
        var scene = Scene.afterRun(of: 1.7, ended: 12)
        let lost = scene.plan(12).lower.waterDeficit.milliliters
        var hours: [Double] = []
        var hour = 12.0
        while let due = scene.nextShow(after: hour), due < 17, let reminder = scene.reminder(due),
            reminder.guideline == .drinkAfterWorkout
        {
            scene.at(due, .shown(reminder.record))
            scene.at(due, .drink(reminder.drink(reminder.volume ?? .zero)))
            hours.append(due)
            hour = due + 0.001
        }
        #expect(hours.count >= 3)
        for (one, next) in zip(hours, hours.dropFirst()) { #expect(next - one >= 0.5 - 1e-6) }
        #expect(Double(hours.count) * 300 <= lost + 400)
        #expect(scene.plan(hour).lower.waterDeficit < .ml(150))
    }

    @Test("it ends within four hours")
    func fourHours() {
        let scene = Scene.afterRun(of: 3, ended: 12, air: 33)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(15.9)) != nil)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(16.1)) == nil)
    }

    @Test("once less than 150 ml was left it is finished, however much the day costs after that")
    func finished() {
        var scene = Scene.afterRun(of: 1.5, ended: 12)
        let left = scene.plan(12.4).lower.waterDeficit
        scene.drink(12.4, left.milliliters - 100)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(12.5)) == nil)
        #expect(scene.plan(14).lower.waterDeficit > .ml(150))
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(14)) == nil)
    }

    @Test("the last one says so")
    func last() throws {
        var scene = Scene.afterRun(of: 1.5, ended: 12)
        #expect(scene.reminder(12.01)?.reason.trigger == .workoutDeficit)
        scene.drink(12.1, scene.plan(12.1).lower.waterDeficit.milliliters - 300)
        let reminder = try #require(scene.reminder(13.2))
        #expect(reminder.reason.trigger == .lastOfWorkout)
    }

    @Test("at most 0.6 L within an hour")
    func rate() {
        var scene = Scene.afterRun(of: 3, ended: 12, air: 33)
        scene.configuration.reminders.gap = .minutes(10)
        scene.drink(12.1, 450)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(12.5))?.drink?.volume == .ml(150))
    }

    @Test(
        "what cost little leaves nothing to make up: a walk, a short run",
        arguments: [("walking", 1), ("running", 0.4)])
    func little(activity: String, hours: Double) {
        var scene = Scene()
        scene.drink(9, 100)
        let climate = Climate(air: .celsius(18), humidity: .percent(50))
        let end = 10 + hours
        scene.at(10, .workout(WorkoutDetails(activity: activity, climate: climate), end: Scene.instant(end)))
        #expect(scene.plan(end + 0.1).lower.waterDeficit > .ml(150))
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(end + 0.1)) == nil)
    }

    @Test("the last word is said once, whether it is heard, answered or overtaken by a drink; put off, it comes again")
    func lastWord() throws {
        func lastWords(_ act: (inout Scene, Double, Reminder) -> Void) -> Int {
            var scene = Scene.afterRun(of: 1, ended: 12, air: 22)
            scene.drink(12.1, scene.plan(12.1).lower.waterDeficit.milliliters - 250)
            var (hour, count) = (12.2, 0)
            while let due = scene.nextShow(after: hour), due < 17, let reminder = scene.show(due) {
                if reminder.reason.trigger == .lastOfWorkout { count += 1 }
                act(&scene, due, reminder)
                hour = due + 0.06
            }
            return count
        }
        #expect(lastWords { _, _, _ in } == 1)
        #expect(lastWords { $0.at($1, .drink($2.drink($2.volume ?? .ml(10)))) } == 1)
        #expect(lastWords { $0.at($1 + 0.05, .answer($2.id, .skip)) } == 1)
        #expect(lastWords { scene, hour, _ in scene.drink(hour + 0.05, 20) } == 1)
        #expect(lastWords { $0.at($1 + 0.05, $2.id.text.hasSuffix(".0") ? .answer($2.id, .later) : .stretch) } == 2)
    }

    @Test("nothing flashes at the end of the four hours: what is shown before may be read")
    func endOfFourHours() throws {
        var scene = Scene.afterRun(of: 3, ended: 12, air: 33)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(16)) == nil)
        let shown = scene.show(15.9)
        let bubble = try #require(shown)
        #expect(bubble.reason.trigger == .lastOfWorkout)
        #expect(scene.kept(16) == bubble.id)
        #expect(scene.kept(16.39) == bubble.id)
        #expect(scene.kept(16.41) == nil)
    }

    @Test("while it is being made up, no other reminder goes around that pace")
    func pace() throws {
        var scene = Scene.afterRun(of: 3, ended: 12, air: 33)
        scene.configuration.guidance.switches["electrolytes"] = false
        scene.drink(12.05, 550)
        #expect(scene.situation(12.6).lower.freeWaterDeficit > scene.situation(12.6).body.thirstThreshold)
        #expect(scene.silence(12.6) == .tooLittle)
        #expect(isClose(scene.nextShow(after: 12.6), 13.05))
        // Without that guideline thirst is what counts.
        scene.configuration.guidance.switches["drink-after-workout"] = false
        #expect(scene.reminder(12.6)?.guideline == .drinkBeforeThirst)
    }

    @Test("nobody hears two last words on one workout, whoever they are, unless they put the first off")
    func random() {
        Cases.check(Cases.count(20)) { random in
            var days = RandomDays(&random)
            days.acts.removeAll { if case .log(.snooze) = $0.act { true } else { false } }
            var (told, later): (Set<Entry.ID>, Bool) = ([], false)
            var failure: String?
            _ = days.run { happening in
                if case .entry(let entry) = happening.what, case .answer(_, .later) = entry.event { later = true }
                guard case .reminder(let reminder) = happening.what,
                    [.lastOfWorkout, .lastOfQuickRecovery].contains(reminder.reason.trigger),
                    let workout = reminder.reason.workout
                else { return }
                if !told.insert(workout).inserted, !later { failure = "\(days.person): \(reminder.id.text)" }
            }
            return failure
        }
    }
}
