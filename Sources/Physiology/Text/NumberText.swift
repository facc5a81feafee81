// SPDX-License-Identifier: Apache-2.0

/// Reads one number at the beginning of a text: ASCII digits, at most one point, at most twelve digits.
struct NumberText {
    /// The number, rounded once to the nearest double.
    let value: Double
    /// What comes after it.
    let rest: Substring

    /// - Parameter signed: whether the number may be below zero.
    init(_ text: Substring, signed: Bool) throws(QuantityError.Reason) {
        let isNegative = text.first == "-"
        let unsigned = isNegative ? text.dropFirst() : text
        var rest = unsigned
        let whole = Self.digits(&rest)
        var fraction = Substring()
        if rest.first == "." {
            rest = rest.dropFirst()
            fraction = Self.digits(&rest)
            guard !fraction.isEmpty else { throw .notANumber }
        }
        guard !whole.isEmpty || !fraction.isEmpty else { throw .notANumber }
        if isNegative, !signed { throw .negative }
        guard whole.count + fraction.count <= 12 else { throw .tooManyDigits }
        try Self.refuseOtherNotations(rest)

        var mantissa: Int64 = 0
        for digit in whole + fraction { mantissa = mantissa * 10 + Int64(digit.wholeNumberValue ?? 0) }
        var scale = 1.0
        for _ in fraction { scale *= 10 }
        // Mantissa and scale are exact, so the quotient is the double nearest to the text.
        let magnitude = Double(mantissa) / scale
        value = isNegative && magnitude > 0 ? -magnitude : magnitude
        self.rest = rest
    }

    private static func digits(_ text: inout Substring) -> Substring {
        let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
        text = text[digits.endIndex...]
        return digits
    }

    /// Refuses what other notations would go on with: a decimal comma, an exponent, a hexadecimal number, a second
    /// point.
    private static func refuseOtherNotations(_ rest: Substring) throws(QuantityError.Reason) {
        guard let first = rest.first else { return }
        if first == "," { throw .decimalComma }
        if first == "." { throw .notANumber }
        let second = rest.dropFirst().first
        let continues = second.map { $0.isASCII && ($0.isHexDigit || $0 == "+" || $0 == "-") } ?? false
        if first == "e" || first == "E", continues, second?.isLetter == false { throw .exponent }
        if first == "x" || first == "X", continues { throw .notANumber }
    }
}
