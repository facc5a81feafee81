// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

extension Planner {
    /// Why `reminder` was or will be shown, or else what is said now, or why nothing is.
    ///
    /// - Parameters:
    ///   - reminder: nil is the one that stands, else the one to come.
    ///   - plan: made of the same timeline, configuration, presence and time at the desk.
    /// - Returns: nil for a reminder that was never shown and is not the one to come.
    public static func explain(
        _ reminder: ReminderID?, of plan: Plan, timeline: Timeline, configuration: Configuration, presence: Presence,
        activeSince: Instant? = nil
    ) -> Explanation? {
        // What waits for somebody to see it is explained as to somebody who were there.
        let absence = plan.waiting == nil ? nil : Arbiter(Situation(timeline, configuration, presence)).absence
        let situation = Situation(
            timeline, configuration, absence == nil ? presence : .present, activeSince: activeSince)
        let explainer = Explainer(plan: plan, situation: situation, timeline: timeline, absence: absence)
        guard let reminder else { return explainer.present() }
        if let shown = timeline.shown(reminder) { return explainer.explanation(of: shown, .shown) }
        guard let next = plan.next, next.reminder.id == reminder else { return nil }
        return explainer.explanation(of: next)
    }

    /// What `guideline` looks at and where its numbers stand.
    public static func standing(
        of guideline: GuidelineID, in plan: Plan, timeline: Timeline, configuration: Configuration, presence: Presence,
        activeSince: Instant? = nil
    ) -> GuidelineStanding {
        let situation = Situation(timeline, configuration, presence, activeSince: activeSince)
        let next = plan.next.flatMap { $0.reminder.guidelines.contains(guideline) ? $0.at : nil }
        return GuidelineStanding(
            guideline: guideline, isEnabled: situation.hears(guideline), isMuted: situation.mutes(guideline),
            at: plan.at, measures: situation.measures(of: guideline), nextAt: next, mass: situation.body.mass,
            units: configuration.units)
    }

    /// How the water that is lacking at `timeline`'s instant came about.
    public static func account(_ timeline: Timeline) -> WaterAccount {
        WaterAccount(timeline, BalanceCourse(timeline))
    }
}

extension Situation {
    /// Whether `guideline` speaks under the person's switches.
    fileprivate func hears(_ guideline: GuidelineID) -> Bool {
        guideline == .stretchBeforeBed
            ? StretchBeforeBed().isOn(in: self) : configuration.guidance.hears(Catalogue[guideline])
    }

    /// Whether health, age or a wrong line in the profile silence `guideline` whatever the switches say.
    fileprivate func mutes(_ guideline: GuidelineID) -> Bool {
        switch guideline {
        case .hotAndHumid: !HotAndHumid.isFor(configuration)
        case .drinkBeforeThirst, .drinkBeforeWorkout, .drinkDuringWorkout, .drinkAfterWorkout,
            .crampWaterFirst:
            !DrinkingLimits.allowsVolumes(configuration, body)
        case .replaceElectrolytes, .noWaterAlone, .crampThenSalts:
            !ElectrolyteNeed.allowsSalts(configuration, body)
        case .mineralsInFood: configuration.health.forbidsSalts
        case .crampHeat, .crampPinch, .crampCold, .contrastShower: !allowsHeatAndCold
        default: false
        }
    }
}

/// The making of an ``Explanation``.
private struct Explainer {
    let plan: Plan
    let situation: Situation
    let timeline: Timeline
    /// Why nobody would see what is to come; nil when somebody would.
    var absence: Silence?

    /// What is said now, or why nothing is.
    func present() -> Explanation {
        switch plan.decision {
        case .show(let due):
            var explanation = bare(.due)
            explanation.take(due)
            explanation.glass = glass(insteadOf: due.volume, at: plan.at)
            return explanation
        case .keep(let id):
            // The greeting may stand for a while: why else nothing is said, it does not tell.
            guard let shown = timeline.shown(id), GuidelineID(rawValue: shown.reminder.guideline) != nil else {
                return silent(Arbiter(situation).decision().silence ?? .balanced)
            }
            return explanation(of: shown, .due)
        case .greet(let id):
            var explanation = bare(.due)
            explanation.reminder = id
            explanation.measures = situation.measures(of: .drinkBeforeThirst)
            return explanation
        case .silent(let silence): return silent(silence)
        }
    }

    private func silent(_ silence: Silence) -> Explanation {
        var explanation = plan.next.map { self.explanation(of: $0) } ?? bare(.silent)
        explanation.silence = absence ?? silence
        if plan.next == nil { explanation.measures = situation.measures(of: .drinkBeforeThirst) }
        explanation.last = timeline.lastShown.map { .init($0.reminder.id, at: $0.at) }
        return explanation
    }

    /// The reminder to come. The numbers are those of now: nobody can check the ones to come.
    func explanation(of coming: Plan.Coming) -> Explanation {
        var explanation = bare(.coming)
        explanation.take(coming.reminder)
        explanation.at = coming.at
        explanation.measures = situation.measures(of: coming.reminder.guideline)
        explanation.silence = absence
        explanation.glass = glass(insteadOf: coming.reminder.volume, at: coming.at)
        return explanation
    }

