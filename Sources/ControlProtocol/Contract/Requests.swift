// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// A drink as somebody logs it; its composition is for the daemon to look up.
public struct DrinkRequest: Hashable, Sendable {
    /// A beverage of the table or of the person's own; empty is water.
    public var beverage: String
    /// Nil is the beverage's own volume, else the cup of the configuration.
    public var volume: Volume?
    /// Nil is now.
    public var at: Instant?
    /// The reminder that it answers.
    public var answers: ReminderID?

    public init(beverage: String = "", volume: Volume? = nil, at: Instant? = nil, answers: ReminderID? = nil) {
        self.beverage = beverage
        self.volume = volume
        self.at = at
        self.answers = answers
    }
}

/// A workout as somebody logs or plans it.
public struct WorkoutRequest: Hashable, Sendable {
    /// An activity of the table.
    public var activity: String
    /// Nil is now.
    public var start: Instant?
    /// Nil is now.
    public var end: Instant?
    public var options: WorkoutOptions

    public init(activity: String, start: Instant?, end: Instant?, options: WorkoutOptions = WorkoutOptions()) {
        self.activity = activity
        self.start = start
        self.end = end
        self.options = options
    }
}

/// A workout that begins.
public struct WorkoutStart: Hashable, Sendable {
    /// An activity of the table.
    public var activity: String
    /// Nil is now.
    public var at: Instant?
    /// How long it is meant to last; nil is not known.
    public var duration: Duration?
    public var options: WorkoutOptions

    public init(
        activity: String, at: Instant? = nil, duration: Duration? = nil, options: WorkoutOptions = WorkoutOptions()
    ) {
        self.activity = activity
        self.at = at
        self.duration = duration
        self.options = options
    }
}

/// What may be said of a workout besides its times; what is nil is for the daemon to find out.
public struct WorkoutOptions: Hashable, Sendable {
    public var intensity: Intensity?
    public var met: MetabolicEquivalent?
    public var speed: Speed?
    public var power: Power?
    public var clothing: Clothing?
    public var temperature: Temperature?
    public var humidity: RelativeHumidity?
    public var wind: Speed?
    public var sun: Sun?
    public var water: Temperature?
    /// Whether recovery is to be quick, because another hard session comes within a day.
    public var recoversQuickly = false

    public init() {}

    /// Whether anything is said of the climate.
    public var hasClimate: Bool { temperature != nil || humidity != nil || wind != nil || sun != nil }

    /// The workout's details, with what is not said of the climate taken from `base`.
    public func details(of activity: String, base: Climate) -> WorkoutDetails {
        var details = WorkoutDetails(
            activity: activity, intensity: intensity ?? .moderate, met: met, speed: speed, power: power,
            clothing: clothing, waterTemperature: water, recoversQuickly: recoversQuickly)
        if hasClimate {
            // A radiant temperature measured in another sun says nothing about this one.
            details.climate = Climate(
                air: temperature ?? base.air, humidity: humidity ?? base.humidity, wind: wind ?? base.wind,
                sun: sun ?? base.sun, radiant: temperature == nil && sun == nil ? base.radiant : nil)
        }
        return details
    }
}

/// A temperature that somebody has read.
public struct ClimateRequest: Hashable, Sendable {
    public var temperature: Temperature
    /// Nil is not known.
    public var humidity: RelativeHumidity?
    /// Nil is now.
    public var at: Instant?
    public var wind: Speed?
    public var sun: Sun?
    public var isIndoor: Bool
    /// The temperature of the water to swim in.
    public var water: Temperature?

    public init(
        temperature: Temperature, humidity: RelativeHumidity? = nil, at: Instant? = nil, wind: Speed? = nil,
        sun: Sun? = nil, isIndoor: Bool = false, water: Temperature? = nil
    ) {
        self.temperature = temperature
        self.humidity = humidity
        self.at = at
        self.wind = wind
        self.sun = sun
        self.isIndoor = isIndoor
        self.water = water
    }
}
