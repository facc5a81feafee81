// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Wording

/// What went wrong, and what to do about it.
extension ControlError {
    func text(_ place: Place) -> String {
        switch self {
        case .invalidArgument(let name, let value): ErrorText.invalidArgument(name, value: value)
        case .unknownBeverage(let name, let nearest): ErrorText.unknownBeverage(name, nearest: nearest)
        case .unknownActivity(let name, let nearest): ErrorText.unknownActivity(name, nearest: nearest)
        case .implausible(let implausible):
            ErrorText.implausible(implausible, now: place.now, in: Idiom(zone: place.zone))
        case .nothingToUndo: ErrorText.nothingToUndo
        case .unknownEntry(let entry): ErrorText.unknownEntry(entry.number)
        case .unknownReminder(let reminder): ErrorText.unknownReminder(reminder.text)
        case .tokenReused: ErrorText.tokenReused
        case .diaryUnavailable(let fault): ErrorText.diaryUnavailable(DiaryTrouble(fault))
        case .invalidConfiguration(let diagnostics):
            DiagnosticText.lines(diagnostics.map(ConfigurationFault.init), keepsPrevious: true)
                .joined(separator: "\n")
        case .noBus: ErrorText.noBus
        case .unavailable(let unit?) where unit.load == "not-found":
            "hydrated is not installed for you: the service manager knows no hydrated.service. Install it first."
        case .unavailable(let unit): ErrorText.unavailable(active: unit?.active, result: unit?.result)
        case .timedOut: ErrorText.timedOut
        case .unexpected(let name, let message): ErrorText.unexpected(name: name, message: message)
        }
    }
}

extension ConfigurationFault {
    init(_ diagnostic: ConfigurationDiagnostic) {
        self.init(
            file: diagnostic.file, line: Int(diagnostic.line), column: Int(diagnostic.column),
            isError: diagnostic.severity == .error, code: diagnostic.code, section: diagnostic.section,
            key: diagnostic.key, value: diagnostic.value, accepted: diagnostic.accepted,
            nearest: diagnostic.nearest.isEmpty ? nil : diagnostic.nearest)
    }
}
