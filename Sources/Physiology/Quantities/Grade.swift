// SPDX-License-Identifier: Apache-2.0

/// How steep the ground is, below zero downhill. Canonical unit: per cent (rise over horizontal distance).
public struct Grade: Quantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Per cent.
    public static func percent(_ value: Double) -> Self { Self(canonical: value) }
    /// Per cent.
    public var percent: Double { canonical }

    /// As rise over distance, 0.05 for 5 %.
    public var fraction: Double { canonical / 100 }
}
