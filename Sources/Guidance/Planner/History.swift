// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What has been said, answered, drunk and silenced so far, as reminders need it.
struct History {
    struct Shown: Hashable {
        let at: Instant
        let reminder: ShownReminder
    }

    struct DrinkTaken: Hashable {
        let at: Instant
        let volume: Volume
        let isAnswer: Bool
    }

    struct Answered: Hashable {
        let at: Instant
        let reminder: ReminderID
        /// Nil when the button logged a drink.
        let answer: ReminderAnswer?
    }

    struct Stretch: Hashable {
        let from: Instant
        let until: Instant
    }

    /// Bubbles that reached the desktop, in order.
    private(set) var shown: [Shown] = []
    private(set) var drinks: [DrinkTaken] = []
    private(set) var answers: [Answered] = []
    private(set) var snoozes: [Stretch] = []
    private(set) var pauses: [Stretch] = []
    /// The entries that a person made, whatever they are.
    private(set) var signsOfLife: [Instant] = []

    /// The history in `entries` (effective, in order of time) up to `now`; only the last days matter.
    init(_ entries: some Collection<Entry>, now: Instant, later: Duration) {
        for entry in entries where entry.at <= now {
            if entry.event.kind.isByPerson { signsOfLife.append(entry.at) }
            switch entry.event {
            case .drink(let drink):
                drinks.append(.init(at: entry.at, volume: drink.volume, isAnswer: drink.answers != nil))
                if let reminder = drink.answers {
                    answers.append(.init(at: entry.at, reminder: reminder, answer: nil))
                }
            case .shown(let reminder): shown.append(.init(at: entry.at, reminder: reminder))
            case .undelivered(let id): shown.removeAll { $0.reminder.id == id }
            case .answer(let id, let answer):
                answers.append(.init(at: entry.at, reminder: id, answer: answer))
                if answer == .later { snoozes.append(.init(from: entry.at, until: entry.at + later)) }
            case .snooze(let until): snoozes.append(.init(from: entry.at, until: until))
            case .pause(let until): pauses.append(.init(from: entry.at, until: until))
            case .resume:
                snoozes = snoozes.map { .init(from: $0.from, until: min($0.until, entry.at)) }
                pauses = pauses.map { .init(from: $0.from, until: min($0.until, entry.at)) }
            default: break
            }
        }
    }

    /// The drinking bubbles, that is all but the one to stop.
    var drinkingBubbles: [Shown] { shown.filter { !$0.reminder.isStop } }

    func isAnswered(_ id: ReminderID) -> Bool { answers.contains { $0.reminder == id } }

    /// Until when reminders are paused at `instant`.
    func pausedUntil(at instant: Instant) -> Instant? {
        pauses.filter { $0.from <= instant && instant < $0.until }.map(\.until).max()
    }

    /// Until when reminders are put off at `instant`.
    func snoozedUntil(at instant: Instant) -> Instant? {
        snoozes.filter { $0.from <= instant && instant < $0.until }.map(\.until).max()
    }

    /// What was drunk in the stretch of `length` that ends at `instant`.
    func drunk(in length: Duration, endingAt instant: Instant) -> Volume {
        drinks.reduce(.zero) { $1.at > instant - length && $1.at <= instant ? $0 + $1.volume : $0 }
    }

    /// What was proposed within `length` before `instant` and not answered: it counts as drunk.
    func pending(in length: Duration, at instant: Instant) -> Volume {
        guard let last = drinkingBubbles.last, last.at > instant - length, last.at <= instant,
            !isAnswered(last.reminder.id), !drinks.contains(where: { $0.at >= last.at && $0.at <= instant })
        else { return .zero }
        return last.reminder.volume ?? .zero
    }
}

extension ShownReminder {
    /// Whether it told to stop drinking.
    var isStop: Bool { guideline == GuidelineID.tooMuchWater.rawValue }
}
