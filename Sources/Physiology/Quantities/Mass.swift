// SPDX-License-Identifier: Apache-2.0

/// A mass. Canonical unit: kilogram.
public struct Mass: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Kilograms.
    public static func kilograms(_ value: Double) -> Self { Self(canonical: value) }
    /// Kilograms.
    public var kilograms: Double { canonical }

    /// Avoirdupois pounds (0.4536 kg).
    public static func pounds(_ value: Double) -> Self { Self(canonical: value * 0.453_592_37) }
    /// Avoirdupois pounds (0.4536 kg).
    public var pounds: Double { canonical / 0.453_592_37 }
}
