// SPDX-License-Identifier: Apache-2.0

/// Every guideline the product knows. Adding one touches this list, one rule and its test.
public enum Catalogue {
    public static let all: [Guideline] = [
        Guideline(
            .drinkBeforeThirst, .water, "Drink before you feel thirsty",
            "A glass before thirst sets in may help on long or warm days. Drink only if you want to.",
            sources: [.d0, .d4],
            evidence: "Thirst is a good guide for most healthy adults at rest; a forecast helps those who forget."),
        Guideline(
            .drinkDuringWorkout, .water, "Drink during a long or hot workout",
            "Sip as you go, above all when it is hot. A short or cool workout needs nothing.",
            sources: [.d2, .d3],
            evidence: "Below an hour nothing is usually needed; never drink so much that you gain weight."),
        Guideline(
            .drinkAfterWorkout, .water, "Make up what you lost after a workout",
            "Spread it over the next hours, with your meals.",
            sources: [.d2, .d3],
            evidence: "Drinking it all at once mostly makes urine (Shirreffs 1996)."),
        Guideline(
            .replaceElectrolytes, .electrolytes, "Replace salts as well as water",
            "After a lot of sweat, a drink with salts or a salty meal may help more than water alone.",
            sources: [.d0, .d3Reader, .d4],
            evidence: "That salts help against cramps is not settled (Miller 2022)."),
        Guideline(
            .tooMuchWater, .safety, "Stop drinking for now",
            "You have taken in more than you lost. Drinking on is dangerous.",
            sources: [.weschler, .miller, .army]),
    ]

    /// The guideline named. Every id stands in the catalogue; a test holds it to that.
    public static subscript(id: GuidelineID) -> Guideline {
        byID[id]!
    }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
