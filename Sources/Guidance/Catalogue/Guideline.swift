// SPDX-License-Identifier: Apache-2.0

/// A piece of prevention or relief guidance: what it says, where it comes from, how sure it is.
public struct Guideline: Hashable, Sendable, Identifiable {
    public let id: GuidelineID
    public let topic: Topic
    public let title: String
    /// The advice in one or two sentences, in the product's own words.
    public let advice: String
    public let sources: [Source]
    /// Where the science is weaker than the document; empty when there is nothing to add.
    public let evidence: String
    /// Whether it speaks unless switched off; the others speak only when switched on.
    public let isCore: Bool

    init(
        _ id: GuidelineID, _ topic: Topic, _ title: String, _ advice: String, sources: [Source],
        evidence: String = "", isCore: Bool = true
    ) {
        self.id = id
        self.topic = topic
        self.title = title
        self.advice = advice
        self.sources = sources
        self.evidence = evidence
        self.isCore = isCore
    }
}

/// What a guideline is about; a topic can be switched as a whole.
public enum Topic: String, CaseIterable, Sendable {
    case water, electrolytes, safety, load, intake, diet, habits, stretching, doctor
    case crampRelief = "cramp-relief"
    case activityBreaks = "activity-breaks"
}

/// The stable name of a guideline, as the configuration, the bus and the diary write it.
public enum GuidelineID: String, CaseIterable, Sendable {
    case drinkBeforeThirst = "drink-before-thirst"
    case hotAndHumid = "hot-and-humid"
    case drinkBeforeWorkout = "drink-before-workout"
    case drinkDuringWorkout = "drink-during-workout"
    case drinkAfterWorkout = "drink-after-workout"
    case replaceElectrolytes = "replace-electrolytes"
    case noWaterAlone = "no-water-alone"
    case tooMuchWater = "too-much-water"
    case crampWaterFirst = "cramp-water-first"
    case crampThenSalts = "cramp-then-salts"
    case crampStopAndStretch = "cramp-stop-and-stretch"
    case crampToesTowardYou = "cramp-toes-toward-you"
    case crampStandAndLoad = "cramp-stand-and-load"
    case crampHeat = "cramp-heat"
    case crampPinch = "cramp-pinch"
    case crampCold = "cramp-cold"
    case crampBreathe = "cramp-breathe"
    case crampInWater = "cramp-in-water"
    case crampNoMassageIfInjured = "cramp-no-massage-if-injured"
    case seeADoctorOften = "see-a-doctor-often"
    case seeADoctorSevere = "see-a-doctor-severe"
    case crampUrgentSigns = "cramp-urgent-signs"
    case seeADoctorOneSided = "see-a-doctor-one-sided"
    case medicineAndPotassium = "medicine-and-potassium"
    case conditionAndCramps = "condition-and-cramps"
    case fluidBalanceConditions = "fluid-balance-conditions"
    case spineWalkBent = "spine-walk-bent"
    case warmUpAndStretch = "warm-up-and-stretch"
    case stretchAfter = "stretch-after"
    case stretchBeforeBed = "stretch-before-bed"
    case stretchDaily = "stretch-daily"
    case moveOften = "move-often"
    case overExertion = "over-exertion"
    case hotSeasonStrain = "hot-season-strain"
    case lessCoffee = "less-coffee"
    case mineralsInFood = "minerals-in-food"
    case vitamins
    case pregnancyMinerals = "pregnancy-minerals"
    case footwear
    case contrastShower = "contrast-shower"
    case sportsMassage = "sports-massage"
    case easeStress = "ease-stress"
    case coldWater = "cold-water"
}

/// A document that a guideline comes from.
public struct Source: Hashable, Sendable {
    /// The short name: D0 to D4 for the five documents on leg cramps, else author and year.
    public let document: String
    public let title: String

    public init(document: String, title: String) {
        self.document = document
        self.title = title
    }
}
