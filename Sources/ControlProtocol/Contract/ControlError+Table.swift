// SPDX-License-Identifier: Apache-2.0
// The one table of errors: code on the bus, exit status, a few English words for those who call by hand, details.

import Diary

extension ControlError {
    /// A line of the table.
    struct Row {
        let code: String
        let status: ExitStatus
        let summary: String
        let details: ErrorDetails

        init(_ code: String, _ status: ExitStatus, _ summary: String, _ details: ErrorDetails = [:]) {
            self.code = code
            self.status = status
            self.summary = summary
            self.details = details
        }
    }

    var row: Row {
        switch self {
        case .invalidArgument(let name, let value):
            Row("InvalidArgument", .usage, "Not a value of this argument", ["name": name, "value": value])
        case .unknownBeverage(let name, let nearest):
            Row("UnknownBeverage", .data, "No beverage of this name", ["name": name, "nearest": nearest])
        case .unknownActivity(let name, let nearest):
            Row("UnknownActivity", .data, "No activity of this name", ["name": name, "nearest": nearest])
        case .implausible(let implausible): implausible.row
        case .nothingToUndo: Row("NothingToUndo", .failure, "Nothing to undo")
        case .unknownEntry(let entry): Row("UnknownEntry", .data, "No such entry", ["entry": entry.number])
        case .unknownReminder(let reminder):
            Row("UnknownReminder", .data, "No such reminder", ["reminder": reminder.text])
        case .tokenReused: Row("TokenReused", .data, "The token was used for another change")
        case .diaryUnavailable(let fault):
            Row("DiaryUnavailable", .unavailable, "The diary cannot be written to", ["fault": fault.rawValue])
        case .invalidConfiguration(let diagnostics):
            Row(
                "InvalidConfiguration", .configuration, "The configuration has errors",
                ["diagnostic": diagnostics.map(\.errorDetail)])
        case .noBus: Row("NoBus", .unavailable, "No session bus")
        case .unavailable(let state):
            Row("Unavailable", .unavailable, "hydrated does not run", state.map(\.errorDetails) ?? [:])
        case .timedOut: Row("TimedOut", .retry, "No answer in time")
        case .unexpected(let name, let message):
            Row("Unexpected", .failure, "Not understood", ["name": name, "message": message])
        }
    }

    /// The last part of the error's name on the bus.
    public var code: String { row.code }

    /// What hydratectl exits with.
    public var exitStatus: ExitStatus { row.status }

    /// The error a code and its details stand for; nil when this version does not know the code or misses a detail.
    init?(code: String, details read: ErrorDetails) {
        switch code {
        case "InvalidArgument":
            guard let name = read.text("name"), let value = read.text("value") else { return nil }
            self = .invalidArgument(name: name, value: value)
        case "UnknownBeverage":
            guard let name = read.text("name") else { return nil }
            self = .unknownBeverage(name, nearest: read.texts("nearest"))
        case "UnknownActivity":
            guard let name = read.text("name") else { return nil }
            self = .unknownActivity(name, nearest: read.texts("nearest"))
        case "NothingToUndo": self = .nothingToUndo
        case "UnknownEntry":
            guard let entry = read.integer("entry") else { return nil }
            self = .unknownEntry(Entry.ID(entry))
        case "UnknownReminder":
            guard let reminder = read.text("reminder") else { return nil }
            self = .unknownReminder(ReminderID(reminder))
        case "TokenReused": self = .tokenReused
        case "DiaryUnavailable":
            self = .diaryUnavailable(read.text("fault").flatMap(DiaryFault.init) ?? .other)
        case "InvalidConfiguration":
            self = .invalidConfiguration(
                read.texts("diagnostic").compactMap(ConfigurationDiagnostic.init(errorDetail:)))
        default:
            guard let implausible = Implausible(code: code, details: read) else { return nil }
            self = .implausible(implausible)
        }
    }
}
