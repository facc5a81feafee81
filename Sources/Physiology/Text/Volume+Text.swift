// SPDX-License-Identifier: Apache-2.0

// How volumes and masses are written.

extension Volume: TextQuantity {
    /// Millilitres to a thousandth; a bare number from 20 to 3000 is in millilitres.
    public static let grammar = QuantityGrammar(
        units: [
            .init(names: ["ml", "milliliter", "milliliters", "millilitre", "millilitres"]),
            .init(names: ["l", "liter", "liters", "litre", "litres"], scale: 1000),
            .init(names: ["cl"], scale: 10),
            .init(names: ["dl"], scale: 100),
            .init(names: ["floz", "oz"], scale: Volume.fluidOunces(1).milliliters),
            .init(names: ["cup", "cups"], scale: Volume.cups(1).milliliters),
        ], symbol: "ml", resolution: 3, accepted: "250ml, 0.25l, 25cl, 8floz or 1cup", bare: 20...3000)

    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .us: DecimalText.string(fluidOunces, fractionDigits: 0) + " fl oz"
        case .metric where abs(milliliters) < 999.5: DecimalText.string(milliliters, fractionDigits: 0) + " ml"
        case .metric: DecimalText.string(liters, fractionDigits: 2) + " l"
        }
    }
}

extension Mass: TextQuantity {
    /// Kilograms to a millionth.
    public static let grammar = QuantityGrammar(
        units: [
            .init(names: ["kg", "kilogram", "kilograms"]),
            .init(names: ["g", "gram", "grams"], scale: 0.001),
            .init(names: ["mg"], scale: 0.000_001),
            .init(names: ["lb", "lbs", "pound", "pounds"], scale: Mass.pounds(1).kilograms),
        ], symbol: "kg", resolution: 6, accepted: "70kg or 154lb")

    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .metric: DecimalText.string(kilograms, fractionDigits: 1) + " kg"
        case .us: DecimalText.string(pounds, fractionDigits: 0) + " lb"
        }
    }
}
