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
        /// From here on the person does this with reminders.
        case follow(Policy)
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
    }

    public let configuration: Configuration
    public let zone: ZoneRules
    public let start: Instant
    public let end: Instant

    private var entries: [Entry] = []
    private var nextID: Int64 = 1
    private var policy: Policy
    private var standing: (reminder: Reminder, pressAt: Instant?)?

    public init(configuration: Configuration, zone: ZoneRules, start: Instant, end: Instant, policy: Policy = .ignore) {
        self.configuration = configuration
        self.zone = zone
        self.start = start
        self.end = end
        self.policy = policy
    }

    /// Runs from start to end through `acts` (in order of time) and tells `report` everything that happens.
    public mutating func run(_ acts: [(at: Instant, act: Act)], report: (Happening) -> Void) {
        var acts = acts[...]
        var now = start
        while now <= end {
            while let next = acts.first, next.at <= now {
                acts = acts.dropFirst()
                perform(next.act, at: now, report)
            }
            if let due = standing?.pressAt, due <= now { press(at: now, report) }
            let settled = settle(at: now, report)
            let candidates = [settled.nextChange, acts.first?.at, standing?.pressAt].compactMap(\.self)
            let next = candidates.min() ?? end.advanced(by: .seconds(1))
            now = max(next, now + .microseconds(1))
        }
    }

    /// The plan at `at`, with every entry so far.
    public func plan(at: Instant) -> Plan {
        // The window of the planner: sixty days, and every weigh-in.
        let first = entries.firstIndex { $0.at > at - .days(60) } ?? entries.endIndex
        let weighIns = entries[..<first].filter { $0.event.kind == .bodyMass }
        let timeline = Timeline(
            entries: weighIns + entries[first...], circumstances: configuration.circumstances(zone: zone, began: start),
            now: at)
        return Planner.plan(timeline: timeline, configuration: configuration, presence: .present)
    }

    private mutating func perform(_ act: Act, at now: Instant, _ report: (Happening) -> Void) {
        switch act {
        case .follow(let policy): self.policy = policy
        case .log(let event):
            let entry = append(event, at: now)
            report(Happening(at: now, what: .entry(entry), plan: plan(at: now)))
        }
    }

    /// Shows what is due and withdraws what is not, as the daemon does, until nothing changes any more.
    private mutating func settle(at now: Instant, _ report: (Happening) -> Void) -> Plan {
        var plan = plan(at: now)
        if case .show(let reminder) = plan.decision {
            withdraw(at: now, plan, report)
            append(.shown(reminder.record), at: now)
            plan = self.plan(at: now)
            report(Happening(at: now, what: .reminder(reminder), plan: plan))
            if case .obey(let delay) = policy { standing = (reminder, now + delay) } else { standing = (reminder, nil) }
        } else if case .keep(let id) = plan.decision, id == standing?.reminder.id {
            return plan
        } else {
            withdraw(at: now, plan, report)
        }
        return plan
    }

    private mutating func withdraw(at now: Instant, _ plan: Plan, _ report: (Happening) -> Void) {
        guard let (reminder, _) = standing else { return }
        standing = nil
        report(Happening(at: now, what: .withdrawn(reminder.id), plan: plan))
    }

    /// The person presses the first button.
    private mutating func press(at now: Instant, _ report: (Happening) -> Void) {
        guard let (reminder, _) = standing else { return }
        standing = nil
        if let volume = reminder.volume {
            append(.drink(reminder.drink(volume)), at: now)
        } else {
            append(.answer(reminder.id, .seen), at: now)
        }
        report(Happening(at: now, what: .answer(reminder.id, volume: reminder.volume), plan: plan(at: now)))
    }

    @discardableResult
    private mutating func append(_ event: Event, at now: Instant) -> Entry {
        let token = Token("simulation-\(nextID)")!
        let entry = Entry(
            id: .init(nextID), at: now, place: zone.offset(at: now), recordedAt: now, token: token, event: event)
        nextID += 1
        entries.append(entry)
        return entry
    }
}

extension Configuration {
    /// What the timeline reads entries against.
    public func circumstances(zone: ZoneRules, began: Instant) -> Circumstances {
        Circumstances(profile: profile, rhythm: day, indoor: indoor, zone: zone, began: began)
    }
}

extension Reminder {
    /// What the diary keeps of it.
    public var record: ShownReminder {
        ShownReminder(id: id, guideline: guideline.rawValue, volume: volume, withElectrolytes: withElectrolytes)
    }

    /// The drink that its button logs: water, or a sports drink when salts belong to it.
    public func drink(_ volume: Volume) -> Drink {
        let name = withElectrolytes ? "sports-drink" : "water"
        // Both stand in the table; a test holds it to that.
        let beverage = (try? BeverageTable.find(name)) ?? BeverageTable.all[0]
        return Drink(beverage, volume: volume, answers: id)
    }
}
