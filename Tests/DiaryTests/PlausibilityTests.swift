// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

private let now = Instant(seconds: 1_795_200_000)

private func draft(_ event: Event, at: Instant = now) -> Draft {
    Draft(at: at, place: .utc, recordedAt: now, token: Token("t")!, event: event)
}

/// Entries numbered from 1, in order of time.
private func diary(_ events: (Instant, Event)...) -> [Entry] {
    events.enumerated().map { index, line in draft(line.1, at: line.0).entry(Entry.ID(Int64(index + 1))) }
}

private func drink(_ milliliters: Double) -> Drink {
    Drink(
        beverage: "water", volume: .milliliters(milliliters), waterFraction: 1, sodium: .zero, potassium: .zero,
        caffeine: .zero, alcohol: .zero)
}

private let run = WorkoutDetails(activity: "running")

private func verdict(_ event: Event, at: Instant = now, beside entries: [Entry] = []) -> Implausible? {
    do {
        try Plausibility.check(draft(event, at: at), against: entries, now: now)
        return nil
    } catch {
        return error
    }
}

@Suite("What cannot be true is refused")
struct PlausibilityTests {
    @Test("a drink holds more than nothing and at most three litres")
    func volumes() {
        for milliliters in [0.1, 250, 3000] { #expect(verdict(.drink(drink(milliliters))) == nil) }
        for milliliters in [0, -250, 3000.1, .infinity] {
            let expected = Implausible.volume(.milliliters(milliliters), limits: .zero ... .liters(3))
            #expect(verdict(.drink(drink(milliliters))) == expected)
        }
        guard case .volume = verdict(.drink(drink(.nan))) else {
            Issue.record("a drink of nothing countable was taken")
            return
        }
    }

    @Test("the composition of a drink is one that a drink can have")
    func composition() {
        var odd = drink(250)
        odd.waterFraction = 1.2
        #expect(verdict(.drink(odd)) == .composition(.waterFraction, 1.2, limits: 0...1))
        odd = drink(250)
        odd.sodium = .millimolesPerLiter(-1)
        #expect(verdict(.drink(odd)) == .composition(.sodium, -1, limits: 0...6000))
        odd = drink(250)
        odd.alcohol = .percent(101)
        #expect(verdict(.drink(odd)) == .composition(.alcohol, 101, limits: 0...100))
        odd = drink(250)
        odd.caffeine = .milligramsPerLiter(.infinity)
        #expect(verdict(.drink(odd)) == .composition(.caffeine, .infinity, limits: 0...20_000))
    }

    @Test("a climate is one that there is on Earth")
    func climates() {
        func reading(_ change: (inout ClimateReading) -> Void) -> Implausible? {
            var reading = ClimateReading(climate: Climate(air: .celsius(20), humidity: .percent(50)))
            change(&reading)
            return verdict(.climate(reading))
        }
        for celsius in [-40.0, 60] { #expect(reading { $0.climate.air = .celsius(celsius) } == nil) }
        #expect(
            reading { $0.climate.air = .celsius(70) }
                == .airTemperature(.celsius(70), limits: .celsius(-40) ... .celsius(60)))
        #expect(reading { $0.climate.air = .celsius(-40.1) } != nil)
        #expect(reading { $0.climate.air = .celsius(.nan) } != nil)
        for percent in [0.0, 100] { #expect(reading { $0.climate.humidity = .percent(percent) } == nil) }
        #expect(
            reading { $0.climate.humidity = .percent(130) }
                == .humidity(.percent(130), limits: .percent(0) ... .percent(100)))
        #expect(reading { $0.climate.wind = .metersPerSecond(60) } == nil)
        #expect(reading { $0.climate.wind = .metersPerSecond(-0.1) } != nil)
        #expect(reading { $0.climate.wind = .metersPerSecond(61) } != nil)
        #expect(reading { $0.climate.radiant = .celsius(150) } != nil)
        #expect(reading { $0.waterTemperature = .celsius(45) } == nil)
        #expect(
            reading { $0.waterTemperature = .celsius(-3) }
                == .waterTemperature(.celsius(-3), limits: .celsius(-2) ... .celsius(45)))
    }

