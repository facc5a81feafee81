// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Systemd

/// A JSON value and its text: keys in order, numbers as short as they can be, no space.
enum JSON {
    case object([String: JSON])
    case array([JSON])
    case string(String)
    case number(Double)
    case integer(Int64)
    case boolean(Bool)
    case null

    /// A document with the version of its schema.
    static func document(_ fields: [String: JSON]) -> JSON {
        .object(fields.merging(["version": .integer(1)]) { _, version in version })
    }

    /// A number out of a table, without the digits that only binary fractions have.
    static func rounded(_ number: Double) -> JSON { .number((number * 1000).rounded() / 1000) }

    /// An instant as RFC 3339 has it.
    static func instant(_ instant: Instant?, at offset: (Instant) -> LocalOffset) -> JSON {
        instant.map { .string(Timestamp($0, at: offset($0)).text) } ?? .null
    }

    var text: String {
        switch self {
        case .object(let fields):
            let members = fields.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.text)" }
            return "{\(members.joined(separator: ","))}"
        case .array(let elements): return "[\(elements.map(\.text).joined(separator: ","))]"
        case .string(let text): return Self.quoted(text)
        case .number(let number): return Self.text(number)
        case .integer(let number): return String(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .null: return "null"
        }
    }

    /// JSON has no infinite and no undefined numbers.
    private static func text(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int64(exactly: number) { return String(whole) }
        return number.description
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSON {
    /// The fields of an entry as the bus has them. Every integer in them is an instant, but for numbers of entries.
    init(_ value: DBusValue, at offset: (Instant) -> LocalOffset) {
        if let fields = [String: DBusValue](value) {
            self = .object(fields.mapValues { JSON($0, at: offset) })
            return
        }
        switch value {
        case .string(let text): self = .string(text)
        case .double(let number): self = .number(number)
        case .boolean(let flag): self = .boolean(flag)
        case .uint64(let number): self = .integer(Int64(clamping: number))
        case .int64(let microseconds):
            self = .instant(Instant(microseconds: microseconds), at: offset)
        case .array(let elements, _): self = .array(elements.map { JSON($0, at: offset) })
        default: self = .null
        }
    }
}
