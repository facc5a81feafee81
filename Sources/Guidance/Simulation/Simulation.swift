// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// The planner over a made-up stretch of time, with a virtual clock and a simulated person.
///
/// It asks the planner exactly when the daemon would: after every entry and when the plan says that it changes.
public struct Simulation {
    /// What the simulated person does with a reminder.
    public enum Policy: Hashable, Sendable {
        /// Never answers.
        case ignore
        /// Presses the first button after the delay, which logs what was proposed.
        case obey(after: Duration)
    }

    /// Something a person does at an instant.
    public enum Act: Hashable, Sendable {
        case log(Event)
        /// Logs something that happened, or will happen, at another instant.
        case tell(Event, of: Instant)
        /// From here on the person does this with reminders.
        case follow(Policy)
        /// From here on the person is there.
        case be(Presence)
        /// From here on these settings are in force, but for the zone.
        case configure(Configuration)
    }

    /// What a person does about a reminder that stands on the desktop.
    enum Response: Hashable {
        /// Presses the first button.
        case press
        case log(Event)
    }

    /// Something that happened, with the balance right after it.
    public struct Happening: Sendable {
        public enum What: Sendable {
            case entry(Entry)
            case reminder(Reminder)
            case answer(ReminderID, volume: Volume?)
            case withdrawn(ReminderID)
        }

        public let at: Instant
        public let what: What
        public let plan: Plan
        /// Whether the question about the person's health goes with the reminder, as with the first bubble of a day.
        public var asksAboutHealth = false
        /// What to take along to the workout that was started or planned.
        public var provision: Provision?
        /// What the silence held back that has just ended, or was ended by this.
        public var heldBack: HeldBack?
        /// What is said of the cramp that was logged or answered about.
        public var relief: CrampRelief?
    }

    public private(set) var configuration: Configuration
    public let zone: ZoneRules
    public let start: Instant
    public let end: Instant

    /// What the planner sees: effective, in order of time, without what is too old to count.
    public private(set) var entries: [Entry] = []
    private var nextID: Int64 = 1
    private var policy: Policy
    private var presence = Presence.present
    private var standing: Reminder?
    private var responses: [(at: Instant, to: Reminder, Response)] = []
    /// The plan made last, until something is logged.
    private var known: Plan?
    private var prunedAt: Instant
    /// When the planner is to be asked next.
    private var due: Instant

    public init(configuration: Configuration, zone: ZoneRules, start: Instant, end: Instant, policy: Policy = .ignore) {
        self.configuration = configuration
        self.zone = zone
        self.start = start
        self.end = end
        self.policy = policy
        prunedAt = start
        due = start
    }

    /// Runs from start to end through `acts` (in order of time) and tells `report` everything that happens.
    public mutating func run(_ acts: [(at: Instant, act: Act)], report: (Happening) -> Void) {
        run(acts, responding: nil, report: report)
    }

    /// As above, with a person who does what `responding` says about each reminder, in order of time, instead of
    /// following the policy.
    mutating func run(
        _ acts: [(at: Instant, act: Act)], responding: ((Reminder) -> [(after: Duration, Response)])?,
        report: (Happening) -> Void
    ) {
        for (at, act) in acts where at <= end {
            advance(to: at, responding, report)
            perform(act, at: at, report: report)
        }
        while due <= end { look(responding, report) }
    }

    /// Lets the time pass until `instant`, at which nothing has happened yet, and tells `report` everything that
    /// happens before it.
    public mutating func advance(to instant: Instant, report: (Happening) -> Void) {
        advance(to: instant, nil, report)
    }

    private mutating func advance(
        to instant: Instant, _ responding: ((Reminder) -> [(after: Duration, Response)])?, _ report: (Happening) -> Void
    ) {
        while due < instant, due <= end { look(responding, report) }
    }

    /// Asks the planner at the instant that is due, as the daemon does when its timer fires.
    private mutating func look(
        _ responding: ((Reminder) -> [(after: Duration, Response)])?, _ report: (Happening) -> Void
    ) {
        let now = due
        while let next = responses.first, next.at <= now {
            responses.removeFirst()
            respond(next.2, to: next.to, at: now, report)
        }
        let settled = settle(at: now, responding, report)
        due = max(min(settled.nextChange, responses.first?.at ?? .distantFuture), now + .microseconds(1))
    }

    /// The plan at `at`, with every entry so far.
    public func plan(at: Instant) -> Plan {
        if let known, known.at == at { return known }
        return Planner.plan(timeline: timeline(at: at), configuration: configuration, presence: presence)
    }

    /// What is being asked at `at` that `answer` would be given to; nil when nothing is.
    public func question(for answer: ReminderAnswer, at: Instant) -> ReminderID? {
        Planner.question(for: answer, timeline: timeline(at: at), configuration: configuration)
    }

    private func timeline(at: Instant) -> Timeline {
        Timeline(entries: entries, circumstances: configuration.circumstances(zone: zone, began: start), now: at)
    }
}

// MARK: - What the person does

extension Simulation {
    /// Does `act` at `instant`, to which the time has been advanced.
    public mutating func perform(_ act: Act, at instant: Instant, report: (Happening) -> Void) {
        let now = max(instant, start)
        due = now
        switch act {
        case .follow(let policy): self.policy = policy
        case .configure(let configuration):
            self.configuration = configuration
            known = nil
        case .be(let presence):
            self.presence = presence
            known = nil
        case .log(let event): log(event, of: now, at: now, report)
        case .tell(let event, let instant): log(event, of: instant, at: now, report)
        }
    }

