// SPDX-License-Identifier: Apache-2.0

// How computed rates are shown; nobody types them.

extension WaterRate {
    /// Litres, or US fluid ounces, per hour.
    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .metric: DecimalText.string(litersPerHour, fractionDigits: 2) + " l/h"
        case .us: DecimalText.string(Volume.milliliters(millilitersPerHour).fluidOunces, fractionDigits: 0) + " fl oz/h"
        }
    }
}

extension ElectrolyteRate {
    /// Millimoles per hour.
    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(millimolesPerHour, fractionDigits: 0) + " mmol/h"
    }
}

extension HeatFlux {
    /// Watts per square metre.
    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(wattsPerSquareMeter, fractionDigits: 0) + " W/m²"
    }
}

extension Area {
    /// Square metres.
    public func formatted(_ system: UnitSystem) -> String {
        DecimalText.string(squareMeters, fractionDigits: 2) + " m²"
    }
}
