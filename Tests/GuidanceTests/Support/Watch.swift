// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

@testable import Guidance

/// What must hold whenever a bubble is shown, whoever looks at it: the caps on what is proposed, one bubble at a time,
/// and silence when the person sleeps, has asked for it, or is not there.
struct Watch {
    private let days: RandomDays
    private var failure: String?
    private var entries: [Entry] = []
    private var drunk: [(at: Instant, volume: Volume)] = []
    private var pending: [(at: Instant, id: ReminderID, volume: Volume)] = []
    /// What had been drunk and proposed within a day, with each proposal.
    private var dayTotals: [(at: Instant, volume: Volume)] = []
    private var standing: ReminderID?
    private var ids: Set<ReminderID> = []
    private var lastBubble: Instant?
    private var lastAnswer: Instant?

    init(_ days: RandomDays) { self.days = days }

    mutating func see(_ happening: Simulation.Happening) {
        if happening.plan.nextChange <= happening.plan.at { fail("a change that is not ahead", happening) }
        switch happening.what {
        case .entry(let entry):
            entries.append(entry)
            if case .drink(let drink) = entry.event { drunk.append((entry.at, drink.volume)) }
        case .withdrawn: standing = nil
        case .answer(let id, let volume):
            standing = nil
            lastAnswer = happening.at
            pending.removeAll { $0.id == id }
            if let volume { drunk.append((happening.at, volume)) }
        case .reminder(let reminder): check(reminder, happening)
        }
    }

    private mutating func fail(_ what: String, _ happening: Simulation.Happening) {
        failure = failure ?? "\(days.person), hour \(happening.at.hours(since: Scene.midnight)): \(what)"
    }

    private mutating func check(_ reminder: Reminder, _ happening: Simulation.Happening) {
        if standing != nil { fail("two bubbles at once", happening) }
        standing = reminder.id
        if !ids.insert(reminder.id).inserted { fail("\(reminder.id.text) twice", happening) }
        if days.absences.contains(where: { $0.contains(happening.at) }), happening.plan.activeWorkout == nil {
            fail("nobody is there", happening)
        }
        // Nothing holds back what the person began with a cramp, nor the word to stop.
        let isOfCramp = [.cramp, .crampFollowUp, .crampStillThere, .crampStillHurts].contains(reminder.reason.trigger)
        if isOfCramp {
            let isLogged = entries.contains { $0.event.kind == .cramp && happening.at - $0.recordedAt < .hours(1) }
            if !isLogged { fail("no cramp", happening) }
        } else if reminder.guideline != .tooMuchWater {
            checkTime(reminder, happening)
        }
        if let volume = reminder.volume {
            checkVolume(volume, happening)
            pending.append((happening.at, reminder.id, volume))
        }
        // To ask whether a workout still runs puts nothing else off.
        if !reminder.asksWhetherWorkoutRuns { lastBubble = happening.at }
    }
}

// MARK: - How much

extension Watch {
    private mutating func checkVolume(_ volume: Volume, _ happening: Simulation.Happening) {
        let at = happening.at
        if volume < .ml(100) || volume > .ml(300) { fail("\(volume) proposed", happening) }
        if volume > happening.plan.lower.waterDeficit { fail("more than is lacking", happening) }
        if happening.plan.lower.waterDeficit <= .zero { fail("nothing is lacking", happening) }
        for (hours, cap) in [(1, Volume.liters(0.8)), (3, .liters(2))] where used(hours, at) + volume > cap {
            fail("\(used(hours, at)) and \(volume) within \(hours) h", happening)
        }
        dayTotals.append((at, used(24, at) + volume))
    }

    /// The first thing that did not hold in days that left `entries`.
    func failure(leaving entries: [Entry]) -> String? {
        if let failure { return failure }
        for (at, volume) in dayTotals where volume > dayCap(at, entries) + .ml(1e-6) {
            return "\(days.person), hour \(at.hours(since: Scene.midnight)): \(volume) within a day"
        }
        return nil
    }

    /// For 24 h: 1.25 · 20.8 · B and the cautious sweat, at most 8 L; and what a clinician allows.
    private func dayCap(_ at: Instant, _ entries: [Entry]) -> Volume {
        let timeline = days.timeline(of: entries.filter { max($0.at, $0.recordedAt) <= at }, at)
        let need = Volume.milliliters(1.25 * 20.8 * timeline.body.capBaseline.millilitersPerHour)
        let sweat = timeline.lowerSweat(in: .days(1), endingAt: at)
        return min(need + sweat, .liters(8), days.configuration.health.dailyLimit ?? .liters(8))
    }

    /// What was drunk within so many hours, or proposed and not answered within the last.
    private func used(_ hours: Int, _ at: Instant) -> Volume {
        drunk.reduce(.zero) { $1.at > at - .hours(hours) && $1.at <= at ? $0 + $1.volume : $0 }
            + pending.reduce(.zero) { $1.at > at - .hours(1) ? $0 + $1.volume : $0 }
    }
}

// MARK: - When

extension Watch {
    private mutating func checkTime(_ reminder: Reminder, _ happening: Simulation.Happening) {
        let at = happening.at
        for entry in entries where entry.at <= at {
            switch entry.event {
            case .pause(let until) where at < until: fail("paused", happening)
            case .snooze(let until) where at < until: fail("put off", happening)
            default: break
            }
        }
        // The end of what was put off is asked for.
        if isAfterSnooze(at) { return }
        if days.configuration.quiet.contains(at, in: .utc) { fail("in quiet hours", happening) }
        let isRunning = happening.plan.activeWorkout != nil
        let signs = entries.filter { $0.event.kind.isByPerson }.map(\.recordedAt) + [lastAnswer].compactMap(\.self)
        let isUp = signs.contains { at - $0 < .minutes(30) }
        if days.isNight(at), !isRunning, !isUp { fail("asleep", happening) }
        if reminder.asksWhetherWorkoutRuns { return }
        let last = [lastBubble, drunk.map(\.at).filter { $0 <= at }.max()].compactMap(\.self).max()
        if let last, at - last < .minutes(isRunning ? 15 : 30) { fail("too soon", happening) }
    }

    private func isAfterSnooze(_ at: Instant) -> Bool {
        entries.contains { entry in
            guard case .snooze(let until) = entry.event else { return false }
            return until <= at && at - until < .minutes(30)
        }
    }
}
