// SPDX-License-Identifier: Apache-2.0

// People as they are, and days as they come.

import Diary
import Physiology
import Testing

@testable import Guidance

/// What somebody does about reminders and drinks.
enum Person: CaseIterable {
    case obeys, late, ignores, logsOwn, logsHalf, overdrinks, answersTwice

    /// What they do about `reminder`; `turn` counts the reminders.
    func responses(to reminder: Reminder, turn: Int) -> [(after: Duration, Simulation.Response)] {
        // A cramp lets go or it does not: every third says so.
        if reminder.asksAboutCramp, turn.isMultiple(of: 3), self != .ignores {
            return [(.minutes(2), .log(.answer(reminder.id, turn.isMultiple(of: 2) ? .no : .stillHurts)))]
        }
        let own = Simulation.Response.log(
            .drink(Drink(BeverageTable.all[0], volume: reminder.volume ?? .ml(50))))
        return switch self {
        case .obeys: [(.minutes(5), .press)]
        case .late: [(.minutes(25), .press)]
        case .ignores, .logsOwn: []
        case .logsHalf: turn.isMultiple(of: 2) ? [(.minutes(8), .press)] : []
        case .overdrinks: [(.minutes(2), .press), (.minutes(10), own)]
        case .answersTwice: [(.minutes(3), .press), (.minutes(4), own)]
        }
    }
}

/// A random stretch of two days.
struct RandomDays {
    /// In hours.
    static let length = 48.0

    var configuration = Configuration()
    var acts: [(at: Instant, act: Simulation.Act)] = []
    var workouts: [ClosedRange<Double>] = []
    /// When they were away, idle or behind a locked screen.
    var absences: [Range<Instant>] = []
    let person: Person

    init(_ random: inout SplitMix64) {
        self.init(of: random.pick(Person.allCases), &random)
    }

    init(of person: Person, _ random: inout SplitMix64) {
        self.person = person
        configuration.profile.mass = .kilograms(random.number(45...110))
        configuration.profile.height = .centimeters(random.number(150...195))
        configuration.profile.sex = random.pick([.female, .male, .unspecified])
        configuration.profile.isPregnant = configuration.profile.sex == .female && random.chance(0.1)
        configuration.profile.birthYear = random.pick([nil, nil, 1990, 1948])
        if random.chance(0.15) {
            configuration.day.wake = LocalTime(hour: 16)
            configuration.day.bed = LocalTime(hour: 8)
        }
        if random.chance(0.2) {
            configuration.quiet.stretches = [.init(from: LocalTime(hour: 12), to: LocalTime(hour: 14))]
        }
        if random.chance(0.1) { configuration.health.dailyLimit = .ml(random.number(1000...2500)) }

        var events: [(Double, Simulation.Act)] = [(0, .log(.bodyMass(configuration.profile.mass, .plain)))]
        let air = random.number(12...38)
        let climate = Climate(
            air: .celsius(air), humidity: .percent(random.number(30...70)), sun: random.pick(Sun.allCases))
        for hour in [7.0, 13, 19, 31, 37, 43] where random.chance(0.7) {
            let inside = Climate(air: .celsius(max(16, air - 3)), humidity: climate.humidity)
            events.append((hour, .log(.climate(ClimateReading(climate: inside)))))
        }
        for day in [0.0, 24] where random.chance(0.6) {
            let start = day + random.number(6...19)
            let end = start + random.number(0.4...4)
            let name = random.pick(["running", "cycling", "walking", "swimming", "soccer", "hiking"])
            let details = WorkoutDetails(
                activity: name, intensity: random.pick([.easy, .moderate, .hard]), climate: climate,
                recoversQuickly: random.chance(0.3))
            workouts.append(start...end)
            if random.chance(0.5) {
                let planned = random.chance(0.5) ? Scene.instant(end) : nil
                events.append((start, .log(.workoutStarted(details, expectedEnd: planned))))
                // Some leave it running.
                if random.chance(0.8) { events.append((end, .log(.workoutStopped()))) }
            } else {
                events.append((end, .tell(.workout(details, end: Scene.instant(end)), of: Scene.instant(start))))
            }
        }
        events += Self.ownDrinks(of: person, &random)
        if random.chance(0.2) {
            let hour = random.number(8...40)
            let until = Scene.instant(hour + random.number(0.5...3))
            events.append((hour, .log(random.chance(0.5) ? .pause(until: until) : .snooze(until: until))))
        }
        if random.chance(0.2) {
            let hour = random.number(8...40)
            let end = hour + random.number(0.2...3)
            events.append((hour, .be(random.pick([.away, .idle, .locked]))))
            events.append((end, .be(.present)))
            absences.append(Scene.instant(hour)..<Scene.instant(end))
        }
        if random.chance(0.2) {
            let cramp = Cramp(
                muscle: random.pick(Muscle.allCases), severity: random.pick(Cramp.Severity.allCases))
            events.append((random.number(1...46), .log(.cramp(cramp))))
        }
        acts = events.sorted { $0.0 < $1.0 }.map { (Scene.instant($0.0), $0.1) }
    }

