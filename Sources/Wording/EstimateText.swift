// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// What a workout would cost, in a few sentences. Numbers are rounded as far as they are uncertain.
public enum EstimateText {
    /// The estimate as lines, the first of them what it is an estimate of.
    ///
    /// - Parameter activity: nil when only a metabolic rate was given.
    public static func lines(_ estimate: WorkoutEstimate, activity: Activity?, in idiom: Idiom) -> [String] {
        [heading(estimate, activity, idiom)] + sweat(estimate, idiom) + [thirst(estimate, idiom)]
            + [heat(estimate, idiom)].compactMap(\.self)
    }

    /// "Running for 45 min at 27 °C and humid in full sun, at 70 kg and 170 cm:"
    private static func heading(_ estimate: WorkoutEstimate, _ activity: Activity?, _ idiom: Idiom) -> String {
        let what = activity?.title ?? "Exercise at \(estimate.effort.met.formatted(idiom.units))"
        let surroundings: String? =
            switch estimate.effort.setting {
            case .land: " at \(idiom.weather(estimate.climate))" + sun(estimate.climate)
            case .water: estimate.effort.waterTemperature.map { " in water of \(idiom.temperature($0))" }
            case .sauna: nil
            }
        let body = "\(estimate.body.mass.formatted(idiom.units)) and \(estimate.body.height.formatted(idiom.units))"
        return "\(what) for \(idiom.duration(estimate.duration))\(surroundings ?? ""), at \(body):"
    }

    private static func sun(_ climate: Climate) -> String {
        switch climate.sun {
        case .shade, .overcast: ""
        case .partly: " in some sun"
        case .full: " in full sun"
        }
    }

    private static func sweat(_ estimate: WorkoutEstimate, _ idiom: Idiom) -> [String] {
        guard estimate.medianLoss >= .milliliters(25) else { return ["Next to no sweat. Drink when you want to."] }
        return [
            "Sweat: \(idiom.rough(estimate.sweat.median)), \(idiom.rough(estimate.medianLoss)) in all, with "
                + "\(idiom.electrolytes(estimate.electrolyteLoss)) of sodium and potassium.",
            "People differ by about 30 % either way. When it sizes drinks, hydrated counts on less: "
                + "\(idiom.rough(estimate.lowerLoss)) in all.",
        ]
    }

    private static func thirst(_ estimate: WorkoutEstimate, _ idiom: Idiom) -> String {
        guard let after = estimate.thirstAfter else {
            return "Starting well watered, you would not be thirsty before the end."
        }
        return "Starting well watered and without drinking, you would be thirsty after about "
            + "\(idiom.duration(after, isRough: true))."
    }

    /// How hot it is, where heat counts and there is any.
    private static func heat(_ estimate: WorkoutEstimate, _ idiom: Idiom) -> String? {
        guard estimate.effort.setting == .land else { return nil }
        let wbgt = "Heat (WBGT) \(idiom.temperature(estimate.climate.wbgt))"
        return switch estimate.climate.heatLevel {
        case .normal: nil
        case .warm: "\(wbgt): warm. Have water with you."
        case .hot: "\(wbgt): hot. Take it easy, and rest in the shade."
        case .extreme: "\(wbgt): extreme. Better not to exercise in it."
        }
    }
}
