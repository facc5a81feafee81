// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// Why the diary cannot be used; the raw values are those of the bus.
public enum DiaryTrouble: String, CaseIterable, Sendable {
    case newer, unreadable
    case readOnly = "read-only"
    case diskFull = "disk-full"
    case damaged, locked, other
}

/// What went wrong, and what would be right: one or two sentences each, with nothing before them.
public enum ErrorText {
    /// A text that is not the quantity it should be.
    public static func quantity(_ error: QuantityError) -> String {
        let input = Quoted.marked(error.input)
        let problem: String =
            switch error.reason {
            case .empty: "A value is missing"
            case .notANumber: "\(input) is not understood"
            case .decimalComma: "\(input) has a comma: write the decimal point"
            case .exponent: "\(input) has an exponent: write the number out"
            case .negative: "\(input) is below zero"
            case .tooManyDigits: "\(input) has too many digits"
            case .missingUnit: "\(input) needs a unit"
            case .unknownUnit(let unit): "\(input) has an unknown unit, \(Quoted.marked(unit))"
            case .tooLarge: "\(input) is too large"
            }
        return "\(problem). Write \(error.accepted)."
    }

    /// A text that is no point in time.
    public static func moment(_ error: MomentError) -> String {
        let input = Quoted.marked(error.input)
        let problem: String =
            switch error.reason {
            case .empty: "A time is missing"
            case .unknownForm: "\(input) is not understood as a time"
            case .notADay: "\(input) has a day that is not in the calendar"
            case .notATime: "\(input) has a time that is not on the clock"
            case .notADuration: "\(input) has a length of time that is not understood"
            }
        return "\(problem). Write \(list(Moment.examples))."
    }

    public static func unknownActivity(_ name: String, nearest: [String]) -> String {
        unknown("activity", name, nearest, all: "hydratectl activities")
    }

    public static func unknownBeverage(_ name: String, nearest: [String]) -> String {
        unknown("drink", name, nearest, all: "hydratectl beverages")
    }

    /// An entry that cannot be true. `name` is what an overlapping or running workout is called, when it is known.
    public static func implausible(
        _ error: Implausible, activity name: String? = nil, now: Instant, in idiom: Idiom
    ) -> String {
        func beyond<Q: TextQuantity>(_ noun: String, _ value: Q, _ limits: ClosedRange<Q>) -> String {
            let low = limits.lowerBound.formatted(idiom.units)
            let high = limits.upperBound.formatted(idiom.units)
            let given = value.isFinite ? value.formatted(idiom.units) : "That"
            return "\(given) cannot be \(noun): it goes from \(low) to \(high)."
        }
        let workout = name.map(idiom.activity) ?? "another workout"
        return switch error {
        case .volume(let value, let limits):
            value > .zero
                ? "\(idiom.volume(value)) cannot be one drink: at most \(idiom.volume(limits.upperBound))."
                : "A drink holds more than nothing."
        case .composition(let component, _, _): composition(component)
        case .airTemperature(let value, let limits): beyond("the temperature of the air", value, limits)
        case .radiantTemperature(let value, let limits): beyond("the radiant temperature", value, limits)
        case .waterTemperature(let value, let limits): beyond("the temperature of the water", value, limits)
        case .humidity(let value, let limits): beyond("the humidity", value, limits)
        case .wind(let value, let limits): beyond("the wind", value, limits)
        case .bodyMass(let value, let limits): beyond("a body mass", value, limits)
        case .speed(let value, let limits): beyond("a speed", value, limits)
        case .power(let value, let limits): beyond("a power", value, limits)
        case .metabolicRate(let value, let limits): beyond("a metabolic rate", value, limits)
        case .clothing(let value, let limits): beyond("clothing", value, limits)
        case .tooFarAhead(let at, let latest):
            latest - now < .days(1)
                ? "\(capital(idiom.time(at, now: now))) is in the future. Write a time that has passed, or none for now."
                : "\(capital(idiom.time(at, now: now))) is too far ahead: at most \(idiom.time(latest, now: now))."
        case .tooLongAgo(let at, let earliest):
            "\(capital(idiom.time(at, now: now))) is too long ago: the diary looks back to "
                + "\(idiom.time(earliest, now: now))."
        case .alreadyOver(let at): "\(capital(idiom.time(at, now: now))) is already past."
        case .workoutLength(let length, let longest):
            length > .zero
                ? "\(idiom.duration(length)) is too long for one workout: at most \(idiom.duration(longest))."
                : "The workout would end before it starts."
        case .overlap(_, let from, let to):
            "It would overlap \(workout), \(idiom.span(from, to, now: now)). Take that back first, or change the times."
        case .workoutRunning(_, let since):
            "A workout is running\(name.map { ", \(idiom.activity($0))," } ?? "") since \(idiom.time(since, now: now)). "
                + "End it first: hydratectl workout stop"
        case .noWorkoutRunning(let closed?):
            "No workout is running. The last one was taken to have ended \(idiom.when(closed, now: now))."
        case .noWorkoutRunning(nil): noWorkoutRunning
        }
    }

