// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Decides, of all that the rules have to say, what is said now: safety first, then one thing at a time, merged with
/// what belongs to it, and never more often than a person can live with.
struct Arbiter {
    let situation: Situation
    let backOff: BackOff
    /// Whether it decides as if nobody had asked for silence, in order to find out what that held back.
    let ignoresSilence: Bool

    /// Without a drink or an answer for this long, one bubble a day and one a workout.
    static let longSilence = Duration.hours(48)
    /// A bubble stands for this long unless it is answered or withdrawn.
    static let lifetime = Duration.minutes(30)
    /// The one to stop drinking stands for this long, and so does the one about the signs of a cramp that need help.
    static let lifetimeOfStop = Duration.hours(3)

    init(_ situation: Situation, ignoringSilence ignoresSilence: Bool = false) {
        self.situation = situation
        self.ignoresSilence = ignoresSilence
        backOff = BackOff(situation)
    }

    var at: Instant { situation.at }
    var history: History { situation.history }

    /// What should be on the desktop at the situation's instant.
    func decision() -> Decision {
        let speaking = situation.rules.compactMap { $0.proposal(in: situation) }
        if let stop = speaking.first(where: { $0.precedence == .stop }) {
            if let held = hold(stop) { return .silent(held) }
            return .show(reminder(stop, volume: nil, with: []))
        }
        if let cramp = speaking.first(where: { $0.precedence == .cramp }) {
            if let standing = standingQuestion(cramp) { return .keep(standing) }
            if !isSaid(cramp) { return hold(cramp).map { .silent($0) } ?? .show(reminder(cramp, with: speaking[...])) }
        }
        let surplus = situation.course.surplus(at: at)
        if let surplus, let stop = standingStop(since: surplus.since) { return .keep(stop) }
        if let question = speaking.first(where: { $0.precedence == .question }) {
            if let standing = standingQuestion(question) { return .keep(standing) }
            if !isSaid(question), hold(question) == nil { return .show(reminder(question, volume: nil, with: [])) }
        }
        // What has gone in too much silences everything that asks for a drink, until it is made up.
        if surplus != nil { return .silent(.surplus) }
        if let standing = standing(among: speaking) { return .keep(standing) }

        var refusal: Silence?
        var held: Silence?
        for (index, proposal) in speaking.enumerated() where proposal.precedence != .question && !isSaid(proposal) {
            // While one drink is held back no other takes its turn.
            if held != nil, proposal.isOfDrinking { continue }
            switch sized(proposal) {
            case .failure(let refused): refusal = refusal ?? refused.silence
            case .success(let volume):
                if let hold = hold(proposal) {
                    // The reason of what comes first.
                    held = held ?? refusal ?? hold
                } else {
                    return .show(reminder(proposal, volume: volume, with: speaking[(index + 1)...]))
                }
            }
        }
        if let held { return .silent(held) }
        let isOff = !DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        return .silent(refusal ?? (isOff ? .volumesOff : .balanced))
    }

    /// Whether it was said, and need not be said again yet. What has a back-off of its own is held back by that.
    func isSaid(_ proposal: Proposal) -> Bool {
        switch proposal.cadence {
        case .drinking, .lastDrinking, .once, .urgent: false
        case .slot(let cause, let slot):
            situation.recollection.hasSaid(proposal.guideline, cause: cause, slot: slot)
        case .seldom(_, let every):
            situation.recollection.lastSaid(proposal.guideline).map { at - $0 < every } ?? false
        }
    }

    private func sized(_ proposal: Proposal) -> Result<ProposedVolume?, DrinkingLimits.Refusal> {
        guard let drink = proposal.drink else { return .success(nil) }
        let limits = DrinkingLimits(situation: situation, isUp: proposal.precedence == .cramp)
        let volume = limits.propose(drink.volume, meaning: drink.meaning)
        if proposal.isDrinkOptional { return .success(try? volume.get()) }
        return volume.map(\.self)
    }
}

// MARK: - Wording it together

extension Arbiter {
    /// What is said of a cramp at hand: a drink only as far as the limits allow one, and a stop where too much has gone in.
    func reminder(_ cramp: Proposal, with others: ArraySlice<Proposal>) -> Reminder {
        var cramp = cramp
        if situation.course.surplus(at: at) != nil { cramp.others.append(.tooMuchWater) }
        return reminder(cramp, volume: (try? sized(cramp).get()) ?? nil, with: others)
    }

