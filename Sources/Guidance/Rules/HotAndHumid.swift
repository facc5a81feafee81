// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A reading that rises to warm or hot: once a day for each level. In a workout it is too late to take water along; what
/// was said before it and its own reminders speak of that.
struct HotAndHumid: Rule {
    let guideline = GuidelineID.hotAndHumid

    /// Whoever has just typed the temperature knows it.
    private static let earliest = Duration.minutes(10)
    /// A drink that falls due so soon says it, too.
    private static let patience = Duration.minutes(90)
    /// Later it is no news.
    private static let latest = Duration.minutes(100)

    func proposal(in situation: Situation) -> Proposal? {
        guard let reading = situation.timeline.climate.reading(at: situation.at), let day = situation.day,
            situation.workout == nil, !day.isNight(at: situation.at),
            DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        else { return nil }
        let levels = HeatLevel.allCases
        guard let level = levels.firstIndex(of: reading.reading.climate.heatLevel), level > 0 else { return nil }
        // Cooling down from hot to warm is no news.
        let isNews = !levels.indices.contains {
            $0 > level && situation.recollection.hasSaid(guideline, cause: day.wake, slot: $0)
        }
        let age = situation.at - reading.at
        guard isNews, age >= Self.earliest, age <= Self.latest, !isSaidSoon(in: situation, since: reading.at) else {
            return nil
        }
        return Proposal(guideline, .heat, .slot(cause: day.wake, slot: level), .heat, in: situation)
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.timeline.climate.reading(at: situation.at).map { reading in
            [Self.earliest, Self.patience, Self.latest + .microseconds(1)].map { reading.at + $0 }
        } ?? []
    }

    private func isSaidSoon(in situation: Situation, since reading: Instant) -> Bool {
        let level = situation.reminderThreshold
        guard situation.at - reading < Self.patience, !situation.reaches(situation.lower.freeWaterDeficit, level) else {
            return false
        }
        let end = situation.at + Self.patience
        return situation.course.first(.lower, reaches: .freeWaterDeficit(level), from: situation.at, until: end) != nil
    }
}
