// SPDX-License-Identifier: Apache-2.0

/// A place in a short ASCII text, moved forward by whatever is recognised there.
///
/// Every step answers nil or false and stays where it was when the text holds something else, so no
/// input, however broken, can trap.
struct Cursor {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    var next: Character? { rest.first.map { Character(Unicode.Scalar($0)) } }

    /// Steps over `character`, an ASCII one, if it is next.
    mutating func accept(_ character: Character) -> Bool {
        guard let byte = rest.first, byte == character.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    /// Steps over any one of `characters` and says which it was.
    mutating func accept(anyOf characters: String) -> Character? {
        guard let next, characters.contains(next) else { return nil }
        rest.removeFirst()
        return next
    }

    /// Steps over a decimal number of as many digits as `count` allows; nil if there are more or fewer.
    mutating func number(digits count: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard count.contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            let (scaled, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = scaled.addingReportingOverflow(Int(digit) - 0x30)
            guard !tooLarge, !overflow else { return nil }
            value = sum
        }
        rest = rest.dropFirst(digits.count)
        return value
    }

    /// Steps over as much as satisfies `condition`, and gives it.
    mutating func text(while condition: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest.dropFirst(taken.count)
        return String(decoding: taken, as: UTF8.self)
    }
}

extension Int {
    /// The number in decimal, filled with zeros to `width` digits; the sign of a negative one comes before.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
