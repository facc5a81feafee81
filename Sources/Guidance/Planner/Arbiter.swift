// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Decides, of all that the rules have to say, what is said now: safety first, then one thing at a time, merged with
/// what belongs to it, and never more often than a person can live with.
struct Arbiter {
    let situation: Situation

    /// What is ignored comes again after these, then not until something changes.
    static let backOff: [Duration] = [.minutes(30), .minutes(60), .minutes(120)]
    /// A drink of one's own that leaves the threshold passed opens one more bubble after this long.
    static let afterOwnDrink = Duration.minutes(60)
    /// "Skip" is heard for this long.
    static let afterSkip = Duration.minutes(120)
    /// Nothing is said so shortly before bed.
    static let beforeBed = Duration.minutes(30)
    /// In a workout the gap is never longer than this.
    static let gapInWorkout = Duration.minutes(15)
    /// Without a drink or an answer for this long, one bubble a day and one a workout.
    static let longSilence = Duration.hours(48)
    /// A bubble stands for this long unless it is answered or withdrawn.
    static let lifetime = Duration.minutes(30)
    /// A critical one stands for this long.
    static let criticalLifetime = Duration.hours(3)

    private var at: Instant { situation.at }
    private var history: History { situation.history }

    /// What should be on the desktop at the situation's instant.
    func decision() -> Decision {
        let speaking = Rules.all
            .filter { isAllowed($0.guideline) }
            .compactMap { $0.proposal(in: situation) }
            .sorted { $0.precedence < $1.precedence }

        if let stop = speaking.first(where: { $0.precedence == .stop }) {
            return isSeen ? .show(reminder(stop, volume: nil, with: [])) : .silent(.init(situation.presence))
        }
        // A stop silences everything else until the surplus is gone.
        if situation.course.surplus(at: at) != nil { return standingStop.map { .keep($0) } ?? .silent(.surplus) }
        if let standing = standing(among: speaking) { return .keep(standing) }

        var refusal: Silence?
        for (index, proposal) in speaking.enumerated() {
            switch sized(proposal) {
            case .failure(let refused): refusal = refusal ?? refused.silence
            case .success(let volume):
                if let held = hold(proposal) { return .silent(held) }
                return .show(reminder(proposal, volume: volume, with: Array(speaking[(index + 1)...])))
            }
        }
        return .silent(refusal ?? quietestReason)
    }

    /// Why nothing is said when no rule speaks.
    private var quietestReason: Silence {
        DrinkingLimits.allowsVolumes(situation.configuration, situation.body) ? .balanced : .volumesOff
    }

    /// Safety speaks whatever the switches say.
    private func isAllowed(_ id: GuidelineID) -> Bool {
        let guideline = Catalogue[id]
        return guideline.topic == .safety || situation.configuration.guidance.allows(guideline)
    }

    private func sized(_ proposal: Proposal) -> Result<ProposedVolume?, DrinkingLimits.Refusal> {
        guard let drink = proposal.drink else { return .success(nil) }
        return DrinkingLimits(situation: situation).propose(drink.volume, meaning: drink.meaning).map(\.self)
    }

    private func reminder(_ proposal: Proposal, volume: ProposedVolume?, with others: [Proposal]) -> Reminder {
        let salts = others.filter { $0.withElectrolytes && $0.precedence == .electrolytes }.map(\.guideline)
        let after = situation.lower.freeWaterDeficit - (volume?.volume ?? .zero)
        // A drink that would leave the blood thinner than before the reminder asks for salts in it.
        let dilutes = volume != nil && after < situation.body.totalBodyWater * -0.005
        let wantsSalts = proposal.withElectrolytes || !salts.isEmpty || dilutes
        return Reminder(
            id: identity(of: proposal), guideline: proposal.guideline, others: salts, due: at, proposal: volume,
            withElectrolytes: wantsSalts && !situation.configuration.health.forbidsSalts,
            isCritical: proposal.isCritical, reason: proposal.reason)
    }

    /// The name of the slot: it depends on the diary alone.
    private func identity(of proposal: Proposal) -> ReminderID {
        let (cause, slot) =
            switch proposal.cadence {
            case .drinking: (lastChange, rungs.count)
            case .once(let cause): (cause, 0)
            case .urgent(let cause, let slot): (cause, slot)
            }
        return ReminderID("\(proposal.guideline.rawValue)@\(cause.seconds).\(slot)")
    }
}

