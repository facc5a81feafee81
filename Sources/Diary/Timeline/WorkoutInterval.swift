// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The intervals in which entries say that a workout ran, runs or will run.
struct WorkoutInterval {
    let entry: Entry.ID
    let details: WorkoutDetails
    let status: WorkoutSpan.Status
    var start: Instant
    /// Of a running one, the end that is assumed for as long as nobody says another.
    var end: Instant
    /// Whether it runs without an end in sight.
    var isOpenEnded = false

    /// A workout left running is closed after this long, or twice its planned length (physiology, section 10).
    private static let longestUnattended = Duration.hours(3)
    /// It stays open this much longer, so that somebody may say that it still runs.
    private static let timeToAnswer = Duration.minutes(30)
    /// A stop that comes later than this was meant for something else.
    private static let longestStopped = Duration.hours(12)
    /// A plan answers a start up to this long before it.
    private static let earliness = Duration.hours(1)

    /// The workouts of `entries` (effective, in order of time) as they look at `now`, without overlaps. One left
    /// running is not followed into the night that `days` tell of, beyond what was planned.
    static func all(
        in entries: some Collection<Entry>, now: Instant, days: [WakingDay] = []
    ) -> [WorkoutInterval] {
        var plans: [WorkoutInterval] = []
        var intervals: [WorkoutInterval] = []
        var running: (entry: Entry, details: WorkoutDetails, expectedEnd: Instant?)?

        func close(_ end: Instant?) {
            guard let (entry, details, expectedEnd) = running else { return }
            running = nil
            let start = entry.at
            func append(_ status: WorkoutSpan.Status, until end: Instant, isOpenEnded: Bool = false) {
                intervals.append(
                    WorkoutInterval(
                        entry: entry.id, details: details, status: status, start: start, end: end,
                        isOpenEnded: isOpenEnded))
            }
            let plan = plans.last { $0.answers(start: start, of: details) }
            let planned = expectedEnd.map { $0 - start } ?? plan.map { $0.end - $0.start }
            let limit = limit(from: start, planned: max(.zero, planned ?? .zero), days)
            if let end, end - start <= longestStopped {
                append(.done, until: end)
            } else if limit + timeToAnswer <= now {
                append(.closed, until: limit)
            } else if let planned, start + planned > now {
                append(.running, until: start + planned)
            } else {
                append(.running, until: limit + timeToAnswer, isOpenEnded: true)
            }
        }

        for entry in entries {
            switch entry.event {
            case .plannedWorkout(let details, let end):
                plans.append(.init(entry: entry.id, details: details, status: .planned, start: entry.at, end: end))
            case .workout(let details, let end) where entry.at <= now:
                intervals.append(.init(entry: entry.id, details: details, status: .done, start: entry.at, end: end))
            case .workoutStarted(let details, let expectedEnd) where entry.at <= now:
                close(entry.at)
                running = (entry, details, expectedEnd)
            case .workoutStopped where entry.at <= now:
                close(entry.at)
            default: break
            }
        }
        close(nil)

        // A plan is no more than a plan: once its time has come, only a start or a logged workout counts.
        let open = intervals.last { $0.status == .running }
        let coming = plans.filter { plan in
            plan.start > now && !(open.map { plan.answers(start: $0.start, of: $0.details) } ?? false)
        }
        return withoutOverlaps(intervals + coming)
    }

    /// When a workout left running is closed: it never runs overnight.
    private static func limit(from start: Instant, planned: Duration, _ days: [WakingDay]) -> Instant {
        let bed = days.first { $0.bed > start }?.bed ?? .distantFuture
        return max(start + longestUnattended, min(start + planned * 2, max(start + planned, bed)))
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
