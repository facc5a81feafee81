// SPDX-License-Identifier: Apache-2.0

/// Water, salts, and too much of the one without the other.
extension Catalogue {
    static let drinking: [Guideline] = [
        Guideline(
            .drinkBeforeThirst, .water, "Drink before you feel thirsty",
            "A glass before thirst sets in may help on long or warm days. Drink only if you want to.",
            sources: [.d0, .d4],
            evidence: "Thirst is a good guide for most healthy adults at rest; a forecast helps those who forget."),
        Guideline(
            .hotAndHumid, .water, "Have water with you in the heat",
            "It is hot: have plenty of water with you, and drink a little ahead of thirst, if you want to.",
            sources: [.d0, .d2, .d3],
            evidence: "Heat makes one lose more; how much differs from person to person. Thirst and comfort decide."),
        Guideline(
            .drinkBeforeWorkout, .water, "Drink well before a long or hot workout",
            "What is missing is best made up in the hours before, slowly, and something to drink taken along.",
            sources: [.d2, .d3],
            evidence: "A short or cool workout asks for nothing beforehand (Cheuvront and Kenefick 2022)."),
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
            evidence: "That salts help against cramps is not settled (Miller 2022). In D3 it is a reader's comment."),
        Guideline(
            .noWaterAlone, .electrolytes, "Not water alone",
            "Much plain water has gone in while you sweat. If you drink on, something with salts may suit you better.",
            sources: [.d0, .d3Reader, .d4],
            evidence: """
                Salts do not make up for drinking more than one loses (Weschler 2005). In D3 it is a reader's comment.
                """),
        Guideline(
            .tooMuchWater, .safety, "Stop drinking for now",
            "You have taken in more than you lost. Drinking on is dangerous.",
            sources: [.weschler, .miller, .army]),
    ]
}