// MARK: - What is on the desktop already

extension Arbiter {
    /// The bubble shown last, while it still says what is true and nobody has answered it.
    private func standing(among speaking: [Proposal]) -> ReminderID? {
        guard let last = history.shown.last(where: { $0.at <= at }), !history.isAnswered(last.reminder.id) else {
            return nil
        }
        let age = at - last.at
        let stillSaid = speaking.contains { $0.guideline.rawValue == last.reminder.guideline }
        guard !last.reminder.isStop, stillSaid, age < Self.lifetime, !isAnsweredByAct(since: last.at) else {
            return nil
        }
        return hold(untimed: true) == nil ? last.reminder.id : nil
    }

    /// The stop bubble, while the surplus it speaks of stands.
    private var standingStop: ReminderID? {
        guard let last = history.shown.last(where: { $0.reminder.isStop && $0.at <= at }),
            !history.isAnswered(last.reminder.id), at - last.at < Self.criticalLifetime,
            let surplus = situation.course.surplus(at: at), surplus.since <= last.at
        else { return nil }
        return last.reminder.id
    }

    /// Whether something was drunk or silenced since.
    private func isAnsweredByAct(since instant: Instant) -> Bool {
        history.drinks.contains { $0.at >= instant && $0.at <= at }
            || history.snoozes.contains { $0.from >= instant && $0.from <= at }
            || history.pauses.contains { $0.from >= instant && $0.from <= at }
    }
}

// MARK: - What holds back

extension Arbiter {
    /// Why `proposal` may not be said now; nil when it may.
    private func hold(_ proposal: Proposal) -> Silence? {
        if let untimed = hold(untimed: false) { return untimed }
        if isEndOfSnooze { return nil }
        switch proposal.cadence {
        case .urgent: return nil
        case .once(let cause):
            let said = history.shown.contains { $0.reminder.guideline == proposal.guideline.rawValue && $0.at >= cause }
            return said ? .backingOff : at < gapEnd ? .gap : nil
        case .drinking:
            if isLongSilent, hasSpokenToday { return .unanswered }
            if let next = nextRung {
                return at < next ? (rungs.isEmpty ? .gap : .backingOff) : at < gapEnd ? .gap : nil
            }
            return .backingOff
        }
    }

    /// What holds everything back that the product starts, whatever has been said before. At the end of a snooze, which
    /// the person asked for, only their absence does.
    private func hold(untimed keepsBubble: Bool) -> Silence? {
        if !isSeen { return .init(situation.presence) }
        if history.pausedUntil(at: at) != nil { return .paused }
        if history.snoozedUntil(at: at) != nil { return .snoozed }
        if !keepsBubble, isEndOfSnooze { return nil }
        if situation.isAsleep { return .asleep }
        if situation.workout == nil {
            if let day = situation.timeline.day(at: at), at >= day.bed - Self.beforeBed, at < day.bed {
                return .nearBedtime
            }
        }
        return situation.configuration.quiet.contains(at, in: situation.timeline.circumstances.zone) ? .quietHours : nil
    }

    /// Whether a bubble would be seen. In a workout *idle* is not *away*: a trainer stands beside the desk.
    private var isSeen: Bool {
        situation.presence == .present || situation.presence == .idle && situation.workout != nil
    }

    /// A snooze has run out and nothing has been said since.
    private var isEndOfSnooze: Bool {
        guard let last = history.snoozes.last(where: { $0.until <= at && $0.until > $0.from }),
            at - last.until < Self.lifetime
        else { return false }
        return !history.shown.contains { $0.at >= last.until && $0.at <= at }
            && !history.drinks.contains { $0.at >= last.from && $0.at <= at }
    }
}

// MARK: - How often