    @Test("a body weighs from 25 to 250 kg")
    func masses() {
        for kilograms in [25.0, 70, 250] { #expect(verdict(.bodyMass(.kilograms(kilograms), .plain)) == nil) }
        for kilograms in [24.9, 250.1, -70, .infinity, .nan] {
            #expect(verdict(.bodyMass(.kilograms(kilograms), .plain)) != nil)
        }
    }

    @Test("a workout is done at a speed, power and effort that people reach")
    func details() {
        func workout(_ change: (inout WorkoutDetails) -> Void) -> Implausible? {
            var details = run
            change(&details)
            return verdict(.workoutStarted(details, expectedEnd: nil))
        }
        #expect(workout { _ in } == nil)
        #expect(workout { $0.speed = .kilometersPerHour(119) } == nil)
        #expect(workout { $0.speed = .kilometersPerHour(121) } != nil)
        #expect(workout { $0.power = .watts(2500) } == nil)
        #expect(workout { $0.power = .watts(2501) } == .power(.watts(2501), limits: .zero ... .watts(2500)))
        #expect(workout { $0.met = .met(23) } == nil)
        #expect(workout { $0.met = .met(0.8) } == .metabolicRate(.met(0.8), limits: .met(0.9) ... .met(23)))
        #expect(workout { $0.clothing = .clo(.nan) } != nil)
        #expect(workout { $0.waterTemperature = .celsius(46) } != nil)
        #expect(workout { $0.climate = Climate(air: .celsius(61), humidity: .percent(50)) } != nil)
    }

    @Test("what has happened lies at most five minutes ahead and 400 days back")
    func times() {
        #expect(verdict(.meal, at: now + .minutes(5)) == nil)
        #expect(
            verdict(.meal, at: now + .minutes(5) + .microseconds(1))
                == .tooFarAhead(now + .minutes(5) + .microseconds(1), latest: now + .minutes(5)))
        #expect(verdict(.meal, at: now - .days(400)) == nil)
        #expect(
            verdict(.meal, at: now - .days(401)) == .tooLongAgo(now - .days(401), earliest: now - .days(400)))
        #expect(verdict(.meal, at: .distantPast) != nil)
        #expect(verdict(.meal, at: .distantFuture) != nil)
    }

    @Test("a plan may lie ahead, and must end there")
    func plans() {
        let end = now + .days(2)
        #expect(verdict(.plannedWorkout(run, end: end), at: end - .hours(1)) == nil)
        #expect(verdict(.workout(run, end: end), at: end - .hours(1)) != nil)
        #expect(
            verdict(.plannedWorkout(run, end: now - .hours(1)), at: now - .hours(2))
                == .alreadyOver(now - .hours(1)))
        #expect(verdict(.plannedWorkout(run, end: now + .days(500)), at: now + .days(500) - .hours(1)) != nil)
    }

    @Test("a workout that begins is expected to end ahead, within a day")
    func expectedEnds() {
        func start(_ end: Instant, at: Instant = now) -> Implausible? {
            verdict(.workoutStarted(run, expectedEnd: end), at: at)
        }
        #expect(start(now + .hours(1)) == nil)
        #expect(start(now - .minutes(1), at: now - .hours(1)) == .alreadyOver(now - .minutes(1)))
        #expect(start(now + .hours(25)) == .workoutLength(.hours(25), longest: .hours(24)))
        #expect(start(.distantFuture) != nil)
    }

    @Test("a pause and a snooze end ahead")
    func pauses() {
        #expect(verdict(.pause(until: now + .hours(1))) == nil)
        #expect(verdict(.snooze(until: now + .hours(1))) == nil)
        #expect(verdict(.pause(until: now)) == .alreadyOver(now))
        #expect(verdict(.snooze(until: now - .hours(1))) == .alreadyOver(now - .hours(1)))
        #expect(verdict(.pause(until: .distantFuture)) != nil)
    }

    @Test("a workout lasts more than nothing, at most a day, and is over")
    func lengths() {
        let start = now - .hours(25)
        #expect(verdict(.workout(run, end: start + .hours(24)), at: start) == nil)
        #expect(
            verdict(.workout(run, end: start + .minutes(24 * 60 + 1)), at: start)
                == .workoutLength(.minutes(24 * 60 + 1), longest: .hours(24)))
        #expect(verdict(.workout(run, end: start), at: start) == .workoutLength(.zero, longest: .hours(24)))
        #expect(verdict(.workout(run, end: start - .hours(1)), at: start) != nil)
        #expect(verdict(.workout(run, end: now + .minutes(6)), at: now - .hours(1)) != nil)
        #expect(verdict(.workout(run, end: .distantFuture), at: .distantPast) != nil)
    }
}

@Suite("Workouts beside each other")
struct PlausibilityWorkoutTests {
    private let ten = now - .hours(10)

    @Test("workouts may touch and not overlap")
    func overlaps() {
        let entries = diary((ten, .workout(run, end: ten + .hours(1))))
        #expect(verdict(.workout(run, end: ten), at: ten - .hours(1), beside: entries) == nil)
        #expect(verdict(.workout(run, end: ten + .hours(2)), at: ten + .hours(1), beside: entries) == nil)
        let clash = Implausible.overlap(with: Entry.ID(1), from: ten, to: ten + .hours(1))
        #expect(verdict(.workout(run, end: ten + .minutes(1)), at: ten - .hours(1), beside: entries) == clash)
        #expect(verdict(.workout(run, end: ten + .minutes(20)), at: ten + .minutes(10), beside: entries) == clash)
        #expect(verdict(.workout(run, end: ten + .hours(2)), at: ten - .hours(1), beside: entries) == clash)
        #expect(verdict(.workoutStarted(run, expectedEnd: nil), at: ten + .minutes(30), beside: entries) == clash)
        #expect(verdict(.workoutStarted(run, expectedEnd: nil), beside: entries) == nil)
    }

