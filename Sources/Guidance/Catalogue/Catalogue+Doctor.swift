// SPDX-License-Identifier: Apache-2.0

/// What to raise with a doctor, and conditions with which other rules hold.
extension Catalogue {
    static let doctor: [Guideline] = [
        Guideline(
            .seeADoctorOften, .doctor, "Cramps that keep coming back",
            "Your cramps keep coming back. Please see a doctor about them.",
            sources: [.d0, .d1, .d2, .d3],
            evidence: "How often is often is a choice of this project; cramps that disturb sleep are reason enough."),
        Guideline(
            .seeADoctorSevere, .doctor, "A strong cramp that keeps hurting",
            "A strong cramp can tear fibres of the muscle. If it keeps hurting, please have it looked at.",
            sources: [.d4, .d0]),
        Guideline(
            .seeADoctorOneSided, .doctor, "Always the same leg",
            "Your cramps were all on one side. Please tell a doctor which leg it is.",
            sources: [.d3Reader],
            evidence: "A reader's comment in D3, about a pinched nerve; cramps on one side have many causes."),
        Guideline(
            .medicineAndPotassium, .doctor, "Blood-pressure medicine and cramps",
            """
            Some blood-pressure medicine lowers potassium and can bring cramps: ask whoever prescribed it. Before you \
            have asked, do not stop it, and take no potassium or salt substitute.
            """,
            sources: [.d2, .d3],
            evidence: "Some kinds lower potassium, others raise it: only whoever prescribed it can tell."),
        Guideline(
            .conditionAndCramps, .doctor, "A condition behind the cramps",
            "What you told of your health can come with cramps. Please raise it with your doctor.",
            sources: [.d1, .d2, .d3, .d4]),
        Guideline(
            .fluidBalanceConditions, .safety, "Your clinician's limit counts",
            """
            With what you told of your health only your clinician's advice on drinking counts. No amounts are \
            proposed here.
            """,
            sources: [.d4, .weschler],
            evidence: "With a failing heart, kidney or liver fluid shifts in ways that this model does not know."),
    ]
}
