// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

extension Timeline {
    /// Whoever has just typed the temperature knows it: nothing is said because of it before this long after, so that a
    /// workout or a drink that is typed next can come first.
    static let noticeOfHeat = Duration.minutes(10)

    /// The free-water deficit at which a drink is proposed at rest at `instant`: that of the body, and while a warm or
    /// hot climate is in force less, from ``noticeOfHeat`` after its beginning on.
    ///
    /// In the heat 0.4 of the thirst forecast instead of a half: water is lost several times as fast, so the same share
    /// is an earlier word by less than half an hour. Never less than the largest drink, unless that of the body is: an
    /// earlier word would only be one with less in it, and there would be more of them. From 65 years on the body's own
    /// is lower already. Both numbers are choices of this project.
    public func reminderThreshold(at instant: Instant) -> Volume {
        let usual = body.reminderThreshold
        let notice = instant - Self.noticeOfHeat
        guard let since = climate.since(.warm, at: instant, limit: notice), since <= notice else { return usual }
        return min(usual, max(body.thirstThreshold * 0.4, DrinkingLimits.largest))
    }

    /// All levels that ``reminderThreshold(at:)`` has from now on.
    var reminderThresholds: Set<Volume> {
        Set(([now] + reminderThresholdChanges.filter { $0 > now }).map(reminderThreshold(at:)))
    }

    /// The instants at which ``reminderThreshold(at:)`` may become another.
    var reminderThresholdChanges: [Instant] { climate.changes.flatMap { [$0, $0 + Self.noticeOfHeat] } }
}
