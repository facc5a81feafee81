// SPDX-License-Identifier: Apache-2.0

/// How much of a drink's volume is alcohol. Canonical unit: per cent by volume.
public struct AlcoholContent: AdditiveQuantity {
    public let canonical: Double
    public init(canonical: Double) { self.canonical = canonical }

    /// Per cent by volume.
    public static func percent(_ value: Double) -> Self { Self(canonical: value) }
    /// Per cent by volume.
    public var percent: Double { canonical }
}
