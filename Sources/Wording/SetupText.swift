// SPDX-License-Identifier: Apache-2.0

public import Guidance

/// What `hydratectl setup` asks and says.
public enum SetupText {
    /// The beginning.
    public static func introduction(file: String) -> [String] {
        [
            "A handful of questions, so that hydrated knows whom it works for. Enter keeps what stands in brackets.",
            "Nothing is written before the end, and then to \(Quoted.path(file)) alone. Ctrl-C leaves everything as it is.",
        ]
    }

    /// What is asked of the person. The raw value is the key of the configuration.
    public enum Question: String, CaseIterable, Sendable {
        case system = "System"
        case mass = "Mass"
        case height = "Height"
        case sex = "Sex"
        case birthYear = "BirthYear"
        case wake = "Wake"
        case bed = "Bed"
        case dailyLimit = "DailyLimit"
    }

    public static func text(_ question: Question, isMetric: Bool) -> String {
        switch question {
        case .system: "Units, metric or us"
        case .mass: "Body mass, such as \(isMetric ? "72kg" : "158lb")"
        case .height: "Height, such as \(isMetric ? "175cm" : "5ft 9in")"
        case .sex: "Sex, as far as a body's water depends on it: female, male or skip"
        case .birthYear: "Year of birth, such as 1985, or skip"
        case .wake: "When you get up, such as 07:00"
        case .bed: "When you go to bed, such as 23:00"
        case .dailyLimit: "All you may drink in a day, such as \(isMetric ? "1.5l" : "50floz")"
        }
    }

    /// The limit of somebody who has said that there is one.
    public static let limitIsNeeded = """
        The amount is needed, to keep to it. If you do not know it now, press Ctrl-C, ask, and come back: nothing is \
        written yet.
        """
    /// The limit of somebody of whom one is not known.
    public static let ifThereIsALimit = "If a doctor has set how much you may drink in a day, say so; else: none."

    public static let skip = "skip"
    public static let none = "none"

    /// "Body mass, such as 72kg [70 kg]: ".
    public static func prompt(_ text: String, present: String?) -> String {
        present.map { "\(text) [\(Quoted.plain($0))]: " } ?? "\(text): "
    }

    /// An answer that is not taken, and the form that is.
    public static func rejected(_ answer: String, accepted: String, isUnderstood: Bool) -> String {
        let answer = answer.isEmpty ? "Nothing" : Quoted.marked(answer)
        return "\(answer) \(isUnderstood ? "is out of range" : "is not understood"). Write \(accepted)."
    }

    public static func acceptedWords(_ words: [String]) -> String { ErrorText.list(words) }

    public static func acceptedNumbers(upTo most: Int) -> String {
        "numbers from 1 to \(most), such as \(most > 2 ? "1 3" : "1"), or none"
    }

    public static let acceptedYear = "a year that has begun, from 1900 on, such as 1985, or skip"
}

/// The questions on health: a list to pick from.
extension SetupText {
    public enum Group: CaseIterable, Sendable {
        case family, fluid, salt, cramp
    }

    public static func heading(_ group: Group) -> String {
        switch group {
        case .family: "Does one of these apply now?"
        case .fluid: "Does one of these apply? What you drink is then between you and your doctor."
        case .salt: "And of these? Nothing salty and no potassium is suggested then."
        case .cramp: "And of these? They change which advice on cramps you get."
        }
    }

    /// A line of the list: "  2  heart failure".
    public static func item(_ number: Int, _ text: String) -> String { "  \(number)  \(text)" }

    public static let pick = "Numbers, such as 1 3, or none"
    public static let pickOne = "Numbers, or none"

    public static let pregnant = "pregnant"
    public static let breastfeeding = "breastfeeding"
    public static let limited = "a doctor limits how much I drink in a day"

    public static func name(_ condition: Health.FluidCondition) -> String {
        switch condition {
        case .heartFailure: "heart failure"
        case .kidney: "kidney disease"
        case .dialysis: "dialysis"
        case .cirrhosis: "cirrhosis of the liver"
        case .pastLowSodium: "too little sodium in the blood, once before"
        case .fluidMedicine:
            "a medicine that changes your body's water, such as water tablets, lithium or desmopressin"
        case .eatingDisorder: "an eating disorder"
        case .excessiveDrinking: "a habit of drinking far more than thirst asks for"
        }
    }

    public static func name(_ condition: Health.SaltCondition) -> String {
        switch condition {
        case .highBloodPressure: "high blood pressure"
        case .lowSaltDiet: "a diet low in salt"
        case .bloodPressureMedicine: "a medicine for blood pressure"
        }
    }

    public static func name(_ condition: Health.CrampCondition) -> String {
        switch condition {
        case .diabetes: "diabetes"
        case .thyroid: "a thyroid condition"
        case .anaemia: "anaemia"
        case .lowBloodSugar: "low blood sugar"
        case .circulation: "poor circulation in the legs"
        case .nerves: "a nerve condition"
        case .spine: "spinal stenosis or sciatica"
        }
    }

    public static let volumesOff = """
        Thank you. No amounts will be proposed, then: your doctor's word counts. All else works, and you can log what \
        you drink.
        """
    public static let childWithoutVolumes = "Under 16 no amounts are proposed; all else works."
    public static let withinLimit = "Thank you. Nothing beyond that will be proposed."
}

/// The end.
extension SetupText {
    public static let nothingToWrite = "All of that stands in the configuration already: there is nothing to write."

    public static func summary(_ lines: [String]) -> [String] {
        ["This is new:"] + lines.map { "  \(Quoted.plain($0))" }
    }

    public static func confirm(file: String) -> String { "Write this to \(Quoted.path(file))? [Y/n] " }
    public static let acceptedConfirmation = "y or n"

    public static let nothingChanged = "Nothing was changed."
    /// The answers ended before the questions did.
    public static let endOfInput = "The answers ended before the last question. Nothing was changed."

    public static func written(file: String) -> String { "Written to \(Quoted.path(file))." }
    public static let inForce = "hydrated uses it from now on."
    public static let notRunning = "hydrated does not run yet. Start it: systemctl --user enable --now hydrated"

    /// Another file has the last word on a key.
    public static func overridden(_ assignment: String, by file: String) -> String {
        "\(Quoted.path(file)) has the last word and says \(Quoted.plain(assignment)). Change it there."
    }

    /// The configuration is wrong already, in lines that come before this one.
    public static let mendFirst = "Mend that first. Nothing was changed."
    public static let changedMeanwhile = """
        The file has changed since the first question. Nothing was written; please run hydratectl setup again.
        """
    public static let noHome = "Neither HOME nor XDG_CONFIG_HOME is set: there is no place for a configuration."

    public static func cannotWrite(file: String, reason: String) -> String {
        "\(Quoted.path(file)) cannot be written: \(reason). Nothing was changed."
    }
}

extension Quoted {
    /// A path, whole: somebody wants to find the file.
    static func path(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
