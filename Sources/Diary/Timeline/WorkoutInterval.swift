// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The intervals in which entries say that a workout ran, runs or will run.
struct WorkoutInterval {
    let entry: Entry.ID
    var details: WorkoutDetails
    let status: WorkoutSpan.Status
    var start: Instant
    /// Of a running one, the end that is assumed for as long as nobody says another.
    var end: Instant
    /// Of one that runs without an end in sight, the question whether it still does.
    var question: WorkoutQuestion?
    /// Of one that was closed, until when it may have run: a stop up to then is still taken.
    var latestStop: Instant

    /// A plan answers a start up to this long before it.
    private static let earliness = Duration.hours(1)

    /// The workouts of `entries` (effective, in order of time) as they look at `now`, without overlaps. One left
    /// running is not followed into the night that `days` tell of, beyond what was planned.
    static func all(
        in entries: some Collection<Entry>, now: Instant, days: [WakingDay] = []
    ) -> [WorkoutInterval] {
        var plans: [WorkoutInterval] = []
        var intervals: [WorkoutInterval] = []
        var running: UnattendedWorkout?

        /// What was planned of it counts wherever it was written down: plans are looked for when it is asked.
        func plannedLength(of workout: UnattendedWorkout) -> Duration? {
            let plan = plans.last { $0.answers(start: workout.start, of: workout.details) }
            return workout.expectedEnd.map { $0 - workout.start } ?? plan.map { $0.end - $0.start }
        }

        func end(by end: WorkoutEnd) {
            guard let workout = running else { return }
            running = nil
            intervals.append(workout.interval(end, planned: plannedLength(of: workout), days, now: now))
        }

        for entry in entries {
            switch entry.event {
            case .plannedWorkout(let details, let end):
                plans.append(.init(entry.id, details, .planned, from: entry.at, to: end))
            case .workout(let details, let end) where entry.at <= now:
                intervals.append(.init(entry.id, details, .done, from: entry.at, to: end))
            case .workoutStarted(let details, let expectedEnd) where entry.at <= now:
                end(by: .next(entry.at))
                running = UnattendedWorkout(entry: entry, details: details, expectedEnd: expectedEnd)
            case .workoutStopped(let recoversQuickly) where entry.at <= now:
                end(by: .stop(entry.at, recoversQuickly: recoversQuickly))
            case .answer(let reminder, let answer) where entry.at <= now:
                if let workout = running {
                    running?.take(answer, to: reminder, at: entry.at, planned: plannedLength(of: workout), days)
                }
            default: break
            }
        }
        end(by: .nobody)
        // What was asked for with the plan holds for what answers it.
        for plan in plans where plan.details.recoversQuickly {
            for index in intervals.indices
            where plan.answers(start: intervals[index].start, of: intervals[index].details) {
                intervals[index].details.recoversQuickly = true
            }
        }

        // A plan is no more than a plan: once its time has come, only a start or a logged workout counts.
        let open = intervals.last { $0.status == .running }
        let coming = plans.filter { plan in
            plan.start > now && !(open.map { plan.answers(start: $0.start, of: $0.details) } ?? false)
        }
        return withoutOverlaps(intervals + coming)
    }

    init(
        _ entry: Entry.ID, _ details: WorkoutDetails, _ status: WorkoutSpan.Status, from start: Instant,
        to end: Instant
    ) {
        (self.entry, self.details, self.status, self.start, self.end) = (entry, details, status, start, end)
        latestStop = end
    }

    private func answers(start: Instant, of details: WorkoutDetails) -> Bool {
        self.start - Self.earliness <= start && start < end && self.details.activity == details.activity
    }

    /// Overlaps are refused when entries are made; clock changes may still leave some. The earlier one wins, but one
    /// that still runs is expected to be over when the next is planned.
    private static func withoutOverlaps(_ intervals: [WorkoutInterval]) -> [WorkoutInterval] {
        var result: [WorkoutInterval] = []
        for var interval in intervals.sorted(by: { ($0.start, $0.entry) < ($1.start, $1.entry) }) {
            if let last = result.last, interval.start < last.end {
                if last.status == .running, interval.status == .planned {
                    result[result.endIndex - 1].end = interval.start
                } else {
                    interval.start = last.end
                }
            }
            if interval.start < interval.end { result.append(interval) }
        }
        return result
    }
}
