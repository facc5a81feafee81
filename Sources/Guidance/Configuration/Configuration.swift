// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// Everything a person can set, with the defaults that hold when they set nothing.
public struct Configuration: Hashable, Sendable {
    public var profile = Profile()
    public var health = Health()
    public var day = DailyRhythm()
    public var quiet = QuietHours()
    /// The climate that holds when no reading does.
    public var indoor = Climate.indoor
    public var reminders = ReminderSettings()
    public var units = UnitSystem.metric
    public var guidance = GuidanceSwitches()
    /// The person's own beverages, by name.
    public var beverages: [Beverage] = []
    /// What one of these usually holds, by its name.
    public var servings: [String: Volume] = [:]
    /// False while a wrong line in `[Profile]` or `[Health]` stands: then no volume is proposed.
    public var isTrustedForVolumes = true

    public init() {}

    /// The beverage that `text` names, the person's own before those of the table.
    public func beverage(named text: String) throws(UnknownBeverage) -> Beverage {
        let name = text.lowercased()
        let own = beverages.first { $0.name == name || $0.title.lowercased() == name }
        if let own { return own }
        return try BeverageTable.find(text)
    }
}

/// What the person says of their health, so that advice that could harm them is switched off.
public struct Health: Hashable, Sendable {
    /// Conditions under which only a clinician's limit counts: no volume is ever proposed (physiology, section 5).
    public enum FluidCondition: String, CaseIterable, Sendable {
        case heartFailure = "HeartFailure"
        case kidney = "Kidney"
        case dialysis = "Dialysis"
        case cirrhosis = "Cirrhosis"
        case pastLowSodium = "PastLowSodium"
        case fluidMedicine = "FluidMedicine"
        case eatingDisorder = "EatingDisorder"
        case excessiveDrinking = "ExcessiveDrinking"
    }

    /// Conditions under which nothing with salt or potassium is suggested.
    public enum SaltCondition: String, CaseIterable, Sendable {
        case highBloodPressure = "HighBloodPressure"
        case lowSaltDiet = "LowSaltDiet"
        case bloodPressureMedicine = "BloodPressureMedicine"
    }

    /// Conditions that are known to come with cramps.
    public enum CrampCondition: String, CaseIterable, Sendable {
        case diabetes = "Diabetes"
        case thyroid = "Thyroid"
        case anaemia = "Anaemia"
        case lowBloodSugar = "LowBloodSugar"
        case circulation = "Circulation"
        case nerves = "Nerves"
        case spine = "Spine"
    }

    /// Whether the person has gone through these questions.
    public var isChecked = false
    public var fluid: Set<FluidCondition> = []
    public var salt: Set<SaltCondition> = []
    public var cramp: Set<CrampCondition> = []
    /// What a clinician allows a day; never raised by anything.
    public var dailyLimit: Volume?

    public init() {}

    /// Whether suggestions with salt or potassium are off: the salt conditions, and those of heart and kidney.
    public var forbidsSalts: Bool { !salt.isEmpty || !fluid.isEmpty }
}

/// Hours and days on which nothing is said.
public struct QuietHours: Hashable, Sendable {
    /// The stretches of each quiet day; one whose end is not after its start runs past midnight.
    public struct Stretch: Hashable, Sendable {
        public var from: LocalTime
        public var to: LocalTime
        public init(from: LocalTime, to: LocalTime) {
            self.from = from
            self.to = to
        }
    }

    public var stretches: [Stretch] = []
    /// Whole weekdays on which nothing is said.
    public var days: Set<Weekday> = []

    public init() {}
}

/// How reminders behave.
public struct ReminderSettings: Hashable, Sendable {
    /// What a usual cup holds: the volume of `hydratectl drink` alone, and of a drink proposed on an ordinary day.
    public var cup = Volume.milliliters(250)
    /// The least time between a bubble and the bubble or drink before it. 10 min to 4 h.
    public var gap = Duration.minutes(30)
    /// How long one may sit before `move-often` speaks.
    public var move = Duration.minutes(50)

    public init() {}
}

/// Which guidelines speak, by id or by topic.
public struct GuidanceSwitches: Hashable, Sendable {
    /// By guideline id or topic name; a guideline's own id outranks its topic.
    public var switches: [String: Bool] = [:]

    public init() {}

    public func allows(_ guideline: Guideline) -> Bool { setting(of: guideline) ?? guideline.isCore }

    /// What the person has set for it; nil when nothing.
    func setting(of guideline: Guideline) -> Bool? {
        switches.isEmpty ? nil : switches[guideline.id.rawValue] ?? switches[guideline.topic.rawValue]
    }

    /// Whether it speaks: safety does whatever the switches say.
    func hears(_ guideline: Guideline) -> Bool { guideline.topic == .safety || allows(guideline) }
}
