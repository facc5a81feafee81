// SPDX-License-Identifier: Apache-2.0

/// A power per body surface. Canonical unit: watt per square metre.
public struct HeatFlux: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Watts per square metre.
    public static func wattsPerSquareMeter(_ value: Double) -> Self { Self(canonical: value) }
    /// Watts per square metre.
    public var wattsPerSquareMeter: Double { canonical }
}
