// SPDX-License-Identifier: Apache-2.0

// How the quantities of exercise are written.

extension Power: TextQuantity {
    /// Watts to a thousandth.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["w", "watt", "watts"]), .init(names: ["kw"], scale: 1000)], symbol: "W", resolution: 3,
        accepted: "200W")

    public func formatted(_ system: UnitSystem) -> String { DecimalText.string(watts, fractionDigits: 0) + " W" }
}

extension MetabolicEquivalent: TextQuantity {
    /// MET to a thousandth; a bare number is in MET.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["met", "mets"])], symbol: "MET", resolution: 3, accepted: "9.5 or 9.5MET",
        bare: 0...1000)

    public func formatted(_ system: UnitSystem) -> String { DecimalText.string(met, fractionDigits: 1) + " MET" }
}

extension Clothing: TextQuantity {
    /// Clo to a thousandth; a bare number is in clo.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["clo"])], symbol: "clo", resolution: 3, accepted: "0.4 or 0.4clo", bare: 0...1000)

    public func formatted(_ system: UnitSystem) -> String { DecimalText.string(clo, fractionDigits: 2) + " clo" }
}

extension Grade: TextQuantity {
    /// Per cent to a thousandth, below zero downhill.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["%", "percent"])], symbol: "%", resolution: 3, accepted: "5%", isSigned: true)

    public func formatted(_ system: UnitSystem) -> String { DecimalText.string(percent, fractionDigits: 1) + " %" }
}