    private func reminder(
        _ proposal: Proposal, volume: ProposedVolume?, with others: ArraySlice<Proposal>
    ) -> Reminder {
        let companions = others.filter { other in
            other.belongs(to: proposal) && !isSaid(other)
                && (other.precedence != .electrolytes || pace(of: other) == nil)
        }
        let salts = companions.filter { $0.precedence == .electrolytes }
        // A drink that would leave the blood thinner than it should be asks for salts in it.
        let after = situation.lower.freeWaterDeficit - (volume?.volume ?? .zero)
        let dilutes = volume != nil && after < situation.body.totalBodyWater * -0.005
        let wantsSalts = proposal.withElectrolytes || !salts.isEmpty || dilutes
        return Reminder(
            id: identity(of: proposal).with(companions.compactMap(\.remembered)), guideline: proposal.guideline,
            others: (proposal.others + companions.map(\.guideline)).withSignsLast, due: at, proposal: volume,
            withElectrolytes: wantsSalts && ElectrolyteNeed.allowsSalts(situation.configuration, situation.body),
            isCritical: proposal.isCritical, reason: reason(for: proposal), provision: proposal.provision)
    }

    private func reason(for proposal: Proposal) -> Reason {
        Reason(
            trigger: proposal.trigger, lower: situation.lower, median: situation.median,
            measures: situation.measures(of: proposal.guideline, proposal), thirstAt: situation.thirstAt,
            workout: proposal.workout?.id, electrolyteLoss: proposal.workout?.electrolyteLoss)
    }

    /// The name of the slot: it depends on the diary alone.
    func identity(of proposal: Proposal) -> ReminderID {
        let (cause, slot) =
            switch proposal.cadence {
            case .drinking: (backOff.change, backOff.count)
            case .once(let cause): (cause, history.count(of: proposal.guideline, since: cause))
            case .seldom(let cause, _): (cause, 0)
            case .lastDrinking(let cause, let slot), .urgent(let cause, let slot), .slot(let cause, let slot):
                (cause, slot)
            }
        return ReminderID(proposal.guideline, cause: cause, slot: slot)
    }
}

// MARK: - What is on the desktop already

extension Arbiter {
    /// The bubble shown last, while it still says what is true and nobody has answered it. Somebody who has gone away
    /// finds it when they return.
    private func standing(among speaking: [Proposal]) -> ReminderID? {
        guard let last = history.lastBubble, !last.isStop, !last.isAnswered, at - last.at < Self.lifetime,
            speaking.contains(where: { isAbout($0, last.reminder) }),
            !history.hasActed(since: last.at), silence == nil, !hasHourCome(since: last.at)
        else { return nil }
        return last.reminder.id
    }

    /// The bubble about the cramp at hand or the workout left running. What was logged or set before does not take it
    /// away.
    private func standingQuestion(_ proposal: Proposal) -> ReminderID? {
        let lifetime = proposal.isCritical ? Self.lifetimeOfStop : Self.lifetime
        guard let last = history.lastBubble, !last.isAnswered, at - last.at < lifetime,
            isAbout(proposal, last.reminder)
        else { return nil }
        return last.reminder.id
    }

    private func isAbout(_ proposal: Proposal, _ shown: ShownReminder) -> Bool {
        guard proposal.guideline.rawValue == shown.guideline else { return false }
        return switch proposal.cadence {
        case .drinking, .lastDrinking, .once, .urgent: true
        case .slot, .seldom: shown.id.isSlot(identity(of: proposal))
        }
    }

    /// Whether the time for bubbles has ended since `instant`. One put off into a quiet hour stays in it.
    private func hasHourCome(since instant: Instant) -> Bool {
        hour != nil && Arbiter(situation.seen(at: instant)).hour == nil
    }

    /// The bubble to stop drinking, while the surplus it speaks of stands.
    private func standingStop(since surplus: Instant) -> ReminderID? {
        guard let last = history.stops.last, !last.isAnswered, at - last.at < Self.lifetimeOfStop, surplus <= last.at
        else { return nil }
        return last.reminder.id
    }
}

extension Proposal {
    /// Whether it is said in the bubble of `first` when both are due.
    fileprivate func belongs(to first: Proposal) -> Bool {
        switch precedence {
        case .electrolytes: first.isOfDrinking
        case .heat: first.isOfDrinking
        case .habit: first.isOfDrinking && (trigger == .workoutBegins || trigger == .workoutEnded)
        // The question, and what comes after it, is about nothing but the cramp at hand.
        case .crampAdvice: first.trigger == .cramp || first.precedence == .crampAdvice
        default: false
        }
    }

    /// What the name of another's bubble must remember of it.
    fileprivate var remembered: (guideline: GuidelineID, slot: Int)? {
        switch cadence {
        case .slot(_, let slot): (guideline, slot)
        case .seldom: (guideline, 0)
        case .drinking, .lastDrinking, .once, .urgent: nil
        }
    }
}

extension [GuidelineID] {
    /// The same with the signs that need help at the end, where they are looked for.
    fileprivate var withSignsLast: [GuidelineID] {
        contains(.crampUrgentSigns) ? filter { $0 != .crampUrgentSigns } + [.crampUrgentSigns] : self
    }
}
