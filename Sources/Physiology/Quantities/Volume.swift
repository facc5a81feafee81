// SPDX-License-Identifier: Apache-2.0

/// A volume of liquid. Canonical unit: millilitre.
public struct Volume: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Millilitres.
    public static func milliliters(_ value: Double) -> Self { Self(canonical: value) }
    /// Millilitres.
    public var milliliters: Double { canonical }

    /// Litres.
    public static func liters(_ value: Double) -> Self { Self(canonical: value * 1000) }
    /// Litres.
    public var liters: Double { canonical / 1000 }

    /// US fluid ounces (29.57 ml).
    public static func fluidOunces(_ value: Double) -> Self { Self(canonical: value * 29.573_529_562_5) }
    /// US fluid ounces (29.57 ml).
    public var fluidOunces: Double { canonical / 29.573_529_562_5 }

    /// US cups of eight fluid ounces (236.6 ml).
    public static func cups(_ value: Double) -> Self { Self(canonical: value * 236.588_236_5) }
    /// US cups of eight fluid ounces (236.6 ml).
    public var cups: Double { canonical / 236.588_236_5 }
}
