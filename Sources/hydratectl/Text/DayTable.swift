// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Wording

/// A scenario as a person reads it: a heading for each day, a row for what happened with what is short beside it (below
/// zero is to spare), and the reminders counted at the day's end.
struct DayTable {
    private var day: Day?
    private var reminders = 0
    private var answers = 0

    /// How wide the words may be.
    private static let width = 64
    private static let margin = String(repeating: " ", count: 39)

    /// The lines for one more occurrence.
    mutating func lines(_ occurrence: Occurrence, in idiom: Idiom) -> [String] {
        var lines: [String] = []
        let today = idiom.zone.day(of: occurrence.at)
        if today != day {
            lines += day == nil ? [] : end + [""]
            (day, reminders, answers) = (today, 0, 0)
            lines += heading(today, idiom.units)
        }
        if occurrence.kind == .reminder { reminders += 1 }
        if occurrence.kind == .answer { answers += 1 }
        return lines + row(occurrence, in: idiom)
    }

    /// The lines below the last occurrence.
    var end: [String] {
        guard day != nil else { return ["Nothing happened."] }
        return ["\(reminders) \(reminders == 1 ? "reminder" : "reminders"), \(answers) answered"]
    }

    private func heading(_ day: Day, _ units: UnitSystem) -> [String] {
        let volume = units == .metric ? "ml" : "fl oz"
        return [
            "\(day.text) \(day.weekday.name.prefix(1).uppercased())\(day.weekday.name.dropFirst())",
            columns("short of:", "water", "free", "salts", ""), columns("", volume, volume, "mmol", ""),
        ]
    }

    private func row(_ occurrence: Occurrence, in idiom: Idiom) -> [String] {
        func number(_ volume: Volume) -> String {
            String(Int((idiom.units == .metric ? volume.milliliters : volume.fluidOunces).rounded()))
        }
        let balance = occurrence.balance
        let time = idiom.zone.localTime(of: occurrence.at)
        let first = columns(
            LocalTime(hour: time.hour, minute: time.minute).text, number(balance.waterDeficit),
            number(balance.freeWaterDeficit), String(Int(balance.electrolyteDeficit.millimoles.rounded())),
            occurrence.kind.label)
        let why = occurrence.reason.first.map { ["Why (\(occurrence.guideline ?? "")): \($0)"] } ?? []
        let words = (occurrence.text + why + occurrence.reason.dropFirst()).flatMap { wrapped($0) }
        let head = first.padding(to: Self.margin.count) + (words.first ?? "")
        return [head] + words.dropFirst().map { Self.margin + $0 }
    }

    private func columns(_ time: String, _ water: String, _ free: String, _ salts: String, _ what: String) -> String {
        let line =
            time.padding(to: 9) + water.padding(before: 6) + free.padding(before: 6) + salts.padding(before: 6)
            + "  " + what
        return line.trimmedAtEnd
    }

    /// `text` in lines that are not longer than ``width``, but for a word that is.
    private func wrapped(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= Self.width {
                lines[lines.endIndex - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }
}

extension Occurrence.Kind {
    fileprivate var label: String {
        switch self {
        case .entry: "logged"
        case .reminder: "REMINDER"
        case .answer: "answer"
        case .withdrawn: "gone"
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate func padding(before width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }

    fileprivate var trimmedAtEnd: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }
}
