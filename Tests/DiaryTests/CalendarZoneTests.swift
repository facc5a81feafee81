// SPDX-License-Identifier: Apache-2.0

import Diary
import Foundation
import Physiology
import Testing

/// The rules of a zone of the system's tzdata.
private func zone(_ name: String) throws -> ZoneRules {
    try ZoneRules(tzif: Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")), name: name)
}

private func day(_ text: String) throws -> Day { try #require(Day(text)) }
private func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }
private func instant(_ text: String) throws -> Instant { try #require(Timestamp(text)).instant }

@Suite("Zone rules of the system's tzdata")
struct CalendarZoneTests {
    // The offsets are those Python's zoneinfo gives at noon UTC.
    @Test(
        "each zone stands where it should, from 1900 to 2400",
        arguments: [
            ("Europe/Berlin", [3600, 10800, 3600, 3600, 3600, 7200, 7200, 3600]),
            ("America/New_York", [-18000, -14400, -14400, -18000, -18000, -14400, -14400, -18000]),
            ("Asia/Kolkata", [19270, 23400, 19800, 19800, 19800, 19800, 19800, 19800]),
            ("Australia/Lord_Howe", [36000, 36000, 36000, 39600, 39600, 37800, 37800, 39600]),
            ("Pacific/Apia", [-41216, -41400, -39600, -36000, 46800, 46800, 46800, 46800]),
            ("Africa/Casablanca", [-1820, 3600, 0, 0, 0, 3600, 3600, 3600]),
            ("America/St_Johns", [-12652, -9000, -9000, -12600, -12600, -9000, -9000, -12600]),
            ("Europe/Dublin", [-1521, 3600, 3600, 0, 0, 3600, 3600, 0]),
        ])
    func offsets(name: String, expected: [Int32]) throws {
        let days = [
            "1900-01-01", "1945-07-01", "1975-07-01", "2011-12-29", "2026-03-01", "2026-07-15", "2400-07-15",
            "2400-01-15",
        ]
        let rules = try zone(name)
        #expect(try days.map { rules.offset(at: try instant("\($0)T12:00:00Z")).seconds } == expected)
        #expect(rules.offset(at: Instant(seconds: 0)).zone == name)
    }

    @Test(
        "a time that spring skips is the first instant after the gap",
        arguments: [
            ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", "01:59:59", "2026-03-29T00:59:59Z"),
            ("America/New_York", "2026-03-08", "02:15", "2026-03-08T07:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z"),
            ("America/St_Johns", "2026-03-08", "02:59", "2026-03-08T05:30:00Z"),
            ("Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22T02:00:00Z"),
            ("Europe/Berlin", "2399-03-28", "02:30", "2399-03-28T01:00:00Z"),
        ])
    func gap(name: String, on: String, at: String, expected: String) throws {
        #expect(try zone(name).instant(of: time(at), on: day(on)) == instant(expected))
    }

    @Test(
        "a time that autumn repeats is the first of the two",
        arguments: [
            ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"),
            ("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
            ("Europe/Berlin", "2026-10-25", "02:00", "2026-10-25T00:00:00Z"),
            ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z"),
            ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z"),
            ("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30:00Z"),
            ("Europe/Dublin", "2399-10-31", "01:30", "2399-10-31T00:30:00Z"),
        ])
    func repeated(name: String, on: String, at: String, expected: String) throws {
        #expect(try zone(name).instant(of: time(at), on: day(on)) == instant(expected))
    }

    @Test("Samoa went to bed on a Thursday and woke on a Saturday")
    func skippedDay() throws {
        let apia = try zone("Pacific/Apia")
        let midnight = try instant("2011-12-30T10:00:00Z")
        #expect(apia.day(of: midnight - .microseconds(1)).text == "2011-12-29")
        #expect(apia.weekday(of: midnight - .seconds(1)) == .thursday)
        #expect(apia.day(of: midnight).text == "2011-12-31")
        #expect(apia.weekday(of: midnight) == .saturday)
        #expect(try apia.instant(of: time("14:30"), on: day("2011-12-30")) == midnight)
        #expect(try apia.instant(of: .midnight, on: day("2011-12-31")) == midnight)
        #expect(apia.nextChange(after: midnight - .seconds(1)) == midnight)
    }

    @Test("the next turn of the clocks is found, in the table and by the rule after it")
    func nextChange() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(try berlin.nextChange(after: instant("2026-07-01T00:00:00Z")) == instant("2026-10-25T01:00:00Z"))
        #expect(try berlin.nextChange(after: instant("2026-10-25T01:00:00Z")) == instant("2027-03-28T01:00:00Z"))
        #expect(try berlin.nextChange(after: instant("2399-12-31T00:00:00Z")) == instant("2400-03-26T01:00:00Z"))
        #expect(try zone("Asia/Kolkata").nextChange(after: instant("2026-01-01T00:00:00Z")) == nil)
    }

    @Test("an instant near any turn of a century comes back through its own wall clock")
    func thereAndBack() throws {
        for name in ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns"] {
            let rules = try zone(name)
            let end = try instant("2060-01-01T00:00:00Z")
            var turn = try instant("1960-01-01T00:00:00Z")
            var turns = 0
            while let next = rules.nextChange(after: turn), next < end {
                turn = next
                turns += 1
                for minutes in stride(from: -240, through: 240, by: 15) {
                    let at = turn + .minutes(minutes)
                    let back = rules.instant(of: rules.localTime(of: at), on: rules.day(of: at))
                    // Only the second of two equal wall times may differ: it comes back as the first.
                    let isFirstOfTwo =
                        back < turn && turn <= at && back.duration(to: at) <= .hours(2)
                        && rules.localTime(of: back) == rules.localTime(of: at)
                    if back != at && !isFirstOfTwo {
                        Issue.record("\(name): \(at.seconds) came back as \(back.seconds)")
                    }
                }
            }
            #expect(turns > 90, "\(name)")
        }
    }

    @Test("instants and days at the ends of the range are answered, not trapped on")
    func extremes() throws {
        for rules in [try zone("Europe/Berlin"), .utc] {
            #expect(rules.day(of: .distantPast) < rules.day(of: .distantFuture))
            #expect(rules.instant(of: .midnight, on: Day(number: .max)) == .distantFuture)
            #expect(rules.instant(of: .midnight, on: Day(number: .min)) == .distantPast)
            #expect(rules.offset(at: .distantFuture).seconds >= 0)
        }
    }
}

@Suite("Zones as POSIX writes them")
struct CalendarPosixZoneTests {
    private func offset(_ posix: String, _ text: String) throws -> Int32 {
        try ZoneRules(posix: posix, name: posix).offset(at: instant(text)).seconds
    }

    @Test(
        "offsets by rule, on either side of the turn",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3600),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3600),
            // Southern: summer spans the new year.
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z", 39600),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-04-04T15:00:00Z", 37800),
            // Negative times: a turn on the evening before.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
            // Times past a day: the Sunday after the fourth Thursday.
            ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", 7200),
            ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10800),
            // Winter time as a negative summer time.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3600),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-01T00:00:00Z", 0),
            // Summer all year long.
            ("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", -14400),
            ("XXX3EDT4,0/0,J365/23", "2025-12-31T23:30:00Z", -14400),
            // Day 60 is March 1 with J, in a leap year February 29 without.
            ("AAA0BBB,J60/0,J300/0", "2024-02-29T12:00:00Z", 0),
            ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", 3600),
            ("AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", 3600),
            ("AAA0BBB,59/0,300/0", "2024-02-28T23:59:59Z", 0),
            ("<+03>-3", "2026-07-01T00:00:00Z", 10800),
            ("UTC0", "2026-07-01T00:00:00Z", 0),
            // Without rules, those of the United States.
            ("EST5EDT", "2026-03-08T07:00:00Z", -14400),
            ("EST5EDT", "2026-11-01T06:00:00Z", -18000),
        ])
    func rules(posix: String, at: String, expected: Int32) throws {
        #expect(try offset(posix, at) == expected)
    }

    @Test("summer all year long has no turns and no gaps")
    func allYearSummer() throws {
        let rules = try ZoneRules(posix: "XXX3EDT4,0/0,J365/23", name: "x")
        #expect(try rules.nextChange(after: instant("2026-07-01T00:00:00Z")) == nil)
        #expect(try rules.instant(of: time("23:30"), on: day("2025-12-31")) == instant("2026-01-01T03:30:00Z"))
        #expect(try rules.instant(of: time("22:30"), on: day("2025-12-31")) == instant("2026-01-01T02:30:00Z"))
    }

    @Test(
        "a rule that is none is refused with its text",
        arguments: [
            "", "C1", "CET", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
            "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/168", "CET-25", "<+03-3", "<>3", "CET-1:60",
            "CET-1CEST,J0,J366", "CET-1CEST,366,1", "CET-1CEST,M3.5.0,M10.5.0 ", "CET-99999999999999999999",
        ])
    func badRules(posix: String) {
        #expect(throws: ZoneError.badRule(posix)) { try ZoneRules(posix: posix, name: "") }
    }
}

