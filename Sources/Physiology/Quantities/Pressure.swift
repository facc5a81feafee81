// SPDX-License-Identifier: Apache-2.0

/// A (vapour) pressure. Canonical unit: kilopascal.
public struct Pressure: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Kilopascals.
    public static func kilopascals(_ value: Double) -> Self { Self(canonical: value) }
    /// Kilopascals.
    public var kilopascals: Double { canonical }
}
