// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Ten minutes before a planned workout, or as one begins.
struct WarmUpAndStretch: Rule {
    let guideline = GuidelineID.warmUpAndStretch

    static let around = Duration.minutes(10)

    func proposal(in situation: Situation) -> Proposal? {
        let begun = situation.workout.flatMap { situation.at - $0.start < Self.around ? $0 : nil }
        let planned = situation.nextPlanned.flatMap { $0.start - situation.at <= Self.around ? $0 : nil }
        guard let workout = begun ?? planned else { return nil }
        return Proposal(guideline, .habit, .slot(cause: workout.start, slot: 0), .workoutBegins, in: situation)
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.timeline.workouts.filter { $0.status == .planned }.map { $0.start - Self.around }
    }
}

/// A workout has just ended.
struct StretchAfter: Rule {
    let guideline = GuidelineID.stretchAfter

    static let soonAfter = Duration.hours(1)

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.workout == nil, let workout = situation.workoutEnded(within: Self.soonAfter) else { return nil }
        return Proposal(guideline, .habit, .slot(cause: workout.end, slot: 0), .workoutEnded, in: situation)
    }
}

/// Shortly before bed; by itself for two weeks after a cramp at night.
struct StretchBeforeBed: Rule {
    let guideline = GuidelineID.stretchBeforeBed
    let isOnByItself = true

    static let beforeBed = Duration.minutes(20)
    private static let afterNightCramp = Duration.days(14)

    func proposal(in situation: Situation) -> Proposal? {
        guard let bed = situation.day?.bed, situation.at >= bed - Self.beforeBed, situation.at < bed else {
            return nil
        }
        guard isOn(in: situation) else { return nil }
        return Proposal(guideline, .habit, .slot(cause: bed, slot: 0), .bedtime, in: situation)
    }

    /// As it was switched; by itself after a cramp at night.
    func isOn(in situation: Situation) -> Bool {
        situation.configuration.guidance.setting(of: Catalogue[guideline])
            ?? situation.cramps(within: Self.afterNightCramp).contains { situation.isNight(at: $0.at) }
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.timeline.days.map { $0.bed - Self.beforeBed }
    }
}

/// The evening has come, and nobody has stretched today.
struct StretchDaily: Rule {
    let guideline = GuidelineID.stretchDaily

    func proposal(in situation: Situation) -> Proposal? {
        guard situation.isEvening, let wake = situation.day?.wake,
            !situation.recollection.stretches.contains(where: { $0 >= wake && $0 <= situation.at })
        else { return nil }
        return Proposal(guideline, .habit, .slot(cause: wake, slot: 0), .evening, in: situation)
    }

    func changes(after situation: Situation) -> [Instant] { situation.evenings }
}

/// The session has been active for long without a break. Silent where nobody knows how long.
struct MoveOften: Rule {
    let guideline = GuidelineID.moveOften

    func proposal(in situation: Situation) -> Proposal? {
        guard let since = situation.activeSince, situation.presence == .present, situation.workout == nil else {
            return nil
        }
        let slot = Int((situation.at - since) / situation.configuration.reminders.move)
        guard slot >= 1 else { return nil }
        return Proposal(guideline, .habit, .slot(cause: since, slot: slot), .sitting, in: situation)
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let since = situation.activeSince else { return [] }
        let move = situation.configuration.reminders.move
        let next = max(1, ((situation.at - since) / move).rounded(.down) + 1)
        return [since + move * next, since + move * (next + 1)]
    }
}

extension Situation {
    /// When the evenings ahead begin.
    var evenings: [Instant] { timeline.days.map { $0.bed - Self.evening } }
}
