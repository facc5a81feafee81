// SPDX-License-Identifier: Apache-2.0

import Guidance
import Physiology

/// The numbers that a guideline looks at, in words.
enum MeasureText {
    /// "Plain water in the last 4 h: 1.2 l; it speaks from 1.5 l."
    ///
    /// - Parameter mass: the body that levels may be a share of; nil when it is not known.
    static func sentence(_ measure: Measure, of mass: Mass? = nil, in idiom: Idiom) -> String {
        let label = label(measure.subject)
        let value = measure.value.map { text($0, of: measure.subject, in: idiom) } ?? "none now"
        // A cramp is answered at once.
        if measure.subject == .sinceCramp, measure.threshold.number == 0 { return "\(label): \(value)." }
        let share = share(measure, of: mass, in: idiom).map { " (\($0))" } ?? ""
        return "\(label): \(value); it speaks \(level(measure, in: idiom))\(share)."
    }

    private static func label(_ subject: Measure.Subject) -> String {
        switch subject {
        case .freeWater: "Free water, which thirst follows, by the cautious estimate"
        case .usualFreeWater: "Free water, which thirst follows"
        case .water: "Water by the cautious estimate"
        case .waterAtEnd: "Water at the workout's end without a drink"
        case .freeWaterAtEnd: "Free water at its end"
        case .workoutCost: "Water that the planned workout will cost"
        case .surplus: "Taken in beyond what was lost"
        case .plasmaSodium: "Sodium of the blood, as estimated"
        case .plainWater: "Plain water in the last 4 h"
        case .electrolytes: "Salts lacking"
        case .workoutElectrolytes: "Salts that the workout cost"
        case .workoutSweat: "Sweat in the workout"
        case .heavyWorkouts: "Workouts with much sweat today"
        case .heat: "Heat, as WBGT"
        case .workoutHeat: "Heat of the workout, as WBGT"
        case .swimWater: "Water to swim in"
        case .caffeine: "Caffeine today"
        case .intake: "Drunk today"
        case .cramps: "Cramps in 14 days"
        case .recentCramps: "Cramps in 2 days"
        case .nightCramps: "Cramps at night in 7 days"
        case .sidedCramps: "Cramps in 60 days, all on one side"
        case .crampsInWorkout: "Cramps in a workout, the last one alone"
        case .hardDays: "Days with a hard workout, of the last 7"
        case .hardDaysInARow: "Days in a row with a hard workout"
        case .sinceCramp: "Since the cramp was logged"
        case .untilWorkout: "Until the workout"
        case .sinceWorkout: "Since the workout"
        case .untilBed: "Until bedtime"
        case .sitting: "At the desk without a break"
        }
    }

    private static func text(_ reading: Reading, of subject: Measure.Subject, in idiom: Idiom) -> String {
        switch (subject, reading) {
        case (.freeWater, .volume(let volume)), (.usualFreeWater, .volume(let volume)),
            (.water, .volume(let volume)), (.waterAtEnd, .volume(let volume)), (.freeWaterAtEnd, .volume(let volume)):
            idiom.balance(volume)
        default: text(reading, in: idiom)
        }
    }

    private static func text(_ reading: Reading, in idiom: Idiom) -> String {
        switch reading {
        case .volume(let volume): idiom.close(volume)
        case .rate(let rate): "\(idiom.close(.milliliters(rate.millilitersPerHour))) an hour"
        case .amount(let amount): amount.formatted(idiom.units)
        case .concentration(let concentration): concentration.formatted(idiom.units)
        case .mass(let mass): "\(Int(min(max(mass.milligrams, 0), 1e6).rounded())) mg"
        case .temperature(let temperature): temperature.formatted(idiom.units)
        case .duration(let duration): idiom.duration(duration)
        case .count(let count): String(count)
        }
    }

    private static func level(_ measure: Measure, in idiom: Idiom) -> String {
        let level = text(measure.threshold, in: idiom)
        return switch (measure.subject, measure.subject.direction) {
        case (.untilWorkout, _), (.untilBed, _): "in the last \(level)"
        case (_, .atLeast): "from \(level)"
        case (_, .atMost): "within \(level)"
        case (_, .below): "below \(level)"
        }
    }

    /// "1 % of 70 kg", for what is meant as a share of body mass.
    private static func share(_ measure: Measure, of mass: Mass?, in idiom: Idiom) -> String? {
        guard let mass, mass.kilograms > 0, case .volume(let volume) = measure.threshold,
            [.surplus, .workoutCost, .waterAtEnd].contains(measure.subject)
        else { return nil }
        let share = (volume.liters / mass.kilograms * 1000).rounded() / 10
        let text = share == share.rounded() ? String(Int(share)) : String(share)
        return "\(text) % of \(mass.formatted(idiom.units))"
    }
}
