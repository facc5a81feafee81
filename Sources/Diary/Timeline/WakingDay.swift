// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// One day of a person: from getting up, through going to bed, to getting up again.
public struct WakingDay: Hashable, Sendable {
    /// The calendar day on which it begins.
    public let day: Day
    public let wake: Instant
    public let bed: Instant
    public let nextWake: Instant

    public func contains(_ instant: Instant) -> Bool { wake <= instant && instant < nextWake }
}

extension DailyRhythm {
    /// The waking days that touch `range`, in order and without gaps.
    public func wakingDays(touching range: ClosedRange<Instant>, in zone: ZoneRules) -> [WakingDay] {
        // Getting up may lie on either side of midnight, so begin a day early and end a day late.
        let first = zone.day(of: range.lowerBound).advanced(by: -1)
        let last = zone.day(of: range.upperBound).advanced(by: 1)
        var wakes: [(day: Day, wake: Instant)] = []
        var day = first
        while day <= last.advanced(by: 1) {
            wakes.append((day, zone.instant(of: wakeTime(on: day), on: day)))
            day = day.advanced(by: 1)
        }
        var days: [WakingDay] = []
        for index in wakes.indices.dropLast() {
            let (day, wake) = wakes[index]
            let nextWake = wakes[index + 1].wake
            let bedTime = bedTime(on: day)
            let bedDay = bedTime > wakeTime(on: day) ? day : day.advanced(by: 1)
            let bed = min(max(zone.instant(of: bedTime, on: bedDay), wake), nextWake)
            guard nextWake > range.lowerBound, wake <= range.upperBound else { continue }
            days.append(WakingDay(day: day, wake: wake, bed: bed, nextWake: nextWake))
        }
        return days
    }

    private func wakeTime(on day: Day) -> LocalTime { day.weekday.isWeekend ? weekendWake ?? wake : wake }
    private func bedTime(on day: Day) -> LocalTime { day.weekday.isWeekend ? weekendBed ?? bed : bed }
}
