// SPDX-License-Identifier: Apache-2.0

/// A mechanical or metabolic power. Canonical unit: watt.
public struct Power: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Watts.
    public static func watts(_ value: Double) -> Self { Self(canonical: value) }
    /// Watts.
    public var watts: Double { canonical }
}
