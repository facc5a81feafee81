// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Physiology
import Wording

/// What went wrong, and what to do about it.
struct ErrorText {
    let place: Place
    private var idiom: Idiom { Idiom(zone: place.zone) }

    init(place: Place) { self.place = place }

    func text(_ error: ControlError) -> String {
        switch error {
        case .invalidArgument(let name, let value):
            return value.isEmpty
                ? "hydrated does not take \(quoted(name))." : "hydrated does not take \(quoted(value)) for \(name)."
        case .unknownBeverage(let name, let nearest):
            return "No beverage is called \(quoted(name)).\(suggestion(nearest)) Your own ones go into hydrated.conf."
        case .unknownActivity(let name, let nearest):
            return "No activity is called \(quoted(name)).\(suggestion(nearest))"
        case .implausible(let implausible): return text(implausible)
        case .nothingToUndo: return "There is nothing to undo."
        case .unknownEntry(let entry):
            return "There is no entry #\(entry.number), or it was taken back already. hydratectl log shows them."
        case .unknownReminder(let reminder): return "There is no reminder \(quoted(reminder.text))."
        case .tokenReused: return "This token was used for another change. Use a new one for each."
        case .diaryUnavailable(let fault): return "Nothing was logged: \(NoticeText.text(fault))"
        case .invalidConfiguration(let diagnostics):
            return (diagnostics.map(DiagnosticText.text) + ["The settings from before stay in force."])
                .joined(separator: "\n")
        case .noBus:
            return """
                There is no session bus to reach hydrated on. Log in to a desktop or with a user manager, or set \
                DBUS_SESSION_BUS_ADDRESS.
                """
        case .unavailable(let state): return unavailable(state)
        case .timedOut: return "hydrated did not answer in time. Try again; nothing is logged twice in one command."
        case .unexpected(let name, let message):
            return "hydrated answered what this hydratectl does not understand: \(name): \(message)"
        }
    }

    private func suggestion(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : " Did you mean \(alternatives(nearest))?"
    }

    private func unavailable(_ state: UnitState?) -> String {
        let start = "Look: systemctl --user status hydrated; journalctl --user -u hydrated"
        guard let state else {
            return "hydrated does not run and could not be started. Start it: systemctl --user start hydrated"
        }
        switch state.load {
        case "not-found":
            return "hydrated is not installed as a service of yours: there is no hydrated.service. Install it first."
        case "masked":
            return "hydrated.service is masked. Allow it: systemctl --user unmask hydrated"
        default:
            return """
                hydrated does not run and could not be started: hydrated.service is \(state.active) (\(state.sub)), \
                result \(state.result). \(start)
                """
        }
    }

    private func text(_ implausible: Implausible) -> String {
        func range<Value: TextQuantity>(_ what: String, _ value: Value, _ limits: ClosedRange<Value>) -> String {
            """
            \(value) is no \(what). It is from \(limits.lowerBound) to \(limits.upperBound).
            """
        }
        switch implausible {
        case .volume(let value, let limits):
            return "\(value) is not what one drinks at once. It is more than nothing, up to \(limits.upperBound)."
        case .composition(let component, let value, let limits):
            return "\(component.rawValue) of \(value) is not possible: \(limits.lowerBound) to \(limits.upperBound)."
        case .airTemperature(let value, let limits): return range("temperature of the air", value, limits)
        case .radiantTemperature(let value, let limits): return range("temperature of what shines", value, limits)
        case .waterTemperature(let value, let limits): return range("temperature of water to swim in", value, limits)
        case .humidity(let value, let limits): return range("relative humidity", value, limits)
        case .wind(let value, let limits): return range("wind", value, limits)
        case .bodyMass(let value, let limits): return range("body mass that hydrated can count with", value, limits)
        case .speed(let value, let limits): return range("speed of a person", value, limits)
        case .power(let value, let limits): return range("power of a person", value, limits)
        case .metabolicRate(let value, let limits): return range("multiple of rest", value, limits)
        case .clothing(let value, let limits): return range("clothing", value, limits)
        case .tooFarAhead(let at, _):
            return "\(idiom.time(at, now: place.now)) is yet to come. For another day say it, as in “yesterday 14:30”."
        case .tooLongAgo(let at, let earliest):
            return "\(time(at)) is too long ago. The diary looks back to \(time(earliest))."
        case .alreadyOver(let at): return "\(idiom.time(at, now: place.now)) is over already."
        case .workoutLength(let length, let longest):
            return length <= .zero
                ? "The workout would end before it starts."
                : "\(idiom.duration(length)) is too long for a workout. It is at most \(idiom.duration(longest))."
        case .overlap(let entry, let from, let to):
            return """
                There is a workout from \(idiom.time(from, now: place.now)) to \(idiom.time(to, now: place.now)) already, \
                #\(entry.number). To take it back: hydratectl undo \(entry.number)
                """
        case .workoutRunning(_, let since):
            return "A workout runs since \(idiom.time(since, now: place.now)). End it first: hydratectl workout stop"
        case .noWorkoutRunning(let closed):
            guard let closed else { return "No workout is running." }
            return "No workout is running any more: the last one was taken to have ended \(idiom.time(closed, now: place.now))."
        }
    }

    private func time(_ instant: Instant) -> String { idiom.time(instant, now: place.now) }
}
