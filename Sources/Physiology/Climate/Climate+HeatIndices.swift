// SPDX-License-Identifier: Apache-2.0

import RealModule

/// Indices of heat.
extension Climate {
    /// The wet bulb globe temperature in the open, from air and humidity: 0.567·Ta + 0.393·e + 3.94, with the vapour
    /// pressure e in hPa (Australian Bureau of Meteorology, after ACSM 1984).
    ///
    /// Assumes fair sun and light wind (from memory, not checked against the source): it reads too high at night and
    /// in the shade.
    public var wbgtSun: Temperature {
        let air = airCelsius
        let vapour = humidityPercent / 100 * 6.105 * Double.exp(17.27 * air / (237.7 + air))
        return .celsius(0.567 * air + 0.393 * vapour + 3.94)
    }

    /// The wet bulb globe temperature without sun: 0.7·Tw + 0.3·Ta (ISO 7243, with the psychrometric wet bulb for
    /// the natural one and the air for the globe).
    public var wbgtShade: Temperature { .celsius(0.7 * wetBulb.celsius + 0.3 * airCelsius) }

    /// The wet bulb globe temperature: ``wbgtSun`` in full and partial sun, else ``wbgtShade``.
    public var wbgt: Temperature { sun.isStrong ? wbgtSun : wbgtShade }

    /// How hot it is for exercise, by ``wbgt``.
    public var heatLevel: HeatLevel { HeatLevel(wbgt: wbgt) }

    /// The heat index of the US National Weather Service (Rothfusz 1990, with its two adjustments, and Steadman's
    /// simple form below 80 °F).
    ///
    /// For shade and light wind; meant for 80 °F (27 °C) and above.
    public var heatIndex: Temperature {
        let t = air.isFinite ? Temperature.celsius(airCelsius).fahrenheit : 71.6
        let r = humidityPercent
        let simple = (0.5 * (t + 61 + 1.2 * (t - 68) + 0.094 * r) + t) / 2
        guard simple >= 80 else { return .fahrenheit(simple) }
        let linear = -42.379 + 2.04901523 * t + 10.14333127 * r - 0.22475541 * t * r
        let square = -0.00683783 * t * t - 0.05481717 * r * r
        let mixed = 0.00122874 * t * t * r + 0.00085282 * t * r * r - 0.00000199 * t * t * r * r
        var index = linear + square + mixed
        if r < 13, (80...112).contains(t) {
            index -= (13 - r) / 4 * ((17 - abs(t - 95)) / 17).squareRoot()
        } else if r > 85, (80...87).contains(t) {
            index += (r - 85) / 10 * (87 - t) / 5
        }
        return .fahrenheit(index)
    }

    /// The Canadian humidex (Masterson and Richardson 1979, with the vapour pressure of Rana 2013):
    /// Ta + 5/9·(6.112·10^(7.5·Ta/(237.7 + Ta))·RH/100 − 10).
    ///
    /// Up to 30 no discomfort, from 40 avoid exertion, from 45 dangerous. Meant for 20 °C and above.
    public var humidex: Temperature {
        let air = airCelsius
        let vapour = 6.112 * Double.exp10(7.5 * air / (237.7 + air)) * humidityPercent / 100
        return .celsius(air + 5 / 9 * (vapour - 10))
    }
}
