// SPDX-License-Identifier: Apache-2.0

public import Diary
import Physiology

/// The one place where it is decided what to say: a pure function of the diary, the settings, the presence and the
/// instant.
public struct Planner: Sendable {
    /// The plan at `at` for the person of `timeline`.
    ///
    /// - Parameters:
    ///   - timeline: made for the same instant.
    ///   - configuration: the settings in force.
    ///   - presence: where the person is; it is taken to stay so.
    public static func plan(timeline: Timeline, configuration: Configuration, presence: Presence) -> Plan {
        let at = timeline.now
        let recent = timeline.entries.suffix(where: { $0.at >= at - Timeline.remembered })
        let situation = Situation(
            timeline: timeline, course: BalanceCourse(timeline), configuration: configuration, presence: presence,
            history: History(recent, now: at, later: configuration.reminders.gap), at: at)
        let now = View(situation)
        let forecast = now.forecast(from: situation)
        let node = situation.course.node(at: at)

        return Plan(
            at: at, median: situation.median, lower: situation.lower, losses: node.segment.median,
            thirstAt: situation.thirstAt, decision: now.decision, coming: forecast.coming,
            nextChange: forecast.change, intakeToday: situation.intakeToday, targetToday: situation.targetToday,
            activeWorkout: situation.workout.map {
                ActiveWorkout(entry: $0.id, activity: $0.activity.name, start: $0.start, expectedEnd: $0.end)
            },
            climate: now.climate, pausedUntil: now.pausedUntil, warnings: DrinkingLimits.warnings(for: situation))
    }

    /// What to take along to the workout of entry `id`; nil when there is none.
    public static func provision(for id: Entry.ID, timeline: Timeline, configuration: Configuration) -> Provision? {
        let situation = Situation(
            timeline: timeline, course: BalanceCourse(timeline), configuration: configuration, presence: .present,
            history: History(timeline.entries, now: timeline.now, later: configuration.reminders.gap),
            at: timeline.now)
        return timeline.workouts.first { $0.id == id }.map { WorkoutNeed($0, in: situation).provision }
    }
}

/// What anybody could see of a plan: the daemon sleeps until it changes.
private struct View: Equatable {
    let decision: Decision
    let workout: Entry.ID?
    let day: Day?
    let climate: ClimateInForce
    let pausedUntil: Instant?

    init(_ situation: Situation) {
        decision = Arbiter(situation: situation).decision()
        workout = situation.workout?.id
        day = situation.timeline.day(at: situation.at)?.day
        let reading = situation.timeline.climate.reading(at: situation.at)
        climate = ClimateInForce(
            climate: situation.timeline.climate.climate(at: situation.at), readAt: reading?.at)
        pausedUntil = situation.history.pausedUntil(at: situation.at)
    }

    /// Two views with different reasons for the same silence look the same.
    static func == (lhs: View, rhs: View) -> Bool {
        lhs.workout == rhs.workout && lhs.day == rhs.day && lhs.climate == rhs.climate
            && lhs.pausedUntil == rhs.pausedUntil && lhs.decision.looksLike(rhs.decision)
    }

    /// The first instant at which it changes, and the next reminder, found by asking the same question at each instant
    /// at which the answer may become another.
    func forecast(from situation: Situation) -> (change: Instant, coming: Plan.Coming?) {
        let end = situation.timeline.now + Timeline.horizon
        if case .show(let reminder) = decision {
            return (situation.at + .minutes(1), Plan.Coming(reminder: reminder, at: situation.at))
        }
        let instants = Set(
            (Arbiter(situation: situation).changes() + Rules.all.flatMap { $0.changes(after: situation) })
                .filter { $0 > situation.at && $0 < end })
        var change: Instant?
        for instant in instants.sorted() {
            let later = situation.seen(at: instant)
            let view = View(later)
            if change == nil, view != self { change = instant }
            if case .show(let reminder) = view.decision {
                return (change ?? instant, Plan.Coming(reminder: reminder, at: instant))
            }
        }
        return (change ?? end, nil)
    }
}

extension Decision {
    fileprivate func looksLike(_ other: Decision) -> Bool {
        switch (self, other) {
        case (.show(let left), .show(let right)): left.id == right.id
        case (.keep(let left), .keep(let right)): left == right
        case (.silent, .silent): true
        default: false
        }
    }
}

extension Situation {
    /// What was drunk since waking.
    var intakeToday: Volume {
        guard let day = timeline.day(at: at) else { return .zero }
        return history.drinks.reduce(.zero) { $1.at >= day.wake && $1.at <= at ? $0 + $1.volume : $0 }
    }

    /// What a whole day like this one asks for: the usual drinks, and the cautious sweat since waking; a clinician's
    /// limit stands above both.
    var targetToday: Volume {
        let sweat = timeline.day(at: at).map { timeline.sweat(\.lower, from: $0.wake, to: at) } ?? .zero
        let target = body.dailyDrinks + sweat
        return configuration.health.dailyLimit.map { min($0, target) } ?? target
    }
}

extension Timeline {
    /// How far back bubbles, answers and silences matter to the arbiter.
    fileprivate static let remembered = Duration.days(7)
}

extension [Entry] {
    /// The entries from the first one that fulfils `predicate`; the entries are in order of time.
    fileprivate func suffix(where predicate: (Entry) -> Bool) -> ArraySlice<Entry> {
        let start = firstIndex(where: predicate) ?? endIndex
        return self[start...]
    }
}
