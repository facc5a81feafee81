// SPDX-License-Identifier: Apache-2.0

import RealModule

/// How much somebody sweats.
///
/// For an unknown person expect about ±30 % (one standard deviation, about 0.3 l/h; a choice of this project after
/// published comparisons of models, RMSE 0.29 to 0.62 l/h). So thirst is forecast with the median, and every drink
/// sized from the lower bound.
public enum SweatModel {
    /// The heat that one gram of sweat carries away, as W·h: 2427 J.
    static let wattHoursPerGram = 0.674157

    /// The sweat of a workout: the heat balance of ISO 7933:2023 with a floor for exercise; in water and in a sauna
    /// other formulas.
    ///
    /// The floor, from 3 MET on, is clamp(0.645 + 0.0082·Ta, 0.35, 0.95)·(H − 1.8·m/A) W/m²: without it the standard
    /// gives much less than runners lose below about 22 °C. It was fitted for this project on 24 values of the table of
    /// ACSM (2007, after Montain 2006), themselves from memory; RMSE 0.08 l/h there.
    public static func exercise(
        _ effort: Effort, climate: Climate, body: Body, calibration: Calibration = .init()
    ) -> SweatEstimate {
        switch effort.setting {
        case .land: onLand(effort, climate: climate, body: body, calibration: calibration)
        case .water, .sauna: byRate(effort, climate: climate, body: body, calibration: calibration)
        }
    }

    /// The sweat of somebody resting in a warm place: the heat balance at 1.3 MET in 0.37 clo, without the exercise
    /// floor, at most 150 W/m² (0.22 l/h per m²). Nothing at 22 °C, about 0.09 l/h at 30 °C and 0.18 at 35 °C and 50 %
    /// for 70 kg.
    ///
    /// The same rate holds in both runs of the balance, as at rest the kidneys clear a surplus. Beyond the limit the
    /// heat balance is not valid: at 36 °C and 80 % it reads 1.7 l/h where the minute loop of the standard gives 0.3
    /// to 0.7. Limit, clothing and posture are choices of this project.
    public static func rest(climate: Climate, body: Body) -> WaterRate {
        let resting = Effort(met: .met(1.3), airSpeed: climate.wind, clothing: .clo(0.37))
        let sweating = HeatBalance(effort: resting, climate: climate, body: body).sweating
        return rate(min(sweating, .wattsPerSquareMeter(150)), body)
    }

    /// The heat balance, the floor and the personal factor. The lower bound counts at most 2.5 times the metabolic rate:
    /// where the air takes up no more, the heat balance asks for sweat that nobody gives (a choice of this project).
    private static func onLand(
        _ effort: Effort, climate: Climate, body: Body, calibration: Calibration
    ) -> SweatEstimate {
        let balance = HeatBalance(effort: effort, climate: climate, body: body)
        let floor = floor(effort, balance, climate: climate, body: body)
        let power = min(max(balance.sweating, floor), .wattsPerSquareMeter(HeatBalance.limit))
        let cautious = min(power, balance.metabolicRate * 2.5)
        let median = calibration.median(power)
        return SweatEstimate(
            surfaceArea: body.surfaceArea, metabolicRate: balance.metabolicRate,
            requiredEvaporation: balance.requiredEvaporation, maximumEvaporation: balance.maximumEvaporation,
            core: balance.sweating, floor: floor, sweatPower: power, median: rate(median, body),
            lower: rate(calibration.lower(cautious), body), terms: balance)
    }

    private static func floor(
        _ effort: Effort, _ balance: HeatBalance, climate: Climate, body: Body
    ) -> HeatFlux {
        guard effort.soundMet >= 3 else { return .zero }
        let share = min(max(0.645 + 0.0082 * climate.airCelsius, 0.35), 0.95)
        let resting = 1.8 * body.mass.kilograms / body.surfaceArea.squareMeters
        return max(.zero, balance.heatProduction - .wattsPerSquareMeter(resting)) * share
    }

    /// Swimming: (0.76 + 0.085·(Tw − 27))·MET·m/730 l/h, at least 0.1, a choice of this project after race-pace swims of
    /// 5 km in 23, 27 and 32 °C water (Macaluso 2011: 0.48, 0.76, 1.25 l/h at 73 kg). Water of unknown temperature
    /// counts as 27 °C.
    ///
    /// Sauna: 0.65 l/h·m/75 (0.65 kg in 60 min at 90 °C).
    private static func byRate(
        _ effort: Effort, climate: Climate, body: Body, calibration: Calibration
    ) -> SweatEstimate {
        let mass = body.mass.kilograms
        let liters: Double
        if effort.setting == .sauna {
            liters = 0.65 * mass / 75
        } else {
            let water = effort.waterTemperature?.celsius ?? 27
            let warmth = water.isFinite ? min(max(water, 0), 45) - 27 : 0
            liters = max(0.1, (0.76 + 0.085 * warmth) * effort.soundMet * mass / 730)
        }
        let area = body.surfaceArea.squareMeters
        let power = min(
            .wattsPerSquareMeter(liters * 1000 * wattHoursPerGram / area),
            HeatFlux.wattsPerSquareMeter(HeatBalance.limit))
        let metabolism = HeatFlux.wattsPerSquareMeter(1.20 * effort.soundMet * mass / area)
        let median = calibration.median(power)
        return SweatEstimate(
            surfaceArea: body.surfaceArea, metabolicRate: metabolism, requiredEvaporation: .zero,
            maximumEvaporation: .zero, core: .zero, floor: .zero, sweatPower: power, median: rate(median, body),
            lower: rate(calibration.lower(power), body), terms: nil)
    }

    private static func rate(_ power: HeatFlux, _ body: Body) -> WaterRate {
        .millilitersPerHour(power.wattsPerSquareMeter * body.surfaceArea.squareMeters / wattHoursPerGram)
    }
}
