// SPDX-License-Identifier: Apache-2.0

/// A temperature. Canonical unit: degree Celsius.
public struct Temperature: Quantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Degrees Celsius.
    public static func celsius(_ value: Double) -> Self { Self(canonical: value) }
    /// Degrees Celsius.
    public var celsius: Double { canonical }

    /// Degrees Fahrenheit.
    public static func fahrenheit(_ value: Double) -> Self { Self(canonical: (value - 32) / 1.8) }
    /// Degrees Fahrenheit.
    public var fahrenheit: Double { canonical * 1.8 + 32 }
}
