// SPDX-License-Identifier: Apache-2.0

/// A speed. Canonical unit: metre per second.
public struct Speed: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Metres per second.
    public static func metersPerSecond(_ value: Double) -> Self { Self(canonical: value) }
    /// Metres per second.
    public var metersPerSecond: Double { canonical }

    /// Kilometres per hour.
    public static func kilometersPerHour(_ value: Double) -> Self { Self(canonical: value * (1 / 3.6)) }
    /// Kilometres per hour.
    public var kilometersPerHour: Double { canonical / (1 / 3.6) }

    /// Statute miles per hour.
    public static func milesPerHour(_ value: Double) -> Self { Self(canonical: value * 0.447_04) }
    /// Statute miles per hour.
    public var milesPerHour: Double { canonical / 0.447_04 }
}