@Suite("Damaged zone files")
struct CalendarTZifTests {
    private func berlin() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
    }

    @Test("a file of the first version, without a footer, keeps its last offset")
    func versionOne() throws {
        var bytes = try berlin()
        bytes[4] = 0
        let rules = try ZoneRules(tzif: bytes, name: "old")
        #expect(try rules.offset(at: instant("2030-07-15T12:00:00Z")).seconds >= 3600)
        #expect(try rules.nextChange(after: instant("2100-01-01T00:00:00Z")) == nil)
    }

    @Test("what is no TZif file is refused as that")
    func notTZif() {
        #expect(throws: ZoneError.notTZif) { try ZoneRules(tzif: [], name: "") }
        #expect(throws: ZoneError.notTZif) {
            try ZoneRules(tzif: Array("TZjf2 and so on, at some length, 44 bytes and".utf8), name: "")
        }
    }

    @Test("a file cut anywhere is refused")
    func truncated() throws {
        let bytes = try berlin()
        for length in 0..<bytes.count {
            #expect(throws: ZoneError.self) { try ZoneRules(tzif: bytes.prefix(length), name: "") }
        }
    }

    @Test("a file with random bytes changed is refused or answers, and never traps")
    func mutated() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix(state: seed)
        let original = try berlin()
        let probes = try ["1900-01-01", "2026-03-29", "2400-07-15"].map { try instant("\($0)T00:59:59Z") }
        var refused = 0
        for _ in 0..<3000 {
            var bytes = original
            // Most of the damage goes where the counts, the version and the footer are.
            let second = original.count - 60
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index =
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: Int.random(in: 0..<44, using: &random)
                    case 1: Int.random(in: second..<original.count, using: &random)
                    default: Int.random(in: 0..<original.count, using: &random)
                    }
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            guard let rules = try? ZoneRules(tzif: bytes, name: "mutant") else {
                refused += 1
                continue
            }
            for probe in probes + [.distantPast, .distantFuture] {
                let offset = rules.offset(at: probe).seconds
                let back = rules.instant(of: rules.localTime(of: probe), on: rules.day(of: probe))
                if abs(offset) > 93_599 || (back > probe && probe != .distantPast) {
                    Issue.record("seed \(seed): offset \(offset), \(probe.seconds) came back as \(back.seconds)")
                }
                _ = rules.nextChange(after: probe)
            }
        }
        #expect(refused > 100 && refused < 2900, "seed \(seed)")
    }
}

/// A small generator with a seed, so that a failure can be seen again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
