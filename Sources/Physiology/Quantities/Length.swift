// SPDX-License-Identifier: Apache-2.0

/// A length or height. Canonical unit: metre.
public struct Length: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Metres.
    public static func meters(_ value: Double) -> Self { Self(canonical: value) }
    /// Metres.
    public var meters: Double { canonical }

    /// Centimetres.
    public static func centimeters(_ value: Double) -> Self { Self(canonical: value * 0.01) }
    /// Centimetres.
    public var centimeters: Double { canonical / 0.01 }

    /// Inches (2.54 cm).
    public static func inches(_ value: Double) -> Self { Self(canonical: value * 0.0254) }
    /// Inches (2.54 cm).
    public var inches: Double { canonical / 0.0254 }
}
