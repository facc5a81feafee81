// SPDX-License-Identifier: Apache-2.0

/// A rate at which electrolytes are lost or gained. Canonical unit: millimole per hour.
public struct ElectrolyteRate: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Millimoles per hour.
    public static func millimolesPerHour(_ value: Double) -> Self { Self(canonical: value) }
    /// Millimoles per hour.
    public var millimolesPerHour: Double { canonical }
}
