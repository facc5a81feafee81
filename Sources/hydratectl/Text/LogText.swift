// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Physiology
import Wording

/// Entries as lines and as JSON.
struct LogText {
    let idiom: Idiom
    let now: Instant

    /// One entry a line, with its number: "2026-11-21 14:30  #12  250 ml of coffee".
    func text(_ entries: [ListedEntry]) -> String {
        let numbers = entries.map { "#\($0.id.number)" }
        let width = numbers.map(\.count).max() ?? 0
        return zip(entries, numbers).map { entry, number in
            let offset = LocalOffset(seconds: entry.offset, zone: "")
            let time = offset.localTime(of: entry.at)
            let clock = LocalTime(hour: time.hour, minute: time.minute).text
            let gap = String(repeating: " ", count: width - number.count)
            let phrase = EventText.phrase(entry.event, at: entry.at, now: now, in: idiom)
            return "\(offset.day(of: entry.at).text) \(clock)  \(gap)\(number)  \(phrase)"
        }.joined(separator: "\n")
    }

    /// `{"entries":[{"at":…,"id":…,"kind":…,…the fields of its kind…}],"version":1}`
    static func json(_ entries: [ListedEntry]) -> JSON {
        .document([
            "entries": .array(
                entries.map { entry in
                    let offset = LocalOffset(seconds: entry.offset, zone: "")
                    var fields = entry.event.fields.mapValues { JSON($0) { _ in offset } }
                    fields["id"] = .integer(entry.id.number)
                    fields["kind"] = .string(entry.event.kind.rawValue)
                    fields["at"] = .instant(entry.at) { _ in offset }
                    fields["epoch"] = .number(Double(entry.at.microseconds) / 1_000_000)
                    return .object(fields)
                })
        ])
    }
}
