// SPDX-License-Identifier: Apache-2.0

import Physiology

/// The intervals in which entries say that a workout ran, runs or will run.
struct WorkoutInterval {
    let entry: Entry.ID
    let details: WorkoutDetails
    let status: WorkoutSpan.Status
    var start: Instant
    let end: Instant

    /// A workout left running is closed after this long, or twice its planned length (physiology, section 10).
    private static let longestUnattended = Duration.hours(3)
    /// It stays open this much longer, so that somebody may say that it still runs.
    private static let timeToAnswer = Duration.minutes(30)
    /// A stop that comes later than this was meant for something else.
    private static let longestStopped = Duration.hours(12)
    /// A running workout without a plan is expected to go on for this long (physiology, section 5).
    private static let expectedRest = Duration.hours(1)
    /// A plan answers a start up to this long before it.
    private static let earliness = Duration.hours(1)

    /// The workouts of `entries` (effective, in order of time) as they look at `now`, without overlaps.
    static func all(in entries: some Collection<Entry>, now: Instant) -> [WorkoutInterval] {
        var plans: [WorkoutInterval] = []
        var intervals: [WorkoutInterval] = []
        var running: (entry: Entry, details: WorkoutDetails, expectedEnd: Instant?)?

        func close(_ end: Instant?) {
            guard let (entry, details, expectedEnd) = running else { return }
            running = nil
            let plan = plans.last { $0.answers(start: entry.at, of: details) }
            let planned = expectedEnd.map { $0 - entry.at } ?? plan.map { $0.end - $0.start }
            let limit = entry.at + max(longestUnattended, (planned ?? .zero) * 2)
            func append(_ status: WorkoutSpan.Status, until end: Instant) {
                intervals.append(
                    .init(entry: entry.id, details: details, status: status, start: entry.at, end: end))
            }
            if let end, end - entry.at <= longestStopped {
                append(.done, until: end)
            } else if limit + timeToAnswer <= now {
                append(.closed, until: limit)
            } else {
                let plannedEnd = planned.map { entry.at + $0 } ?? .distantPast
                append(.running, until: plannedEnd > now ? plannedEnd : now + expectedRest)
            }
        }

        for entry in entries {
            switch entry.event {
            case .plannedWorkout(let details, let end):
                plans.append(.init(entry: entry.id, details: details, status: .planned, start: entry.at, end: end))
            case .workout(let details, let end):
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

    private func answers(start: Instant, of details: WorkoutDetails) -> Bool {
        self.start - Self.earliness <= start && start < end && self.details.activity == details.activity
    }

    /// Overlaps are refused when entries are made; clock changes may still leave some. The earlier one wins.
    private static func withoutOverlaps(_ intervals: [WorkoutInterval]) -> [WorkoutInterval] {
        var result: [WorkoutInterval] = []
        for var interval in intervals.sorted(by: { ($0.start, $0.entry) < ($1.start, $1.entry) }) {
            if let last = result.last { interval.start = max(interval.start, last.end) }
            if interval.start < interval.end { result.append(interval) }
        }
        return result
    }
}
