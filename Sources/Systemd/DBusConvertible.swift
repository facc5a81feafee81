// SPDX-License-Identifier: Apache-2.0
// Swift's types as D-Bus values, and back.

/// A Swift type with one D-Bus type.
public protocol DBusConvertible {
    /// Its complete type in D-Bus letters.
    static var dbusSignature: String { get }
    var dbusValue: DBusValue { get }
    /// Nil for a value of another type.
    init?(_ value: DBusValue)
}

/// Takes values one after the other, as the Swift types that are expected of them.
public struct ValueReader {
    private var values: ArraySlice<DBusValue>

    public init(_ values: [DBusValue]) {
        self.values = values[...]
    }

    /// The next value.
    /// - Throws: ``BusError/invalidArguments(_:)`` if there is none or it is of another type.
    public mutating func next<Value: DBusConvertible>(_ type: Value.Type = Value.self) throws(BusError) -> Value {
        guard let first = values.popFirst() else {
            throw .invalidArguments("Expected \(Value.dbusSignature), got nothing")
        }
        guard let value = Value(first) else {
            throw .invalidArguments("Expected \(Value.dbusSignature), got \(first.signature)")
        }
        return value
    }
}

extension UInt8: DBusConvertible {
    public static var dbusSignature: String { "y" }
    public var dbusValue: DBusValue { .byte(self) }
    public init?(_ value: DBusValue) {
        guard case .byte(let number) = value else { return nil }
        self = number
    }
}

extension Bool: DBusConvertible {
    public static var dbusSignature: String { "b" }
    public var dbusValue: DBusValue { .boolean(self) }
    public init?(_ value: DBusValue) {
        guard case .boolean(let flag) = value else { return nil }
        self = flag
    }
}

extension Int32: DBusConvertible {
    public static var dbusSignature: String { "i" }
    public var dbusValue: DBusValue { .int32(self) }
    public init?(_ value: DBusValue) {
        guard case .int32(let number) = value else { return nil }
        self = number
    }
}

extension UInt32: DBusConvertible {
    public static var dbusSignature: String { "u" }
    public var dbusValue: DBusValue { .uint32(self) }
    public init?(_ value: DBusValue) {
        guard case .uint32(let number) = value else { return nil }
        self = number
    }
}

extension Int64: DBusConvertible {
    public static var dbusSignature: String { "x" }
    public var dbusValue: DBusValue { .int64(self) }
    public init?(_ value: DBusValue) {
        guard case .int64(let number) = value else { return nil }
        self = number
    }
}

extension UInt64: DBusConvertible {
    public static var dbusSignature: String { "t" }
    public var dbusValue: DBusValue { .uint64(self) }
    public init?(_ value: DBusValue) {
        guard case .uint64(let number) = value else { return nil }
        self = number
    }
}

extension Double: DBusConvertible {
    public static var dbusSignature: String { "d" }
    public var dbusValue: DBusValue { .double(self) }
    public init?(_ value: DBusValue) {
        guard case .double(let number) = value else { return nil }
        self = number
    }
}

/// Reads object paths too.
extension String: DBusConvertible {
    public static var dbusSignature: String { "s" }
    public var dbusValue: DBusValue { .string(self) }
    public init?(_ value: DBusValue) {
        switch value {
        case .string(let text), .objectPath(let text): self = text
        default: return nil
        }
    }
}

extension Array: DBusConvertible where Element: DBusConvertible {
    public static var dbusSignature: String { "a" + Element.dbusSignature }
    public var dbusValue: DBusValue { .array(map(\.dbusValue), of: Element.dbusSignature) }
    public init?(_ value: DBusValue) {
        guard case .array(let values, _) = value else { return nil }
        var elements: [Element] = []
        for value in values {
            guard let element = Element(value) else { return nil }
            elements.append(element)
        }
        self = elements
    }
}

/// An `a{sv}`; the values are without the variants around them. Of a key that comes twice the last counts.
extension [String: DBusValue]: DBusConvertible {
    public static var dbusSignature: String { "a{sv}" }
    public var dbusValue: DBusValue { .options(self) }
    public init?(_ value: DBusValue) {
        guard case .array(let entries, of: "{sv}") = value else { return nil }
        self = [:]
        for case .entry(.string(let key), .variant(let value)) in entries { self[key] = value }
    }
}
