// SPDX-License-Identifier: Apache-2.0

/// The climate somebody is in: air, humidity, wind and sun.
public struct Climate: Hashable, Sendable {
    /// The temperature of the air.
    public var air: Temperature
    /// The relative humidity.
    public var humidity: RelativeHumidity
    /// The wind, relative to the ground.
    public var wind: Speed
    /// The sun.
    public var sun: Sun
    /// The mean radiant temperature, if known: it takes the place of what `sun` adds to the air.
    public var radiant: Temperature?

    public init(
        air: Temperature, humidity: RelativeHumidity, wind: Speed = .metersPerSecond(0.2), sun: Sun = .shade,
        radiant: Temperature? = nil
    ) {
        self.air = air
        self.humidity = humidity
        self.wind = wind
        self.sun = sun
        self.radiant = radiant
    }

    /// A room: 22 °C, 50 %, shade, 0.2 m/s.
    public static let indoor = Climate(air: .celsius(22), humidity: .percent(50))

    /// The mean radiant temperature: as given, or that of the air and what the sun adds.
    public var radiantTemperature: Temperature { radiant ?? .celsius(air.celsius + sun.radiantExcess) }
}

/// The climate in numbers that formulas can take, whatever was put in.
extension Climate {
    /// Air temperature in °C, -40 to 60; what is not a number counts as 22.
    var airCelsius: Double { Self.sound(air.celsius, -40...60, otherwise: 22) }
    /// Relative humidity in per cent, 0 to 100; what is not a number counts as 50.
    var humidityPercent: Double { Self.sound(humidity.percent, 0...100, otherwise: 50) }
    /// Mean radiant temperature in °C, -60 to 120; what is not a number counts as the air's.
    var radiantCelsius: Double {
        let otherwise = airCelsius + sun.radiantExcess
        return radiant.map { Self.sound($0.celsius, -60...120, otherwise: otherwise) } ?? otherwise
    }

    private static func sound(_ value: Double, _ range: ClosedRange<Double>, otherwise: Double) -> Double {
        value.isFinite ? min(max(value, range.lowerBound), range.upperBound) : otherwise
    }
}
