// SPDX-License-Identifier: Apache-2.0

import Physiology

/// A zone's clocks over a stretch of days: as exact as the zone's rules, and cheap where nobody turns them.
struct WallClock {
    private let zone: ZoneRules
    /// Seconds east of UTC, if they stay the same all the while.
    private let steadyOffset: Int64?

    /// The clocks of `zone` on every day that touches the stretch from `start` to `end`.
    init(_ zone: ZoneRules, from start: Instant, to end: Instant) {
        self.zone = zone
        // A local time may lie a day away from the day's own span of UTC.
        let change = zone.nextChange(after: start - .days(3))
        let isSteady = change.map { $0 > end + .days(3) } ?? true
        steadyOffset = isSteady ? Int64(zone.offset(at: start).seconds) : nil
    }

    /// When the clocks show `time` on `day`.
    func instant(of time: LocalTime, on day: Day) -> Instant {
        guard let steadyOffset else { return zone.instant(of: time, on: day) }
        return Instant(seconds: Int64(day.number) * 86400 + Int64(time.seconds) - steadyOffset)
    }
}
