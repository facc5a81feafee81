// SPDX-License-Identifier: Apache-2.0

/// A physical quantity: one finite number in one canonical unit that only its own type knows.
///
/// A quantity never travels as a bare number through a function's door. The canonical unit stands in
/// each type's own documentation.
public protocol Quantity: Hashable, Comparable, Sendable {
    /// The number in the type's canonical unit.
    var canonical: Double { get }

    /// A quantity of `canonical` of the type's canonical unit.
    init(canonical: Double)
}

extension Quantity {
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.canonical < rhs.canonical }
    // Spelled out, since the ones that Comparable derives call an undefined number equal to everything.
    public static func <= (lhs: Self, rhs: Self) -> Bool { lhs.canonical <= rhs.canonical }
    public static func > (lhs: Self, rhs: Self) -> Bool { lhs.canonical > rhs.canonical }
    public static func >= (lhs: Self, rhs: Self) -> Bool { lhs.canonical >= rhs.canonical }

    /// Whether the number is neither infinite nor undefined.
    public var isFinite: Bool { canonical.isFinite }

    /// The quantity moved into `range`.
    public func clamped(to range: ClosedRange<Self>) -> Self {
        min(max(self, range.lowerBound), range.upperBound)
    }
}

/// A quantity whose sums and multiples mean something: two volumes add up, two temperatures do not.
public protocol AdditiveQuantity: Quantity, AdditiveArithmetic {}

extension AdditiveQuantity {
    public static var zero: Self { Self(canonical: 0) }
    public static func + (lhs: Self, rhs: Self) -> Self { Self(canonical: lhs.canonical + rhs.canonical) }
    public static func - (lhs: Self, rhs: Self) -> Self { Self(canonical: lhs.canonical - rhs.canonical) }
    public static func * (lhs: Self, rhs: Double) -> Self { Self(canonical: lhs.canonical * rhs) }
    public static func * (lhs: Double, rhs: Self) -> Self { Self(canonical: lhs * rhs.canonical) }
    public static func / (lhs: Self, rhs: Double) -> Self { Self(canonical: lhs.canonical / rhs) }
    public static func / (lhs: Self, rhs: Self) -> Double { lhs.canonical / rhs.canonical }
    public static prefix func - (operand: Self) -> Self { Self(canonical: -operand.canonical) }

    /// The largest multiple of `step` that is not above the quantity.
    public func roundedDown(to step: Self) -> Self {
        // The small margin keeps 300 ml, computed as 299.9999999, from becoming 250 ml.
        Self(canonical: ((canonical / step.canonical) + 1e-9).rounded(.down) * step.canonical)
    }

    /// The multiple of `step` nearest to the quantity.
    public func rounded(to step: Self) -> Self {
        Self(canonical: (canonical / step.canonical).rounded() * step.canonical)
    }
}
