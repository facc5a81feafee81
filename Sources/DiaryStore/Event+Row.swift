// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

extension Event {
    /// What the event's table stores of it, in the order of its columns.
    var values: [Value] {
        switch self {
        case .drink(let drink):
            [
                .text(drink.beverage), .real(drink.volume.milliliters), .real(drink.waterFraction),
                .real(drink.sodium.millimolesPerLiter), .real(drink.potassium.millimolesPerLiter),
                .real(drink.caffeine.milligramsPerLiter), .real(drink.alcohol.percent), Value(drink.answers?.text),
            ]
        case .workout(let details, let end), .plannedWorkout(let details, let end):
            details.values + [.integer(end.microseconds), Value(details.recoversQuickly)]
        case .workoutStarted(let details, let end):
            details.values + [end.map { .integer($0.microseconds) } ?? .null, Value(details.recoversQuickly)]
        case .workoutStopped(let recoversQuickly): [Value(recoversQuickly)]
        case .climate(let reading):
            reading.climate.values + [Value(reading.isIndoor), Value(reading.waterTemperature?.celsius)]
        case .bodyMass(let mass, let moment): [.real(mass.kilograms), .text(moment.rawValue)]
        case .cramp(let cramp):
            [.text(cramp.muscle.rawValue), .text(cramp.side.rawValue), .text(cramp.severity.rawValue)]
        case .injury(let injury):
            [.text(injury.muscle.rawValue), .text(injury.side.rawValue), .text(injury.severity.rawValue)]
        case .shown(let reminder):
            [
                .text(reminder.id.text), .text(reminder.guideline), Value(reminder.volume?.milliliters),
                Value(reminder.withElectrolytes),
            ]
        case .undelivered(let reminder): [.text(reminder.text)]
        case .answer(let reminder, let answer): [.text(reminder.text), .text(answer.rawValue)]
        case .snooze(let until), .pause(let until): [.integer(until.microseconds)]
        case .retraction(let id): [.integer(id.number)]
        case .meal, .stretch, .resume: []
        }
    }

    /// Reads the event of a kind from the row that its table holds of it.
    init(_ kind: Kind, from row: Row) throws(DatabaseError) {
        switch kind {
        case .drink: self = .drink(try Drink(row))
        case .workout: self = .workout(try WorkoutDetails(row), end: try row.instant(12))
        case .plannedWorkout: self = .plannedWorkout(try WorkoutDetails(row), end: try row.instant(12))
        case .workoutStarted:
            self = .workoutStarted(try WorkoutDetails(row), expectedEnd: row.isNull(12) ? nil : try row.instant(12))
        case .climate:
            self = .climate(
                ClimateReading(
                    climate: try Climate(row), isIndoor: try row.flag(5),
                    waterTemperature: try row.realOrNil(6).map(Temperature.celsius)))
        case .bodyMass: self = .bodyMass(.kilograms(try row.real(0)), try row.named(1))
        case .cramp: self = .cramp(Cramp(muscle: try row.named(0), side: try row.named(1), severity: try row.named(2)))
        case .injury:
            self = .injury(Injury(muscle: try row.named(0), side: try row.named(1), severity: try row.named(2)))
        case .shown:
            self = .shown(
                ShownReminder(
                    id: ReminderID(try row.text(0)), guideline: try row.text(1),
                    volume: try row.realOrNil(2).map(Volume.milliliters), withElectrolytes: try row.flag(3)))
        case .undelivered: self = .undelivered(ReminderID(try row.text(0)))
        case .answer: self = .answer(ReminderID(try row.text(0)), try row.named(1))
        case .snooze: self = .snooze(until: try row.instant(0))
        case .pause: self = .pause(until: try row.instant(0))
        case .retraction: self = .retraction(of: Entry.ID(try row.integer(0)))
        case .workoutStopped: self = .workoutStopped(recoversQuickly: try row.flag(0))
        case .meal, .stretch, .resume: self = try Event(silent: kind)
        }
    }

    /// The event of a kind that says everything itself.
    init(silent kind: Kind) throws(DatabaseError) {
        switch kind {
        case .meal: self = .meal
        case .stretch: self = .stretch
        case .resume: self = .resume
        default: throw .unreadable("a \(kind.rawValue) that says nothing")
        }
    }
}

extension Row {
    fileprivate func instant(_ column: Int32) throws(DatabaseError) -> Instant {
        Instant(microseconds: try integer(column))
    }
}

extension Drink {
    fileprivate init(_ row: Row) throws(DatabaseError) {
        self.init(
            beverage: try row.text(0), volume: .milliliters(try row.real(1)), waterFraction: try row.real(2),
            sodium: .millimolesPerLiter(try row.real(3)), potassium: .millimolesPerLiter(try row.real(4)),
            caffeine: .milligramsPerLiter(try row.real(5)), alcohol: .percent(try row.real(6)),
            answers: try row.textOrNil(7).map { ReminderID($0) })
    }
}

extension Climate {
    /// The first five columns of a workout or a reading.
    fileprivate var values: [Value] {
        [
            .real(air.celsius), .real(humidity.percent), .real(wind.metersPerSecond), .text(sun.rawValue),
            Value(radiant?.celsius),
        ]
    }

    fileprivate init(_ row: Row) throws(DatabaseError) {
        self.init(
            air: .celsius(try row.real(0)), humidity: .percent(try row.real(1)),
            wind: .metersPerSecond(try row.real(2)), sun: try row.named(3),
            radiant: try row.realOrNil(4).map(Temperature.celsius))
    }
}

extension WorkoutDetails {
    fileprivate var values: [Value] {
        (climate?.values ?? [.null, .null, .null, .null, .null]) + [
            .text(activity), .text(intensity.rawValue), Value(met?.met), Value(speed?.metersPerSecond),
            Value(power?.watts), Value(clothing?.clo), Value(waterTemperature?.celsius),
        ]
    }

    fileprivate init(_ row: Row) throws(DatabaseError) {
        self.init(
            activity: try row.text(5), intensity: try row.named(6),
            met: try row.realOrNil(7).map(MetabolicEquivalent.met),
            speed: try row.realOrNil(8).map(Speed.metersPerSecond), power: try row.realOrNil(9).map(Power.watts),
            clothing: try row.realOrNil(10).map(Clothing.clo), climate: row.isNull(0) ? nil : try Climate(row),
            waterTemperature: try row.realOrNil(11).map(Temperature.celsius), recoversQuickly: try row.flag(13))
    }
}
