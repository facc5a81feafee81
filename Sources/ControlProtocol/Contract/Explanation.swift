// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// Why a reminder was, is or will be shown, or why nothing is said, with the numbers.
///
/// What is nil or empty does not apply: a silence may have no reminder behind it, and a reminder no volume.
public struct Explanation: Hashable, Sendable {
    /// How things stand.
    public enum Standing: String, CaseIterable, Sendable {
        /// The reminder is on the desktop, or about to be.
        case due
        /// The reminder was shown before.
        case shown
        /// Nothing is due; the reminder, if there is one, is the next in sight.
        case coming
        /// Something is due and held back, or nothing is and nothing is in sight.
        case silent
    }

    public var standing: Standing
    public var reminder: ReminderID?
    public var guideline: GuidelineID?
    /// Guidelines said in the same bubble.
    public var others: [GuidelineID]
    public var trigger: Reason.Trigger?
    public var silence: Silence?
    /// When the reminder was shown or would appear; else the instant of the numbers.
    public var at: Instant
    /// When any of this changes by itself.
    public var nextChange: Instant?
    /// The cautious run.
    public var lower: WaterBalance
    /// The usual run.
    public var median: WaterBalance
    /// The free-water deficit at which the guideline speaks.
    public var threshold: Volume?
    /// When thirst is expected if nothing is drunk.
    public var thirstAt: Instant?
    /// What is lost now.
    public var losses: Losses
    /// What of it goes by breath, skin and urine at rest, and what by sweat; nil where it is not known.
    public var baselineRate: WaterRate?
    public var sweatRate: WaterRate?
    public var intakeToday: Volume
    public var targetToday: Volume
    /// The drink proposed.
    public var proposal: Volume?
    /// Whether the proposal counts what was drunk since the last reminder, as in and after a workout.
    public var isTotal: Bool
    public var withElectrolytes: Bool
    public var workout: Entry.ID?
    /// Sodium and potassium lost in that workout.
    public var electrolyteLoss: Amount?
    /// The documents behind the guideline.
    public var sources: [Source]
    public var units: UnitSystem

    public init(
        standing: Standing, reminder: ReminderID? = nil, guideline: GuidelineID? = nil, others: [GuidelineID] = [],
        trigger: Reason.Trigger? = nil, silence: Silence? = nil, at: Instant, nextChange: Instant? = nil,
        lower: WaterBalance, median: WaterBalance, threshold: Volume? = nil, thirstAt: Instant? = nil,
        losses: Losses, baselineRate: WaterRate? = nil, sweatRate: WaterRate? = nil, intakeToday: Volume,
        targetToday: Volume,
        proposal: Volume? = nil, isTotal: Bool = false, withElectrolytes: Bool = false, workout: Entry.ID? = nil,
        electrolyteLoss: Amount? = nil, sources: [Source] = [], units: UnitSystem = .metric
    ) {
        self.standing = standing
        self.reminder = reminder
        self.guideline = guideline
        self.others = others
        self.trigger = trigger
        self.silence = silence
        self.at = at
        self.nextChange = nextChange
        self.lower = lower
        self.median = median
        self.threshold = threshold
        self.thirstAt = thirstAt
        self.losses = losses
        self.baselineRate = baselineRate
        self.sweatRate = sweatRate
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.proposal = proposal
        self.isTotal = isTotal
        self.withElectrolytes = withElectrolytes
        self.workout = workout
        self.electrolyteLoss = electrolyteLoss
        self.sources = sources
        self.units = units
    }

    /// Takes over what a reminder says of itself.
    public mutating func take(_ said: Reminder) {
        reminder = said.id
        guideline = said.guideline
        others = said.others
        proposal = said.proposal?.volume
        isTotal = said.proposal?.meaning == .total
        withElectrolytes = said.withElectrolytes
        trigger = said.reason.trigger
        lower = said.reason.lower
        median = said.reason.median
        threshold = said.reason.threshold
        thirstAt = said.reason.thirstAt
        workout = said.reason.workout
        electrolyteLoss = said.reason.electrolyteLoss
        sources = ([said.guideline] + said.others).flatMap { Catalogue[$0].sources }
    }
}
