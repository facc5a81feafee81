// SPDX-License-Identifier: Apache-2.0

/// A point in time: microseconds of UTC since 1970, as the diary, the bus and the event loop count them.
public struct Instant: Hashable, Comparable, Sendable, InstantProtocol {
    /// Microseconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// The instant `seconds` after 1970-01-01T00:00:00Z, held at the ends of the range.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        microseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// Whole seconds since 1970, rounded towards the past.
    public var seconds: Int64 {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.microseconds < rhs.microseconds }

    public func advanced(by duration: Duration) -> Self {
        Self(microseconds: microseconds.addingClamped(duration.microseconds))
    }

    public func duration(to other: Self) -> Duration {
        .microseconds(other.microseconds.subtractingClamped(microseconds))
    }

    public static func + (lhs: Self, rhs: Duration) -> Self { lhs.advanced(by: rhs) }
    public static func - (lhs: Self, rhs: Duration) -> Self { lhs.advanced(by: .zero - rhs) }
    public static func - (lhs: Self, rhs: Self) -> Duration { rhs.duration(to: lhs) }

    /// Hours from `earlier` to this instant, as the balance counts them; negative if `earlier` is later.
    public func hours(since earlier: Self) -> Double {
        Double(microseconds.subtractingClamped(earlier.microseconds)) / 3_600_000_000
    }

    /// The first whole microsecond at or after `hours` from this instant.
    ///
    /// Rounding up matters: a timer armed for a threshold must find it reached, not a microsecond away.
    public func advanced(byHours hours: Double) -> Self {
        let delta = (hours * 3_600_000_000).rounded(.up)
        guard delta.magnitude < 9e18 else { return delta < 0 ? .distantPast : .distantFuture }
        return Self(microseconds: microseconds.addingClamped(Int64(delta)))
    }

    /// Before everything anybody logs.
    public static let distantPast = Self(microseconds: .min)
    /// After everything anybody plans.
    public static let distantFuture = Self(microseconds: .max)
}

extension Int64 {
    /// The sum, held at the ends of the range: extreme input must never trap.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, held at the ends of the range.
    fileprivate func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}

extension Duration {
    /// Whole minutes.
    public static func minutes(_ value: some BinaryInteger) -> Duration { .seconds(Int64(value) * 60) }
    /// Whole hours.
    public static func hours(_ value: some BinaryInteger) -> Duration { .seconds(Int64(value) * 3600) }
    /// Whole days of 24 hours.
    public static func days(_ value: some BinaryInteger) -> Duration { .seconds(Int64(value) * 86400) }

    /// Whole microseconds, held at the ends of the range.
    public var microseconds: Int64 {
        Int64(clamping: attoseconds / 1_000_000_000_000)
    }

    /// The duration in hours, as the balance counts them.
    public var hours: Double { Double(microseconds) / 3_600_000_000 }
    /// The duration in minutes.
    public var minutes: Double { Double(microseconds) / 60_000_000 }
}
