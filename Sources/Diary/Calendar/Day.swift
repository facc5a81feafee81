// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, without a zone.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = number }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }

    public func advanced(by days: Int) -> Day { Day(number: number + days) }
}

/// A time on a wall clock, without a day.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Seconds since midnight, 0 to 86,399.
    public let seconds: Int

    /// `seconds` since midnight; whole days are dropped.
    public init(seconds: Int) { self.seconds = ((seconds % 86400) + 86400) % 86400 }

    public init(hour: Int, minute: Int = 0) { self.init(seconds: hour * 3600 + minute * 60) }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.seconds < rhs.seconds }
}
