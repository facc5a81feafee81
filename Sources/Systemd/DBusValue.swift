// SPDX-License-Identifier: Apache-2.0
// Any value that D-Bus can carry, but file descriptors.

/// A D-Bus value that knows its own signature. File descriptors are left out on purpose: nobody here wants one, and
/// what is never taken out of a message cannot be leaked.
public indirect enum DBusValue: Hashable, Sendable {
    case byte(UInt8)
    case boolean(Bool)
    case int16(Int16)
    case uint16(UInt16)
    case int32(Int32)
    case uint32(UInt32)
    case int64(Int64)
    case uint64(UInt64)
    case double(Double)
    case string(String)
    case objectPath(String)
    case signature(String)
    /// Its elements' signature is told, since an array may be empty.
    case array([DBusValue], of: String)
    /// Lives in arrays only, which are then dictionaries.
    case entry(DBusValue, DBusValue)
    case structure([DBusValue])
    case variant(DBusValue)

    /// The value's complete type in D-Bus letters.
    public var signature: String {
        switch self {
        case .byte: "y"
        case .boolean: "b"
        case .int16: "n"
        case .uint16: "q"
        case .int32: "i"
        case .uint32: "u"
        case .int64: "x"
        case .uint64: "t"
        case .double: "d"
        case .string: "s"
        case .objectPath: "o"
        case .signature: "g"
        case .array(_, let element): "a" + element
        case .entry(let key, let value): "{" + key.signature + value.signature + "}"
        case .structure(let fields): "(" + fields.signature + ")"
        case .variant: "v"
        }
    }

    /// An `a{sv}`, in the order of its keys.
    public static func options(_ values: [String: DBusValue]) -> DBusValue {
        let entries = values.sorted { $0.key < $1.key }.map { DBusValue.entry(.string($0.key), .variant($0.value)) }
        return .array(entries, of: "{sv}")
    }

    /// The fields of a structure, for a ``ValueReader``.
    public var fields: [DBusValue]? {
        if case .structure(let fields) = self { fields } else { nil }
    }

    /// The elements of an array.
    public var elements: [DBusValue]? {
        if case .array(let elements, _) = self { elements } else { nil }
    }
}

extension [DBusValue] {
    /// The signature of these values in a row.
    public var signature: String { map(\.signature).joined() }
}
