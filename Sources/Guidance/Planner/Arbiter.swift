// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Decides, of all that the rules have to say, what is said now: safety first, then one thing at a time, merged with
/// what belongs to it, and never more often than a person can live with.
struct Arbiter {
    let situation: Situation
    let backOff: BackOff

    /// In a workout the gap is never longer than this.
    static let gapInWorkout = Duration.minutes(15)
    /// Without a drink or an answer for this long, one bubble a day and one a workout.
    static let longSilence = Duration.hours(48)
    /// A bubble stands for this long unless it is answered or withdrawn.
    static let lifetime = Duration.minutes(30)
    /// The one to stop drinking stands for this long.
    static let lifetimeOfStop = Duration.hours(3)

    init(_ situation: Situation) {
        self.situation = situation
        backOff = BackOff(situation)
    }

    var at: Instant { situation.at }
    var history: History { situation.history }

    /// What should be on the desktop at the situation's instant.
    func decision() -> Decision {
        let speaking = Rules.all.compactMap { $0.proposal(in: situation) }.filter(isAllowed)
        if let stop = speaking.first(where: { $0.precedence == .stop }) {
            if let held = hold(stop) { return .silent(held) }
            return .show(reminder(stop, volume: nil, with: []))
        }
        // What has gone in too much silences everything that asks for a drink, until it is made up.
        if let surplus = situation.course.surplus(at: at) {
            return standingStop(since: surplus.since).map { .keep($0) } ?? .silent(.surplus)
        }
        if let standing = standing(among: speaking) { return .keep(standing) }

        var refusal: Silence?
        for (index, proposal) in speaking.enumerated() {
            switch sized(proposal) {
            case .failure(let refused): refusal = refusal ?? refused.silence
            case .success(let volume):
                if let held = hold(proposal) { return .silent(refusal ?? held) }
                return .show(reminder(proposal, volume: volume, with: speaking[(index + 1)...]))
            }
        }
        let isOff = !DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        return .silent(refusal ?? (isOff ? .volumesOff : .balanced))
    }

    /// Safety speaks whatever the switches say.
    private func isAllowed(_ proposal: Proposal) -> Bool {
        let guideline = Catalogue[proposal.guideline]
        return guideline.topic == .safety || situation.configuration.guidance.allows(guideline)
    }

    private func sized(_ proposal: Proposal) -> Result<ProposedVolume?, DrinkingLimits.Refusal> {
        guard let drink = proposal.drink else { return .success(nil) }
        return DrinkingLimits(situation: situation).propose(drink.volume, meaning: drink.meaning).map(\.self)
    }
}

// MARK: - Wording it together

extension Arbiter {
    private func reminder(
        _ proposal: Proposal, volume: ProposedVolume?, with others: ArraySlice<Proposal>
    ) -> Reminder {
        let salts = others.filter { $0.precedence == .electrolytes && pace(of: $0) == nil }.map(\.guideline)
        // A drink that would leave the blood thinner than it should be asks for salts in it.
        let after = situation.lower.freeWaterDeficit - (volume?.volume ?? .zero)
        let dilutes = volume != nil && after < situation.body.totalBodyWater * -0.005
        let wantsSalts = proposal.withElectrolytes || !salts.isEmpty || dilutes
        return Reminder(
            id: identity(of: proposal), guideline: proposal.guideline, others: salts, due: at, proposal: volume,
            withElectrolytes: wantsSalts && ElectrolyteNeed.allowsSalts(situation.configuration, situation.body),
            isCritical: proposal.isCritical, reason: reason(for: proposal))
    }

    private func reason(for proposal: Proposal) -> Reason {
        Reason(
            trigger: proposal.trigger, lower: situation.lower, median: situation.median,
            threshold: proposal.threshold, thirstAt: situation.thirstAt, workout: proposal.workout?.id,
            electrolyteLoss: proposal.workout?.electrolyteLoss)
    }

    /// The name of the slot: it depends on the diary alone.
    func identity(of proposal: Proposal) -> ReminderID {
        let (cause, slot) =
            switch proposal.cadence {
            case .drinking: (backOff.change, backOff.count)
            case .once(let cause): (cause, history.count(of: proposal.guideline, since: cause))
            case .urgent(let cause, let slot): (cause, slot)
            }
        return ReminderID("\(proposal.guideline.rawValue)@\(cause.seconds).\(slot)")
    }
}

// MARK: - What is on the desktop already

extension Arbiter {
    /// The bubble shown last, while it still says what is true and nobody has answered it. Somebody who has gone away
    /// finds it when they return.
    private func standing(among speaking: [Proposal]) -> ReminderID? {
        guard let last = history.lastBubble, !last.isStop, !last.isAnswered, at - last.at < Self.lifetime,
            speaking.contains(where: { $0.guideline.rawValue == last.reminder.guideline }),
            !isAnsweredByAct(since: last.at), silence == nil, !hasHourCome(since: last.at)
        else { return nil }
        return last.reminder.id
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

    /// Whether something was drunk or silenced since.
    private func isAnsweredByAct(since instant: Instant) -> Bool {
        history.drinks.last.map { $0.at >= instant } ?? false || history.silences.contains { $0.from >= instant }
    }
}
