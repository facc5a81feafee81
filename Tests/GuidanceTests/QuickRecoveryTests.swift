// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Quick recovery, for who asks for it")
struct QuickRecoveryTests {
    /// Just after a run at 24 °C, with little drunk.
    private func afterRun(of hours: Double, quickly: Bool, _ change: (inout Configuration) -> Void = { _ in }) -> Scene
    {
        var scene = Scene()
        scene.configuration.day.meals = []
        change(&scene.configuration)
        scene.drink(8, 100)
        let climate = Climate(air: .celsius(24), humidity: .percent(50))
        let run = WorkoutDetails(activity: "running", climate: climate, recoversQuickly: quickly)
        scene.at(12 - hours, .workout(run, end: Scene.instant(12)))
        return scene
    }

    private struct Had {
        let hour: Double
        let volume: Volume
        let trigger: Reason.Trigger
        /// What was lacking in the cautious run before it.
        let lacking: Volume
    }

    /// What somebody is asked to drink from the end of the workout on, and drinks at once.
    private func obey(_ scene: inout Scene) -> [Had] {
        var had: [Had] = []
        // Not at the very end of the workout: what is drunk by then is no longer lacking when it ends.
        var hour = 12.05
        while let due = scene.nextShow(after: hour), due < 18, let reminder = scene.show(due) {
            hour = due + 0.001
            guard reminder.guideline == .drinkAfterWorkout, let volume = reminder.volume else { continue }
            scene.at(due, .drink(reminder.drink(volume)))
            had.append(
                Had(
                    hour: due, volume: volume, trigger: reminder.reason.trigger,
                    lacking: reminder.reason.lower.waterDeficit))
        }
        return had
    }

    private func sum(_ had: [Had]) -> Volume { had.reduce(.zero) { $0 + $1.volume } }

    @Test("it goes on until 1.5 times what was lacking has been drunk, or nothing more is lacking in four hours")
    func factor() {
        var reached = 0
        for hours in [0.6, 0.75, 1.0, 1.25, 1.5] {
            var scene = afterRun(of: hours, quickly: true)
            let lacking = scene.situation(12).lower.waterDeficit
            let had = obey(&scene)
            #expect(sum(had) <= lacking * 1.5)
            let isReached = sum(had) > lacking * 1.5 - .ml(100)
            reached += isReached ? 1 : 0
            // A drink with salts is not all water: a little more is left than was counted on.
            #expect(isReached || scene.situation(16).lower.waterDeficit < .ml(170), "\(lacking) lacking at first")
            #expect(had.last?.trigger == .lastOfQuickRecovery)
            #expect(had.dropLast().allSatisfy { $0.trigger == .quickRecovery })
            var plain = afterRun(of: hours, quickly: false)
            #expect(sum(obey(&plain)) + .ml(100) <= sum(had))
        }
        #expect((1...4).contains(reached))
    }

