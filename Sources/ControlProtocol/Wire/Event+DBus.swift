// SPDX-License-Identifier: Apache-2.0

public import Diary
import Physiology
public import Systemd

/// What an entry says, as the `fields` of its kind: exact in both directions.
///
/// The keys of each kind stand in the interface's XML. Quantities are in their canonical units, instants in
/// microseconds of UTC; what is not known has no key.
extension Event {
    /// The fields of an `a{sv}`.
    public var fields: [String: DBusValue] {
        var writer = FieldWriter()
        switch self {
        case .drink(let drink): writer.set(drink)
        case .workout(let details, let end), .plannedWorkout(let details, let end):
            writer.set(details)
            writer.set("end", end)
        case .workoutStarted(let details, let expectedEnd):
            writer.set(details)
            writer.set("expectedEnd", expectedEnd)
        case .climate(let reading): writer.set(reading)
        case .bodyMass(let mass, let moment):
            writer.set("mass", mass)
            writer.set("moment", word: moment)
        case .cramp(let cramp):
            writer.set("muscle", word: cramp.muscle)
            writer.set("side", word: cramp.side)
            writer.set("severity", word: cramp.severity)
        case .injury(let injury):
            writer.set("muscle", word: injury.muscle)
            writer.set("side", word: injury.side)
            writer.set("severity", word: injury.severity)
        case .shown(let shown):
            writer.set("reminder", shown.id.text)
            writer.set("guideline", shown.guideline)
            writer.set("volume", shown.volume)
            writer.set("electrolytes", shown.withElectrolytes)
        case .undelivered(let reminder): writer.set("reminder", reminder.text)
        case .answer(let reminder, let answer):
            writer.set("reminder", reminder.text)
            writer.set("answer", word: answer)
        case .snooze(let until), .pause(let until): writer.set("until", until)
        case .retraction(let entry): writer.set("entry", UInt64(clamping: entry.number))
        case .workoutStopped(let recoversQuickly): writer.set(recoversQuickly: recoversQuickly)
        case .meal, .stretch, .resume: break
        }
        return writer.fields
    }

    /// Reads the fields of a kind.
    /// - Throws: ``ControlError/invalidArgument(name:value:)`` for a field that is missing, unknown or senseless.
    public init(kind: Kind, fields: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(fields)
        self = try Event(kind, &reader)
        try reader.finish()
    }

    private init(_ kind: Kind, _ reader: inout FieldReader) throws(ControlError) {
        switch kind {
        case .drink: self = .drink(try reader.drink())
        case .workout: self = .workout(try reader.workout(), end: try reader.instant("end"))
        case .plannedWorkout: self = .plannedWorkout(try reader.workout(), end: try reader.instant("end"))
        case .workoutStarted:
            self = .workoutStarted(try reader.workout(), expectedEnd: try reader.optionalInstant("expectedEnd"))
        case .workoutStopped: self = .workoutStopped(recoversQuickly: try reader.recoversQuickly())
        case .climate: self = .climate(try reader.climateReading())
        case .bodyMass: self = .bodyMass(try reader.value("mass"), try reader.value("moment"))
        case .meal: self = .meal
        case .stretch: self = .stretch
        case .cramp: self = .cramp(try reader.cramp())
        case .injury: self = .injury(try reader.injury())
        case .shown:
            self = .shown(
                ShownReminder(
                    id: try reader.reminder(), guideline: try reader.value("guideline"),
                    volume: try reader.optional("volume"), withElectrolytes: try reader.value("electrolytes")))
        case .undelivered: self = .undelivered(try reader.reminder())
        case .answer: self = .answer(try reader.reminder(), try reader.value("answer"))
        case .snooze: self = .snooze(until: try reader.instant("until"))
        case .pause: self = .pause(until: try reader.instant("until"))
        case .resume: self = .resume
        case .retraction: self = .retraction(of: try reader.entry("entry"))
        }
    }
}

extension FieldWriter {
    /// What nobody has asked for has no key.
    mutating func set(recoversQuickly: Bool) {
        if recoversQuickly { set("recoverQuickly", true) }
    }

    fileprivate mutating func set(_ drink: Drink) {
        set("beverage", drink.beverage)
        set("volume", drink.volume)
        set("waterFraction", drink.waterFraction)
        set("sodium", drink.sodium)
        set("potassium", drink.potassium)
        set("caffeine", drink.caffeine)
        set("alcohol", drink.alcohol)
        set("reminder", drink.answers?.text)
    }

    fileprivate mutating func set(_ details: WorkoutDetails) {
        set("activity", details.activity)
        set("intensity", word: details.intensity)
        set("met", details.met)
        set("speed", details.speed)
        set("power", details.power)
        set("clothing", details.clothing)
        set("water", details.waterTemperature)
        set(recoversQuickly: details.recoversQuickly)
        if let climate = details.climate { set(climate) }
    }

    fileprivate mutating func set(_ reading: ClimateReading) {
        set(reading.climate)
        set("indoor", reading.isIndoor)
        set("water", reading.waterTemperature)
    }

    private mutating func set(_ climate: Climate) {
        set("temperature", climate.air)
        set("humidity", climate.humidity)
        set("wind", climate.wind)
        set("sun", word: climate.sun)
        set("radiant", climate.radiant)
    }
}

extension FieldReader {
    mutating func recoversQuickly() throws(ControlError) -> Bool { try optional("recoverQuickly") ?? false }

    mutating func reminder() throws(ControlError) -> ReminderID { ReminderID(try value("reminder")) }

    mutating func cramp() throws(ControlError) -> Cramp {
        Cramp(muscle: try value("muscle"), side: try value("side"), severity: try value("severity"))
    }

    mutating func injury() throws(ControlError) -> Injury {
        Injury(muscle: try value("muscle"), side: try value("side"), severity: try value("severity"))
    }

    fileprivate mutating func drink() throws(ControlError) -> Drink {
        Drink(
            beverage: try value("beverage"), volume: try value("volume"), waterFraction: try required("waterFraction"),
            sodium: try value("sodium"), potassium: try value("potassium"), caffeine: try value("caffeine"),
            alcohol: try value("alcohol"), answers: try optional("reminder", as: String.self).map(ReminderID.init))
    }

    fileprivate mutating func workout() throws(ControlError) -> WorkoutDetails {
        var details = WorkoutDetails(activity: try value("activity"), intensity: try value("intensity"))
        details.met = try optional("met")
        details.speed = try optional("speed")
        details.power = try optional("power")
        details.clothing = try optional("clothing")
        details.waterTemperature = try optional("water")
        details.recoversQuickly = try recoversQuickly()
        if let air = try optional("temperature", as: Temperature.self) { details.climate = try climate(air) }
        return details
    }

    fileprivate mutating func climateReading() throws(ControlError) -> ClimateReading {
        ClimateReading(
            climate: try climate(try value("temperature")), isIndoor: try value("indoor"),
            waterTemperature: try optional("water"))
    }

    private mutating func climate(_ air: Temperature) throws(ControlError) -> Climate {
        Climate(
            air: air, humidity: try value("humidity"), wind: try value("wind"), sun: try value("sun"),
            radiant: try optional("radiant"))
    }

    private mutating func required(_ key: String) throws(ControlError) -> Double {
        guard let number = try number(key) else { throw .invalidArgument(name: key, value: "") }
        return number
    }
}
