// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// What the planner makes of the diary at one instant: what to say or why to be silent, and until when.
public struct Plan: Hashable, Sendable {
    public let at: Instant
    /// The run with the usual sweat rate: forecast and display.
    public let median: WaterBalance
    /// The cautious run: triggers at rest, every volume.
    public let lower: WaterBalance
    /// What the median run loses now.
    public let losses: Losses
    /// When the median run reaches thirst if nothing is drunk; nil when not within the horizon.
    public let thirstAt: Instant?
    public let decision: Decision
    /// The next reminder if nothing happens before, with the instant it would appear; nil when none is in sight.
    public let coming: Coming?
    /// The next reminder to somebody who were there, while nobody is or nobody could show it: it is held back when its
    /// instant is not later than ``at``. Nil while nothing of the kind holds reminders back.
    public var waiting: Coming? = nil
    /// The next instant at which any of this changes by itself, but for the balance; later than ``at``.
    public let nextChange: Instant

    public let intakeToday: Volume
    /// What the day asks for so far; zero when no volume is proposed to this person and no limit is set.
    public let targetToday: Volume
    public let activeWorkout: ActiveWorkout?
    /// The climate that counts now.
    public let climate: ClimateInForce
    public let pausedUntil: Instant?
    /// The last waking at which the balance started afresh, because the person had made no entry for so long.
    public let startedAfresh: Instant?
    /// What a silence that has just ended held back, until a bubble has been shown since; nil when it was nothing.
    public let heldBack: HeldBack?
    /// Facts that a change just made should be answered with.
    public let warnings: [IntakeWarning]

    public struct Coming: Hashable, Sendable {
        public let reminder: Reminder
        public let at: Instant
    }

    /// What comes next, by itself or once there is somebody to see it.
    public var next: Coming? { coming ?? waiting }
}

/// What should be on the desktop.
public enum Decision: Hashable, Sendable {
    /// A bubble that has not been shown yet.
    case show(Reminder)
    /// The bubble shown last still stands, if it is still there; it is not shown again.
    case keep(ReminderID)
    /// Nothing, and why.
    case silent(Silence)
    /// The one bubble of the first start, which says that hydrated runs and on what it relies.
    case greet(ReminderID)
}

/// Why nothing is said.
public enum Silence: String, CaseIterable, Sendable {
    /// No rule has anything to say: the balance is fine.
    case balanced
    /// Something is due; it was said and comes again later.
    case backingOff = "backing-off"
    /// Something is due, too soon after the last bubble or drink.
    case gap
    case asleep
    case nearBedtime = "near-bedtime"
    case quietHours = "quiet-hours"
    case paused
    case snoozed
    case away
    case locked
    /// There is nobody to show a bubble now.
    case noNotificationServer = "no-notification-server"
    /// Less than 100 ml would be proposed; it waits.
    case tooLittle = "too-little"
    /// More has gone in than was lost: nothing is proposed until that is made up.
    case surplus
    /// The rolling caps on what is drunk are reached.
    case capped
    /// A health condition, the age or a clinician's limit: no volume is ever proposed.
    case volumesOff = "volumes-off"
    /// The person has not drunk, logged or answered for two days: one bubble a day.
    case unanswered
}

/// Where the person is, as far as the session tells. What is unknown counts as present.
public enum Presence: String, CaseIterable, Sendable {
    case present, idle, locked, away
    /// Present, and no notification server to show a bubble.
    case unreachable
}

/// A workout that is running.
public struct ActiveWorkout: Hashable, Sendable {
    public let entry: Entry.ID
    public let activity: String
    public let start: Instant
    /// The planned end, else an hour from now.
    public let expectedEnd: Instant
    /// The climate it is done in.
    public let climate: Climate
    /// When it is or was asked whether it still runs; nil when it has a planned end.
    public var askedAt: Instant?
}

/// The climate that counts at an instant, and where it comes from.
public struct ClimateInForce: Hashable, Sendable {
    public let climate: Climate
    /// When it was read; nil for the usual indoor climate of the configuration.
    public let readAt: Instant?
}

/// What a drink just logged is answered with; it is stored all the same.
public enum IntakeWarning: String, CaseIterable, Sendable {
    /// One drink of more than 1.5 L.
    case largeDrink = "large-drink"
    /// More than 1.42 L within an hour (TB MED 507).
    case tooFast = "too-fast"
    /// More has gone in than was lost.
    case surplus
}

/// What to take along to a workout, and how to drink it.
public struct Provision: Hashable, Sendable {
    /// All of it. Zero when nothing is needed.
    public let carry: Volume
    public let portion: Volume
    public let every: Duration
    public let from: Instant
    public let withElectrolytes: Bool
}
