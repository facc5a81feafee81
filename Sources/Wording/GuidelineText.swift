// SPDX-License-Identifier: Apache-2.0

public import Guidance

/// What `hydratectl guidance` prints.
public enum GuidelineText {
    /// All guidelines by topic, a line each. Those that speak only when switched on are marked.
    public static func overview(_ guidelines: [Guideline] = Catalogue.all) -> [String] {
        let width = guidelines.map(\.id.rawValue.count).max() ?? 0
        return Topic.allCases.flatMap { topic -> [String] in
            let own = guidelines.filter { $0.topic == topic }
            guard !own.isEmpty else { return [] }
            return [topic.rawValue]
                + own.map { guideline in
                    let name = guideline.id.rawValue
                    let gap = String(repeating: " ", count: width - name.count + 2)
                    return "  \(name)\(gap)\(guideline.title)\(guideline.isCore ? "" : " (off unless switched on)")"
                }
        }
    }

    /// One guideline: what it says, when it speaks, how sure it is, and where it comes from.
    public static func lines(_ guideline: Guideline) -> [String] {
        let name = guideline.id.rawValue
        var lines = ["\(guideline.title) (\(name), \(guideline.topic.rawValue))", guideline.advice]
        lines.append("When: \(when(guideline.id))")
        if !guideline.evidence.isEmpty { lines.append("Evidence: \(guideline.evidence)") }
        lines += guideline.sources.map { "Source: \($0.document), \($0.title)" }
        switch (guideline.topic, guideline.isCore) {
        case (.safety, _): lines.append("Always on: it is a matter of safety.")
        case (_, true): lines.append("On unless \(name)=no stands under [Guidance].")
        case (_, false): lines.append("Off unless \(name)=yes stands under [Guidance].")
        }
        return lines
    }

    /// What makes a guideline speak.
    static func when(_ id: GuidelineID) -> String {
        switch id {
        case .drinkBeforeThirst:
            "by the cautious estimate you are half way to thirst, in heat a little before, and a glass is missing."
        case .hotAndHumid: "a temperature reading rises to warm or hot; once a day for each."
        case .drinkBeforeWorkout:
            "about 4 h, 2 h and 20 min before a planned workout that will cost 1 % of body mass, half of that in heat."
        case .drinkDuringWorkout: "a running workout would, without drinking, end beyond what is comfortable."
        case .drinkAfterWorkout:
            "a workout that cost half a percent of body mass left something to make up, for at most 4 h."
        case .replaceElectrolytes: "a workout cost much sodium and potassium."
        case .noWaterAlone: "more than 1.5 l of plain water went in within 4 h of sweating, or sodium runs low."
        case .tooMuchWater: "more has gone in than was lost, beyond what is harmless."
        case .crampStopAndStretch, .crampBreathe, .crampWaterFirst: "you log a cramp."
        case .crampToesTowardYou: "you log a cramp of the calf."
        case .crampStandAndLoad: "you log a cramp at night, or it has not let go after 10 min."
        case .crampInWater: "you log a cramp in a swim, or plan or start a swim within 14 days of a cramp."
        case .crampThenSalts, .crampHeat, .crampPinch: "10 min after you logged a cramp you answer that it is there."
        case .crampCold: "you log a strong cramp, or answer that it still hurts."
        case .crampNoMassageIfInjured: "you log a cramp within two days of an injury."
        case .crampUrgentSigns: "at the end of every answer to a cramp, and alone when it is there the second time."
        case .seeADoctorOften: "3 cramps in 14 days, or 2 at night in 7."
        case .seeADoctorSevere: "a cramp you logged as strong still hurts."
        case .seeADoctorOneSided: "at least 3 cramps with a side within 60 days, all on the same one."
        case .medicineAndPotassium: "BloodPressureMedicine is set under [Health] and you log a cramp."
        case .conditionAndCramps: "a condition is set under [Health] and cramps recur: 3 in 14 days."
        case .fluidBalanceConditions:
            "a condition that turns amounts off is set under [Health], or its limit is reached."
        case .spineWalkBent: "Spine is set under [Health] and you log a cramp."
        case .warmUpAndStretch: "10 min before a planned workout, or as one begins."
        case .stretchAfter: "a workout ends."
        case .stretchBeforeBed: "20 min before your bedtime; by itself for two weeks after a cramp at night."
        case .stretchDaily: "the evening comes and no stretch is logged."
        case .moveOften: "the session has been active for the time that Move sets."
        case .overExertion: "a cramp in a workout, or hard workouts on two days in a row while cramps recur."
        case .hotSeasonStrain: "a workout is planned or started in great heat."
        case .lessCoffee: "more than 400 mg of caffeine in a day, 200 mg in pregnancy."
        case .mineralsInFood, .vitamins: "cramps recur: 3 in 14 days; once a week at most."
        case .footwear, .easeStress: "cramps recur: 3 in 14 days; once in 14 days at most."
        case .pregnancyMinerals: "Pregnant is set under [Profile]; once a week at most."
        case .contrastShower: "in the evening, while cramps recur."
        case .sportsMassage: "hard workouts on 3 days of 7, or cramps recur; not within 48 h of an injury."
        case .coldWater: "a swim is planned or started in water below 20 °C."
        }
    }
}
