// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What comes next by itself: the first change that anybody could see, and the next reminder.
struct Outlook {
    /// Strictly later than the present.
    let nextChange: Instant
    let coming: Plan.Coming?

    /// A diary that could not be written to is tried again after this long.
    private static let retry = Duration.minutes(1)

    /// Asks the same question at each instant at which the answer may become another, in order of time.
    init(_ view: View, _ situation: Situation) {
        if case .show(let reminder) = view.decision {
            coming = Plan.Coming(reminder: reminder, at: situation.at)
            nextChange = situation.at + Self.retry
            return
        }
        // The greeting comes before all that is known yet.
        if case .greet = view.decision {
            coming = nil
            nextChange = situation.at + Self.retry
            return
        }
        let end = situation.horizon
        // What a clock step back has put ahead of the present is applied when its time comes.
        let applied = situation.timeline.nextApplied ?? end
        var change: Instant?
        var coming: Plan.Coming?
        var instants = Arbiter(situation).changes().filter { $0 > situation.at && $0 < end }.sorted()[...]
        var last = situation.at
        while let instant = instants.popFirst() {
            guard instant > last else { continue }
            last = instant
            let later = situation.seen(at: instant)
            let seen = View(later)
            if change == nil, !seen.looksLike(view) { change = instant }
            if case .show(let reminder) = seen.decision {
                coming = Plan.Coming(reminder: reminder, at: instant)
                break
            }
            // When the day's cap lets go depends on where one stands: it grows while sweat flows.
            if case .silent(.capped) = seen.decision {
                let further = DrinkingLimits(situation: later).changes().filter { $0 > instant && $0 < end }
                if let next = further.min() {
                    instants.insert(next, at: instants.firstIndex { $0 >= next } ?? instants.endIndex)
                }
            }
        }
        self.coming = coming
        nextChange = min(change ?? coming?.at ?? end, applied, end)
    }
}

extension Outlook {
    /// What would come next, or be shown now, if the person were there to see it; nil where they are. For how long they
    /// have been at their desk by then nobody knows.
    static func waiting(for situation: Situation) -> Plan.Coming? {
        guard Arbiter(situation).absence != nil else { return nil }
        let there = Situation(situation.timeline, situation.configuration, .present, greets: situation.greets)
        return Outlook(View(there), there).coming
    }
}

/// What anybody could see of a plan: the daemon sleeps until it changes.
struct View {
    let decision: Decision
    let workout: Entry.ID?
    let plannedWorkout: Entry.ID?
    let day: Day?
    let climate: ClimateInForce
    let pausedUntil: Instant?
    /// Whether the person has asked for silence: at its end it is told what it held back.
    let isSilenced: Bool

    init(_ situation: Situation) {
        let arbiter = Arbiter(situation)
        decision = arbiter.spoken()
        isSilenced = arbiter.silence != nil || arbiter.isQuietHour
        workout = situation.workout?.id
        plannedWorkout = situation.nextPlanned?.id
        day = situation.day?.day
        climate = ClimateInForce(in: situation)
        pausedUntil = situation.history.silencedUntil(.pause, at: situation.at)
    }

    /// Two views with different reasons for the same silence look the same.
    func looksLike(_ other: View) -> Bool {
        workout == other.workout && plannedWorkout == other.plannedWorkout && day == other.day
            && climate == other.climate && pausedUntil == other.pausedUntil && isSilenced == other.isSilenced
            && decision.looksLike(other.decision)
    }
}

extension ClimateInForce {
    /// In a workout the one that was given with it, if one was; else the reading that still holds.
    fileprivate init(in situation: Situation) {
        if let workout = situation.workout, let given = workout.details.climate {
            self.init(climate: given, readAt: workout.start)
        } else {
            let reading = situation.timeline.climate.reading(at: situation.at)
            self.init(climate: reading?.reading.climate ?? situation.timeline.circumstances.indoor, readAt: reading?.at)
        }
    }
}

extension Decision {
    fileprivate func looksLike(_ other: Decision) -> Bool {
        switch (self, other) {
        case (.show(let left), .show(let right)): left.id == right.id
        case (.keep(let left), .keep(let right)): left == right
        case (.greet(let left), .greet(let right)): left == right
        case (.silent, .silent): true
        default: false
        }
    }
}

extension Timeline {
    /// The first entry ahead of now that is no plan.
    fileprivate var nextApplied: Instant? {
        entries[entries.firstIndex(notBefore: now + .microseconds(1))...]
            .first { $0.event.kind != .plannedWorkout }?.at
    }
}
