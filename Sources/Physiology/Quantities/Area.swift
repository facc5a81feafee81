// SPDX-License-Identifier: Apache-2.0

/// An area. Canonical unit: square metre.
public struct Area: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Square metres.
    public static func squareMeters(_ value: Double) -> Self { Self(canonical: value) }
    /// Square metres.
    public var squareMeters: Double { canonical }
}
