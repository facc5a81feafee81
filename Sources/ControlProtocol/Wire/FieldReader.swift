// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd

/// Takes named values apart: the arguments of a call by their names, or the keys of an `a{sv}`.
///
/// What comes over the bus is never trusted: a number that is infinite or undefined, an integer that does not fit, a
/// word that is none of those known, a value of another type are all ``ControlError/invalidArgument(name:value:)``.
struct FieldReader {
    private var fields: [String: DBusValue]

    init(_ fields: [String: DBusValue]) {
        self.fields = fields
    }

    /// The arguments of a call, in the order of their declaration.
    init(_ declared: Interface.Arguments, _ values: [DBusValue]) {
        fields = Dictionary(zip(declared.map(\.key), values)) { first, _ in first }
    }

    /// The value of `key` as it came; nil when there is none.
    mutating func take(_ key: String) -> DBusValue? { fields.removeValue(forKey: key) }

    /// The value of `key`; nil when there is none.
    mutating func optional<Value: DBusConvertible>(_ key: String, as _: Value.Type = Value.self)
        throws(ControlError) -> Value?
    {
        guard let raw = take(key) else { return nil }
        guard let value = Value(raw) else { throw .invalidArgument(name: key, value: raw.signature) }
        return value
    }

    /// The value of `key`, which must be there.
    mutating func value<Value: DBusConvertible>(_ key: String, as _: Value.Type = Value.self)
        throws(ControlError) -> Value
    {
        guard let value = try optional(key, as: Value.self) else { throw .invalidArgument(name: key, value: "") }
        return value
    }

    /// A finite number.
    mutating func number(_ key: String) throws(ControlError) -> Double? {
        guard let number = try optional(key, as: Double.self) else { return nil }
        guard number.isFinite else { throw .invalidArgument(name: key, value: number.description) }
        return number
    }

    /// A quantity in its canonical unit, which is the unit that the bus uses everywhere.
    mutating func optional<Value: Quantity>(_ key: String, as _: Value.Type = Value.self) throws(ControlError) -> Value?
    {
        try number(key).map(Value.init(canonical:))
    }

    mutating func value<Value: Quantity>(_ key: String, as _: Value.Type = Value.self) throws(ControlError) -> Value {
        guard let value = try optional(key, as: Value.self) else { throw .invalidArgument(name: key, value: "") }
        return value
    }

    /// A quantity for which -1 says that it is not known.
    mutating func known<Value: Quantity>(_ key: String, as _: Value.Type = Value.self) throws(ControlError) -> Value? {
        guard let value = try optional(key, as: Value.self), value.canonical != -1 else { return nil }
        return value
    }

    /// One word of a closed set.
    mutating func optional<Word: RawRepresentable<String>>(_ key: String, as _: Word.Type = Word.self)
        throws(ControlError) -> Word?
    {
        guard let text = try optional(key, as: String.self) else { return nil }
        guard let word = Word(rawValue: text) else { throw .invalidArgument(name: key, value: text) }
        return word
    }

    mutating func value<Word: RawRepresentable<String>>(_ key: String, as _: Word.Type = Word.self)
        throws(ControlError) -> Word
    {
        guard let word = try optional(key, as: Word.self) else { throw .invalidArgument(name: key, value: "") }
        return word
    }

    /// One word of a closed set, or an empty text for none.
    mutating func optionalOrEmpty<Word: RawRepresentable<String>>(_ key: String, as _: Word.Type = Word.self)
        throws(ControlError) -> Word?
    {
        if case .string("") = fields[key] {
            fields[key] = nil
            return nil
        }
        return try optional(key, as: Word.self)
    }

    /// An instant; nil when there is none.
    mutating func optionalInstant(_ key: String) throws(ControlError) -> Instant? {
        try optional(key, as: Int64.self).map(Instant.init(microseconds:))
    }

    mutating func instant(_ key: String) throws(ControlError) -> Instant {
        Instant(microseconds: try value(key))
    }

    /// An instant for which -1 says "none", or "now" in a request.
    mutating func knownInstant(_ key: String) throws(ControlError) -> Instant? {
        guard let instant = try optionalInstant(key), instant.microseconds != -1 else { return nil }
        return instant
    }

    /// A span of time, never below zero.
    mutating func optionalSpan(_ key: String) throws(ControlError) -> Duration? {
        guard let raw = try optional(key, as: UInt64.self) else { return nil }
        guard let microseconds = Int64(exactly: raw) else { throw .invalidArgument(name: key, value: String(raw)) }
        return .microseconds(microseconds)
    }

    mutating func span(_ key: String) throws(ControlError) -> Duration {
        guard let span = try optionalSpan(key) else { throw .invalidArgument(name: key, value: "") }
        return span
    }

    /// The fields of the `a{sv}` under `key`; none when there is no such key.
    mutating func nested(_ key: String) throws(ControlError) -> FieldReader {
        FieldReader(try optional(key, as: [String: DBusValue].self) ?? [:])
    }

    /// Refuses what nobody has asked for: a key with a slip in it must not be dropped silently.
    func finish() throws(ControlError) {
        if let key = fields.keys.min() { throw .invalidArgument(name: key, value: "") }
    }
}

extension FieldReader {
    /// Words of a closed set.
    mutating func words<Word: RawRepresentable<String>>(_ key: String) throws(ControlError) -> [Word] {
        var words: [Word] = []
        for text in try value(key, as: [String].self) {
            guard let word = Word(rawValue: text) else { throw .invalidArgument(name: key, value: text) }
            words.append(word)
        }
        return words
    }
}
