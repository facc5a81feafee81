// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Glibc
import Physiology

/// The now and here of whoever types: what a bare "14:30" is read and written against.
struct Place {
    let now: Instant
    let zone: ZoneRules

    init(now: Instant = .present, zone: ZoneRules = LocalZone.current()) {
        self.now = now
        self.zone = zone
    }

    /// The instant of a moment as people type it.
    func instant(_ text: String) throws -> Instant { try moment(text).instant(now: now, in: zone) }

    /// The same for an option that may be left out; nil is now.
    func instant(_ text: String?) throws -> Instant? { try text.map(instant) }

    func moment(_ text: String) throws -> Moment {
        do throws(MomentError) {
            return try Moment(NegativeNumbers.restore(text))
        } catch {
            throw InputError(error)
        }
    }

    /// The instant of "14:30" that is yet to come, be it tomorrow's.
    func coming(_ text: String) throws -> Instant {
        let moment = try moment(text)
        let instant = moment.instant(now: now, in: zone)
        if case .clock(let time, daysFromToday: 0) = moment, instant <= now {
            return Moment.clock(time, daysFromToday: 1).instant(now: now, in: zone)
        }
        return instant
    }

    var startOfToday: Instant { startOfDay(daysFromToday: 0) }

    func startOfDay(daysFromToday days: Int) -> Instant {
        zone.instant(of: .midnight, on: zone.day(of: now).advanced(by: days))
    }
}

extension Instant {
    /// The present by the system's clock.
    static var present: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