    @Test("never faster than anybody else, and not after four hours")
    func pace() {
        for hours in [0.75, 1.5, 3] {
            var scene = afterRun(of: hours, quickly: true)
            let had = obey(&scene)
            #expect(!had.isEmpty)
            for drink in had {
                #expect(drink.volume <= min(drink.lacking, .ml(300)))
                #expect(drink.lacking >= .ml(150))
                #expect(drink.hour <= 16)
                let hour = had.filter { $0.hour > drink.hour - 1 && $0.hour <= drink.hour }
                #expect(sum(hour) <= .ml(600))
            }
            for (one, next) in zip(had, had.dropFirst()) { #expect(next.hour - one.hour >= 0.5 - 1e-6) }
            #expect(had.filter { $0.trigger == .lastOfQuickRecovery }.count == 1)
        }
    }

    @Test("in between it waits for what the day takes, and no reminder goes around it")
    func waits() throws {
        var scene = afterRun(of: 1, quickly: true)
        let lacking = scene.situation(12).lower.waterDeficit.milliliters
        scene.drink(12.1, lacking - 20)
        #expect(scene.reminder(12.7) == nil)
        let next = try #require(scene.nextShow(after: 12.7))
        #expect(next > 13 && next < 16)
        let reminder = try #require(scene.reminder(next))
        #expect(reminder.guideline == .drinkAfterWorkout)
        #expect(reminder.volume == .ml(150))
        // Nobody else hears of it again.
        var plain = afterRun(of: 1, quickly: false)
        plain.drink(12.1, lacking - 20)
        #expect(DrinkAfterWorkout().proposal(in: plain.situation(next)) == nil)
    }

    @Test("who has had it by themselves is asked no more, however much the heat takes then")
    func alreadyDrunk() {
        var scene = afterRun(of: 1, quickly: true)
        let heat = Climate(air: .celsius(38), humidity: .percent(50))
        scene.at(12, .climate(ClimateReading(climate: heat)))
        let lacking = scene.situation(12).lower.waterDeficit.milliliters
        scene.drink(12.1, lacking - 20)
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(15.5)) != nil)
        scene.drink(14, lacking * 0.5 - 70)
        #expect(scene.situation(15.5).lower.waterDeficit > .ml(150))
        #expect(DrinkAfterWorkout().proposal(in: scene.situation(15.5)) == nil)
    }

    @Test("who drank enough in the workout has nothing to make up, whatever was asked")
    func nothingToMakeUp() {
        var scene = afterRun(of: 1, quickly: true)
        scene.drink(11.9, scene.situation(12).lower.waterDeficit.milliliters - 100)
        #expect(scene.situation(14).lower.waterDeficit > .ml(150))
        for hour in stride(from: 12.0, to: 16, by: 0.25) {
            #expect(DrinkAfterWorkout().proposal(in: scene.situation(hour)) == nil)
        }
    }

    @Test("always with salts, but where none are suggested")
    func salts() {
        #expect(afterRun(of: 0.75, quickly: false).reminder(12)?.withElectrolytes == false)
        #expect(afterRun(of: 0.75, quickly: true).reminder(12)?.withElectrolytes == true)
        let pressure = afterRun(of: 0.75, quickly: true) { $0.health.salt = [.highBloodPressure] }
        #expect(pressure.reminder(12)?.guideline == .drinkAfterWorkout)
        #expect(pressure.reminder(12)?.withElectrolytes == false)
    }

    @Test("where no volumes are proposed, none is, whatever was asked")
    func volumesOff() {
        let scene = afterRun(of: 1, quickly: true) { $0.health.fluid = [.heartFailure] }
        #expect(scene.reminder(12)?.volume == nil)
        #expect(scene.reminder(12)?.guideline != .drinkAfterWorkout)
    }

    @Test("no proposed drink ever takes anybody beyond what is lacking")
    func neverSurplus() {
        Cases.check(Cases.count(40)) { random in
            var days = RandomDays(&random)
            days.acts = days.acts.map { ($0.at, $0.act.askingForQuickRecovery) }
            var failure: String?
            var told: [ReminderID: Reminder] = [:]
            _ = days.run { happening in
                let hour = happening.at.hours(since: Scene.midnight)
                switch happening.what {
                case .reminder(let reminder):
                    told[reminder.id] = reminder
                    guard let volume = reminder.volume, volume > reminder.reason.lower.waterDeficit else { return }
                    failure = failure ?? "\(days.person), hour \(hour): \(volume) where less is lacking"
                case .answer(let id, let volume?):
                    let left = happening.plan.lower.waterDeficit
                    // Whoever drinks on the side as well goes beyond it by what nobody proposed.
                    guard [.obeys, .late].contains(days.person), left < .ml(-1e-6) else { return }
                    guard told[id]?.guideline == .drinkAfterWorkout else { return }
                    failure = failure ?? "\(days.person), hour \(hour): \(left) after \(volume)"
                default: break
                }
            }
            return failure
        }
    }
}

extension Simulation.Act {
    /// The same, with every workout followed by a quick recovery.
    fileprivate var askingForQuickRecovery: Simulation.Act {
        switch self {
        case .log(let event): .log(event.askingForQuickRecovery)
        case .tell(let event, let instant): .tell(event.askingForQuickRecovery, of: instant)
        default: self
        }
    }
}

extension Event {
    fileprivate var askingForQuickRecovery: Event {
        switch self {
        case .workout(var details, let end):
            details.recoversQuickly = true
            return .workout(details, end: end)
        case .workoutStopped: return .workoutStopped(recoversQuickly: true)
        default: return self
        }
    }
}
