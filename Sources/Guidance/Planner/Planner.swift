// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// The one place where it is decided what to say: a pure function of the diary, the settings, the presence and the
/// instant.
public struct Planner: Sendable {
    /// The plan at `at` for the person of `timeline`.
    ///
    /// - Parameters:
    ///   - timeline: made for the same instant.
    ///   - configuration: the settings in force.
    ///   - presence: where the person is; it is taken to stay so.
    ///   - activeSince: since when the session has been active without a break; nil when nobody knows.
    ///   - greets: whether somebody who has never been shown anything is greeted first; not in a made-up day.
    public static func plan(
        timeline: Timeline, configuration: Configuration, presence: Presence, activeSince: Instant? = nil,
        greets: Bool = false
    ) -> Plan {
        let situation = Situation(timeline, configuration, presence, activeSince: activeSince, greets: greets)
        let view = View(situation)
        let outlook = Outlook(view, situation)
        return Plan(
            at: situation.at, median: situation.median, lower: situation.lower,
            losses: situation.course.node(at: situation.at).segment.median, thirstAt: situation.thirstAt,
            decision: view.decision, coming: outlook.coming,
            waiting: Outlook.waiting(for: situation), nextChange: outlook.nextChange,
            intakeToday: situation.intakeToday, targetToday: situation.targetToday,
            activeWorkout: situation.workout.map {
                ActiveWorkout(
                    entry: $0.id, activity: $0.activity.name, start: $0.start, expectedEnd: $0.end, climate: $0.climate,
                    askedAt: $0.question?.at)
            },
            climate: view.climate, pausedUntil: view.pausedUntil,
            startedAfresh: situation.course.startsAfresh.last { $0 <= situation.at },
            heldBack: HeldBack.untold(in: situation),
            warnings: DrinkingLimits.warnings(for: situation))
    }

    /// What to take along to the workout of entry `id`; nil when there is none, and for somebody to whom no amounts are
    /// told or whose sweat is not counted: that nothing is needed would be no true word to them.
    public static func provision(for id: Entry.ID, timeline: Timeline, configuration: Configuration) -> Provision? {
        let situation = Situation(timeline, configuration, .present)
        guard DrinkingLimits.allowsVolumes(configuration, situation.body), situation.body.countsSweat else {
            return nil
        }
        let workout = timeline.workouts.first { $0.id == id }?.expected(at: timeline.now)
        return workout.map { WorkoutNeed($0, in: situation).provision }
    }
}

extension Situation {
    /// What was drunk since waking.
    var intakeToday: Volume {
        day.map { history.drunk(after: $0.wake - .microseconds(1)) } ?? .zero
    }

    /// What a whole day like this one asks for: the usual drinks, and the cautious sweat since waking. A clinician's
    /// limit stands above both; where it alone counts there is no other target.
    var targetToday: Volume {
        let limit = configuration.health.dailyLimit
        guard DrinkingLimits.allowsVolumes(configuration, body) else { return limit ?? .zero }
        let sweat = day.map { timeline.sweat(.lower, from: $0.wake, to: at) } ?? .zero
        let target = body.dailyDrinks + sweat
        return limit.map { min($0, target) } ?? target
    }
}
