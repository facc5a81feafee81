// SPDX-License-Identifier: Apache-2.0

/// How one quantity is written: a number and a unit, with or without a space, in any case; for some, several of them.
///
/// The same grammar serves the command line, the configuration and the bus. What is read is rounded to the quantity's
/// resolution, so that writing and reading again changes nothing.
public struct QuantityGrammar: Sendable {
    /// A unit: `names` in lower case and without spaces, canonical = (number − `zero`)·`scale`.
    struct Unit: Sendable {
        let names: [String]
        var scale = 1.0
        var zero = 0.0
        /// The scale of a bare number that follows, as the minutes in "1h30".
        var bareNext: Double?
    }

    /// The units, the canonical one first.
    let units: [Unit]
    /// The canonical unit as it is written out.
    let symbol: String
    /// Digits after the point of the canonical number.
    let resolution: Int
    /// Examples of what is accepted.
    let accepted: String
    var isSigned = false
    /// Whether several numbers with units add up.
    var isCompound = false
    /// The range in which a bare number is taken to be in the canonical unit.
    var bare: ClosedRange<Double>?
    /// The largest number of steps of the resolution: what is written must not have more digits than can be read.
    var largest = 1e12

    /// Reads `text` and gives the canonical number.
    func canonical(_ text: some StringProtocol) throws(QuantityError) -> Double {
        do throws(QuantityError.Reason) {
            return try read(Substring(text))
        } catch {
            throw QuantityError(input: String(text), reason: error, accepted: accepted)
        }
    }

    /// Writes a canonical number so that reading it gives the same.
    func text(_ canonical: Double) -> String {
        let number = DecimalText.string(canonical, fractionDigits: resolution)
        return symbol.isEmpty ? number : "\(number) \(symbol)"
    }

    private func read(_ text: Substring) throws(QuantityError.Reason) -> Double {
        var rest = Self.trimmed(text)
        guard !rest.isEmpty else { throw .empty }
        var sum = 0.0
        var last: Unit?
        repeat {
            let number = try NumberText(rest, signed: isSigned && last == nil)
            let letters = number.rest.prefix { !($0.isASCII && $0.isWholeNumber) }
            rest = number.rest[letters.endIndex...]
            if !rest.isEmpty, !isCompound { throw .unknownUnit(String(Self.trimmed(number.rest))) }
            let name = letters.filter { !$0.isWhitespace }.lowercased()
            if name.isEmpty {
                guard rest.isEmpty else { throw .missingUnit }
                sum += try bareValue(number.value, after: last)
            } else {
                guard let unit = units.first(where: { $0.names.contains(name) }) else {
                    throw .unknownUnit(String(Self.trimmed(letters)))
                }
                sum += (number.value - unit.zero) * unit.scale
                last = unit
            }
        } while !rest.isEmpty
        return try rounded(sum)
    }

    private func bareValue(_ number: Double, after last: Unit?) throws(QuantityError.Reason) -> Double {
        if let last {
            guard let scale = last.bareNext else { throw .missingUnit }
            return number * scale
        }
        guard let bare, bare.contains(number) else { throw .missingUnit }
        return number
    }

    private func rounded(_ value: Double) throws(QuantityError.Reason) -> Double {
        var scale = 1.0
        for _ in 0..<resolution { scale *= 10 }
        let scaled = (value * scale).rounded()
        guard scaled.magnitude < largest else { throw .tooLarge }
        return scaled == 0 ? 0 : scaled / scale
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}

/// A quantity that can be read and written.
public protocol TextQuantity: Quantity, CustomStringConvertible {
    /// How it is written.
    static var grammar: QuantityGrammar { get }

    /// The quantity as a person reads it, rounded to what matters, in the units of `system`.
    func formatted(_ system: UnitSystem) -> String
}

extension TextQuantity {
    /// Reads a quantity.
    public init(parsing text: some StringProtocol) throws(QuantityError) {
        self.init(canonical: try Self.grammar.canonical(text))
    }

    /// The quantity in its canonical unit, to its full resolution: reading it gives the same quantity again.
    public var description: String { Self.grammar.text(canonical) }
}
