// SPDX-License-Identifier: Apache-2.0

/// A concentration of an electrolyte. Canonical unit: millimole per litre.
public struct Concentration: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Millimoles per litre.
    public static func millimolesPerLiter(_ value: Double) -> Self { Self(canonical: value) }
    /// Millimoles per litre.
    public var millimolesPerLiter: Double { canonical }
}
