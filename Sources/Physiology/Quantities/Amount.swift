// SPDX-License-Identifier: Apache-2.0

/// An amount of electrolytes, sodium and potassium together unless said otherwise. Canonical unit: millimole.
public struct Amount: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Millimoles.
    public static func millimoles(_ value: Double) -> Self { Self(canonical: value) }
    /// Millimoles.
    public var millimoles: Double { canonical }
}
