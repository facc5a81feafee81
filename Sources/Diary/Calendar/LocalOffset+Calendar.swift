// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// What the calendar and the clock on the wall show at an offset: past entries keep theirs.
extension LocalOffset {
    /// The day it is at `instant`.
    public func day(of instant: Instant) -> Day { Day(number: Int(wallSeconds(at: instant).quotient(86400))) }

    /// The time of the day at `instant`, in whole seconds.
    public func localTime(of instant: Instant) -> LocalTime {
        let seconds = wallSeconds(at: instant)
        return LocalTime(seconds: Int(seconds - seconds.quotient(86400) * 86400))
    }

    /// Seconds from 1970-01-01T00:00 on the wall clock.
    private func wallSeconds(at instant: Instant) -> Int64 { instant.wholeSeconds + Int64(seconds) }
}
