// SPDX-License-Identifier: Apache-2.0

import Physiology

/// What a workout that was started ends by.
enum WorkoutEnd {
    /// Somebody stopped it, and may have asked with that for a quick recovery.
    case stop(Instant, recoversQuickly: Bool)
    /// The next one was started.
    case next(Instant)
    /// Nothing was said of its end so far.
    case nobody
}

/// A workout that was started and may have been left running: until when, by what was said since.
struct UnattendedWorkout {
    let entry: Entry
    let details: WorkoutDetails
    /// What the person expects, if they said.
    let expectedEnd: Instant?
    /// The yeses to the question whether it still runs, and until when the last one keeps it running.
    private var kept: (turns: Int, until: Instant)?
    /// Whether it was answered that it is over.
    private var isOver = false

    /// It is asked about after this long, or twice its planned length (physiology, section 10).
    private static let longestUnattended = Duration.hours(3)
    /// However late it is, a yes keeps it running for this long.
    private static let shortestKept = Duration.hours(1)
    /// A stop that comes later than this was meant for something else.
    private static let longestStopped = Duration.hours(12)

    init(entry: Entry, details: WorkoutDetails, expectedEnd: Instant?) {
        (self.entry, self.details, self.expectedEnd) = (entry, details, expectedEnd)
    }

    var start: Instant { entry.at }

    /// What is asked next, and when, if its length was planned as `planned`.
    private func question(_ planned: Duration?, _ days: [WakingDay]) -> WorkoutQuestion {
        WorkoutQuestion(
            start: start, turn: kept?.turns ?? 0, at: kept?.until ?? firstLimit(max(.zero, planned ?? .zero), days))
    }

    /// When it is asked about for the first time: it never runs overnight.
    private func firstLimit(_ planned: Duration, _ days: [WakingDay]) -> Instant {
        max(start + Self.longestUnattended, min(start + planned * 2, max(start + planned, bed(days))))
    }

    private func bed(_ days: [WakingDay]) -> Instant { days.first { $0.bed > start }?.bed ?? .distantFuture }

    /// Takes an answer, if it is one to the question that stood at `instant`. A yes keeps it running for as long again,
    /// but not into the night, and never for longer than a workout may be.
    mutating func take(
        _ answer: ReminderAnswer, to reminder: ReminderID, at instant: Instant, planned: Duration?,
        _ days: [WakingDay]
    ) {
        let question = question(planned, days)
        guard question.isAsked(by: reminder), instant >= question.at,
            instant < question.at + WorkoutQuestion.timeToAnswer
        else { return }
        switch answer {
        case .yes:
            let again = min(instant + (firstLimit(max(.zero, planned ?? .zero), days) - start), bed(days))
            let until = min(max(again, instant + Self.shortestKept), start + Plausibility.longestWorkout)
            isOver = false
            if until > question.at { kept = (question.turn + 1, until) }
        case .no: isOver = true
        default: break
        }
    }

    /// The interval in which it ran, as it looks at `now`.
    func interval(_ end: WorkoutEnd, planned: Duration?, _ days: [WakingDay], now: Instant) -> WorkoutInterval {
        let question = question(planned, days)
        let unanswered = question.at + WorkoutQuestion.timeToAnswer
        func interval(_ status: WorkoutSpan.Status, until end: Instant) -> WorkoutInterval {
            WorkoutInterval(entry.id, details, status, from: start, to: end)
        }
        switch end {
        case .stop(let stop, let recoversQuickly)
        where stop - start <= Self.longestStopped || stop <= unanswered:
            var done = interval(.done, until: stop)
            if recoversQuickly { done.details.recoversQuickly = true }
            return done
        case .next(let next) where next < unanswered && !isOver: return interval(.done, until: next)
        default: break
        }
        if isOver || unanswered <= now {
            var closed = interval(.closed, until: question.at)
            // The end is assumed: whoever knows better may still say so.
            closed.latestStop = unanswered
            return closed
        }
        if let planned, start + planned > now { return interval(.running, until: start + planned) }
        var running = interval(.running, until: unanswered)
        running.question = question
        return running
    }
}
