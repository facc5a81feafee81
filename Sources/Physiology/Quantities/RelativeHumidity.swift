// SPDX-License-Identifier: Apache-2.0

/// A relative humidity, 0 to 100. Canonical unit: per cent.
public struct RelativeHumidity: Quantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Per cent.
    public static func percent(_ value: Double) -> Self { Self(canonical: value) }
    /// Per cent.
    public var percent: Double { canonical }
}
