// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Everything a rule may look at, at one instant.
struct Situation {
    let timeline: Timeline
    let course: BalanceCourse
    let configuration: Configuration
    let presence: Presence
    let history: History
    /// The instant the question is about; not before the timeline's own.
    let at: Instant
    let runs: BalanceCourse.Runs

    init(
        timeline: Timeline, course: BalanceCourse, configuration: Configuration, presence: Presence,
        history: History, at: Instant
    ) {
        self.timeline = timeline
        self.course = course
        self.configuration = configuration
        self.presence = presence
        self.history = history
        self.at = at
        runs = course.runs(at: at)
    }

    var body: Body { timeline.body }
    var lower: WaterBalance { runs.lower }
    var median: WaterBalance { runs.median }

    /// The same, seen from `instant`.
    func seen(at instant: Instant) -> Situation {
        Situation(
            timeline: timeline, course: course, configuration: configuration, presence: presence, history: history,
            at: instant)
    }

    /// The workout that is running.
    var workout: WorkoutSpan? { timeline.workout(at: at) }

    /// The workout that ended last, if within `length`.
    func workoutEnded(within length: Duration) -> WorkoutSpan? {
        timeline.workouts.last { $0.status != .planned && $0.end <= at && at - $0.end <= length }
    }

    /// Whether the person sleeps: between bed and wake, with no entry of theirs in the last 30 minutes.
    var isAsleep: Bool {
        guard let day = timeline.day(at: at), at >= day.bed, workout == nil else { return false }
        return !history.signsOfLife.contains { $0 <= at && at - $0 < Self.awakeAfterEntry }
    }

    static let awakeAfterEntry = Duration.minutes(30)

    /// Whether what is drunk now is had away from the desk: in a workout and for 6 h after one.
    var isAwayFromDesk: Bool { workout != nil || workoutEnded(within: .hours(6)) != nil }

    /// The reason for a reminder with `trigger`, from the present numbers.
    func reason(
        _ trigger: Reason.Trigger, threshold: Volume, workout: WorkoutSpan? = nil
    ) -> Reason {
        Reason(
            trigger: trigger, lower: lower, median: median, threshold: threshold, thirstAt: thirstAt,
            workout: workout?.id, electrolyteLoss: workout?.electrolyteLoss)
    }

    /// When thirst is forecast if nothing is drunk.
    var thirstAt: Instant? {
        course.first(
            .median, reaches: .freeWaterDeficit(body.thirstThreshold), from: at,
            until: timeline.now + Timeline.horizon)
    }

    /// Whether a level is reached; the margin is far below anything that could be drunk, and above what rounding
    /// leaves between a time computed and the level found there.
    func reaches(_ value: Volume, _ level: Volume) -> Bool { value.milliliters >= level.milliliters - 1e-6 }
}
