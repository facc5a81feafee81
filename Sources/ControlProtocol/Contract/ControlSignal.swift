// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// What the daemon tells everybody who listens.
public enum ControlSignal: Hashable, Sendable {
    /// A bubble appeared; `volume` is nil when it proposes no drink.
    case reminderShown(ReminderID, guideline: GuidelineID, at: Instant, volume: Volume?)
    case reminderClosed(ReminderID, ReminderEnd)
    case entryAdded(ListedEntry)
    case entryRetracted(Entry.ID)
}

/// How a bubble went.
public enum ReminderEnd: String, CaseIterable, Sendable {
    /// Its drink was logged by its button.
    case drank
    /// Another of its buttons was pressed.
    case answered
    /// It went away and nobody pressed anything; whether it was read cannot be known.
    case unanswered
    /// What it said was no longer true.
    case withdrawn
    /// Nobody could show it.
    case undelivered
}
