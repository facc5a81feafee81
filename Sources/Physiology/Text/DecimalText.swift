// SPDX-License-Identifier: Apache-2.0

/// Decimal numbers as text, without the C library's locale and without exponents.
public enum DecimalText {
    /// `value` with at most `fractionDigits` (0 to 9) digits after the point, trailing zeros left out; halves are
    /// rounded away from zero. A number of more than eighteen digits is shown as the largest that has so many, one
    /// that is none as "?".
    public static func string(_ value: Double, fractionDigits: Int) -> String {
        guard value.isFinite else { return "?" }
        var digits = min(max(0, fractionDigits), 9)
        var scale: Int64 = 1
        for _ in 0..<digits { scale *= 10 }
        var scaled = Int64(min(max((value * Double(scale)).rounded(), -9e17), 9e17))
        while digits > 0, scaled % 10 == 0 {
            scaled /= 10
            scale /= 10
            digits -= 1
        }
        let sign = scaled < 0 ? "-" : ""
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
        guard digits > 0 else { return "\(sign)\(whole)" }
        let text = String(fraction)
        return "\(sign)\(whole)." + String(repeating: "0", count: digits - text.count) + text
    }
}
