// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

/// An ordinary person's days in a zone with summer time: eight drinks, three meals, a temperature in the morning, a
/// reminder or two and a run every so many days.
struct Scene {
    let configuration = Configuration()
    let zone: ZoneRules
    /// Thursday, 1 January 2026, midnight.
    let start: Instant
    let daysPerRun: Int

    init(daysPerRun: Int = 2) {
        self.daysPerRun = daysPerRun
        guard let zone = try? ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3", name: "Europe/Berlin"),
            let day = Day(year: 2026, month: 1, day: 1)
        else { preconditionFailure("The zone and the day are constants.") }
        self.zone = zone
        start = zone.instant(of: .midnight, on: day)
    }

    var circumstances: Circumstances { configuration.circumstances(zone: zone, began: start) }

    /// The entries of so many days from the start, in order of time.
    func entries(days: Int) -> [Entry] {
        (0..<days).flatMap { day in events(on: day, withReminders: true) }.enumerated().map { index, event in
            Entry(
                id: .init(Int64(index + 1)), at: event.at, place: zone.offset(at: event.at), recordedAt: event.at,
                token: Token("bench-\(index)")!, event: event.event)
        }
    }

    /// A year in which somebody does what they are reminded of; how often that was.
    func simulatedYear() -> Int {
        let acts = (0..<365).flatMap { events(on: $0, withReminders: false) }
            .map { (at: $0.at, act: Simulation.Act.log($0.event)) }
        var simulation = Simulation(
            configuration: configuration, zone: zone, start: start, end: start + .days(365),
            policy: .obey(after: .minutes(3)))
        var count = 0
        simulation.run(acts) { happening in
            if case .reminder = happening.what { count += 1 }
        }
        return count
    }

    /// The balance of both runs through a year: the losses of each stretch, a drink after it, and the way to the next
    /// reminder.
    func yearOfBalance() -> (median: WaterBalance, lower: WaterBalance, reached: Int) {
        let body = Body(profile: configuration.profile, year: 2026)
        var (median, lower) = (WaterBalance(), WaterBalance())
        var reached = 0
        let run = ElectrolyteRate.millimolesPerHour(40)
        for stretch in 0..<(365 * 13) {
            let state: BodyState = stretch % 13 == 0 ? .asleep : stretch % 13 == 6 ? .exercising : .awake
            let sweat = WaterRate.litersPerHour(state == .exercising ? 1 : 0)
            let hours = state == .asleep ? 8.0 : 4.0 / 3
            for (factor, balance) in [(1.0, median), (0.72, lower)] {
                let losses = Losses(
                    water: body.baseline(in: state) + sweat * factor,
                    electrolytes: state == .exercising ? run * factor : .zero)
                var next = balance.after(hours, losses: losses, state: state, bound: body.thirstThreshold)
                next.drink(volume: .milliliters(250), electrolytes: .millimoles(2))
                if next.hours(toFreeWaterDeficit: body.reminderThreshold, losses: losses, state: state) != nil {
                    reached += 1
                }
                if factor == 1 { median = next } else { lower = next }
            }
        }
        return (median, lower, reached)
    }

    private func events(on day: Int, withReminders: Bool) -> [(at: Instant, event: Event)] {
        let date = zone.day(of: start).advanced(by: day)
        func at(_ hour: Int, _ minute: Int = 0) -> Instant {
            zone.instant(of: LocalTime(hour: hour, minute: minute), on: date)
        }
        var events: [(at: Instant, event: Event)] = [
            (at(7, 10), .drink(drink("coffee", 250))), (at(7, 30), .climate(reading(day))),
            (at(8), .meal), (at(8, 5), .drink(drink("orange-juice", 200))), (at(10), .drink(drink("water", 250))),
            (at(12, 30), .drink(drink("water", 300))), (at(13), .meal), (at(13, 10), .drink(drink("espresso", 40))),
            (at(16), .drink(drink("tea", 300))), (at(19, 30), .meal), (at(19, 40), .drink(drink("water", 350))),
            (at(21), .drink(drink("herbal-tea", 300))),
        ]
        if (day + 1).isMultiple(of: daysPerRun) {
            events.append((at(18), .workoutStarted(WorkoutDetails(activity: "running"), expectedEnd: at(19))))
            events.append((at(19), .workoutStopped()))
        }
        if withReminders {
            for hour in [11, 15] {
                let reminder = ShownReminder(
                    id: ReminderID("drink-before-thirst/\(day)-\(hour)"),
                    guideline: GuidelineID.drinkBeforeThirst.rawValue, volume: .milliliters(250),
                    withElectrolytes: false)
                events.append((at(hour), .shown(reminder)))
                events.append((at(hour, 3), .answer(reminder.id, .skip)))
            }
        }
        return events.sorted { $0.at < $1.at }
    }

    private func reading(_ day: Int) -> ClimateReading {
        ClimateReading(climate: Climate(air: .celsius(20 + Double(day % 10)), humidity: .percent(60)))
    }

    private func drink(_ name: String, _ milliliters: Double) -> Drink {
        guard let beverage = try? BeverageTable.find(name) else { preconditionFailure("No beverage named \(name).") }
        return Drink(beverage, volume: .milliliters(milliliters))
    }
}