    private mutating func log(_ event: Event, of instant: Instant, at now: Instant, _ report: (Happening) -> Void) {
        let entry = append(event, of: instant, at: now)
        var happening = Happening(at: now, what: .entry(entry), plan: planned(at: now))
        if event.kind == .workoutStarted || event.kind == .plannedWorkout {
            happening.provision = Planner.provision(
                for: entry.id, timeline: timeline(at: now), configuration: configuration)
        }
        if event == .resume {
            happening.heldBack = Planner.heldBack(
                endingAt: now, timeline: timeline(at: now), configuration: configuration)
        }
        if event.kind == .cramp || event.kind == .answer {
            happening.relief = Planner.relief(
                after: entry.id, timeline: timeline(at: now), configuration: configuration)
        }
        report(happening)
    }

    private mutating func respond(
        _ response: Response, to reminder: Reminder, at now: Instant, _ report: (Happening) -> Void
    ) {
        switch response {
        case .log(let event): log(event, of: now, at: now, report)
        case .press:
            // A bubble that has been withdrawn has no button.
            guard standing?.id == reminder.id else { return }
            standing = nil
            let volume = reminder.volume
            let answer = ReminderAnswer.firstButton(of: reminder)
            append(volume.map { .drink(reminder.drink($0)) } ?? .answer(reminder.id, answer), of: now, at: now)
            report(Happening(at: now, what: .answer(reminder.id, volume: volume), plan: planned(at: now)))
        }
    }

    private func responses(
        to reminder: Reminder, at now: Instant, _ responding: ((Reminder) -> [(after: Duration, Response)])?
    ) -> [(at: Instant, to: Reminder, Response)] {
        let responses: [(after: Duration, Response)]
        if let responding {
            responses = responding(reminder)
        } else if case .obey(let delay) = policy {
            responses = [(delay, .press)]
        } else {
            responses = []
        }
        return responses.map { (now + $0.after, reminder, $0.1) }
    }
}

// MARK: - What the daemon does

extension Simulation {
    private mutating func planned(at now: Instant) -> Plan {
        let plan = plan(at: now)
        known = plan
        return plan
    }

    /// Shows what is due and withdraws what is not, as the daemon does.
    private mutating func settle(
        at now: Instant, _ responding: ((Reminder) -> [(after: Duration, Response)])?, _ report: (Happening) -> Void
    ) -> Plan {
        let plan = planned(at: now)
        switch plan.decision {
        case .show(let reminder):
            withdraw(at: now, plan, report)
            let asksAboutHealth = asksAboutHealth(at: now)
            append(.shown(reminder.record), of: now, at: now)
            standing = reminder
            responses += responses(to: reminder, at: now, responding)
            responses.sort { $0.at < $1.at }
            let shown = planned(at: now)
            report(
                Happening(
                    at: now, what: .reminder(reminder), plan: shown, asksAboutHealth: asksAboutHealth,
                    heldBack: plan.heldBack))
            return shown
        case .keep(let id):
            if standing?.id != id { withdraw(at: now, plan, report) }
        case .silent, .greet:
            withdraw(at: now, plan, report)
        }
        return plan
    }

    private func asksAboutHealth(at now: Instant) -> Bool {
        guard !configuration.health.isChecked else { return false }
        let today = configuration.day.wakingDays(touching: now...now, in: zone).last { $0.wake <= now }?.wake
        return !entries[entries.firstIndex(notBefore: today ?? start)...].contains { $0.event.kind == .shown }
    }

    private mutating func withdraw(at now: Instant, _ plan: Plan, _ report: (Happening) -> Void) {
        guard let reminder = standing else { return }
        standing = nil
        report(Happening(at: now, what: .withdrawn(reminder.id), plan: plan))
    }

    @discardableResult
    private mutating func append(_ event: Event, of instant: Instant, at now: Instant) -> Entry {
        let token = Token("simulation-\(nextID)")!
        let entry = Entry(
            id: .init(nextID), at: instant, place: zone.offset(at: instant), recordedAt: now, token: token,
            event: event)
        nextID += 1
        known = nil
        if case .retraction(let id) = event {
            entries.removeAll { $0.id == id }
        } else {
            entries.insert(entry, at: entries.firstIndex(notBefore: instant + .microseconds(1)))
        }
        prune(at: now)
        return entry
    }

    /// Once a day, keeps to the planner's window: sixty days, and what lies around the weigh-ins before them.
    private mutating func prune(at now: Instant) {
        guard now - prunedAt >= .days(1) else { return }
        prunedAt = now
        let old = entries[..<entries.firstIndex(notBefore: now - .days(60))]
        let weighIns = old.filter { $0.event.kind == .bodyMass }.map(\.at)
        let kept = old.filter { entry in
            weighIns.contains { entry.at >= $0 - .days(1) && entry.at <= $0 + .days(1) }
        }
        entries.replaceSubrange(old.indices, with: kept)
    }
}

extension ReminderAnswer {
    /// What the first button of a bubble without a drink says.
    fileprivate static func firstButton(of reminder: Reminder) -> ReminderAnswer {
        reminder.asksAboutCramp || reminder.asksWhetherWorkoutRuns ? .yes : .seen
    }
}
