// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("A day that a person can live with")
struct DayTests {
    /// What is shown to a person in `hours` from midnight on.
    private func shown(
        _ policy: Simulation.Policy, hours: Int = 24, _ acts: [(Double, Event)] = [],
        configuration: Configuration = Configuration()
    ) -> [(hour: Double, reminder: Reminder)] {
        let start = Scene.midnight
        var simulation = Simulation(
            configuration: configuration, zone: .utc, start: start, end: start + .hours(hours), policy: policy)
        var shown: [(Double, Reminder)] = []
        simulation.run(acts.map { (at: start.advanced(byHours: $0.0), act: .log($0.1)) }) { happening in
            if case .reminder(let reminder) = happening.what {
                shown.append((happening.at.hours(since: start), reminder))
            }
        }
        return shown
    }

    private let obey = Simulation.Policy.obey(after: .minutes(5))

    private func reading(_ celsius: Double, _ sun: Sun = .shade) -> Event {
        .climate(ClimateReading(climate: Climate(air: .celsius(celsius), humidity: .percent(60), sun: sun)))
    }

    private func run(from start: Double, to end: Double, _ celsius: Double = 27) -> [(Double, Event)] {
        [
            (start, reading(celsius, .partly)),
            (start, .workoutStarted(WorkoutDetails(activity: "running"), expectedEnd: nil)), (end, .workoutStopped()),
        ]
    }

    private let awake: (Double, Event) = (0, .bodyMass(.kilograms(70), .plain))

    @Test("an ordinary office day: at most eight bubbles for one who obeys")
    func office() {
        let count = shown(obey, [awake]).count
        #expect((4...8).contains(count), "\(count)")
    }

    @Test("34 °C and 60 % all day: at most sixteen")
    func heat() {
        let count = shown(obey, [awake, (0, reading(34)), (6, reading(34)), (12, reading(34)), (18, reading(34))]).count
        #expect((8...16).contains(count), "\(count)")
    }

    @Test("an hour's run at 27 °C: at most fourteen")
    func eveningRun() {
        let day = shown(obey, [awake] + run(from: 18, to: 19))
        #expect((6...14).contains(day.count), "\(day.count)")
        #expect(day.contains { $0.reminder.guideline == .drinkDuringWorkout })
        #expect(day.contains { $0.reminder.reason.trigger == .lastOfWorkout })
    }

    @Test("a marathon: at most twenty, and once whether it still goes on")
    func marathon() {
        let day = shown(obey, [awake] + run(from: 9, to: 12.9))
        let questions = day.count { $0.reminder.asksWhetherWorkoutRuns }
        #expect(questions == 1)
        #expect((10...20).contains(day.count - questions), "\(day.count)")
    }

    @Test("one who ignores everything: at most five a day at rest, one a day after two silent days")
    func ignoring() {
        let shown = shown(.ignore, hours: 24 * 6, [awake])
        for day in 0..<6 {
            let count = shown.filter { $0.hour >= Double(day) * 24 && $0.hour < Double(day + 1) * 24 }.count
            #expect(count <= (day < 2 ? 5 : 1) && count >= 1, "day \(day): \(count)")
        }
    }

    @Test("one who logs their own drinks and never answers: at most three")
    func selfLogger() {
        let water = BeverageTable.all[0]
        let habits: [(Double, Double)] = [(7.25, 250), (10, 250), (12.75, 300), (15.5, 250), (18, 250), (20.5, 250)]
        let drinks = habits.map { hour, volume -> (Double, Event) in (hour, .drink(Drink(water, volume: .ml(volume)))) }
        #expect(shown(.ignore, [awake] + drinks).count <= 3)
    }

    @Test("a night shift is asked between four in the afternoon and half past seven in the morning")
    func nightShift() {
        var configuration = Configuration()
        configuration.day.wake = LocalTime(hour: 16)
        configuration.day.bed = LocalTime(hour: 8)
        let shown = shown(obey, hours: 96, [awake], configuration: configuration)
        #expect(shown.count >= 16)
        for (hour, _) in shown {
            let clock = hour.truncatingRemainder(dividingBy: 24)
            #expect(clock >= 16 || clock < 7.5, "\(clock)")
        }
    }

    @Test("what is obeyed helps: an hour later less is lacking than had it been ignored", arguments: [27.0, 31, 35])
    func helps(celsius: Double) {
        let start = Scene.midnight
        func deficits(_ policy: Simulation.Policy) -> (shown: [Instant], course: BalanceCourse) {
            var simulation = Simulation(
                configuration: Configuration(), zone: .utc, start: start, end: start + .hours(24), policy: policy)
            var instants: [Instant] = []
            let acts = ([awake] + run(from: 14, to: 16, celsius)).map {
                (at: start.advanced(byHours: $0.0), act: Simulation.Act.log($0.1))
            }
            simulation.run(acts) { if case .reminder = $0.what { instants.append($0.at) } }
            let timeline = Timeline(
                entries: simulation.entries,
                circumstances: simulation.configuration.circumstances(zone: .utc, began: start), now: simulation.end)
            return (instants, BalanceCourse(timeline))
        }
        let (obeyed, ignored) = (deficits(obey), deficits(.ignore))
        for instant in obeyed.shown where instant.hours(since: start) >= 14 && instant.hours(since: start) < 22 {
            let later = instant + .hours(1)
            #expect(
                obeyed.course.runs(at: later).lower.freeWaterDeficit
                    < ignored.course.runs(at: later).lower.freeWaterDeficit)
        }
    }

    @Test("nothing is woken for: a quiet night costs no plan before waking")
    func needless() {
        var scene = Scene.office
        for hour in [10.0, 13, 16, 19, 21.5] { scene.drink(hour, 350) }
        #expect(scene.plan(23.1).nextChange == Scene.instant(31))
        #expect(scene.plan(26).nextChange == Scene.instant(31))
        scene.presence = .away
        #expect(scene.plan(26).nextChange == Scene.instant(31))
    }
}
