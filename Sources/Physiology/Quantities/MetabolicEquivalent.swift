// SPDX-License-Identifier: Apache-2.0

/// An intensity of activity as a multiple of rest. Canonical unit: MET of the Compendium (3.5 ml O₂ per kg and minute).
public struct MetabolicEquivalent: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Multiples of rest.
    public static func met(_ value: Double) -> Self { Self(canonical: value) }
    /// Multiples of rest.
    public var met: Double { canonical }
}
