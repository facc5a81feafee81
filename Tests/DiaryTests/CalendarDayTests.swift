// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("Days, weekdays and clock times")
struct CalendarDayTests {
    @Test(
        "a day and its date are the same thing",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
            ("1900-03-01", -25_508, .thursday), ("2026-11-21", 20_778, .saturday), ("2400-02-29", 157_113, .tuesday),
            ("0000-03-01", -719_468, .wednesday), ("9999-12-31", 2_932_896, .friday),
        ])
    func dates(text: String, number: Int, weekday: Weekday) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.text == text)
        #expect(day.weekday == weekday)
    }

    @Test("every day of eight centuries follows the one before it in the calendar")
    func everyDay() throws {
        var day = try #require(Day(year: 1600, month: 1, day: 1))
        var weekday = day.weekday
        for year in 1600..<2400 {
            for month in 1...12 {
                let length = [31, Day.isLeap(year: year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
                for number in 1...length {
                    let isRight =
                        day.date == (year, month, number) && day.weekday == weekday
                        && Day(year: year, month: month, day: number) == day
                    // An expectation a day would take longer than the days.
                    if !isRight { Issue.record("\(year)-\(month)-\(number) is \(day.text), a \(day.weekday)") }
                    day = day.advanced(by: 1)
                    weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
                }
                #expect(Day(year: year, month: month, day: length + 1) == nil)
            }
        }
    }

    @Test("a leap day comes every four years, but not in three of four centuries")
    func leapYears() {
        #expect(
            [1900, 2000, 2023, 2024, 2100, 2400].map { Day.isLeap(year: $0) } == [
                false, true, false, true, false, true,
            ])
    }

    @Test(
        "what is no day of the calendar is not read",
        arguments: [
            "", "2026", "2026-11", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "26-11-21",
            "2026-1-1", "2026-11-21 ", " 2026-11-21", "2026/11/21", "2026-11-2x", "+2026-11-21", "٢٠٢٦-11-21",
            "2026-11-211", "99999999999999999999-01-01",
        ])
    func badDays(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "a clock time is read with or without seconds",
        arguments: [
            ("14:30", 52_200, "14:30"), ("7:05", 25_500, "07:05"), ("14:30:15", 52_215, "14:30:15"),
            ("00:00", 0, "00:00"), ("23:59:59", 86_399, "23:59:59"), ("07:05:00", 25_500, "07:05"),
        ])
    func clockTimes(text: String, seconds: Int, shown: String) throws {
        let time = try #require(LocalTime(text))
        #expect(time.seconds == seconds)
        #expect(time.text == shown)
    }

    @Test(
        "what is no time of the day is not read",
        arguments: [
            "", "14", "24:00", "14:60", "14:3", "14:30:60", "14:30:1", "-1:00", "14.30", "14:30 ", "001:00", "2pm",
        ])
    func badClockTimes(text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test("a weekday is read by its name or its first three letters")
    func weekdays() {
        #expect(Weekday("Mon") == .monday)
        #expect(Weekday("SUNDAY") == .sunday)
        #expect(Weekday("Mo") == nil)
        #expect(Weekday("") == nil)
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }

    @Test("an entry's own offset says what day it was, before 1970 too")
    func localOffset() {
        let west = LocalOffset(seconds: -18_000, zone: "America/New_York")
        #expect(west.day(of: Instant(seconds: 0)).text == "1969-12-31")
        #expect(west.localTime(of: Instant(seconds: 0)).text == "19:00")
        #expect(LocalOffset.utc.localTime(of: Instant(microseconds: -1)).text == "23:59:59")
        #expect(LocalOffset.utc.day(of: .distantPast) < LocalOffset.utc.day(of: .distantFuture))
    }
}
