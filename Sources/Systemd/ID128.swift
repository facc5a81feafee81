// SPDX-License-Identifier: Apache-2.0
// The 128-bit identifiers of the journal's message catalogue.

/// A 128-bit identifier, as `systemd-id128 new` makes one for each kind of message.
public struct ID128: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// - Parameter text: 32 lower-case hexadecimal digits; nil for anything else.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 32, digits.allSatisfy(ID128.isDigit),
            let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.high = high
        self.low = low
    }

    private static func isDigit(_ character: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(character)
    }
}

extension ID128: CustomStringConvertible {
    /// 32 lower-case hexadecimal digits.
    public var description: String { ID128.padded(high) + ID128.padded(low) }

    private static func padded(_ half: UInt64) -> String {
        let digits = String(half, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension ID128: ExpressibleByStringLiteral {
    /// For identifiers written in the source; a wrong one stops the program at its first use.
    public init(stringLiteral text: String) {
        guard let id = ID128(text) else { preconditionFailure("Not 32 lower-case hexadecimal digits: \(text)") }
        self = id
    }
}
