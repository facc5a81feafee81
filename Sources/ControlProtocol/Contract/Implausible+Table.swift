// SPDX-License-Identifier: Apache-2.0
// The rows of the table of errors for entries that cannot be true.

import Diary
import Physiology

extension Implausible {
    var row: ControlError.Row {
        switch self {
        case .volume(let value, let limits): .outOfRange(.volume, value, limits)
        case .composition(let component, let value, let limits):
            .outOfRange(component.rawValue, value, limits.lowerBound, limits.upperBound)
        case .airTemperature(let value, let limits): .outOfRange(.airTemperature, value, limits)
        case .radiantTemperature(let value, let limits): .outOfRange(.radiantTemperature, value, limits)
        case .waterTemperature(let value, let limits): .outOfRange(.waterTemperature, value, limits)
        case .humidity(let value, let limits): .outOfRange(.humidity, value, limits)
        case .wind(let value, let limits): .outOfRange(.wind, value, limits)
        case .bodyMass(let value, let limits): .outOfRange(.bodyMass, value, limits)
        case .speed(let value, let limits): .outOfRange(.speed, value, limits)
        case .power(let value, let limits): .outOfRange(.power, value, limits)
        case .metabolicRate(let value, let limits): .outOfRange(.metabolicRate, value, limits)
        case .clothing(let value, let limits): .outOfRange(.clothing, value, limits)
        case .tooFarAhead(let at, let latest):
            .init("TooFarAhead", .data, "That is yet to come", ["at": at, "latest": latest])
        case .tooLongAgo(let at, let earliest):
            .init("TooLongAgo", .data, "That is too long ago", ["at": at, "earliest": earliest])
        case .alreadyOver(let at): .init("AlreadyOver", .data, "That is over", ["at": at])
        case .workoutLength(let length, let longest):
            .init(
                "WorkoutLength", .data, "A workout cannot be as long",
                ["length": length.microseconds, "longest": longest.microseconds])
        case .overlap(let entry, let from, let to):
            .init(
                "OverlappingWorkout", .data, "Another workout is at that time",
                ["entry": entry.number, "from": from, "to": to])
        case .workoutRunning(let entry, let since):
            .init("WorkoutRunning", .failure, "A workout is running", ["entry": entry.number, "since": since])
        case .noWorkoutRunning(let closed):
            .init("NoWorkoutRunning", .failure, "No workout is running", closed.map { ["closed": $0] } ?? [:])
        }
    }

    init?(code: String, details: ErrorDetails) {
        switch code {
        case "OutOfRange":
            guard let name = details.text("measure"), let value = details.number("value"),
                let lowest = details.number("lowest"), let highest = details.number("highest"), lowest <= highest
            else { return nil }
            self.init(name, value, lowest...highest)
        case "TooFarAhead":
            guard let at = details.instant("at"), let latest = details.instant("latest") else { return nil }
            self = .tooFarAhead(at, latest: latest)
        case "TooLongAgo":
            guard let at = details.instant("at"), let earliest = details.instant("earliest") else { return nil }
            self = .tooLongAgo(at, earliest: earliest)
        case "AlreadyOver":
            guard let at = details.instant("at") else { return nil }
            self = .alreadyOver(at)
        case "WorkoutLength":
            guard let length = details.integer("length"), let longest = details.integer("longest") else { return nil }
            self = .workoutLength(.microseconds(length), longest: .microseconds(longest))
        case "OverlappingWorkout":
            guard let entry = details.integer("entry"), let from = details.instant("from"),
                let to = details.instant("to")
            else { return nil }
            self = .overlap(with: Entry.ID(entry), from: from, to: to)
        case "WorkoutRunning":
            guard let entry = details.integer("entry"), let since = details.instant("since") else { return nil }
            self = .workoutRunning(Entry.ID(entry), since: since)
        case "NoWorkoutRunning": self = .noWorkoutRunning(closed: details.instant("closed"))
        default: return nil
        }
    }

    private init?(_ name: String, _ value: Double, _ limits: ClosedRange<Double>) {
        if let component = Component(rawValue: name) {
            self = .composition(component, value, limits: limits)
            return
        }
        guard let measure = Measure(rawValue: name) else { return nil }
        switch measure {
        case .volume: self = .volume(Volume(canonical: value), limits: limits.of())
        case .airTemperature: self = .airTemperature(Temperature(canonical: value), limits: limits.of())
        case .radiantTemperature: self = .radiantTemperature(Temperature(canonical: value), limits: limits.of())
        case .waterTemperature: self = .waterTemperature(Temperature(canonical: value), limits: limits.of())
        case .humidity: self = .humidity(RelativeHumidity(canonical: value), limits: limits.of())
        case .wind: self = .wind(Speed(canonical: value), limits: limits.of())
        case .bodyMass: self = .bodyMass(Mass(canonical: value), limits: limits.of())
        case .speed: self = .speed(Speed(canonical: value), limits: limits.of())
        case .power: self = .power(Power(canonical: value), limits: limits.of())
        case .metabolicRate: self = .metabolicRate(MetabolicEquivalent(canonical: value), limits: limits.of())
        case .clothing: self = .clothing(Clothing(canonical: value), limits: limits.of())
        }
    }
}

/// What a number that is out of range measures, and with it its unit: the canonical one of the quantity.
private enum Measure: String {
    case volume
    case airTemperature = "temperature"
    case radiantTemperature = "radiant"
    case waterTemperature = "water"
    case humidity, wind
    case bodyMass = "mass"
    case speed, power
    case metabolicRate = "met"
    case clothing
}

extension ControlError.Row {
    fileprivate static func outOfRange<Value: Quantity>(
        _ measure: Measure, _ value: Value, _ limits: ClosedRange<Value>
    ) -> Self {
        .outOfRange(measure.rawValue, value.canonical, limits.lowerBound.canonical, limits.upperBound.canonical)
    }

    fileprivate static func outOfRange(_ name: String, _ value: Double, _ lowest: Double, _ highest: Double) -> Self {
        Self(
            "OutOfRange", .data, "Out of range",
            ["measure": name, "value": value, "lowest": lowest, "highest": highest])
    }
}

extension ClosedRange<Double> {
    fileprivate func of<Value: Quantity>() -> ClosedRange<Value> {
        Value(canonical: lowerBound)...Value(canonical: upperBound)
    }
}
