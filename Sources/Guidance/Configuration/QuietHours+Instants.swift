// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

extension QuietHours {
    /// Whether `instant` lies in a quiet stretch or on a quiet day.
    func contains(_ instant: Instant, in zone: ZoneRules) -> Bool {
        guard !isEmpty else { return false }
        if days.contains(zone.weekday(of: instant)) { return true }
        let time = zone.localTime(of: instant)
        return stretches.contains { stretch in
            stretch.from < stretch.to
                ? stretch.from <= time && time < stretch.to : stretch.from <= time || time < stretch.to
        }
    }

    /// The instants around `wakingDays` at which quiet begins or ends.
    func edges(of wakingDays: [WakingDay], in zone: ZoneRules) -> [Instant] {
        guard !isEmpty else { return [] }
        let times = [LocalTime(seconds: 0)] + stretches.flatMap { [$0.from, $0.to] }
        return wakingDays.flatMap { day in times.map { zone.instant(of: $0, on: day.day) } }
    }

    private var isEmpty: Bool { stretches.isEmpty && days.isEmpty }
}
