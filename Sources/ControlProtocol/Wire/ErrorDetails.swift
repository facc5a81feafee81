// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The details of an error, in a form that fits behind the words of a D-Bus error message.
///
/// `No beverage of this name [name=cofee nearest=coffee nearest=cocoa]`: pairs in brackets at the very end, separated
/// by spaces; a key that comes several times is a list. In values everything but letters, digits and `-._:/` is
/// percent-encoded, so the last opening bracket is always the one that begins the details.
struct ErrorDetails: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private let pairs: [Pair]

    private struct Pair: Hashable {
        let key: String
        let value: String
    }

    init(dictionaryLiteral elements: (String, any ErrorDetail)...) {
        pairs = elements.flatMap { key, detail in detail.detailTexts.map { Pair(key: key, value: $0) } }
    }

    /// One detail a key, in the order of the keys.
    init(_ details: [String: String]) {
        pairs = details.sorted { $0.key < $1.key }.map { Pair(key: $0.key, value: $0.value) }
    }

    /// Reads the details at the end of `message`; none when it has none.
    init(endOf message: String) {
        guard message.last == "]", let bracket = message.lastIndex(of: "[") else {
            pairs = []
            return
        }
        let inside = message[message.index(after: bracket)...].dropLast()
        pairs = inside.split(separator: " ").compactMap { pair in
            guard let equals = pair.firstIndex(of: "="),
                let value = String(percentDecoding: pair[pair.index(after: equals)...])
            else { return nil }
            return Pair(key: String(pair[..<equals]), value: value)
        }
    }

    /// `summary` with the details behind it.
    func message(_ summary: String) -> String {
        guard !pairs.isEmpty else { return summary }
        return "\(summary) [\(pairs.map { "\($0.key)=\($0.value.percentEncoded)" }.joined(separator: " "))]"
    }

    func texts(_ key: String) -> [String] { pairs.filter { $0.key == key }.map(\.value) }
    func text(_ key: String) -> String? { pairs.first { $0.key == key }?.value }
    func integer(_ key: String) -> Int64? { text(key).flatMap { Int64($0) } }
    func instant(_ key: String) -> Instant? { integer(key).map(Instant.init(microseconds:)) }

    /// A number as ``ErrorDetail`` writes one; whoever reads it must not be given an infinite or undefined one.
    func number(_ key: String) -> Double? { text(key).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }
}

/// What can be a detail of an error: one text, or several under one key.
protocol ErrorDetail {
    var detailTexts: [String] { get }
}

extension String: ErrorDetail {
    var detailTexts: [String] { [self] }
}

extension [String]: ErrorDetail {
    var detailTexts: [String] { self }
}

extension Double: ErrorDetail {
    var detailTexts: [String] { [description] }
}

extension Int64: ErrorDetail {
    var detailTexts: [String] { [String(self)] }
}

extension Instant: ErrorDetail {
    var detailTexts: [String] { [String(microseconds)] }
}

extension UnitState {
    var errorDetails: ErrorDetails { ["load": load, "active": active, "sub": sub, "result": result] }
}

extension String {
    fileprivate var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"), UInt8(ascii: ":"),
                UInt8(ascii: "_"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }

    /// Nil when `text` is not what ``percentEncoded`` gives.
    fileprivate init?(percentDecoding text: some StringProtocol) {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) else { return nil }
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
        self = decoded
    }
}
