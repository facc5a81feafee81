// SPDX-License-Identifier: Apache-2.0

// How temperatures and humidities are written.

extension Temperature: TextQuantity {
    /// Degrees Celsius to a thousandth; the scale is never guessed.
    public static let grammar = QuantityGrammar(
        units: [
            .init(names: ["°c", "c", "℃", "celsius"]),
            .init(names: ["°f", "f", "℉", "fahrenheit"], scale: 1 / 1.8, zero: 32),
        ], symbol: "°C", resolution: 3, accepted: "31C or 88F", isSigned: true)

    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .metric: DecimalText.string(celsius, fractionDigits: 1) + " °C"
        case .us: DecimalText.string(fahrenheit, fractionDigits: 0) + " °F"
        }
    }
}

extension RelativeHumidity: TextQuantity {
    /// Per cent to a thousandth; a bare number from 2 to 100 is in per cent (0.7 could mean 70).
    public static let grammar = QuantityGrammar(
        units: [.init(names: ["%", "percent"])], symbol: "%", resolution: 3, accepted: "70%", bare: 2...100)

    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(percent, fractionDigits: 0) + " %"
    }
}
