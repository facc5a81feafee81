// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// A number that a guideline looks at, and the level at which it speaks.
public struct Measure: Hashable, Sendable {
    /// What is measured. The raw value is the word on the bus and in the journal.
    public enum Subject: String, CaseIterable, Sendable {
        /// The electrolyte-free water lacking in the cautious run: what thirst follows.
        case freeWater = "free-water"
        /// The same in the usual run, which reminders inside a workout follow.
        case usualFreeWater = "usual-free-water"
        /// The water lacking in the cautious run.
        case water
        /// The water that would lack in the usual run at a workout's end if nothing is drunk.
        case waterAtEnd = "water-at-end"
        /// The electrolyte-free water that would.
        case freeWaterAtEnd = "free-water-at-end"
        /// The water that a planned workout will cost.
        case workoutCost = "workout-cost"
        /// What has gone in beyond what was lost, in the cautious run.
        case surplus
        /// The sodium of the blood that the cautious run predicts; speaks below its level.
        case plasmaSodium = "plasma-sodium"
        /// Plain water of the last four hours.
        case plainWater = "plain-water"
        /// Sodium and potassium lacking in the usual run.
        case electrolytes
        /// Sodium and potassium that the workout has cost.
        case workoutElectrolytes = "workout-electrolytes"
        /// How fast sweat flowed in a workout of more than an hour and a half.
        case workoutSweat = "workout-sweat"
        /// Workouts of today with much sweat.
        case heavyWorkouts = "heavy-workouts"
        /// The wet bulb globe temperature of the climate that counts now.
        case heat
        /// The same of the workout that is planned or has begun.
        case workoutHeat = "workout-heat"
        /// The temperature of the water to swim in; speaks below its level.
        case swimWater = "swim-water"
        /// Caffeine since waking.
        case caffeine
        /// What was drunk since waking.
        case intake
        /// Cramps of the last 14 days.
        case cramps
        /// Cramps of the last two days, as logged.
        case recentCramps = "recent-cramps"
        /// Cramps at night in the last 7 days.
        case nightCramps = "night-cramps"
        /// Cramps of the last 60 days with a side, if they are all on the same one.
        case sidedCramps = "sided-cramps"
        /// Whether the last cramp came in a workout: 1 or 0.
        case crampsInWorkout = "cramps-in-workout"
        /// The days of the last seven with a hard workout.
        case hardDays = "hard-days"
        /// Those of the last two.
        case hardDaysInARow = "hard-days-in-a-row"
        /// The time since a cramp was logged.
        case sinceCramp = "since-cramp"
        /// The time until a planned workout; speaks from its level down.
        case untilWorkout = "until-workout"
        /// The time since a workout; speaks up to its level.
        case sinceWorkout = "since-workout"
        /// The time until bed; speaks from its level down.
        case untilBed = "until-bed"
        /// The time without a break at the desk.
        case sitting

        /// Which way a number goes until the guideline speaks.
        public var direction: Direction {
            switch self {
            case .plasmaSodium, .swimWater: .below
            case .untilWorkout, .sinceWorkout, .untilBed: .atMost
            default: .atLeast
            }
        }
    }

    public enum Direction: Hashable, Sendable { case atLeast, atMost, below }

    public let subject: Subject
    /// Nil when there is nothing to measure now, such as the cost of a workout when none is planned.
    public let value: Reading?
    public let threshold: Reading

    public init(_ subject: Subject, _ value: Reading?, from threshold: Reading) {
        self.subject = subject
        self.value = value
        self.threshold = threshold
    }

    /// Whether the guideline has reason to speak by this number alone.
    public var isReached: Bool {
        guard let value else { return false }
        // What rounding leaves between a time computed and the level found there.
        let margin = 1e-6 * max(1, abs(threshold.number))
        switch subject.direction {
        case .atLeast: return value.number >= threshold.number - margin
        case .atMost: return value.number <= threshold.number + margin
        case .below: return value.number < threshold.number
        }
    }
}

/// A number with its unit.
public enum Reading: Hashable, Sendable {
    case volume(Volume)
    case rate(WaterRate)
    case amount(Amount)
    case concentration(Concentration)
    case mass(Mass)
    case temperature(Temperature)
    case duration(Duration)
    case count(Int)

    /// The units as the bus and JSON name them.
    public enum Unit: String, CaseIterable, Sendable {
        case milliliters = "ml"
        case millilitersPerHour = "ml/h"
        case millimoles = "mmol"
        case millimolesPerLiter = "mmol/l"
        case milligrams = "mg"
        case celsius
        case seconds = "s"
        case count
    }

    public var unit: Unit {
        switch self {
        case .volume: .milliliters
        case .rate: .millilitersPerHour
        case .amount: .millimoles
        case .concentration: .millimolesPerLiter
        case .mass: .milligrams
        case .temperature: .celsius
        case .duration: .seconds
        case .count: .count
        }
    }

    /// In its ``unit``.
    public var number: Double {
        switch self {
        case .volume(let volume): volume.milliliters
        case .rate(let rate): rate.millilitersPerHour
        case .amount(let amount): amount.millimoles
        case .concentration(let concentration): concentration.millimolesPerLiter
        case .mass(let mass): (mass.milligrams * 1e6).rounded() / 1e6
        case .temperature(let temperature): temperature.celsius
        case .duration(let duration): Double(duration.microseconds) / 1e6
        case .count(let count): Double(count)
        }
    }

    /// `number` of `unit`; what no time and no count can hold is moved into what it can.
    public init(_ number: Double, _ unit: Unit) {
        switch unit {
        case .milliliters: self = .volume(.milliliters(number))
        case .millilitersPerHour: self = .rate(.millilitersPerHour(number))
        case .millimoles: self = .amount(.millimoles(number))
        case .millimolesPerLiter: self = .concentration(.millimolesPerLiter(number))
        case .milligrams: self = .mass(.milligrams(number))
        case .celsius: self = .temperature(.celsius(number))
        case .seconds: self = .duration(.microseconds(Int64((min(max(number, -1e12), 1e12) * 1e6).rounded())))
        case .count: self = .count(Int(min(max(number, -1e9), 1e9)))
        }
    }
}
