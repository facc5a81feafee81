// SPDX-License-Identifier: Apache-2.0

/// A mass dissolved in a volume, as of caffeine. Canonical unit: milligram per litre.
public struct MassConcentration: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Milligrams per litre.
    public static func milligramsPerLiter(_ value: Double) -> Self { Self(canonical: value) }
    /// Milligrams per litre.
    public var milligramsPerLiter: Double { canonical }
}
