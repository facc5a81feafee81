// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What holds a bubble back: nobody is there, the person wants silence, the hour, or what has just been said.
extension Arbiter {
    /// Nothing is said so shortly before bed.
    static let beforeBed = Duration.minutes(30)

    /// Why `proposal` may not be said now; nil when it may.
    func hold(_ proposal: Proposal) -> Silence? {
        if let absence { return absence }
        if isShownAhead(proposal) { return .backingOff }
        // The person began it by logging a cramp.
        if proposal.precedence == .cramp { return nil }
        if case .urgent = proposal.cadence { return nil }
        if let silence { return silence }
        // In half an hour it would answer itself: it waits for no gap.
        if proposal.precedence == .question { return hour(for: proposal) }
        // What the person asked for is not held back by what they set up long before.
        return isEndOfSnooze ? nil : hour(for: proposal) ?? pace(of: proposal)
    }

    /// Nobody would see a bubble. In a workout *idle* is not *away*: a trainer stands beside the desk.
    var absence: Silence? {
        switch situation.presence {
        case .present: nil
        case .idle: situation.workout == nil ? .away : nil
        case .away: .away
        case .locked: .locked
        case .unreachable: .noNotificationServer
        }
    }

    /// The person has asked for silence.
    var silence: Silence? {
        if ignoresSilence { return nil }
        if history.silencedUntil(.pause, at: at) != nil { return .paused }
        if history.silencedUntil(.snooze, at: at) != nil { return .snoozed }
        return nil
    }

    /// It is not the time for bubbles.
    var hour: Silence? {
        if situation.isAsleep { return .asleep }
        if situation.workout == nil, let bed = situation.day?.bed, at >= bed - Self.beforeBed, at < bed {
            return .nearBedtime
        }
        return isQuietHour && !ignoresSilence ? .quietHours : nil
    }

    /// Whether the person has set this time aside.
    var isQuietHour: Bool {
        situation.configuration.quiet.contains(at, in: situation.timeline.circumstances.zone)
    }

    /// As ``hour``; what is for the time before bed may be said then.
    func hour(for proposal: Proposal) -> Silence? {
        proposal.trigger == .bedtime && hour == .nearBedtime ? nil : hour
    }

    /// It has just been said, or often enough.
    func pace(of proposal: Proposal) -> Silence? {
        switch proposal.cadence {
        case .urgent: return nil
        case .once(let cause):
            if history.count(of: proposal.guideline, since: cause) > 0 { return .backingOff }
        case .drinking, .lastDrinking:
            if isLongSilent, hasSpokenToday { return .unanswered }
            guard let next = backOff.next else { return .backingOff }
            if at < next { return .backingOff }
            if proposal.guideline == .drinkBeforeThirst, at < situation.endOfRest { return .gap }
        case .slot, .seldom:
            if isLongSilent, hasSpokenToday { return .unanswered }
            let wake = situation.day?.wake ?? .distantPast
            if proposal.precedence == .habit, case .seldom = proposal.cadence, hasNamedHabit(since: wake) {
                return .backingOff
            }
        }
        return at < gapEnd ? .gap : nil
    }

    /// Whether one of the seldom habits has had its word: one a day is enough.
    private func hasNamedHabit(since wake: Instant) -> Bool {
        let names = Set(Habit.all.map(\.guideline.rawValue))
        return history.words.contains { $0.at >= wake && names.contains($0.reminder.guideline) }
    }

    /// The end of the least time from the last bubble or drink. In a workout bubbles keep to the plan made for it, and
    /// whoever drinks a little after each is not asked less often for that.
    var gapEnd: Instant {
        let gap = situation.configuration.reminders.gap
        let isInWorkout = situation.workout != nil
        let ends = [
            history.lastSaying.map { $0.at + (isInWorkout ? min(gap, WorkoutNeed.interval) : gap) },
            history.drinks.last.map { $0.at + (isInWorkout ? min(gap, WorkoutNeed.pace) : gap) },
        ]
        return ends.compactMap(\.self).max() ?? .distantPast
    }

