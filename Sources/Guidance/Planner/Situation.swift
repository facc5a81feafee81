// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Everything a rule may look at, at one instant.
///
/// Arbiter, rules and limits share it: it never changes, and two workouts are much to copy at every question.
final class Situation: Sendable {
    private let known: Known
    /// The instant the question is about; not before the timeline's own.
    let at: Instant
    let runs: BalanceCourse.Runs
    /// The waking day it lies in.
    let day: WakingDay?
    /// The workout that is running, with the end that is expected.
    let workout: WorkoutSpan?
    /// The workout that ended last.
    private let lastWorkout: WorkoutSpan?
    /// The workout that begins next, if it is planned.
    let nextPlanned: WorkoutSpan?

    /// What is the same at every instant that is asked about.
    private final class Known: Sendable {
        let timeline: Timeline
        let course: BalanceCourse
        let configuration: Configuration
        let presence: Presence
        let activeSince: Instant?
        let greets: Bool
        let history: History
        let recollection: Recollection
        /// The rules that may speak: most of those that are off unless switched on are not even asked.
        let rules: [any Rule]

        init(
            _ timeline: Timeline, _ configuration: Configuration, _ presence: Presence, activeSince: Instant?,
            greets: Bool
        ) {
            let recent = timeline.entries[timeline.entries.firstIndex(notBefore: timeline.now - History.memory)...]
            self.timeline = timeline
            course = BalanceCourse(timeline)
            self.configuration = configuration
            self.presence = presence
            self.activeSince = activeSince
            self.greets = greets
            history = History(recent, now: timeline.now, later: configuration.reminders.gap)
            let remembered = timeline.entries.firstIndex(notBefore: timeline.now - Recollection.length)
            recollection = Recollection(timeline.entries[remembered...], now: timeline.now)
            rules = Rules.all.filter { $0.isOnByItself || configuration.guidance.hears(Catalogue[$0.guideline]) }
        }
    }

    private init(_ known: Known, at: Instant) {
        self.known = known
        self.at = at
        runs = known.course.runs(at: at)
        day = known.timeline.day(at: at)
        workout = known.timeline.workout(at: at)
        lastWorkout = known.timeline.workouts.last { $0.status != .planned && $0.end <= at }
        nextPlanned = known.timeline.workouts.first { $0.status == .planned && $0.start > at }
    }

    /// The present of `timeline`.
    ///
    /// - Parameter activeSince: since when the session has been active without a break; nil when nobody knows.
    convenience init(
        _ timeline: Timeline, _ configuration: Configuration, _ presence: Presence, activeSince: Instant? = nil,
        greets: Bool = false
    ) {
        self.init(Known(timeline, configuration, presence, activeSince: activeSince, greets: greets), at: timeline.now)
    }

    /// The same, seen from `instant`.
    func seen(at instant: Instant) -> Situation { Situation(known, at: instant) }
}

extension Situation {
    var timeline: Timeline { known.timeline }
    var course: BalanceCourse { known.course }
    var configuration: Configuration { known.configuration }
    /// Where the person is; it is taken to stay so.
    var presence: Presence { known.presence }
    /// Since when the session has been active without a break; nil when nobody knows.
    var activeSince: Instant? { known.activeSince }
    /// Whether somebody who has never been shown anything is greeted first.
    var greets: Bool { known.greets }
    var history: History { known.history }
    var recollection: Recollection { known.recollection }
    var rules: [any Rule] { known.rules }
    var body: Body { timeline.body }
    var lower: WaterBalance { runs.lower }
    var median: WaterBalance { runs.median }
    /// The free-water deficit at which a drink is proposed at rest.
    var reminderThreshold: Volume { timeline.reminderThreshold(at: at) }
    /// Whether the bubble of `guideline` came last and may still be on the desktop.
    func isStanding(_ guideline: GuidelineID) -> Bool {
        guard let bubble = history.lastBubble, bubble.reminder.guideline == guideline.rawValue else { return false }
        return !bubble.isAnswered && at - bubble.at < Arbiter.lifetime && !history.hasActed(since: bubble.at)
    }

    /// How far ahead there is anything to see.
    var horizon: Instant { timeline.now + Timeline.horizon }

    /// The workout that ended last, if within `length`.
    func workoutEnded(within length: Duration) -> WorkoutSpan? {
        lastWorkout.flatMap { at - $0.end <= length ? $0 : nil }
    }

    /// Whether the person sleeps: between bed and wake, with no entry in the last 30 minutes that shows them up.
    var isAsleep: Bool {
        guard workout == nil, let day, day.isNight(at: at) else { return false }
        return history.lastSign.map { at - $0 >= Self.awakeAfterEntry } ?? true
    }

    static let awakeAfterEntry = Duration.minutes(30)

    /// Drinks are had away from the desk in a workout and for this long after one.
    static let awayAfterWorkout = Duration.hours(6)

    /// Whether what is drunk now is had away from the desk.
    var isAwayFromDesk: Bool { workout != nil || workoutEnded(within: Self.awayAfterWorkout) != nil }

    /// When thirst is forecast if nothing is drunk.
    var thirstAt: Instant? {
        course.first(.median, reaches: .freeWaterDeficit(body.thirstThreshold), from: at, until: horizon)
    }

    /// When `run` comes to `level` in the time ahead: from now, and after every waking, which may take it back again.
    func crossings(_ run: BalanceCourse.Run, of level: BalanceCourse.Level) -> [Instant] {
        let wakings = timeline.days.map(\.wake).filter { $0 > at && $0 < horizon }
        return ([at] + wakings).compactMap { course.first(run, reaches: level, from: $0, until: horizon) }
    }

    /// Whether a level is reached; the margin is far below anything that could be drunk, and above what rounding
    /// leaves between a time computed and the level found there.
    func reaches(_ value: Volume, _ level: Volume) -> Bool { value.milliliters >= level.milliliters - 1e-6 }
}
