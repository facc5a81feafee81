// SPDX-License-Identifier: Apache-2.0

public import Guidance
import Physiology

/// What `hydratectl guidance` prints.
public enum GuidelineText {
    /// All guidelines by topic, a line each. Those that do not speak are marked.
    ///
    /// - Parameter enabled: those that speak under the person's switches; nil when nobody could tell.
    public static func overview(_ guidelines: [Guideline] = Catalogue.all, enabled: Set<GuidelineID>? = nil)
        -> [String]
    {
        let width = guidelines.map(\.id.rawValue.count).max() ?? 0
        return Topic.allCases.flatMap { topic -> [String] in
            let own = guidelines.filter { $0.topic == topic }
            guard !own.isEmpty else { return [] }
            return [topic.rawValue]
                + own.map { guideline in
                    let name = guideline.id.rawValue
                    let gap = String(repeating: " ", count: width - name.count + 2)
                    return "  \(name)\(gap)\(guideline.title)\(mark(guideline, enabled))"
                }
        }
    }

    private static func mark(_ guideline: Guideline, _ enabled: Set<GuidelineID>?) -> String {
        guard let enabled else { return guideline.isCore ? "" : " (off unless switched on)" }
        return enabled.contains(guideline.id) ? "" : " (off)"
    }

    /// Said where nobody could tell what the person has switched.
    public static let defaultsAlone = "hydrated does not answer: these are the defaults, without your numbers."

    /// One guideline: what it says, when it speaks and where the person's numbers stand, how sure it is, and where it
    /// comes from.
    ///
    /// - Parameter standing: nil when nobody could tell.
    public static func lines(_ guideline: Guideline, _ standing: GuidelineStanding? = nil, in idiom: Idiom) -> [String]
    {
        var lines = ["\(guideline.title) (\(guideline.id.rawValue), \(guideline.topic.rawValue))", guideline.advice]
        lines.append("When: \(when(guideline.id, in: idiom))")
        if let standing {
            lines += standing.measures.map { MeasureText.sentence($0, of: standing.mass, in: idiom) }
            if let nextAt = standing.nextAt {
                let time = nextAt > standing.at ? idiom.about(nextAt, now: standing.at) : "now"
                lines.append("Expected: \(time), if nothing happens before.")
            }
            if standing.isMuted {
                lines.append("Silent all the same, because of your age, or of [Profile] or [Health] in hydrated.conf.")
            }
        }
        if !guideline.evidence.isEmpty { lines.append("Evidence: \(guideline.evidence)") }
        lines += guideline.sources.map { "Source: \($0.document), \($0.title)" }
        return lines + [switching(guideline, standing?.isEnabled)]
    }

    private static func switching(_ guideline: Guideline, _ isEnabled: Bool?) -> String {
        let name = guideline.id.rawValue
        return switch (guideline.topic, isEnabled, guideline.isCore) {
        case (.safety, _, _): "Always on: it is a matter of safety."
        case (_, true?, _): "On. To switch it off: \(name)=no under [Guidance]"
        case (_, false?, _): "Off. To switch it on: \(name)=yes under [Guidance]"
        case (_, nil, true): "On unless \(name)=no stands under [Guidance]."
        case (_, nil, false): "Off unless \(name)=yes stands under [Guidance]."
        }
    }

    /// What makes a guideline speak.
    static func when(_ id: GuidelineID, in idiom: Idiom) -> String {
        switch id {
        case .drinkBeforeThirst:
            "by the cautious estimate you are half way to thirst, in heat a little before, and a glass is missing."
        case .hotAndHumid:
            "a temperature reading has risen to warm or hot for ten minutes, or a day begins so; once a day for each."
        case .drinkBeforeWorkout:
            "about 4 h, 2 h and 20 min before a planned workout that will cost 1 % of body mass, half of that in heat."
        case .drinkDuringWorkout: "a running workout would, without drinking, end beyond what is comfortable."
        case .drinkAfterWorkout:
            "a workout that cost half a percent of body mass left something to make up, for at most 4 h."
        case .replaceElectrolytes: "a workout cost much sodium and potassium."
        case .noWaterAlone:
            "more than \(idiom.volume(.liters(1.5))) of plain water went in within 4 h of sweating, or sodium runs low."
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
        case .coldWater:
            "a swim is planned or started in water below \(idiom.temperature(.celsius(20))); once in 14 days at most."
        }
    }
}
