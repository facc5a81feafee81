// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Systemd

extension Mutation {
    /// The arguments of ``member``, without the token that ends them.
    var arguments: [DBusValue] {
        switch self {
        case .logDrink(let drink):
            [
                .string(drink.beverage), .double(drink.volume?.canonical ?? -1), drink.at.dbusValue,
                options { $0.set("reminder", drink.answers?.text) },
            ]
        case .logWorkout(let workout), .planWorkout(let workout):
            [
                .string(workout.activity), workout.start.dbusValue, workout.end.dbusValue,
                options { $0.set(workout.options) },
            ]
        case .startWorkout(let workout):
            [
                .string(workout.activity), workout.at.dbusValue,
                options {
                    $0.set(workout.options)
                    $0.set("duration", workout.duration)
                },
            ]
        case .stopWorkout(let at, let recoversQuickly):
            [at.dbusValue, options { $0.set(recoversQuickly: recoversQuickly) }]
        case .logMeal(let at), .logStretch(let at): [at.dbusValue, options()]
        case .logClimate(let climate):
            [
                climate.temperature.dbusValue, .double(climate.humidity?.canonical ?? -1), climate.at.dbusValue,
                options {
                    $0.set("wind", climate.wind)
                    $0.set("sun", word: climate.sun)
                    $0.set("indoor", climate.isIndoor)
                    $0.set("water", climate.water)
                },
            ]
        case .logBodyMass(let mass, let moment, let at):
            [mass.dbusValue, .string(moment.rawValue), at.dbusValue, options()]
        case .logCramp(let cramp, let at):
            [
                .string(cramp.muscle.rawValue), .string(cramp.side.rawValue), .string(cramp.severity.rawValue),
                at.dbusValue, options(),
            ]
        case .logInjury(let injury, let at):
            [
                .string(injury.muscle.rawValue), .string(injury.side.rawValue), .string(injury.severity.rawValue),
                at.dbusValue, options(),
            ]
        case .answer(let reminder, let answer): [.string(reminder?.text ?? ""), .string(answer.rawValue), options()]
        case .snooze(let duration): [duration.span]
        case .pause(let until): [until.dbusValue]
        case .resume, .undo: []
        case .retract(let entry): [entry.dbusValue]
        }
    }

    private func options(_ write: (inout FieldWriter) -> Void = { _ in }) -> DBusValue {
        var writer = FieldWriter()
        write(&writer)
        return writer.value
    }

    /// Reads a call; nil when `member` asks for no change.
    static func read(_ member: Member, _ arguments: [DBusValue]) throws(ControlError) -> (Mutation, Token)? {
        var call = FieldReader(member.input, arguments)
        var options = try call.nested("options")
        guard let mutation = try Mutation(member, &call, &options) else { return nil }
        let token = try call.token()
        try options.finish()
        try call.finish()
        return (mutation, token)
    }

    private init?(_ member: Member, _ call: inout FieldReader, _ options: inout FieldReader) throws(ControlError) {
        switch member {
        case .logDrink:
            self = .logDrink(
                DrinkRequest(
                    beverage: try call.value("beverage"), volume: try call.known("volume"),
                    at: try call.knownInstant("at"),
                    answers: try options.optional("reminder", as: String.self).map(ReminderID.init)))
        case .logWorkout: self = .logWorkout(try call.workout(&options))
        case .planWorkout: self = .planWorkout(try call.workout(&options))
        case .startWorkout:
            self = .startWorkout(
                WorkoutStart(
                    activity: try call.value("activity"), at: try call.knownInstant("at"),
                    duration: try options.optionalSpan("duration"), options: try options.workoutOptions()))
        case .stopWorkout:
            self = .stopWorkout(at: try call.knownInstant("at"), recoversQuickly: try options.recoversQuickly())
        case .logClimate:
            self = .logClimate(
                ClimateRequest(
                    temperature: try call.value("celsius"), humidity: try call.known("humidity"),
                    at: try call.knownInstant("at"), wind: try options.optional("wind"),
                    sun: try options.optional("sun"), isIndoor: try options.optional("indoor") ?? false,
                    water: try options.optional("water")))
        case .logBodyMass:
            self = .logBodyMass(
                try call.value("kilograms"), try call.value("moment"), at: try call.knownInstant("at"))
        case .logCramp: self = .logCramp(try call.cramp(), at: try call.knownInstant("at"))
        case .logInjury: self = .logInjury(try call.injury(), at: try call.knownInstant("at"))
        case .logMeal: self = .logMeal(at: try call.knownInstant("at"))
        case .logStretch: self = .logStretch(at: try call.knownInstant("at"))
        case .answer:
            let reminder = try call.reminder()
            self = .answer(reminder.text.isEmpty ? nil : reminder, try call.value("action"))
        case .snooze: self = .snooze(try call.span("duration"))
        case .pause: self = .pause(until: try call.instant("until"))
        case .resume: self = .resume
        case .undo: self = .undo
        case .retract: self = .retract(try call.entry("entry"))
        case .reload, .listEntries, .forecast, .explain: return nil
        }
    }
}

extension FieldWriter {
    fileprivate mutating func set(_ options: WorkoutOptions) {
        set("intensity", word: options.intensity)
        set("met", options.met)
        set("speed", options.speed)
        set("power", options.power)
        set("clothing", options.clothing)
        set("temperature", options.temperature)
        set("humidity", options.humidity)
        set("wind", options.wind)
        set("sun", word: options.sun)
        set("water", options.water)
        set(recoversQuickly: options.recoversQuickly)
    }
}

extension FieldReader {
    fileprivate mutating func token() throws(ControlError) -> Token {
        let text: String = try value("token")
        guard let token = Token(text) else { throw .invalidArgument(name: "token", value: text) }
        return token
    }

    fileprivate mutating func workout(_ options: inout FieldReader) throws(ControlError) -> WorkoutRequest {
        WorkoutRequest(
            activity: try value("activity"), start: try knownInstant("start"), end: try knownInstant("end"),
            options: try options.workoutOptions())
    }

    fileprivate mutating func workoutOptions() throws(ControlError) -> WorkoutOptions {
        var read = WorkoutOptions()
        read.intensity = try optional("intensity")
        read.met = try optional("met")
        read.speed = try optional("speed")
        read.power = try optional("power")
        read.clothing = try optional("clothing")
        read.temperature = try optional("temperature")
        read.humidity = try optional("humidity")
        read.wind = try optional("wind")
        read.sun = try optional("sun")
        read.water = try optional("water")
        read.recoversQuickly = try recoversQuickly()
        return read
    }
}
