// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// What an entry says.
///
/// Indirect, so that entries are small: every plan walks through two months of them.
public indirect enum Event: Hashable, Sendable {
    case drink(Drink)
    /// A workout that is over; the entry's instant is its start.
    case workout(WorkoutDetails, end: Instant)
    /// A workout to come; the entry's instant is its start.
    case plannedWorkout(WorkoutDetails, end: Instant)
    /// A workout that begins now and runs until it is stopped; its end is what the person expects, if they said.
    case workoutStarted(WorkoutDetails, expectedEnd: Instant?)
    /// The end of the running workout, and whether recovery from it is to be quick: who decides so at the end says so
    /// with it.
    case workoutStopped(recoversQuickly: Bool = false)
    case climate(ClimateReading)
    case bodyMass(Mass, WeighInMoment)
    case meal
    case stretch
    case cramp(Cramp)
    case injury(Injury)
    /// A bubble about to be shown; written before it is.
    case shown(ShownReminder)
    /// The bubble of a reminder could not be brought to the desktop.
    case undelivered(ReminderID)
    case answer(ReminderID, ReminderAnswer)
    /// Reminders are put off until the instant.
    case snooze(until: Instant)
    /// No reminders until the instant, but for the stop-drinking one.
    case pause(until: Instant)
    case resume
    /// The entry named is taken back: it counts as never logged.
    case retraction(of: Entry.ID)

    /// The name of the kind, as the diary's file, the bus and JSON write it.
    public var kind: Kind {
        switch self {
        case .drink: .drink
        case .workout: .workout
        case .plannedWorkout: .plannedWorkout
        case .workoutStarted: .workoutStarted
        case .workoutStopped: .workoutStopped
        case .climate: .climate
        case .bodyMass: .bodyMass
        case .meal: .meal
        case .stretch: .stretch
        case .cramp: .cramp
        case .injury: .injury
        case .shown: .shown
        case .undelivered: .undelivered
        case .answer: .answer
        case .snooze: .snooze
        case .pause: .pause
        case .resume: .resume
        case .retraction: .retraction
        }
    }

    public enum Kind: String, CaseIterable, Sendable {
        case drink
        case workout
        case plannedWorkout = "planned-workout"
        case workoutStarted = "workout-started"
        case workoutStopped = "workout-stopped"
        case climate
        case bodyMass = "body-mass"
        case meal, stretch, cramp, injury
        case shown, undelivered, answer
        case snooze, pause, resume
        case retraction

        /// Whether a person made the entry; what the daemon writes of itself is no sign of life.
        public var isByPerson: Bool {
            switch self {
            case .shown, .undelivered: false
            default: true
            }
        }
    }
}

/// Something drunk. Its composition is kept with it: a changed recipe never rewrites the past.
public struct Drink: Hashable, Sendable {
    /// The beverage's name, such as "water" or the user's own "morning-mug".
    public var beverage: String
    public var volume: Volume
    /// The part of the volume that counts as water, 0 to 1.
    public var waterFraction: Double
    public var sodium: Concentration
    public var potassium: Concentration
    public var caffeine: MassConcentration
    public var alcohol: AlcoholContent
    /// The reminder whose button logged it.
    public var answers: ReminderID?

    public init(
        beverage: String, volume: Volume, waterFraction: Double, sodium: Concentration, potassium: Concentration,
        caffeine: MassConcentration, alcohol: AlcoholContent, answers: ReminderID? = nil
    ) {
        self.beverage = beverage
        self.volume = volume
        self.waterFraction = waterFraction
        self.sodium = sodium
        self.potassium = potassium
        self.caffeine = caffeine
        self.alcohol = alcohol
        self.answers = answers
    }

    /// `volume` of `beverage`, with the composition that it has today.
    public init(_ beverage: Beverage, volume: Volume, answers: ReminderID? = nil) {
        let perServing = volume > .zero ? beverage.sodiumPerServing.millimoles / volume.liters : 0
        self.init(
            beverage: beverage.name, volume: volume, waterFraction: beverage.countedWaterFraction,
            sodium: beverage.sodium + .millimolesPerLiter(perServing), potassium: beverage.potassium,
            caffeine: beverage.caffeine, alcohol: beverage.alcohol, answers: answers)
    }

    /// The water in it.
    public var water: Volume { volume * waterFraction }
    /// The sodium and potassium in it.
    public var electrolytes: Amount { .millimoles((sodium + potassium).millimolesPerLiter * volume.liters) }
    /// Water with next to no salts: what dilutes the blood when too much of it goes in (below 10 mmol/L).
    public var isPlain: Bool { (sodium + potassium).millimolesPerLiter < 10 }
}

/// What is known of a workout besides its times. What is nil follows from the activity.
public struct WorkoutDetails: Hashable, Sendable {
    /// The activity's name in the table, such as "running".
    public var activity: String
    public var intensity: Intensity
    public var met: MetabolicEquivalent?
    public var speed: Speed?
    public var power: Power?
    public var clothing: Clothing?
    /// The climate given with the workout; nil takes the reading nearest its middle.
    public var climate: Climate?
    public var waterTemperature: Temperature?
    /// Whether the person has asked for a quick recovery: another hard session comes within a day.
    public var recoversQuickly: Bool

    public init(
        activity: String, intensity: Intensity = .moderate, met: MetabolicEquivalent? = nil, speed: Speed? = nil,
        power: Power? = nil, clothing: Clothing? = nil, climate: Climate? = nil, waterTemperature: Temperature? = nil,
        recoversQuickly: Bool = false
    ) {
        self.activity = activity
        self.intensity = intensity
        self.met = met
        self.speed = speed
        self.power = power
        self.clothing = clothing
        self.climate = climate
        self.waterTemperature = waterTemperature
        self.recoversQuickly = recoversQuickly
    }
}

/// A temperature and humidity read somewhere near the person.
public struct ClimateReading: Hashable, Sendable {
    public var climate: Climate
    public var isIndoor: Bool
    /// The temperature of the water that a swim would be in, when given.
    public var waterTemperature: Temperature?

    public init(climate: Climate, isIndoor: Bool = false, waterTemperature: Temperature? = nil) {
        self.climate = climate
        self.isIndoor = isIndoor
        self.waterTemperature = waterTemperature
    }
}

/// What a weigh-in is for.
public enum WeighInMoment: String, CaseIterable, Sendable {
    case plain
    /// Just before a workout.
    case before
    /// Just after the workout the last `before` was for.
    case after
}
