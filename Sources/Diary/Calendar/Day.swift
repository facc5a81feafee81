// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, without a zone.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// The day of a date; nil when the calendar has no such day or `year` is outside -9999 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (-9999...9999).contains(year), (1...12).contains(month),
            (1...Day.count(ofMonth: month, inYear: year)).contains(day)
        else { return nil }
        self = Day(firstOf: month, in: year).advanced(by: day - 1)
    }

    /// Reads "2026-11-21"; nil when it is anything else or no day of the calendar.
    public init?(_ text: some StringProtocol) {
        var cursor = Cursor(text)
        guard let day = Day(&cursor), cursor.isAtEnd else { return nil }
        self = day
    }

    /// Reads a date where `cursor` stands.
    init?(_ cursor: inout Cursor) {
        guard let year = cursor.number(digits: 4...4), cursor.accept("-"),
            let month = cursor.number(digits: 2...2), cursor.accept("-"),
            let day = cursor.number(digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The first day of a month, 1 to 12, without asking whether `year` is a sensible one.
    init(firstOf month: Int, in year: Int) {
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = shifted.quotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var date: (year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let shifted = number + 719_468
        let era = shifted.quotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    public var year: Int { date.year }
    public var month: Int { date.month }
    public var day: Int { date.day }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let sinceMonday = number + 3
        return Weekday(sinceMonday: sinceMonday - sinceMonday.quotient(7) * 7)
    }

    /// The date as ISO 8601 writes it, such as "2026-11-21".
    public var text: String {
        let (year, month, day) = date
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    public static func isLeap(year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// How many days a month, 1 to 12, has.
    static func count(ofMonth month: Int, inYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }

    public func advanced(by days: Int) -> Day { Day(number: number + days) }
}

extension FixedWidthInteger {
    /// The quotient rounded towards the past, as calendars need it; `divisor` is positive.
    func quotient(_ divisor: Self) -> Self { self / divisor - (self % divisor < 0 ? 1 : 0) }
}
