// SPDX-License-Identifier: Apache-2.0

import Guidance

/// The sentences that protect; every text that needs one takes it from here.
enum SafetyText {
    /// Said once a day until the person has read the section on health.
    static let healthNotice = """
        If a doctor limits your fluids, or you have heart, kidney or liver disease or are pregnant, \
        say so in hydrated.conf first.
        """

    /// What too much water does, and what to do then.
    static let signs = """
        Nausea, headache, bloating or confusion: get help now, call your local emergency number.
        """

    /// What outranks every number.
    static let bodyFirst = "Only if you feel like it: nausea or a full stomach comes first."

    static let withSalts = "With salts in it, such as a sports drink, or a salty snack beside it."

    /// What food brings, to somebody to whom salt and potassium may do harm.
    static let mineralsWithoutSalts = """
        Calcium, magnesium and carbohydrates come with ordinary meals: eat enough, no crash diets.
        """

    /// What exercise in heat asks of somebody who is pregnant: no amount of water makes it safe.
    static let heatInPregnancy = "In pregnancy, please ask your midwife or doctor before you exercise in heat."

    /// Said while a wrong line in the profile hides what it may say.
    static let untrusted = """
        No amounts are proposed until the wrong line in [Profile] or [Health] of hydrated.conf is mended.
        """

    /// What a drink just logged is answered with; none when there is nothing to warn of.
    static func warnings(_ warnings: [IntakeWarning]) -> [String] {
        var lines: [String] = []
        if warnings.contains(.surplus) {
            lines.append("You have taken in more than you lost: please stop drinking for now.")
        } else if warnings.contains(.tooFast) {
            lines.append("That is more within an hour than a body can deal with: please stop drinking for now.")
        }
        if !lines.isEmpty { lines.append(signs) }
        if lines.isEmpty, warnings.contains(.largeDrink) {
            lines.append("That is a lot at once. Slowly from here, and not beyond thirst.")
        }
        return lines
    }
}
