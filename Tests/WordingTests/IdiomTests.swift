// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Wording

@Suite("Numbers as a person would say them")
struct IdiomTests {
    @Test(
        "Estimated volumes",
        arguments: [
            (0.0, "0 ml", "0 fl oz"), (23, "0 ml", "1 fl oz"), (263, "250 ml", "9 fl oz"), (988, "1 l", "35 fl oz"),
            (1234, "1.2 l", "40 fl oz"), (-1234, "-1.2 l", "-40 fl oz"), (.nan, "0 ml", "0 fl oz"),
            (.infinity, "0 ml", "0 fl oz"),
        ])
    func rough(milliliters: Double, metric: String, us: String) {
        #expect(Sample.metric.rough(Volume.milliliters(milliliters)) == metric)
        #expect(Sample.us.rough(Volume.milliliters(milliliters)) == us)
    }

    @Test(
        "A part of a day's drinks",
        arguments: [
            (1250.0, 2000.0, "1.25 of 2 l", "42 of 68 fl oz"), (250, 2000, "250 ml of 2 l", "8 of 68 fl oz"),
            (1250, 0, "1.25 l", "42 fl oz"), (250, 900, "250 of 900 ml", "8 of 30 fl oz"),
        ])
    func share(part: Double, whole: Double, metric: String, us: String) {
        #expect(Sample.metric.share(.milliliters(part), of: .milliliters(whole)) == metric)
        #expect(Sample.us.share(.milliliters(part), of: .milliliters(whole)) == us)
    }

    @Test("Times carry their day unless it is today")
    func times() {
        let now = Sample.at(14)
        #expect(Sample.metric.time(Sample.at(14, 30), now: now) == "14:30")
        #expect(Sample.metric.time(Sample.at(7, 5, day: 16), now: now) == "tomorrow 07:05")
        #expect(Sample.metric.time(Sample.at(22, day: 14), now: now) == "yesterday 22:00")
        #expect(Sample.metric.time(Sample.at(8, day: 18), now: now) == "Thursday 08:00")
        #expect(Sample.metric.time(Sample.at(8, day: 28), now: now) == "2026-06-28 08:00")
        #expect(Sample.metric.about(Sample.at(14, 33), now: now) == "about 14:35")
        #expect(Sample.metric.about(Sample.at(23, 58), now: now) == "tomorrow about 00:00")
        #expect(Sample.metric.when(Sample.at(22, day: 14), now: now) == "yesterday at 22:00")
        #expect(Sample.metric.when(Sample.at(22, day: 1), now: now) == "on 2026-06-01 at 22:00")
        #expect(Sample.metric.span(Sample.at(18), Sample.at(18, 45), now: now) == "18:00 to 18:45")
        #expect(Sample.metric.span(Sample.at(23, 30), Sample.at(0, 15, day: 16), now: now) == "23:30 to 00:15")
    }

    @Test(
        "Lengths of time",
        arguments: [
            (Duration.seconds(20), "0 min", "0 min"), (.minutes(7), "7 min", "7 min"),
            (.minutes(38), "38 min", "40 min"), (.minutes(60), "1 h", "1 h"),
            (.minutes(92), "1 h 32 min", "1 h 30 min"),
            (.hours(47), "47 h", "47 h"), (.days(3), "3 days", "3 days"),
        ])
    func durations(duration: Duration, exact: String, rough: String) {
        #expect(Sample.metric.duration(duration) == exact)
        #expect(Sample.metric.duration(duration, isRough: true) == rough)
    }

    @Test("Text from outside stays on one line and short")
    func quoted() {
        #expect(Quoted.plain("a\u{1b}[31m\nb\u{202e}c") == "a [31m b c")
        #expect(Quoted.plain(String(repeating: "x", count: 500)).count == 61)
    }
}
