// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd

/// Puts an `a{sv}` together; what is nil has no key.
struct FieldWriter {
    private(set) var fields: [String: DBusValue] = [:]

    mutating func set(_ key: String, _ value: (some DBusConvertible)?) { fields[key] = value?.dbusValue }
    mutating func set(_ key: String, _ value: (some Quantity)?) { fields[key] = value.map { .double($0.canonical) } }
    mutating func set(_ key: String, _ value: Instant?) { fields[key] = value.map { .int64($0.microseconds) } }
    mutating func set(_ key: String, _ value: Duration?) { fields[key] = value?.span }
    mutating func set(_ key: String, word: (some RawRepresentable<String>)?) {
        fields[key] = value(of: word)
    }

    private func value(of word: (some RawRepresentable<String>)?) -> DBusValue? { word.map { .string($0.rawValue) } }

    var value: DBusValue { .options(fields) }
}

extension Instant? {
    /// The instant, and -1 for none.
    var dbusValue: DBusValue { .int64(self?.microseconds ?? -1) }
}

extension Instant {
    var dbusValue: DBusValue { .int64(microseconds) }
}

extension Duration {
    /// Microseconds; the bus knows no span below zero.
    var span: DBusValue { .uint64(UInt64(clamping: microseconds)) }
}

extension Quantity {
    /// The number in the canonical unit, which is the unit that the bus uses everywhere.
    var dbusValue: DBusValue { .double(canonical) }
}
