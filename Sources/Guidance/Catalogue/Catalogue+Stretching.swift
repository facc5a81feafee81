// SPDX-License-Identifier: Apache-2.0

/// Stretching, moving, and not too much of it.
extension Catalogue {
    static let stretching: [Guideline] = [
        Guideline(
            .warmUpAndStretch, .stretching, "Warm up and stretch",
            "A few minutes of warming up and gentle stretching before you start may help.",
            sources: [.d0, .d2, .d3, .d4],
            evidence: "Against cramps in exercise stretching beforehand has not been shown to help (Miller 2022).",
            isCore: false),
        Guideline(
            .stretchAfter, .stretching, "Stretch afterwards",
            "Stretch once more, gently, while you are warm.",
            sources: [.d4], evidence: "Pleasant; its effect on cramps is not shown.", isCore: false),
        Guideline(
            .stretchBeforeBed, .stretching, "Stretch before bed",
            "Calves and thighs, both legs: three times ten seconds each may help against cramps at night.",
            sources: [.d2, .d3, .d4],
            evidence: "One trial in people over 55 had 1.2 cramps a night fewer (Hallegraeff 2012; n = 80, no sham).",
            isCore: false),
        Guideline(
            .stretchDaily, .stretching, "Stretch every day",
            "No stretch is logged today. A few minutes of stretching and strengthening the legs may help.",
            sources: [.d0, .d1, .d4], evidence: "Plausible; hardly studied in people without night cramps.",
            isCore: false),
        Guideline(
            .moveOften, .activityBreaks, "Get up for a moment",
            "You have been at it for a while. A few squats or some steps on tiptoe get the legs moving.",
            sources: [.d0, .d1, .d4], evidence: "Good for much; for cramps not studied.", isCore: false),
        Guideline(
            .overExertion, .load, "Do a little less",
            "Cramps while exercising point to too much at once. A shorter round or a day of rest may help.",
            sources: [.d0, .d2, .d3, .d4],
            evidence: "Tired muscle is the best supported cause of cramps in exercise (Maughan and Shirreffs 2019)."),
        Guideline(
            .hotSeasonStrain, .load, "Not so hard in this heat",
            "It is very hot for something strenuous. A cooler hour or a gentler round is kinder to you.",
            sources: [.d4], evidence: "The heat level is the one at which sports events are called off (ACSM 2007)."),
    ]
}