    /// Whether a clock step back lies between now and the time when this slot was shown.
    private func isShownAhead(_ proposal: Proposal) -> Bool {
        guard !history.ahead.isEmpty else { return false }
        let id = identity(of: proposal)
        return history.ahead.contains { $0.reminder.id.isSlot(id) }
    }

    /// The end of the last snooze, if nothing has been said or drunk since.
    private var isEndOfSnooze: Bool {
        guard let last = history.silences.last(where: { $0.kind == .snooze && $0.from < $0.until && $0.until <= at }),
            at - last.until < Self.lifetime
        else { return false }
        return history.lastBubble.map { $0.at < last.until } ?? true
            && history.drinks.last.map { $0.at < last.from } ?? true
    }

    /// Whether the person has neither drunk nor answered for two days.
    private var isLongSilent: Bool {
        let signs = [history.drinks.last?.at, history.answers.last?.at].compactMap(\.self)
        return at - (signs.max() ?? situation.timeline.circumstances.began) >= Self.longSilence
    }

    /// Whether a bubble has been shown in this workout, or else since waking.
    private var hasSpokenToday: Bool {
        let start = situation.workout?.start ?? situation.day?.wake ?? .distantPast
        return history.lastBubble.map { $0.at >= start } ?? false
    }
}

extension Situation {
    /// At rest what is asked for comes no more often than sixteen times from six in the morning to half an hour before
    /// the usual bedtime. A choice of this project.
    private static let rest = Duration.minutes(65)
    /// So near to thirst, as a part of the way there, nobody is left to wait.
    private static let endOfPatience = 0.9

    /// The end of the least time at rest from a bubble whose drink was had: who is large or old, or nurses a child, would
    /// be asked more often in great heat than a person can live with. It ends before thirst comes near.
    var endOfRest: Instant {
        let last = history.bubbles.last { $0.reminder.guideline == GuidelineID.drinkBeforeThirst.rawValue }
        guard let last, last.isAnswered, last.answer == nil else { return .distantPast }
        return reaches(lower.freeWaterDeficit, levelOfImpatience) ? .distantPast : last.at + Self.rest
    }

    /// The free-water deficit at which ``endOfRest`` counts no more.
    private var levelOfImpatience: Volume { body.thirstThreshold * Self.endOfPatience }

    /// When the wait for the next drink at rest may end.
    var endsOfRest: [Instant] {
        let end = endOfRest
        return end <= at ? [] : [end] + crossings(.lower, of: .freeWaterDeficit(levelOfImpatience))
    }
}

// MARK: - When it lets go

extension Arbiter {
    /// How long what is said seldom stays unsaid.
    private static let seldomCadences: [Duration] = [.days(7), .days(14), .days(30)]

    /// Instants after the situation's own at which the decision may become another by itself.
    func changes() -> [Instant] {
        let timeline = situation.timeline
        var instants: [Instant] = [gapEnd] + situation.endsOfRest
        if let next = backOff.next { instants.append(next) }
        if let bubble = history.lastBubble { instants.append(bubble.at + Self.lifetime) }
        if let stop = history.stops.last { instants.append(stop.at + Self.lifetimeOfStop) }
        if let sign = history.lastSign { instants.append(sign + Situation.awakeAfterEntry) }
        for bubble in history.ahead { instants.append(bubble.at) }
        for silence in history.silences { instants += [silence.until, silence.until + Self.lifetime] }
        for workout in timeline.workouts {
            instants += [workout.start, workout.start + Situation.justBegun, workout.end]
        }
        for day in timeline.days { instants += [day.wake, day.bed - Self.beforeBed, day.bed] }
        instants += timeline.reminderThresholdChanges
        instants += situation.configuration.quiet.edges(of: timeline.days, in: timeline.circumstances.zone)
        instants += situation.crossings(.lower, of: .waterDeficit(DrinkingLimits.smallest))
        instants += DrinkingLimits(situation: situation).changes()
        for rule in situation.rules { instants += rule.changes(after: situation) }
        for said in situation.recollection.said {
            for every in Self.seldomCadences { instants.append(said.at + every) }
        }
        for injury in situation.recollection.injuries { instants.append(injury + .hours(48)) }
        return instants
    }
}