    public static let noWorkoutRunning = "No workout is running. Start one: hydratectl workout start running"
    public static let nothingToUndo = "There is nothing to undo."
    public static let tokenReused = "This token was used for another change."
    public static let timedOut = "hydrated did not answer in time. Trying again logs nothing twice."
    public static let noHome = "Neither HOME nor the XDG directories are set: there is no place for a diary."
    public static let noBus = "There is no session bus. hydratectl works inside a desktop session."

    public static func unknownEntry(_ number: Int64) -> String {
        "There is no entry \(number), or it was taken back already. See: hydratectl log"
    }

    public static func unknownReminder(_ reminder: String) -> String {
        guard !reminder.isEmpty else { return "Nothing of the kind is being asked now." }
        return "There is no reminder \(Quoted.marked(reminder))."
    }

    public static func invalidArgument(_ name: String, value: String) -> String {
        "\(Quoted.plain(name)) cannot be \(Quoted.marked(value))."
    }

    /// Nothing can be logged, and why.
    public static func diaryUnavailable(_ trouble: DiaryTrouble) -> String {
        let (problem, remedy) =
            switch trouble {
            case .newer: ("a newer version of hydrated wrote it", "Install that version again.")
            case .unreadable: ("its file or folder may not be read", "Mend the permissions.")
            case .readOnly: ("its file or folder may not be written to", "Mend the permissions.")
            case .diskFull: ("the disk is full", "Make some room.")
            case .damaged: ("it is damaged and could not be mended", "The damaged file was kept beside it.")
            case .locked: ("another program holds it", "Close that program.")
            case .other: ("it could not be opened", "See: journalctl --user -u hydrated")
            }
        return "Nothing can be logged, the diary is not usable: \(problem). \(remedy)"
    }

    /// The daemon does not run and could not be started; the words are the service manager's own.
    public static func unavailable(active: String?, result: String?) -> String {
        var state = ""
        if let active {
            let result = result.flatMap { $0 == "success" ? nil : ", \(Quoted.plain($0))" } ?? ""
            state = " (\(Quoted.plain(active))\(result))"
        }
        return "hydrated does not run and could not be started\(state). "
            + "See: systemctl --user status hydrated, journalctl --user -u hydrated"
    }

    /// The service manager knows no unit of the daemon's.
    public static let notInstalled = """
        hydrated is not installed for you: the service manager knows no hydrated.service. Install it first.
        """

    public static func alreadyRunning(pid: Int32?) -> String {
        "hydrated is already running\(pid.map { ", pid \($0)" } ?? "")."
    }

    public static func unexpected(name: String, message: String) -> String {
        "hydrated answered with \(Quoted.plain(name)): \(Quoted.plain(message))"
    }

    private static func unknown(_ noun: String, _ name: String, _ nearest: [String], all: String) -> String {
        let problem = "\(Quoted.marked(name)) is no \(noun) that hydrated knows."
        guard !nearest.isEmpty else { return "\(problem) All of them: \(all)" }
        return "\(problem) Did you mean \(list(nearest.map(Quoted.plain)))?"
    }

    private static func composition(_ component: Implausible.Component) -> String {
        switch component {
        case .waterFraction: "The water in a drink is a part of it, from none to all."
        case .sodium: "No drink holds that much sodium."
        case .potassium: "No drink holds that much potassium."
        case .caffeine: "No drink holds that much caffeine."
        case .alcohol: "The alcohol in a drink goes from 0 to 100 %."
        }
    }

    /// "a, b or c".
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) or \(last)"
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
