// SPDX-License-Identifier: Apache-2.0

/// A rate at which water is lost or gained. Canonical unit: millilitre per hour.
public struct WaterRate: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Millilitres per hour.
    public static func millilitersPerHour(_ value: Double) -> Self { Self(canonical: value) }
    /// Millilitres per hour.
    public var millilitersPerHour: Double { canonical }

    /// Litres per hour.
    public static func litersPerHour(_ value: Double) -> Self { Self(canonical: value * 1000) }
    /// Litres per hour.
    public var litersPerHour: Double { canonical / 1000 }
}
