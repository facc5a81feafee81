// SPDX-License-Identifier: Apache-2.0

import RealModule

/// Water in the air.
extension Climate {
    /// The vapour pressure of saturated air: 0.6105·exp(17.27·T/(T + 237.3)) kPa (Tetens, as in ISO 7933:2023).
    ///
    /// Within 0.5 % of ASHRAE and Hardy over 0 to 45 °C. Temperatures are held to -60 to 120 °C.
    public static func saturationPressure(at temperature: Temperature) -> Pressure {
        let celsius = temperature.celsius.isFinite ? min(max(temperature.celsius, -60), 120) : 22
        return .kilopascals(saturation(celsius))
    }

    /// The vapour pressure of the air.
    public var vapourPressure: Pressure { .kilopascals(Self.saturation(airCelsius) * humidityPercent / 100) }

    /// The wet bulb temperature at sea level, after Stull (2011).
    ///
    /// Valid for 5 to 99 % and -20 to 50 °C, with errors from -1 to 0.65 K.
    public var wetBulb: Temperature {
        let (air, humidity) = (airCelsius, humidityPercent)
        let first = air * Double.atan(0.151977 * (humidity + 8.313659).squareRoot())
        let second = Double.atan(air + humidity) - Double.atan(humidity - 1.676331)
        let third = 0.00391838 * humidity * humidity.squareRoot() * Double.atan(0.023101 * humidity)
        return .celsius(first + second + third - 4.686035)
    }

    /// Tetens, in °C and kPa.
    static func saturation(_ celsius: Double) -> Double { 0.6105 * Double.exp(17.27 * celsius / (celsius + 237.3)) }
}
