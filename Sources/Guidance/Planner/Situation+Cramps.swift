// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Words that several guidelines share.
extension Situation {
    /// The cramps of the stretch of `length` that ends now.
    func cramps(within length: Duration) -> [Recollection.CrampLogged] {
        recollection.cramps.filter { $0.at <= at && at - $0.at < length }
    }

    /// At least three cramps in the last 14 days.
    var crampsRecur: Bool { recollection.cramps.count >= 3 && cramps(within: .days(14)).count >= 3 }

    /// Whether `instant` lies between bed and wake, however long ago that was.
    func isNight(at instant: Instant) -> Bool {
        let circumstances = timeline.circumstances
        return circumstances.rhythm.wakingDays(touching: instant...instant, in: circumstances.zone)
            .contains { $0.contains(instant) && $0.isNight(at: instant) }
    }

    /// Whether a leg was injured within the last two days: no massage.
    var isInjured: Bool { recollection.injuries.contains { $0 <= at && at - $0 < .hours(48) } }

    /// Heat, cold and pinching are left out where skin may not feel them or heals badly.
    var allowsHeatAndCold: Bool { configuration.health.cramp.isDisjoint(with: [.diabetes, .nerves, .circulation]) }

    /// The workout that was going on at `instant`.
    func workout(during instant: Instant) -> WorkoutSpan? {
        timeline.workouts.last { $0.status != .planned && $0.start <= instant && instant <= $0.end }
    }

    /// A workout has just begun for this long.
    static let justBegun = Duration.minutes(30)

    /// The workout that has just begun, else the one that is planned next.
    var startedOrPlanned: WorkoutSpan? {
        if let workout, at - workout.start < Self.justBegun { return workout }
        return nextPlanned
    }

    /// The calendar days before now, at most `count`, today's first, on which a hard workout began.
    func hardDays(within count: Int) -> Set<Int> {
        let zone = timeline.circumstances.zone
        let today = zone.day(of: at).number
        let hard = timeline.workouts.lazy.filter { [body, at] in
            $0.status != .planned && $0.start <= at && $0.isHard(for: body)
        }
        return Set(hard.map { today - zone.day(of: $0.start).number }.filter { $0 < count })
    }

    /// On how many days in a row, today or yesterday the last of them, a hard workout began: a cramp at night is about the
    /// days before it.
    var hardDaysInARow: Int {
        let days = hardDays(within: 7)
        let last = days.contains(0) ? 0 : 1
        return (last..<7).prefix(while: days.contains).count
    }

    /// The evening: from three hours before bed until nothing is said any more.
    var isEvening: Bool { day.map { at >= $0.bed - Self.evening && at < $0.bed } ?? false }

    static let evening = Duration.hours(3)
}

extension WorkoutSpan {
    /// MET of 6 or more for 45 min or longer, or sweat of 1 % of body mass.
    func isHard(for body: Body) -> Bool {
        met >= .met(6) && duration >= .minutes(45) || medianSweat.liters >= body.mass.kilograms * 0.01
    }
}
