// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("Points in time as people and programs write them")
struct CalendarMomentTests {
    private func berlin() throws -> ZoneRules {
        try ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3", name: "Europe/Berlin")
    }
    private func instant(_ text: String) throws -> Instant { try #require(Timestamp(text)).instant }

    @Test(
        "what people type means the instant they mean",
        arguments: [
            ("now", "2026-11-21T15:00:00+01:00"), ("14:30", "2026-11-21T14:30:00+01:00"),
            ("7:05", "2026-11-21T07:05:00+01:00"), ("today 14:30:15", "2026-11-21T14:30:15+01:00"),
            ("yesterday 14:30", "2026-11-20T14:30:00+01:00"), ("Yesterday  14:30 ", "2026-11-20T14:30:00+01:00"),
            ("tomorrow 8:00", "2026-11-22T08:00:00+01:00"), ("2026-10-24 14:30", "2026-10-24T14:30:00+02:00"),
            ("2026-10-24T14:30", "2026-10-24T14:30:00+02:00"), ("2026-11-20T14:30:00+01:00", "2026-11-20T13:30:00Z"),
            ("2026-11-20T14:30:00Z", "2026-11-20T14:30:00Z"), ("30min ago", "2026-11-21T14:30:00+01:00"),
            ("30 minutes ago", "2026-11-21T14:30:00+01:00"), ("1h 30min ago", "2026-11-21T13:30:00+01:00"),
            ("1h30m ago", "2026-11-21T13:30:00+01:00"), ("2d ago", "2026-11-19T15:00:00+01:00"),
            ("in 90s", "2026-11-21T15:01:30+01:00"), ("+2h", "2026-11-21T17:00:00+01:00"),
            ("2026-03-29 02:30", "2026-03-29T03:00:00+02:00"), ("23:00", "2026-11-21T23:00:00+01:00"),
        ])
    func moments(text: String, expected: String) throws {
        let now = try instant("2026-11-21T15:00:00+01:00")
        #expect(try Moment(text).instant(now: now, in: berlin()) == instant(expected))
    }

    @Test(
        "what is no point in time is refused with what was typed and why",
        arguments: [
            ("", MomentError.Reason.empty), ("  ", .empty), ("soon", .unknownForm), ("1430", .unknownForm),
            ("14:30 yesterday", .unknownForm), ("24:00", .notATime), ("yesterday", .notATime),
            ("yesterday noon", .notATime), ("today 14:30 15:30", .notATime), ("2026-11-31 14:30", .notADay),
            ("2026-11-20", .notATime), ("2026-11-20 25:00", .notATime), ("20-11-2026 14:30", .notADay),
            ("ago", .notADuration), ("-5min ago", .notADuration), ("30 ago", .notADuration),
            ("nan min ago", .notADuration), ("0x10min ago", .notADuration), ("9999999999h ago", .notADuration),
            ("in", .notADuration), ("in 2 weeks", .notADuration), ("2026-11-20T14:30:00+24:00", .notATime),
        ])
    func badMoments(text: String, reason: MomentError.Reason) {
        #expect(throws: MomentError(input: text, reason: reason)) { try Moment(text) }
    }

    @Test("the examples shown to people are accepted")
    func examples() {
        for example in Moment.examples { #expect(throws: Never.self) { try Moment(example) } }
    }

    @Test(
        "a timestamp is written as it was read",
        arguments: [
            "2026-11-20T14:30:00+01:00", "2026-11-20T14:30:00Z", "1969-12-31T23:59:59.999999Z",
            "2026-11-20T14:30:00.5-03:30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
            "2026-11-20T14:30:00.000001+05:45", "2026-11-20T00:15:00-00:30",
        ])
    func timestamps(text: String) throws {
        let read = try #require(Timestamp(text))
        let written = Timestamp(read.instant, at: LocalOffset(seconds: Int32(read.offsetMinutes * 60), zone: "x"))
        #expect(written.text == text)
        #expect(written == read)
    }

    @Test("digits finer than a microsecond are dropped, other spellings understood")
    func timestampSpellings() throws {
        #expect(try instant("2026-11-20 14:30:00.1234567Z") == instant("2026-11-20t14:30:00.123456z"))
        #expect(try instant("2026-11-20T14:30:00.25+00:00").microseconds % 1_000_000 == 250_000)
    }

    @Test("seconds of an old offset are left out of the offset, not out of the instant")
    func oldOffset() throws {
        let amsterdam = LocalOffset(seconds: 1172, zone: "Europe/Amsterdam")
        let at = Instant(seconds: -2_000_000_000)
        let text = Timestamp(at, at: amsterdam).text
        #expect(text == "1906-08-16T20:45:40+00:19")
        #expect(try instant(text) == at)
    }

    @Test(
        "what is no timestamp is not read",
        arguments: [
            "", "2026-11-20", "2026-11-20T14:30:00", "2026-11-20T14:30:00+0100", "2026-11-20T14:30:00+1:00",
            "2026-11-20T14:30:60Z", "2026-11-20T14:30:00.Z", "2026-11-20T14:30:00ZZ", "2026-02-30T14:30:00Z",
            "2026-11-20T14:30:00.0000000000000000001Z", "2026-11-20T14:30:00+01:60",
        ])
    func badTimestamps(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