extension Arbiter {
    /// The last thing that gives a reason to ask afresh: an answer, a drink that brought the deficit below the
    /// threshold, a workout starting or ending, waking.
    private var lastChange: Instant {
        var change = situation.timeline.circumstances.began
        func consider(_ instant: Instant) {
            if instant <= at, instant > change { change = instant }
        }
        history.answers.forEach { consider($0.at) }
        for workout in situation.timeline.workouts where workout.status != .planned {
            consider(workout.start)
            if workout.status != .running { consider(workout.end) }
        }
        if let wake = situation.timeline.day(at: at)?.wake { consider(wake) }
        for node in situation.course.nodes(from: change, to: at) where node.drink != nil {
            if node.runs.lower.freeWaterDeficit < situation.body.reminderThreshold { consider(node.at) }
        }
        return change
    }

    /// The drinking bubbles since the last change.
    private var rungs: [History.Shown] {
        let change = lastChange
        return history.drinkingBubbles.filter { $0.at >= change && $0.at <= at }
    }

    /// When the next bubble of the back-off may come; nil when it has run out.
    private var nextRung: Instant? {
        let change = lastChange
        let rungs = self.rungs
        guard let last = rungs.last else {
            let skipped = history.answers.last { $0.at == change && $0.answer == .skip }
            return skipped == nil ? change : change + Self.afterSkip
        }
        if rungs.count <= Self.backOff.count { return last.at + Self.backOff[rungs.count - 1] }
        let own = history.drinks.last { !$0.isAnswer && $0.at > last.at && $0.at <= at }
        return own.map { $0.at + Self.afterOwnDrink }
    }

    /// The end of the least time from the last bubble or drink.
    private var gapEnd: Instant {
        let gap = situation.configuration.reminders.gap
        let length = situation.workout == nil ? gap : min(gap, Self.gapInWorkout)
        let bubble = history.shown.last { $0.at <= at }?.at ?? .distantPast
        let drink = history.drinks.last { $0.at <= at }?.at ?? .distantPast
        return max(bubble, drink) + length
    }

    /// Whether the person has neither drunk nor answered for two days.
    private var isLongSilent: Bool {
        let drink = history.drinks.last { $0.at <= at }?.at
        let answer = history.answers.last { $0.at <= at }?.at
        let sign = [drink, answer].compactMap(\.self).max() ?? situation.timeline.circumstances.began
        return at - sign >= Self.longSilence
    }

    /// Whether a drinking bubble has been shown in this workout, or else since waking.
    private var hasSpokenToday: Bool {
        let start = situation.workout?.start ?? situation.timeline.day(at: at)?.wake ?? .distantPast
        return history.drinkingBubbles.contains { $0.at >= start && $0.at <= at }
    }

    /// Instants after the situation's own at which what holds back may let go.
    func changes() -> [Instant] {
        let timeline = situation.timeline
        var instants: [Instant] = [gapEnd]
        if let next = nextRung { instants.append(next) }
        for bubble in history.shown.suffix(8) {
            instants.append(bubble.at + Self.lifetime)
            instants.append(bubble.at + DrinkingLimits.pendingFor)
            if bubble.reminder.isStop { instants.append(bubble.at + Self.criticalLifetime) }
        }
        for drink in history.drinks where drink.at > at - .days(1) {
            for window in [Duration.hours(1), .hours(3), .days(1)] { instants.append(drink.at + window) }
        }
        if let last = history.drinks.last { instants.append(last.at + Self.afterOwnDrink) }
        for stretch in history.snoozes + history.pauses { instants.append(stretch.until) }
        if let sign = history.signsOfLife.last { instants.append(sign + Situation.awakeAfterEntry) }
        for workout in timeline.workouts { instants += [workout.start, workout.end] }
        for day in timeline.days { instants += [day.wake, day.bed - Self.beforeBed, day.bed] }
        instants += timeline.climate.changes
        instants += situation.configuration.quiet.edges(of: timeline.days, in: timeline.circumstances.zone)
        let end = timeline.now + Timeline.horizon
        for level in [DrinkingLimits.smallest, .milliliters(150), .zero] {
            if let instant = situation.course.first(.lower, reaches: .waterDeficit(level), from: at, until: end) {
                instants.append(instant)
            }
        }
        return instants
    }
}

extension Silence {
    fileprivate init(_ presence: Presence) {
        switch presence {
        case .locked: self = .locked
        case .unreachable: self = .noNotificationServer
        case .present, .idle, .away: self = .away
        }
    }
}
