// SPDX-License-Identifier: Apache-2.0
// Values into sd-bus messages, and out of them.

import CSystemd
import Glibc

/// A reference to a message, dropped with its last one.
final class Message {
    let raw: OpaquePointer

    /// Takes over the reference that the making function gives.
    init(_ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32) throws(BusError) {
        var raw: OpaquePointer?
        try busCheck(make(&raw))
        guard let raw else { throw BusError(errno: ENOMEM) }
        self.raw = raw
    }

    deinit {
        sd_bus_message_unref(raw)
    }
}

// MARK: Encoding

func append(_ values: [DBusValue], to message: OpaquePointer) throws(BusError) {
    for value in values { try append(value, to: message) }
}

func append(_ value: DBusValue, to message: OpaquePointer) throws(BusError) {
    switch value {
    case .byte(let number): try append("y", number, to: message)
    // An int on the wire's API, whatever Swift's Bool is.
    case .boolean(let flag): try append("b", Int32(flag ? 1 : 0), to: message)
    case .int16(let number): try append("n", number, to: message)
    case .uint16(let number): try append("q", number, to: message)
    case .int32(let number): try append("i", number, to: message)
    case .uint32(let number): try append("u", number, to: message)
    case .int64(let number): try append("x", number, to: message)
    case .uint64(let number): try append("t", number, to: message)
    case .double(let number): try append("d", number, to: message)
    case .string(let text): try append("s", text: text, to: message)
    case .objectPath(let text): try append("o", text: text, to: message)
    case .signature(let text): try append("g", text: text, to: message)
    case .array(let elements, let element): try append("a", element, elements, to: message)
    case .entry(let key, let value): try append("e", key.signature + value.signature, [key, value], to: message)
    case .structure(let fields): try append("r", fields.signature, fields, to: message)
    case .variant(let value): try append("v", value.signature, [value], to: message)
    }
}

private func append<Number>(_ type: Unicode.Scalar, _ number: Number, to message: OpaquePointer) throws(BusError) {
    try busCheck(withUnsafePointer(to: number) { sd_bus_message_append_basic(message, code(type), $0) })
}

private func append(_ type: Unicode.Scalar, text: String, to message: OpaquePointer) throws(BusError) {
    // C would end the string there; D-Bus knows no NUL.
    guard !text.utf8.contains(0) else { throw .invalidArguments("A string with NUL in it") }
    try busCheck(text.withCString { sd_bus_message_append_basic(message, code(type), $0) })
}

private func append(_ type: Unicode.Scalar, _ contents: String, _ values: [DBusValue], to message: OpaquePointer)
    throws(BusError)
{
    try busCheck(sd_bus_message_open_container(message, code(type), contents))
    try append(values, to: message)
    try busCheck(sd_bus_message_close_container(message))
}

private func code(_ type: Unicode.Scalar) -> CChar {
    CChar(truncatingIfNeeded: type.value)
}

// MARK: Decoding

/// All values from where the message stands to the end of its container.
/// - Throws: `InvalidArgs` for what is malformed or holds a file descriptor.
func readValues(_ message: OpaquePointer) throws(BusError) -> [DBusValue] {
    var values: [DBusValue] = []
    while let value = try readValue(message) { values.append(value) }
    return values
}

/// The next value; nil at the end of the container.
func readValue(_ message: OpaquePointer) throws(BusError) -> DBusValue? {
    var type: CChar = 0
    var contents: UnsafePointer<CChar>?
    guard try busCheck(sd_bus_message_peek_type(message, &type, &contents)) > 0 else { return nil }
    switch Unicode.Scalar(UInt8(bitPattern: type)) {
    case "y": return .byte(try read(type, 0, message))
    case "b": return .boolean(try read(type, Int32(0), message) != 0)
    case "n": return .int16(try read(type, 0, message))
    case "q": return .uint16(try read(type, 0, message))
    case "i": return .int32(try read(type, 0, message))
    case "u": return .uint32(try read(type, 0, message))
    case "x": return .int64(try read(type, 0, message))
    case "t": return .uint64(try read(type, 0, message))
    case "d": return .double(try read(type, 0, message))
    case "s": return .string(try readText(type, message))
    case "o": return .objectPath(try readText(type, message))
    case "g": return .signature(try readText(type, message))
    case "a":
        let element = contents.map { String(cString: $0) } ?? ""
        return .array(try readContainer(type, element, message), of: element)
    case "r": return .structure(try readContainer(type, contents, message))
    case "e":
        let pair = try readContainer(type, contents, message)
        guard pair.count == 2 else { throw .invalidArguments("A dictionary entry without its value") }
        return .entry(pair[0], pair[1])
    case "v":
        guard let value = try readContainer(type, contents, message).first else {
            throw .invalidArguments("An empty variant")
        }
        return .variant(value)
    default: throw .invalidArguments("A value of a type that is not taken")
    }
}

private func read<Number>(_ type: CChar, _ zero: Number, _ message: OpaquePointer) throws(BusError) -> Number {
    var number = zero
    try busCheck(withUnsafeMutablePointer(to: &number) { sd_bus_message_read_basic(message, type, $0) })
    return number
}

private func readText(_ type: CChar, _ message: OpaquePointer) throws(BusError) -> String {
    let text: UnsafePointer<CChar>? = try read(type, nil, message)
    return text.map { String(cString: $0) } ?? ""
}

private func readContainer(_ type: CChar, _ contents: UnsafePointer<CChar>?, _ message: OpaquePointer)
    throws(BusError) -> [DBusValue]
{
    try busCheck(sd_bus_message_enter_container(message, type, contents))
    let values = try readValues(message)
    try busCheck(sd_bus_message_exit_container(message))
    return values
}
