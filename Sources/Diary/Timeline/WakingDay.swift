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

    /// Whether `instant` lies between going to bed and getting up.
    public func isNight(at instant: Instant) -> Bool { bed <= instant && instant < nextWake }
}

extension DailyRhythm {
    /// The waking days that touch `range`, in order and without gaps.
    public func wakingDays(touching range: ClosedRange<Instant>, in zone: ZoneRules) -> [WakingDay] {
        let clock = WallClock(zone, from: range.lowerBound, to: range.upperBound)
        // Getting up may lie on either side of midnight, so begin a day early and end a day late.
        let last = zone.day(of: range.upperBound).advanced(by: 1)
        var day = zone.day(of: range.lowerBound).advanced(by: -1)
        var wake = clock.instant(of: wakeTime(on: day), on: day)
        var days: [WakingDay] = []
        while day <= last {
            let next = day.advanced(by: 1)
            let nextWake = clock.instant(of: wakeTime(on: next), on: next)
            if nextWake > range.lowerBound, wake <= range.upperBound {
                let bedTime = bedTime(on: day)
                let bed = clock.instant(of: bedTime, on: bedTime > wakeTime(on: day) ? day : next)
                days.append(WakingDay(day: day, wake: wake, bed: min(max(bed, wake), nextWake), nextWake: nextWake))
            }
            (day, wake) = (next, nextWake)
        }
        return days
    }

    private func wakeTime(on day: Day) -> LocalTime { day.weekday.isWeekend ? weekendWake ?? wake : wake }

    /// The bedtime at the end of the waking day that begins on `day`: Friday night is no weekend night, even after
    /// midnight.
    private func bedTime(on day: Day) -> LocalTime { day.weekday.isWeekend ? weekendBed ?? bed : bed }
}