    private static func ownDrinks(of person: Person, _ random: inout SplitMix64) -> [(Double, Simulation.Act)] {
        let names = ["water", "coffee", "tea", "sports-drink", "beer", "milk", "orange-juice"]
        var step: ClosedRange<Double>
        switch person {
        case .obeys, .late, .ignores, .answersTwice: return []
        case .logsOwn: step = 1.5...4
        case .logsHalf: step = 3...8
        case .overdrinks: step = 0.4...3
        }
        var drinks: [(Double, Simulation.Act)] = []
        var hour = random.number(7...9)
        while hour < length {
            if hour.truncatingRemainder(dividingBy: 24) > 6.5 {
                let volume = Volume.ml(random.number(person == .overdrinks ? 300...900 : 100...450))
                let beverage = try! BeverageTable.find(random.pick(names))
                drinks.append((hour, .log(.drink(Drink(beverage, volume: volume)))))
            }
            hour += random.number(step)
        }
        return drinks
    }

    /// The person through these days, told to `report`; from `ignoring` on they do nothing about reminders.
    @discardableResult
    func run(
        also acts: [(at: Instant, act: Simulation.Act)] = [], ignoring: Instant = .distantFuture,
        report: (Simulation.Happening) -> Void
    ) -> Simulation {
        var simulation = Simulation(
            configuration: configuration, zone: .utc, start: Scene.midnight, end: Scene.instant(Self.length))
        var turn = 0
        let all = (self.acts + acts).sorted { $0.at < $1.at }
        simulation.run(
            all,
            responding: { reminder in
                turn += 1
                return reminder.due < ignoring ? person.responses(to: reminder, turn: turn) : []
            }, report: report)
        return simulation
    }

    var end: Instant { Scene.instant(Self.length) }

    var wakingDays: [WakingDay] { configuration.day.wakingDays(touching: Scene.midnight...end, in: .utc) }

    /// The timeline of `entries` made on these days, as it stands at `now`.
    func timeline(of entries: [Entry], _ now: Instant) -> Timeline {
        Timeline(
            entries: entries, circumstances: configuration.circumstances(zone: .utc, began: Scene.midnight), now: now)
    }

    /// Whether `instant` lies between their bed and wake.
    func isNight(_ instant: Instant) -> Bool {
        configuration.day.wakingDays(touching: instant...instant, in: .utc).last { $0.wake <= instant }?
            .isNight(at: instant) ?? false
    }
}

extension RandomDays {
    /// Checks a property on as many random days as are asked for, of each of `persons`, and prints how many days those
    /// were.
    static func check(
        _ what: String, of persons: [Person] = Person.allCases, sourceLocation: SourceLocation = #_sourceLocation,
        _ property: (RandomDays, inout SplitMix64) -> String?
    ) {
        let count = Int((Double(Cases.days) * 24 / length).rounded(.up))
        var drawn: [Person] = []
        Cases.check(count, sourceLocation: sourceLocation) { random in
            let days = RandomDays(of: random.pick(persons), &random)
            drawn.append(days.person)
            return property(days, &random)
        }
        #expect(drawn.count < count || Set(drawn).count == persons.count || count < 100, sourceLocation: sourceLocation)
        let lived = Int(Double(drawn.count) * length / 24)
        print("\(lived) random days, \(Set(drawn).count) kinds of person, HYDRATED_SEED=\(Cases.seed): \(what)")
    }
}
