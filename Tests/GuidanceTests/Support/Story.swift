// SPDX-License-Identifier: Apache-2.0

// What somebody does in a day or two, and everything that is said to them. Hours are those since the midnight of
// Thursday, 2026-01-01.

import Diary
import Physiology

@testable import Guidance

struct Story {
    var configuration = Configuration()
    var acts: [(at: Instant, act: Simulation.Act)] = []
    /// What is answered when it is asked whether a cramp has let go, in turn.
    var answers: [ReminderAnswer] = []
    var from = 7.0
    var until = 16.0
    /// Since when the session has been active.
    var activeSince: Double?

    /// Everything that was said, in order.
    func told() -> [Reminder] {
        if let activeSince {
            let scene = Scene()
            let plan = Planner.plan(
                timeline: scene.timeline(until), configuration: configuration, presence: .present,
                activeSince: Scene.instant(activeSince))
            if case .show(let reminder) = plan.decision { return [reminder] }
            return []
        }
        var simulation = Simulation(
            configuration: configuration, zone: .utc, start: Scene.instant(from), end: Scene.instant(until))
        var answers = answers[...]
        var told: [Reminder] = []
        simulation.run(
            acts.sorted { $0.at < $1.at },
            responding: { reminder in
                guard reminder.asksAboutCramp, let answer = answers.popFirst() else { return [] }
                return [(.minutes(1), .log(.answer(reminder.id, answer)))]
            },
            report: { if case .reminder(let reminder) = $0.what { told.append(reminder) } })
        return told
    }

    /// Whether `guideline` was said, alone or with others.
    func says(_ guideline: GuidelineID) -> Bool { told().contains { $0.guidelines.contains(guideline) } }
}

// MARK: - Telling it

extension Story {
    func until(_ hour: Double) -> Story { with { $0.until = hour } }
    func from(_ hour: Double) -> Story { with { $0.from = hour } }
    func answering(_ answers: ReminderAnswer...) -> Story { with { $0.answers = answers } }
    func set(_ change: (inout Configuration) -> Void) -> Story { with { change(&$0.configuration) } }
    func active(since hour: Double) -> Story { with { $0.activeSince = hour } }

    func switching(_ guideline: GuidelineID, _ on: Bool = true) -> Story {
        set { $0.guidance.switches[guideline.rawValue] = on }
    }

    func at(_ hour: Double, _ event: Event) -> Story {
        with { $0.acts.append((Scene.instant(hour), .log(event))) }
    }

    /// Writes down at `made` what happens at `hour`.
    func at(_ hour: Double, _ event: Event, made: Double) -> Story {
        with { $0.acts.append((Scene.instant(made), .tell(event, of: Scene.instant(hour)))) }
    }

    func drinking(_ milliliters: Double, _ name: String = "water", at hours: Double...) -> Story {
        let beverage = try! BeverageTable.find(name)
        return hours.reduce(self) { $0.at($1, .drink(Drink(beverage, volume: .ml(milliliters)))) }
    }

    func cramp(
        _ hour: Double, _ muscle: Muscle = .calf, _ side: Cramp.Side = .unspecified, severe: Bool = false,
        made: Double? = nil
    ) -> Story {
        let severity: Cramp.Severity = severe ? .severe : .ordinary
        return at(hour, .cramp(Cramp(muscle: muscle, side: side, severity: severity)), made: made ?? hour)
    }

    /// Two cramps in the days before, told in the morning, and one now: cramps recur.
    func crampsRecur(_ sides: Cramp.Side...) -> Story {
        let sides = sides + Array(repeating: .unspecified, count: 3 - sides.count)
        return cramp(-54, .thigh, sides[0], made: 7).cramp(-30, .thigh, sides[1], made: 7).cramp(8, .thigh, sides[2])
    }

    func climate(_ hour: Double, air: Double, humidity: Double = 60) -> Story {
        at(hour, .climate(ClimateReading(climate: Self.climate(air, humidity))))
    }

    func starts(_ name: String, _ hour: Double, air: Double = 20, until: Double? = nil) -> Story {
        at(hour, .workoutStarted(Self.details(name, air), expectedEnd: until.map(Scene.instant)))
    }

    func did(_ name: String, _ start: Double, _ end: Double, air: Double = 20) -> Story {
        at(start, .workout(Self.details(name, air), end: Scene.instant(end)), made: end)
    }

    func plans(_ name: String, _ start: Double, _ end: Double, air: Double = 20, water: Double? = nil) -> Story {
        var details = Self.details(name, air)
        details.waterTemperature = water.map { .celsius($0) }
        return at(start, .plannedWorkout(details, end: Scene.instant(end)), made: 9)
    }

    private static func climate(_ air: Double, _ humidity: Double) -> Climate {
        Climate(air: .celsius(air), humidity: .percent(humidity))
    }

    private static func details(_ name: String, _ air: Double) -> WorkoutDetails {
        WorkoutDetails(activity: try! ActivityTable.find(name).name, climate: climate(air, 60))
    }

    private func with(_ change: (inout Story) -> Void) -> Story {
        var story = self
        change(&story)
        return story
    }
}
