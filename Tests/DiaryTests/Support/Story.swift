// SPDX-License-Identifier: Apache-2.0

// A diary being written, in hours since midnight of a Thursday, and random numbers from one printed seed.

import Diary
import Foundation
import Physiology
import Testing

struct Story {
    /// 2026-01-01, a Thursday.
    static let midnight = Instant(seconds: 1_767_225_600)

    private(set) var entries: [Entry] = []
    var profile = Profile()
    var rhythm = DailyRhythm()
    var zone = ZoneRules.utc
    /// When the diary was begun, in hours.
    var began = 0.0

    static func instant(_ hour: Double) -> Instant { midnight.advanced(byHours: hour) }

    /// Writes down at `made` (else at once) what happened at `hour`.
    @discardableResult
    mutating func at(_ hour: Double, _ event: Event, made: Double? = nil) -> Entry.ID {
        let id = Entry.ID(Int64(entries.count + 1))
        let instant = Self.instant(hour)
        entries.append(
            Entry(
                id: id, at: instant, place: .utc, recordedAt: made.map(Self.instant) ?? instant,
                token: Token("t\(id.number)")!, event: event))
        return id
    }

    @discardableResult
    mutating func drink(_ hour: Double, _ milliliters: Double, _ name: String = "water", made: Double? = nil)
        -> Entry.ID
    {
        let beverage = try! BeverageTable.find(name)
        return at(hour, .drink(Drink(beverage, volume: .milliliters(milliliters))), made: made)
    }

    var circumstances: Circumstances {
        Circumstances(
            profile: profile, rhythm: rhythm, indoor: .indoor, zone: zone, began: Self.instant(began))
    }

    func timeline(at hour: Double) -> Timeline {
        Timeline(entries: entries.effective(), circumstances: circumstances, now: Self.instant(hour))
    }

    /// Both runs at `hour`, as they are known then.
    func runs(_ hour: Double) -> BalanceCourse.Runs {
        BalanceCourse(timeline(at: hour)).runs(at: Self.instant(hour))
    }

    /// The water deficit of the cautious run at `hour`, ml.
    func deficit(_ hour: Double) -> Double { runs(hour).lower.waterDeficit.milliliters }

    /// The workouts as they look at `hour`, with start and end in hours.
    func workouts(_ hour: Double) -> [(status: WorkoutSpan.Status, start: Double, end: Double)] {
        timeline(at: hour).workouts.map {
            ($0.status, $0.start.hours(since: Self.midnight), $0.end.hours(since: Self.midnight))
        }
    }
}

extension WorkoutDetails {
    static let run = WorkoutDetails(activity: "running", climate: Climate(air: .celsius(20), humidity: .percent(50)))
}

func isClose(_ value: Double, _ expected: Double, within tolerance: Double = 1e-6) -> Bool {
    abs(value - expected) <= tolerance
}

extension BalanceCourse.Runs {
    func isClose(to other: Self, within tolerance: Double = 1e-6) -> Bool {
        [(median, other.median), (lower, other.lower)].allSatisfy { one, other in
            abs(one.waterDeficit.milliliters - other.waterDeficit.milliliters) <= tolerance
                && abs(one.electrolyteDeficit.millimoles - other.electrolyteDeficit.millimoles) <= tolerance
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
    mutating func chance(_ share: Double) -> Bool { number(0...1) < share }
    mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &self)! }
}

enum Cases {
    /// The seed of this run: HYDRATED_SEED, or a new one; printed.
    static let seed: UInt64 = {
        let given = ProcessInfo.processInfo.environment["HYDRATED_SEED"].flatMap { UInt64($0) }
        let seed = given ?? .random(in: 0 ... .max)
        print("HYDRATED_SEED=\(seed)")
        return seed
    }()

    /// Checks a property on `count` cases; the first that fails names the seed and is the last.
    static func check(
        _ count: Int, sourceLocation: SourceLocation = #_sourceLocation, _ property: (inout SplitMix64) -> String?
    ) {
        for index in 0..<count {
            var random = SplitMix64(seed: seed &+ UInt64(index))
            if let failure = property(&random) {
                Issue.record(
                    "\(failure) (case \(index) of \(count); repeat with HYDRATED_SEED=\(seed))",
                    sourceLocation: sourceLocation)
                return
            }
        }
    }
}

extension Story {
    /// Four days of anything.
    static func random(_ random: inout SplitMix64) -> Story {
        var story = Story()
        story.profile.mass = .kilograms(random.number(45...110))
        story.profile.sex = random.pick([.female, .male, .unspecified])
        var hour = random.number(0...6)
        while hour < 96 {
            switch random.pick([0, 0, 0, 0, 1, 2, 3, 4, 5, 6]) {
            case 0:
                let name = random.pick(["water", "coffee", "sports-drink", "milk", "beer", "espresso"])
                story.drink(hour, random.number(50...700), name, made: hour + random.pick([0, 0, 0.5, 5]))
            case 1: story.at(hour, .meal)
            case 2:
                let climate = Climate(air: .celsius(random.number(5...38)), humidity: .percent(random.number(20...90)))
                story.at(hour, .climate(ClimateReading(climate: climate)))
            case 3: story.at(hour, .workout(.run, end: instant(hour + random.number(0.3...2.5))))
            case 4:
                story.at(hour, .workoutStarted(.run, expectedEnd: random.chance(0.5) ? instant(hour + 1) : nil))
                // Left running, it is asked about after three hours.
                for turn in 0..<random.pick([0, 1, 2]) {
                    let id = ReminderID("drink-during-workout@\(instant(hour).seconds).\(-1 - turn)")
                    story.at(
                        hour + 3 * Double(turn + 1) + random.number(0.1...0.4),
                        .answer(id, random.pick([.yes, .yes, .no])))
                }
            case 5: story.at(hour, .workoutStopped())
            default: story.at(hour, .bodyMass(story.profile.mass, random.pick([.plain, .before, .after])))
            }
            hour += random.number(0.2...6)
        }
        return story
    }

    /// The same with other entries.
    func with(_ entries: [Entry]) -> Story {
        var story = self
        story.entries = entries
        return story
    }
}
