// SPDX-License-Identifier: Apache-2.0

/// A cramp at hand: what may help, in the order in which it is tried.
extension Catalogue {
    static let crampRelief: [Guideline] = [
        Guideline(
            .crampStopAndStretch, .crampRelief, "Stop and stretch",
            "Stop, stretch the muscle gently and hold it until it lets go, then massage it lightly.",
            sources: [.d0, .d1, .d2, .d3, .d4],
            evidence: "Gentle stretching is the best supported relief there is (Miller 2022)."),
        Guideline(
            .crampToesTowardYou, .crampRelief, "Toes toward you",
            "A calf: keep the knee straight and pull the toes toward the shin.",
            sources: [.d1, .d2, .d3],
            evidence: "A stretch of the calf; as for any gentle stretch."),
        Guideline(
            .crampBreathe, .crampRelief, "Breathe slowly",
            "Breathe slowly and evenly. It passes.",
            sources: [.d1],
            evidence: "Calming; that the extra air reaches the muscle, as D1 has it, is not shown."),
        Guideline(
            .crampStandAndLoad, .crampRelief, "Stand up straight",
            "Stand up straight and put weight on the leg, slowly.",
            sources: [.d0, .d1],
            evidence: "A way to stretch the calf; not studied by itself."),
        Guideline(
            .crampInWater, .crampRelief, "A cramp in the water",
            "Stay calm at the surface and do not thrash. Breathe in, bring the knee to the chest and pull the foot up.",
            sources: [.d1],
            evidence: "Custom rather than study; leave the water as soon as you can."),
        Guideline(
            .crampWaterFirst, .crampRelief, "Some water first",
            "Some water, if you want to, and see whether it lets go.",
            sources: [.d0],
            evidence: """
                That drinking ends a cramp is not shown, and drinking far too much against cramps has killed \
                (Miller 2015).
                """),
        Guideline(
            .crampThenSalts, .crampRelief, "Then something with salts",
            "If water alone did not do it, a sports drink or a salty snack may help.",
            sources: [.d0],
            evidence: """
                Not settled: too slow to act through the blood. D0 also names salt tablets; they are left out here.
                """),
        Guideline(
            .crampHeat, .crampRelief, "Rub and warm it",
            "Rub the muscle gently and warm it: a heating pad, the leg wrapped up and raised. Not if it is swollen.",
            sources: [.d0, .d1, .d2, .d3],
            evidence: "Comforting; hardly studied. D1 also names warming ointments; they are left out here."),
        Guideline(
            .crampPinch, .crampRelief, "Pinch it firmly",
            "If it persists, pinch the muscle firmly, then rub and pat it.",
            sources: [.d1],
            evidence: "Custom, not studied."),
        Guideline(
            .crampCold, .crampRelief, "A cold pack",
            "If it hurts badly, a cold pack wrapped in cloth may help, after the warmth.",
            sources: [.d0, .d2, .d3],
            evidence: "It numbs; hardly studied for cramps."),
        Guideline(
            .spineWalkBent, .crampRelief, "Walk slightly bent forward",
            "With a narrow spinal canal or sciatica, walking slightly bent forward may ease it.",
            sources: [.d2, .d3],
            evidence: "Known of spinal stenosis; for cramps not studied."),
        Guideline(
            .crampNoMassageIfInjured, .safety, "No massage after an injury",
            "You logged an injury within the last two days: no massage there for now.",
            sources: [.d4],
            evidence: "Ordinary first aid for torn fibres."),
        Guideline(
            .crampUrgentSigns, .safety, "When a cramp is an emergency",
            """
            Longer than 10 minutes, one leg red, hot or swollen, dark urine, numb or weak, or after a dirty wound: get \
            medical help now, and do not rub or warm it.
            """,
            sources: [.nhs]),
    ]
}
