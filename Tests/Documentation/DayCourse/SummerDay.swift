// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

/// A working day in summer, of a man of 75 kg who drinks with his meals and runs for an hour in the evening.
struct SummerDay {
    struct Line {
        let kind: String
        let hours: Double
        let milliliters: Double
    }

    let configuration: Configuration
    /// Midnight of Tuesday, 30 June 2026. The day before was the same without the run, and ended reminded, so that both
    /// begin alike.
    let midnight = Instant(seconds: 1_782_777_600)

    init() {
        var configuration = Configuration()
        configuration.profile.sex = .male
        configuration.profile.mass = .kilograms(75)
        configuration.profile.height = .centimeters(180)
        configuration.health.isChecked = true
        configuration.day.meals = [8, 13, 20].map { LocalTime(hour: $0) }
        self.configuration = configuration
    }

    /// The drinks, the reminders and the deficit in between, in order of time; by the usual sweat rate.
    func course(_ policy: Simulation.Policy) -> [Line] {
        var lines: [Line] = []
        var edges: Set<Instant> = Set((0...144).map { midnight + .minutes(10 * $0) })
        let acts = acts(policy)
        let wake = midnight + .hours(7)
        edges.formUnion([wake - .microseconds(1), wake])
        var day = simulation(until: midnight + .hours(24))
        day.run(acts) { happening in
            switch happening.what {
            case .reminder(let reminder):
                lines.append(line("reminder", happening.at, reminder.volume ?? .zero))
                edges.insert(happening.at)
            case .answer(_, let volume?):
                lines.append(line("drink", happening.at, volume))
                edges.formUnion([happening.at - .microseconds(1), happening.at])
            case .entry(let entry):
                if case .drink(let drink) = entry.event { lines.append(line("drink", entry.at, drink.volume)) }
                edges.formUnion([happening.at - .microseconds(1), happening.at])
            case .answer, .withdrawn: break
            }
        }
        for edge in edges.sorted() where edge >= midnight {
            // Stopped at each instant, so that nothing later is known.
            var until = simulation(until: edge)
            until.run(acts.filter { $0.at <= edge }) { _ in }
            lines.append(line("deficit", edge, until.plan(at: edge).median.freeWaterDeficit))
        }
        return lines.filter { $0.hours >= 0 }
    }

    private func simulation(until end: Instant) -> Simulation {
        Simulation(
            configuration: configuration, zone: .utc, start: midnight - .hours(17), end: end,
            policy: .obey(after: .minutes(3)))
    }

    private func acts(_ policy: Simulation.Policy) -> [(at: Instant, act: Simulation.Act)] {
        let run = WorkoutDetails(activity: "running", speed: .kilometersPerHour(10))
        let weather = Climate(air: .celsius(27), humidity: .percent(60), sun: .partly)
        let ordinary: [(minutes: Int, event: Event)] = [
            (7 * 60 + 15, .drink(drink("coffee", 250))),
            (8 * 60, .meal),
            (12 * 60 + 30, .drink(drink("water", 300))),
            (13 * 60, .meal),
            (19 * 60 + 45, .meal),
            (19 * 60 + 50, .drink(drink("water", 400))),
        ]
        let workout: [(minutes: Int, event: Event)] = [
            (17 * 60 + 55, .climate(ClimateReading(climate: weather))),
            (18 * 60, .workoutStarted(run, expectedEnd: midnight + .hours(19))),
            (19 * 60, .workoutStopped()),
        ]
        let yesterday = ordinary.map { (at: midnight + .minutes($0.minutes - 1440), act: Simulation.Act.log($0.event)) }
        let today = (ordinary + workout).sorted { $0.minutes < $1.minutes }
            .map { (at: midnight + .minutes($0.minutes), act: Simulation.Act.log($0.event)) }
        return yesterday + [(at: midnight, act: .follow(policy))] + today
    }

    private func line(_ kind: String, _ at: Instant, _ volume: Volume) -> Line {
        Line(kind: kind, hours: at.hours(since: midnight), milliliters: volume.milliliters)
    }

    private func drink(_ name: String, _ milliliters: Double) -> Drink {
        guard let beverage = try? BeverageTable.find(name) else { preconditionFailure("No beverage named \(name).") }
        return Drink(beverage, volume: .milliliters(milliliters))
    }
}
