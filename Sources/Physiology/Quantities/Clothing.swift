// SPDX-License-Identifier: Apache-2.0

/// The thermal insulation of clothing. Canonical unit: clo (0.155 m²K/W).
public struct Clothing: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Clo.
    public static func clo(_ value: Double) -> Self { Self(canonical: value) }
    /// Clo.
    public var clo: Double { canonical }
}