    @Test("a workout may be logged where one was planned, but no plan where another is")
    func plansAndWorkouts() {
        let start = now + .hours(1)
        let entries = diary(
            (now - .hours(1), .plannedWorkout(run, end: now + .minutes(5))),
            (start, .plannedWorkout(run, end: start + .hours(1))))
        #expect(verdict(.workout(run, end: now), at: now - .hours(1), beside: entries) == nil)
        #expect(verdict(.workoutStarted(run, expectedEnd: nil), beside: entries) == nil)
        #expect(
            verdict(.plannedWorkout(run, end: start + .hours(2)), at: start + .minutes(30), beside: entries)
                == .overlap(with: Entry.ID(2), from: start, to: start + .hours(1)))
        #expect(verdict(.plannedWorkout(run, end: start + .hours(2)), at: start + .hours(1), beside: entries) == nil)
    }

    @Test("one workout runs at a time, and nothing is logged across it")
    func running() {
        let began = now - .minutes(30)
        let entries = diary((began, .workoutStarted(run, expectedEnd: nil)))
        #expect(
            verdict(.workoutStarted(run, expectedEnd: nil), beside: entries)
                == .workoutRunning(Entry.ID(1), since: began))
        #expect(
            verdict(.workout(run, end: began + .minutes(10)), at: began - .minutes(10), beside: entries)
                == .overlap(with: Entry.ID(1), from: began, to: now))
        #expect(verdict(.workout(run, end: began), at: began - .minutes(10), beside: entries) == nil)
        #expect(verdict(.plannedWorkout(run, end: now + .hours(2)), at: now + .hours(1), beside: entries) == nil)
        #expect(verdict(.workoutStopped(), beside: entries) == nil)
        #expect(verdict(.workoutStopped(), at: began, beside: entries) == .workoutLength(.zero, longest: .hours(24)))
    }

    @Test("a workout that is not running cannot be stopped")
    func stopping() {
        #expect(verdict(.workoutStopped()) == .noWorkoutRunning(closed: nil))
        let stopped = diary(
            (now - .hours(2), .workoutStarted(run, expectedEnd: nil)), (now - .hours(1), .workoutStopped()))
        #expect(verdict(.workoutStopped(), beside: stopped) == .noWorkoutRunning(closed: nil))
        #expect(verdict(.workoutStarted(run, expectedEnd: nil), beside: stopped) == nil)
    }

    @Test("a forgotten workout can be stopped as of when it still ran, and does not bar the next")
    func forgotten() {
        let began = now - .hours(20)
        let entries = diary((began, .workoutStarted(run, expectedEnd: nil)))
        #expect(verdict(.workoutStopped(), beside: entries) == .noWorkoutRunning(closed: began + .hours(3)))
        #expect(verdict(.workoutStopped(), at: began + .hours(1), beside: entries) == nil)
        #expect(verdict(.workoutStarted(run, expectedEnd: nil), beside: entries) == nil)
    }
}

@Suite("What is stored and answered with a warning")
struct PlausibilityCautionTests {
    private func cautions(_ milliliters: Double, _ earlier: (minutes: Int, milliliters: Double)...) -> [Caution] {
        let entries = earlier.enumerated().map { index, line in
            draft(.drink(drink(line.milliliters)), at: now - .minutes(line.minutes)).entry(Entry.ID(Int64(index)))
        }
        return Caution.all(for: drink(milliliters), at: now, beside: entries)
    }

    @Test("a drink of more than one and a half litres")
    func largeDrink() {
        #expect(cautions(1400) == [])
        #expect(cautions(1500) == [.muchInOneHour(.liters(1.5))])
        #expect(cautions(1600) == [.largeDrink(.liters(1.6)), .muchInOneHour(.liters(1.6))])
    }

    @Test("more than 1.42 litres in any hour around the drink, whatever the order they are logged in")
    func hourly() {
        #expect(cautions(500, (50, 500), (20, 500)) == [.muchInOneHour(.milliliters(1500))])
        #expect(cautions(500, (60, 500), (20, 500)) == [])
        // Logged late: the full hour lies partly after it.
        #expect(cautions(500, (-20, 500), (-50, 500)) == [.muchInOneHour(.milliliters(1500))])
        #expect(cautions(500, (40, 500), (-40, 500)) == [])
        #expect(cautions(420, (10, 1000)) == [])
    }
}

@Suite("Entries that were taken back")
struct PlausibilityEffectiveEntriesTests {
    @Test("neither an entry taken back nor its retraction counts, and the rest is in order of time")
    func retractions() {
        var entries = diary(
            (now, .meal), (now - .hours(1), .drink(drink(100))), (now, .stretch),
            (now - .hours(1), .retraction(of: Entry.ID(2))))
        entries.reverse()
        #expect(entries.effective().map(\.id.number) == [1, 3])
        #expect([Entry]().effective().isEmpty)
    }
}
