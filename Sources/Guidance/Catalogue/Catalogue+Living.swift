// SPDX-License-Identifier: Apache-2.0

/// Food, coffee and habits.
extension Catalogue {
    static let living: [Guideline] = [
        Guideline(
            .lessCoffee, .intake, "Easy on the coffee",
            "There has been a good deal of caffeine today. Easy on the coffee from here.",
            sources: [.d1],
            evidence: """
                400 mg a day, 200 mg in pregnancy, is EFSA's limit (2015). That coffee brings cramps, as D1 says, is \
                not shown.
                """, isCore: false),
        Guideline(
            .mineralsInFood, .diet, "Minerals come with food",
            "Potassium, calcium, magnesium, salt and carbohydrates come with ordinary meals: eat enough, no crash diets.",
            sources: [.d1, .d2, .d3, .d4],
            evidence: "A lack is seldom behind cramps in people who eat normally.", isCore: false),
        Guideline(
            .vitamins, .diet, "Have a lack checked",
            "Too little of vitamins B, D or E or of magnesium may go with cramps. A doctor can check it.",
            sources: [.d1, .d3Reader, .d4],
            evidence: """
                Magnesium hardly helps older people (Cochrane 2020). In D3 it is a reader's comment, and names a \
                supplement; here it is a question for a doctor.
                """, isCore: false),
        Guideline(
            .pregnancyMinerals, .diet, "Minerals in pregnancy",
            "In pregnancy, ask your midwife or doctor about calcium and magnesium.",
            sources: [.d4],
            evidence: "Unclear in pregnancy (Cochrane 2020). D4 advises taking them; here it is a question to ask.",
            isCore: false),
        Guideline(
            .footwear, .habits, "Comfortable shoes",
            "Comfortable shoes with good support and no high heels may help. Mind how you sit, stand and lie, too.",
            sources: [.d1, .d4], evidence: "Plausible, not studied.", isCore: false),
        Guideline(
            .contrastShower, .habits, "An evening shower",
            "A shower in the evening, cool, warm and cool again, never icy, may help the legs relax.",
            sources: [.d1], evidence: "Custom, not studied.", isCore: false),
        Guideline(
            .sportsMassage, .habits, "A sports massage",
            "After days of hard training a sports massage may loosen the muscles.",
            sources: [.d4], evidence: "It may ease soreness; against cramps it is not studied.", isCore: false),
        Guideline(
            .easeStress, .habits, "Wind down",
            "Stress may have its part in cramps. Some quiet time today may help.",
            sources: [.d1], evidence: "Plausible, not studied.", isCore: false),
        Guideline(
            .coldWater, .habits, "Cold water",
            "This water is cold. Long stays in cold water can bring cramps: keep it short, and stay near the shore.",
            sources: [.d1], evidence: "That cold is below 20 °C is a choice of this project.", isCore: false),
    ]
}
