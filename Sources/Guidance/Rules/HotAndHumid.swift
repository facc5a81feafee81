// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A reading that rises to warm or hot, or a day that begins so: once a day for each level. In a workout it is too late
/// to take water along; what was said before it and its own reminders speak of that.
struct HotAndHumid: Rule {
    let guideline = GuidelineID.hotAndHumid

    /// A drink that falls due so soon says it, too.
    private static let patience = Duration.minutes(90)
    /// Later it is no news.
    private static let latest = Duration.minutes(100)

    func proposal(in situation: Situation) -> Proposal? {
        guard let reading = situation.timeline.climate.reading(at: situation.at), let day = situation.day,
            situation.workout == nil, !day.isNight(at: situation.at),
            Self.isFor(situation.configuration)
        else { return nil }
        let levels = HeatLevel.allCases
        guard let level = levels.firstIndex(of: reading.reading.climate.heatLevel), level > 0 else { return nil }
        // Cooling down from hot to warm is no news.
        let isNews = !levels.indices.contains {
            $0 > level && situation.recollection.hasSaid(guideline, cause: day.wake, slot: $0)
        }
        guard isNews, let since = Self.beginning(in: situation), situation.at - since >= Timeline.noticeOfHeat else {
            return nil
        }
        let news = max(since, day.wake)
        guard situation.at - news <= Self.latest, !isSaidSoon(in: situation, since: news) else { return nil }
        return Proposal(guideline, .heat, .slot(cause: day.wake, slot: level), .heat, in: situation)
    }

    /// It speaks of no amount, so that it is for the young too; but of plenty, so that it is not where a clinician's limit
    /// counts, or may count.
    static func isFor(_ configuration: Configuration) -> Bool {
        configuration.health.fluid.isEmpty && configuration.isTrustedForVolumes
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let since = Self.beginning(in: situation) else { return [] }
        return ([since] + situation.timeline.days.map(\.wake)).flatMap { news in
            [Timeline.noticeOfHeat, Self.patience, Self.latest + .microseconds(1)].map { news + $0 }
        }
    }

    /// Since when it has been as hot as the reading in force says, or hotter; at most a day.
    private static func beginning(in situation: Situation) -> Instant? {
        let climate = situation.timeline.climate
        guard let level = climate.reading(at: situation.at)?.reading.climate.heatLevel, level > .normal else {
            return nil
        }
        return climate.since(level, at: situation.at, limit: situation.at - .days(1))
    }

    private func isSaidSoon(in situation: Situation, since news: Instant) -> Bool {
        // What has been said may be read to its end.
        guard situation.at - news < Self.patience, !situation.isStanding(guideline),
            DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        else { return false }
        if situation.endOfRest > situation.at { return true }
        let level = situation.reminderThreshold
        guard !situation.reaches(situation.lower.freeWaterDeficit, level) else { return false }
        let end = situation.at + Self.patience
        return situation.course.first(.lower, reaches: .freeWaterDeficit(level), from: situation.at, until: end) != nil
    }
}
