// SPDX-License-Identifier: Apache-2.0

import Systemd

/// The methods of the interface and their arguments, as both ends and the introspection data name them.
enum Member: String, CaseIterable {
    case logDrink = "LogDrink"
    case logWorkout = "LogWorkout"
    case planWorkout = "PlanWorkout"
    case startWorkout = "StartWorkout"
    case stopWorkout = "StopWorkout"
    case logClimate = "LogClimate"
    case logBodyMass = "LogBodyMass"
    case logCramp = "LogCramp"
    case logInjury = "LogInjury"
    case logMeal = "LogMeal"
    case logStretch = "LogStretch"
    case answer = "Answer"
    case snooze = "Snooze"
    case pause = "Pause"
    case resume = "Resume"
    case undo = "Undo"
    case retract = "Retract"
    case reload = "Reload"
    case listEntries = "ListEntries"
    case forecast = "Forecast"
    case explain = "Explain"

    var input: Interface.Arguments {
        switch self {
        case .logDrink: ["beverage": "s", "volume": "d", "at": "x", "options": "a{sv}", "token": "s"]
        case .logWorkout, .planWorkout:
            ["activity": "s", "start": "x", "end": "x", "options": "a{sv}", "token": "s"]
        case .startWorkout: ["activity": "s", "at": "x", "options": "a{sv}", "token": "s"]
        case .stopWorkout, .logMeal, .logStretch: ["at": "x", "options": "a{sv}", "token": "s"]
        case .logClimate: ["celsius": "d", "humidity": "d", "at": "x", "options": "a{sv}", "token": "s"]
        case .logBodyMass: ["kilograms": "d", "moment": "s", "at": "x", "options": "a{sv}", "token": "s"]
        case .logCramp, .logInjury:
            ["muscle": "s", "side": "s", "severity": "s", "at": "x", "options": "a{sv}", "token": "s"]
        case .answer: ["reminder": "s", "action": "s", "options": "a{sv}", "token": "s"]
        case .snooze: ["duration": "t", "token": "s"]
        case .pause: ["until": "x", "token": "s"]
        case .resume, .undo: ["token": "s"]
        case .retract: ["entry": "t", "token": "s"]
        case .reload: [:]
        case .listEntries: ["from": "x", "to": "x", "limit": "u"]
        case .forecast: ["until": "x"]
        case .explain: ["reminder": "s"]
        }
    }

    var output: Interface.Arguments {
        switch self {
        case .logDrink, .logWorkout, .planWorkout, .startWorkout, .stopWorkout, .logClimate, .logBodyMass, .logCramp,
            .logInjury, .logMeal, .logStretch, .answer:
            ["entry": "t", "state": "a{sv}"]
        case .undo, .retract: ["entry": "t", "kind": "s", "state": "a{sv}"]
        case .snooze, .pause, .resume: ["state": "a{sv}"]
        case .reload: ["diagnostics": "a(suuss)"]
        case .listEntries: ["entries": "a(tsxia{sv})"]
        case .forecast: ["points": "a(xddd)"]
        case .explain: ["explanation": "a{sv}"]
        }
    }
}