    /// A reminder that was shown. The reason is not kept: the planner is asked again for that instant, with what the
    /// diary held then, and answers the same.
    func explanation(
        of shown: (entry: Entry, reminder: ShownReminder), _ standing: Explanation.Standing
    ) -> Explanation {
        let before = timeline.entries.filter { $0.id < shown.entry.id }
        // Not in the diary, but in the name: somebody was there, and had been for so long.
        let isOfSitting = shown.reminder.guideline == GuidelineID.moveOften.rawValue
        let activeSince = isOfSitting ? shown.reminder.id.cause : nil
        let then = Situation(
            Timeline(entries: before, circumstances: timeline.circumstances, now: shown.entry.at),
            situation.configuration, .present, activeSince: activeSince)
        let planThen = Planner.plan(
            timeline: then.timeline, configuration: situation.configuration, presence: .present,
            activeSince: activeSince)
        var explanation = Explainer(plan: planThen, situation: then, timeline: then.timeline).bare(standing)
        explanation.enabled = bare(standing).enabled
        explanation.nextChange = plan.nextChange
        explanation.reminder = shown.reminder.id
        explanation.guideline = GuidelineID(rawValue: shown.reminder.guideline)
        explanation.measures = explanation.guideline.map { then.measures(of: $0) } ?? []
        explanation.proposal = shown.reminder.volume
        explanation.withElectrolytes = shown.reminder.withElectrolytes
        explanation.sources = explanation.guideline.map { Catalogue[$0].sources } ?? []
        // Another configuration, or an entry taken back since, may have another answer: the record stands.
        if case .show(let reminder) = planThen.decision, reminder.id == shown.reminder.id {
            explanation.take(reminder)
        }
        if standing == .due { explanation.glass = glass(insteadOf: shown.reminder.volume, at: plan.at) }
        return explanation
    }

    /// The numbers, without any reminder.
    private func bare(_ standing: Explanation.Standing) -> Explanation {
        var explanation = Explanation(
            standing: standing, at: plan.at, lower: plan.lower, median: plan.median, losses: plan.losses,
            intakeToday: plan.intakeToday, targetToday: plan.targetToday)
        let segment = situation.course.node(at: plan.at).segment
        explanation.nextChange = plan.nextChange
        explanation.account = WaterAccount(timeline, situation.course)
        explanation.threshold = situation.reminderThreshold
        explanation.thirstAt = plan.thirstAt
        explanation.baselineRate = segment.baseline
        explanation.sweatRate = segment.sweat.median.water
        explanation.enabled = GuidelineID.allCases.filter { situation.hears($0) }
        explanation.units = situation.configuration.units
        return explanation
    }

    /// What a glass would change of a reminder that proposes `proposal` at `next`: the plan made again. Nil where nothing
    /// worth one is missing, where none may be proposed, in a workout, and where the reminder proposes no drink.
    private func glass(insteadOf proposal: Volume?, at next: Instant) -> Explanation.Glass? {
        let volume = situation.configuration.reminders.cup
        guard proposal != nil, situation.workout == nil, situation.lower.waterDeficit >= DrinkingLimits.smallest,
            DrinkingLimits(situation: situation).prohibition == nil
        else { return nil }
        let drink = Entry(
            id: Entry.ID((timeline.entries.map(\.id.number).max() ?? 0) + 1), at: plan.at,
            place: timeline.circumstances.zone.offset(at: plan.at), recordedAt: plan.at, token: Self.token,
            event: .drink(Drink(Reminder.water, volume: volume)))
        var entries = timeline.entries
        entries.insert(drink, at: entries.firstIndex(notBefore: plan.at + .microseconds(1)))
        let after = Planner.plan(
            timeline: Timeline(entries: entries, circumstances: timeline.circumstances, now: plan.at),
            configuration: situation.configuration, presence: situation.presence,
            activeSince: situation.activeSince)
        guard after.warnings.isEmpty, after.coming.map({ $0.at > next }) ?? true else { return nil }
        return Explanation.Glass(volume: volume, nextAt: after.coming?.at)
    }

    /// Tells a drink that nobody had from those of the diary.
    private static let token = Token("a-glass")!
}

extension Timeline {
    /// When `id` was shown last, and what was kept of it.
    fileprivate func shown(_ id: ReminderID) -> (entry: Entry, reminder: ShownReminder)? {
        for entry in entries.reversed() {
            if case .shown(let reminder) = entry.event, reminder.id == id { return (entry, reminder) }
        }
        return nil
    }

    /// The guideline that was shown last, within two days.
    fileprivate var lastShown: (at: Instant, reminder: ShownReminder)? {
        for entry in entries.reversed() where entry.at <= now {
            guard now - entry.at < .days(2) else { return nil }
            if case .shown(let reminder) = entry.event, GuidelineID(rawValue: reminder.guideline) != nil {
                return (entry.at, reminder)
            }
        }
        return nil
    }
}

extension Decision {
    fileprivate var silence: Silence? { if case .silent(let silence) = self { silence } else { nil } }
}
