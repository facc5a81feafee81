// SPDX-License-Identifier: Apache-2.0

// How what is dissolved in a drink is written.

/// An ion that labels give in milligrams.
public enum Ion: String, CaseIterable, Hashable, Sendable {
    case sodium, potassium

    /// Milligrams per millimole.
    public var molarMass: Double {
        switch self {
        case .sodium: 22.990
        case .potassium: 39.098
        }
    }
}

extension Concentration: TextQuantity {
    /// Millimoles per litre to a thousandth.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["mmol/l", "mm"])], symbol: "mmol/l", resolution: 3, accepted: "20mmol/l")

    /// Reads the concentration of `ion`, in millimoles or milligrams per litre.
    public init(parsing text: some StringProtocol, of ion: Ion) throws(QuantityError) {
        let grammar = QuantityGrammar(
            units: Self.grammar.units + [
                .init(names: ["mg/l"], scale: 1 / ion.molarMass), .init(names: ["g/l"], scale: 1000 / ion.molarMass),
            ], symbol: "mmol/l", resolution: 3, accepted: "20mmol/l or 460mg/l")
        self.init(canonical: try grammar.canonical(text))
    }

    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(millimolesPerLiter, fractionDigits: 1) + " mmol/l"
    }
}

extension MassConcentration: TextQuantity {
    /// Milligrams per litre to a thousandth.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["mg/l"]), .init(names: ["g/l"], scale: 1000)], symbol: "mg/l", resolution: 3,
        accepted: "400mg/l")

    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(milligramsPerLiter, fractionDigits: 0) + " mg/l"
    }
}

extension AlcoholContent: TextQuantity {
    /// Per cent by volume to a thousandth.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["%", "%vol", "vol%", "percent"])], symbol: "%", resolution: 3, accepted: "5%")

    public func formatted(_ system: UnitSystem) -> String { DecimalText.string(percent, fractionDigits: 1) + " %" }
}

extension Amount: TextQuantity {
    /// Millimoles to a thousandth.
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["mmol"])], symbol: "mmol", resolution: 3, accepted: "20mmol", isSigned: true)

    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(millimoles, fractionDigits: 0) + " mmol"
    }
}
