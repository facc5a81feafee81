// SPDX-License-Identifier: Apache-2.0

public import Diary
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

    /// What a glass would do: the plan made again, with one that nobody has had.
    public struct Glass: Hashable, Sendable {
        public var volume: Volume
        /// When the next reminder would come then; nil when none would be in sight.
        public var nextAt: Instant?

        public init(volume: Volume, nextAt: Instant?) {
            self.volume = volume
            self.nextAt = nextAt
        }
    }

    /// The reminder shown last.
    public struct Last: Hashable, Sendable {
        public var reminder: ReminderID
        public var at: Instant

        public init(_ reminder: ReminderID, at: Instant) {
            self.reminder = reminder
            self.at = at
        }
    }

    public var standing: Standing
    public var reminder: ReminderID?
    public var guideline: GuidelineID?
    /// Guidelines said in the same bubble.
    public var others: [GuidelineID] = []
    public var trigger: Reason.Trigger?
    /// The numbers that the guideline looks at; of a reminder to come, as they are now.
    public var measures: [Measure] = []
    public var silence: Silence?
    /// When the reminder was shown or would appear; else the instant of the numbers.
    public var at: Instant
    /// When any of this changes by itself.
    public var nextChange: Instant?
    /// The cautious run.
    public var lower: WaterBalance
    /// The usual run.
    public var median: WaterBalance
    /// How the water that is lacking came about.
    public var account: WaterAccount?
    /// The free-water deficit at which a drink is proposed before thirst.
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
    public var isTotal = false
    public var withElectrolytes = false
    public var workout: Entry.ID?
    /// Sodium and potassium lost in that workout.
    public var electrolyteLoss: Amount?
    /// What a glass would change; nil where none is worth a word.
    public var glass: Glass?
    /// Nil when none was shown lately, or when it is the one explained.
    public var last: Last?
    /// The guidelines that speak under the person's settings.
    public var enabled: [GuidelineID] = []
    /// The documents behind the guideline.
    public var sources: [Source] = []
    public var units = UnitSystem.metric

    public init(
        standing: Standing, at: Instant, lower: WaterBalance, median: WaterBalance, losses: Losses,
        intakeToday: Volume, targetToday: Volume
    ) {
        self.standing = standing
        self.at = at
        self.lower = lower
        self.median = median
        self.losses = losses
        self.intakeToday = intakeToday
        self.targetToday = targetToday
    }

    /// Takes over what a reminder says of itself.
    mutating func take(_ said: Reminder) {
        reminder = said.id
        guideline = said.guideline
        others = said.others
        proposal = said.proposal?.volume
        isTotal = said.proposal?.meaning == .total
        withElectrolytes = said.withElectrolytes
        trigger = said.reason.trigger
        measures = said.reason.measures
        workout = said.reason.workout
        electrolyteLoss = said.reason.electrolyteLoss
        sources = said.guidelines.flatMap { Catalogue[$0].sources }
    }
}

/// What a guideline looks at, and where its numbers stand now.
public struct GuidelineStanding: Hashable, Sendable {
    public var guideline: GuidelineID
    /// Whether it speaks under the person's switches.
    public var isEnabled: Bool
    /// Whether it says nothing all the same, because of what the person has said of their health, or of their age.
    public var isMuted: Bool
    /// When the numbers hold.
    public var at: Instant
    public var measures: [Measure]
    /// When it is expected to speak, if that is known.
    public var nextAt: Instant?
    /// What shares of body mass are shares of.
    public var mass: Mass
    public var units: UnitSystem

    public init(
        guideline: GuidelineID, isEnabled: Bool, isMuted: Bool = false, at: Instant, measures: [Measure],
        nextAt: Instant? = nil, mass: Mass, units: UnitSystem = .metric
    ) {
        self.guideline = guideline
        self.isEnabled = isEnabled
        self.isMuted = isMuted
        self.at = at
        self.measures = measures
        self.nextAt = nextAt
        self.mass = mass
        self.units = units
    }
}
