// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
public import Physiology

/// What a pause, a snooze or quiet hours held back, from a plan or from the bus.
public struct Held: Hashable, Sendable {
    public var since: Instant
    /// Until when it would have been said; nil when it still was due at the end of the silence.
    public var until: Instant?
    /// ``Silence/paused``, ``Silence/snoozed`` or ``Silence/quietHours``.
    public var by: Silence

    public init(since: Instant, until: Instant?, by silence: Silence) {
        self.since = since
        self.until = until
        by = silence
    }

    public init(_ heldBack: HeldBack) {
        self.init(since: heldBack.since, until: heldBack.isOpen ? nil : heldBack.until, by: heldBack.silence)
    }
}

/// What was silenced, told once, when that is over.
public enum HeldBackText {
    /// One line: "Held back since 14:10, while reminders were paused."
    public static func line(_ held: Held, now: Instant, in idiom: Idiom) -> String {
        guard let until = held.until else {
            return "Held back since \(idiom.time(held.since, now: now)), \(cause(held.by))."
        }
        return "Held back from \(idiom.span(held.since, until, now: now)), \(cause(held.by)); it is not due any more."
    }

    private static func cause(_ silence: Silence) -> String {
        switch silence {
        case .snoozed: "while reminders were put off"
        case .quietHours: "in your quiet hours"
        default: "while reminders were paused"
        }
    }
}

extension Bubble {
    /// The same, saying last that `plan` held it back, if it did.
    public func telling(_ heldBack: HeldBack?, of reminder: Reminder, at now: Instant, in idiom: Idiom) -> Bubble {
        // Another bubble than the one that was held back has nothing to tell of it.
        guard let heldBack, heldBack.isOpen, reminder.guideline == heldBack.guideline else { return self }
        var bubble = self
        bubble.body += "\n" + HeldBackText.line(Held(heldBack), now: now, in: idiom)
        return bubble
    }
}

extension JournalText {
    /// "Held back since 14:10, while reminders were paused: drink-before-thirst".
    public static func heldBack(_ heldBack: HeldBack, now: Instant, in idiom: Idiom) -> String {
        "\(HeldBackText.line(Held(heldBack), now: now, in: idiom).dropLast()): \(heldBack.guideline.rawValue)"
    }

    /// The bubble of the first start.
    public static let greeted = "Greeting shown: hydrated runs on assumed defaults until hydratectl setup"
}
