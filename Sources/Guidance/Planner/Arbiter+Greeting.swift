// SPDX-License-Identifier: Apache-2.0

public import Diary
import Physiology

/// The one bubble of the first start. It is no guideline: it says that hydrated runs, on what it relies, and how that is
/// changed.
extension ReminderID {
    /// The greeting for a diary begun at `began`.
    init(greetingOf began: Instant) { self.init("\(ShownReminder.greetingName)@\(began.seconds).0") }
}

extension ShownReminder {
    /// What stands in the diary in the place of a guideline's id.
    static let greetingName = "first-start"

    /// The greeting, as the diary keeps it.
    public init(greeting id: ReminderID) {
        self.init(id: id, guideline: Self.greetingName, volume: nil, withElectrolytes: false)
    }
}

extension Arbiter {
    /// Nobody needs to be told later than this that hydrated runs; and for so long the planner sees the whole diary.
    private static let longestWithoutGreeting = Duration.days(60)

    /// What should be on the desktop at the situation's instant, the greeting included.
    func spoken() -> Decision {
        let decision = decision()
        guard situation.greets else { return decision }
        if isUngreeted {
            // What is about safety or a cramp at hand goes first, and says by itself that hydrated runs.
            if case .show(let reminder) = decision, reminder.isPressing { return decision }
            if case .keep = decision { return decision }
            return absence ?? silence ?? hour == nil ? .greet(greeting) : decision
        }
        if case .silent = decision, isGreetingStanding { return .keep(greeting) }
        return decision
    }

    private var greeting: ReminderID { ReminderID(greetingOf: situation.timeline.circumstances.began) }

    /// Whether nothing has ever been shown to somebody who has not said yet who they are.
    private var isUngreeted: Bool {
        let timeline = situation.timeline
        guard !situation.configuration.health.isChecked,
            at - timeline.circumstances.began < Self.longestWithoutGreeting
        else { return false }
        var undelivered: Set<ReminderID> = []
        for entry in timeline.entries.reversed() {
            switch entry.event {
            case .undelivered(let id): undelivered.insert(id)
            case .shown(let reminder) where undelivered.remove(reminder.id) == nil: return false
            default: break
            }
        }
        return true
    }

    /// The greeting, while it is the last thing that was shown, and not for longer than any other bubble.
    private var isGreetingStanding: Bool {
        guard let last = history.lastBubble, last.reminder.id == greeting else { return false }
        return !last.isAnswered && at - last.at < Self.lifetime && silence == nil && hour == nil
    }
}

extension Reminder {
    /// Whether it is about safety, or about a cramp at hand.
    fileprivate var isPressing: Bool {
        switch reason.trigger {
        case .surplus, .cramp, .crampFollowUp, .crampStillThere, .crampStillHurts: true
        default: isCritical
        }
    }
}
