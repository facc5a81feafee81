// SPDX-License-Identifier: Apache-2.0

public import Guidance
public import Physiology

/// Why something was said, or nothing: the numbers behind it, from a plan in the daemon or from the bus.
public struct Explanation: Hashable, Sendable {
    /// What is explained.
    public enum Subject: Hashable, Sendable {
        /// A reminder that is due or was shown.
        case reminder(Word)
        /// The bubble that is still on the desktop; nothing new is due.
        case standing
        /// Why nothing is said.
        case silence(Silence)
    }

    /// A reminder, as far as it is explained.
    public struct Word: Hashable, Sendable {
        public var guideline: GuidelineID
        /// Guidelines said with it.
        public var others: [GuidelineID]
        /// When it was or will be shown.
        public var at: Instant
        public var volume: Volume?
        /// Nil when it is not known any more.
        public var trigger: Reason.Trigger?

        public init(
            guideline: GuidelineID, others: [GuidelineID] = [], at: Instant, volume: Volume? = nil,
            trigger: Reason.Trigger? = nil
        ) {
            self.guideline = guideline
            self.others = others
            self.at = at
            self.volume = volume
            self.trigger = trigger
        }

        public init(_ reminder: Reminder, at: Instant) {
            self.init(
                guideline: reminder.guideline, others: reminder.others, at: at, volume: reminder.volume,
                trigger: reminder.reason.trigger)
        }
    }

    /// What loses water, and how much of it.
    public struct Loss: Hashable, Sendable {
        /// All of it together.
        public var total: WaterRate
        /// Breath, skin and urine; nil when only the total is known.
        public var baseline: WaterRate?
        public var sweat: WaterRate?

        public init(total: WaterRate, baseline: WaterRate? = nil, sweat: WaterRate? = nil) {
            self.total = total
            self.baseline = baseline
            self.sweat = sweat
        }
    }

    public var subject: Subject
    /// When the numbers below hold.
    public var at: Instant
    /// The balance of the run with the usual sweat rate.
    public var median: WaterBalance
    /// The balance of the cautious run, from which volumes are sized.
    public var lower: WaterBalance
    /// The free-water deficit at which a reminder speaks.
    public var threshold: Volume?
    public var thirstAt: Instant?
    public var loss: Loss?
    public var intakeToday: Volume
    public var targetToday: Volume
    /// The next reminder if nothing happens before; nil when none is in sight.
    public var coming: Word?

    public init(
        subject: Subject, at: Instant, median: WaterBalance, lower: WaterBalance, threshold: Volume? = nil,
        thirstAt: Instant? = nil, loss: Loss? = nil, intakeToday: Volume, targetToday: Volume, coming: Word? = nil
    ) {
        self.subject = subject
        self.at = at
        self.median = median
        self.lower = lower
        self.threshold = threshold
        self.thirstAt = thirstAt
        self.loss = loss
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.coming = coming
    }

    /// What `plan` decided, and why.
    ///
    /// - Parameter loss: the plan's losses by cause, when they are known.
    public init(_ plan: Plan, loss: Loss? = nil) {
        var reason = plan.coming?.reminder.reason
        let subject: Subject
        switch plan.decision {
        case .show(let reminder):
            subject = .reminder(Word(reminder, at: plan.at))
            reason = reminder.reason
        case .keep, .greet: subject = .standing
        case .silent(let silence): subject = .silence(silence)
        }
        self.init(
            subject: subject, at: plan.at, median: plan.median, lower: plan.lower, threshold: reason?.threshold,
            thirstAt: plan.thirstAt, loss: loss ?? Loss(total: plan.losses.water), intakeToday: plan.intakeToday,
            targetToday: plan.targetToday, coming: plan.coming.map { Word($0.reminder, at: $0.at) })
    }

    /// Why `reminder` was shown at `at`, with the numbers it was shown for.
    public init(_ reminder: Reminder, shownAt at: Instant, intakeToday: Volume, targetToday: Volume) {
        let reason = reminder.reason
        self.init(
            subject: .reminder(Word(reminder, at: at)), at: at, median: reason.median, lower: reason.lower,
            threshold: reason.threshold, thirstAt: reason.thirstAt, intakeToday: intakeToday, targetToday: targetToday)
    }
}
