// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// Where a person stands after a change: what every change is answered with, so that nobody has to ask again.
public struct AcknowledgedState: Hashable, Sendable {
    public var intakeToday: Volume
    public var targetToday: Volume
    /// Of the usual run; below zero is a surplus.
    public var freeWaterDeficit: Volume
    /// When the next reminder would appear; nil when none is in sight.
    public var nextAt: Instant?
    /// What the change gives cause for; the gravest, when there are several.
    public var warning: IntakeWarning?
    /// The units the person reads.
    public var units: UnitSystem
    /// The entry that the change is about: the one logged, or the one taken back. Always there but after ``resume``.
    public var subject: Subject?
    /// What to take along; for a workout that starts or is planned.
    public var provision: Provision?
    /// What may help now; for a cramp, and for an answer about one that has not let go.
    public var relief: CrampRelief?
    /// The workout that was stopped; for ``Mutation/stopWorkout(at:)``.
    public var stopped: StoppedWorkout?
    /// What the silence that was ended held back; for ``Mutation/resume``.
    public var heldBack: HeldBack?

    /// An entry as it stands in the diary, with what the daemon looked up and filled in.
    public struct Subject: Hashable, Sendable {
        public var at: Instant
        public var event: Event

        public init(at: Instant, event: Event) {
            self.at = at
            self.event = event
        }
    }

    /// A workout that was running.
    public struct StoppedWorkout: Hashable, Sendable {
        public var activity: String
        public var start: Instant

        public init(activity: String, start: Instant) {
            self.activity = activity
            self.start = start
        }
    }

    /// What to take along to a workout. As ``Guidance/Provision``, and made of one.
    public struct Provision: Hashable, Sendable {
        /// All of it. Zero when nothing is needed.
        public var carry: Volume
        public var portion: Volume
        public var every: Duration
        public var from: Instant
        public var withElectrolytes: Bool

        public init(carry: Volume, portion: Volume, every: Duration, from: Instant, withElectrolytes: Bool) {
            self.carry = carry
            self.portion = portion
            self.every = every
            self.from = from
            self.withElectrolytes = withElectrolytes
        }

        public init(_ provision: Guidance.Provision) {
            self.init(
                carry: provision.carry, portion: provision.portion, every: provision.every, from: provision.from,
                withElectrolytes: provision.withElectrolytes)
        }
    }

    /// Something that a pause, a snooze or quiet hours kept from being shown. As ``Guidance/HeldBack``, and made of one.
    public struct HeldBack: Hashable, Sendable {
        public var since: Instant
        /// Until when it would have been shown; nil when it still was due at the end.
        public var until: Instant?
        /// What kept silent.
        public var silence: Silence

        public init(since: Instant, until: Instant?, silence: Silence) {
            self.since = since
            self.until = until
            self.silence = silence
        }

        public init(_ heldBack: Guidance.HeldBack) {
            self.init(
                since: heldBack.since, until: heldBack.isOpen ? nil : heldBack.until, silence: heldBack.silence)
        }
    }

    public init(
        intakeToday: Volume, targetToday: Volume, freeWaterDeficit: Volume, nextAt: Instant? = nil,
        warning: IntakeWarning? = nil, units: UnitSystem = .metric, subject: Subject? = nil,
        provision: Provision? = nil, relief: CrampRelief? = nil, stopped: StoppedWorkout? = nil,
        heldBack: HeldBack? = nil
    ) {
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.freeWaterDeficit = freeWaterDeficit
        self.nextAt = nextAt
        self.warning = warning
        self.units = units
        self.subject = subject
        self.provision = provision
        self.relief = relief
        self.stopped = stopped
        self.heldBack = heldBack
    }
}
