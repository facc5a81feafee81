// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

extension BodyState {
    init(vector: String) { self = vector == "exercise" ? .exercising : BodyState(rawValue: vector)! }
}

@Suite("Water balance")
struct BalanceTests {
    @Test("one segment goes as specified", arguments: BalanceVectors.all.segments)
    func segment(_ vector: BalanceVectors.Segment) {
        let start = WaterBalance(
            waterDeficit: .milliliters(vector.E0_ml), electrolyteDeficit: .millimoles(vector.N0_mmol))
        let losses = Losses(
            water: .millilitersPerHour(vector.r_ml_h), electrolytes: .millimolesPerHour(vector.n_mmol_h))
        let state = BodyState(vector: vector.state)
        let end = start.after(vector.dt_h, losses: losses, state: state)
        #expect(isClose(end.waterDeficit.milliliters, vector.E1_ml, within: 1e-5))
        #expect(isClose(end.electrolyteDeficit.millimoles, vector.N1_mmol, within: 1e-5))
        if let walked = vector.brute_force_E1_ml {
            #expect(isClose(end.waterDeficit.milliliters, walked, within: 0.02))
        }
        let threshold = Volume.milliliters(vector.theta_ml)
        let water = start.hours(toWaterDeficit: threshold, losses: losses, state: state)
        let free = start.hours(toFreeWaterDeficit: threshold, losses: losses, state: state)
        #expect(isClose(water ?? -1, vector.t_to_E_theta_h ?? -1, within: 1e-5))
        #expect(isClose(free ?? -1, vector.t_to_F_theta_h ?? -1, within: 1e-5))
    }

    @Test("a millimole of salt holds 6.288 ml of water")
    func isotonic() {
        let balance = WaterBalance(waterDeficit: .zero, electrolyteDeficit: .millimoles(1))
        #expect(isClose(-balance.freeWaterDeficit.milliliters, BalanceVectors.all.K_iso_ml_per_mmol, within: 1e-12))
    }

    @Test("what is in the gut is absorbed by half-lives", arguments: BalanceVectors.all.gut)
    func gut(_ vector: BalanceVectors.Gut) {
        let gut = GutContent(
            volume: .milliliters(vector.G0), halfLife: .seconds(Int64(vector.thalf_min * 60)))
        // The vectors' D₀ counts the drink as not yet in.
        let deficit = gut.tissueDeficit(
            from: .milliliters(vector.D0), loss: .millilitersPerHour(vector.r),
            after: .seconds(Int64((vector.t_h * 3600).rounded())))
        #expect(isClose(deficit.milliliters, vector.D, within: 1e-5))
    }

    @Test("the worked day comes out as worked, to the millilitre and the minute")
    func day() {
        let day = DayVectors.all
        var profile = Profile()
        profile.sex = .male
        profile.mass = .kilograms(75)
        profile.height = .meters(1.80)
        let body = Body(profile: profile, year: 2026)
        #expect(isClose(body.surfaceArea.squareMeters, day.constants.bsa, within: 1e-6))
        #expect(isClose(body.totalBodyWater.liters, day.constants.tbw_l, within: 1e-9))
        #expect(isClose(body.baseline.millilitersPerHour, day.constants.b_awake, within: 1e-6))
        #expect(isClose(body.asleepBaseline.millilitersPerHour, day.constants.b_asleep, within: 1e-6))
        #expect(isClose(body.exerciseBaseline.millilitersPerHour, day.constants.b_exercise, within: 1e-6))
        #expect(isClose(body.thirstThreshold.milliliters, day.constants.f_thirst_ml, within: 1e-6))
        let run = SweatModel.exercise(
            Effort(met: .met(9.4), airSpeed: .metersPerSecond(2.8), clothing: .clo(0.3)),
            climate: Climate(air: .celsius(27), humidity: .percent(60), sun: .partly), body: body)
        #expect(isClose(run.median.millilitersPerHour, day.constants.run_sweat_g_h, within: 1e-3))
        let salt = SweatElectrolytes.sodium(rate: run.median, area: body.surfaceArea, profile: profile)
        #expect(isClose(salt.millimolesPerLiter, day.constants.run_na_mmol_l, within: 1e-4))

        var balance = WaterBalance()
        var previous: DayVectors.Row?
        for row in day.rows {
            if let previous {
                let losses = self.losses(previous, body: body, sweat: run.median, profile: profile)
                let hours = (row.clock_h - previous.clock_h + 24).truncatingRemainder(dividingBy: 24)
                balance = balance.after(hours, losses: losses, state: BodyState(vector: previous.state))
            }
            balance.drink(volume: .milliliters(row.drink_ml), electrolytes: .millimoles(row.na_k_in_mmol))
            #expect(isClose(balance.waterDeficit.milliliters, row.E_after_ml, within: 0.1), "at \(row.clock_h)")
            #expect(isClose(balance.electrolyteDeficit.millimoles, row.N_after_mmol, within: 0.01))
            #expect(isClose(balance.freeWaterDeficit.milliliters, row.F_after_ml, within: 0.1))
            let losses = self.losses(row, body: body, sweat: run.median, profile: profile)
            let state = BodyState(vector: row.state)
            let thresholds = [
                (body.reminderThreshold, row.h_to_half_threshold_in_segment),
                (body.thirstThreshold, row.h_to_thirst_in_segment),
            ]
            for (threshold, expected) in thresholds {
                let hours = balance.hours(toFreeWaterDeficit: threshold, losses: losses, state: state)
                #expect(isClose(hours ?? -1, expected ?? -1, within: 0.001), "at \(row.clock_h)")
            }
            previous = row
        }
    }

    private func losses(_ row: DayVectors.Row, body: Body, sweat: WaterRate, profile: Profile) -> Losses {
        let state = BodyState(vector: row.state)
        guard state == .exercising else { return Losses(water: body.baseline(in: state)) }
        let salt = SweatElectrolytes.loss(rate: sweat, area: body.surfaceArea, profile: profile)
        return Losses(water: body.exerciseBaseline + sweat, electrolytes: salt)
    }

    @Test("a meal gives back fifty millimoles, and never more than is missing")
    func meal() {
        var balance = WaterBalance(waterDeficit: .milliliters(300), electrolyteDeficit: .millimoles(60))
        balance.meal()
        #expect(balance.electrolyteDeficit == .millimoles(10))
        balance.meal()
        #expect(balance.electrolyteDeficit == .zero)
        #expect(balance.waterDeficit == .milliliters(300))
    }

    @Test("at rest a deficit stops at the bound, and one beyond it stays")
    func bound() {
        let losses = Losses(water: .millilitersPerHour(300), electrolytes: .millimolesPerHour(9))
        let bound = Volume.milliliters(840)
        let silent = WaterBalance().after(24, losses: losses, state: .awake, bound: bound)
        #expect(isClose(silent.freeWaterDeficit.milliliters, 840, within: 1e-6))
        let hours = WaterBalance().hours(toFreeWaterDeficit: bound, losses: losses, state: .awake)
        let atBound = WaterBalance().after(hours ?? 0, losses: losses, state: .awake)
        #expect(isClose(silent.electrolyteDeficit.millimoles, atBound.electrolyteDeficit.millimoles, within: 1e-6))
        let beyond = WaterBalance(waterDeficit: .milliliters(2000), electrolyteDeficit: .millimoles(20))
        #expect(beyond.after(5, losses: losses, state: .awake, bound: bound) == beyond)
        let never = WaterBalance().hours(
            toFreeWaterDeficit: .milliliters(841), losses: losses, state: .awake, bound: bound)
        #expect(never == nil)
    }

    @Test("without any loss a surplus is cleared but never becomes a deficit")
    func noLoss() {
        let balance = WaterBalance(waterDeficit: .milliliters(-500))
        let losses = Losses(water: .zero)
        #expect(balance.hours(toWaterDeficit: .zero, losses: losses, state: .awake) == nil)
        let later = balance.after(1000, losses: losses, state: .awake)
        #expect(later.waterDeficit <= .zero && later.waterDeficit > .milliliters(-1e-6))
    }

    @Test("sweat so salty that salt leaves faster than water never brings thirst")
    func saltierThanBlood() {
        let losses = Losses(water: .millilitersPerHour(500), electrolytes: .millimolesPerHour(100))
        let balance = WaterBalance()
        #expect(balance.hours(toFreeWaterDeficit: .milliliters(1), losses: losses, state: .exercising) == nil)
        #expect(balance.hours(toFreeWaterDeficit: .zero, losses: losses, state: .exercising) == 0)
    }

    @Test("plasma sodium falls with water as published", arguments: Vectors.rows("plasma_sodium.csv"))
    func plasma(_ row: Row) {
        let start = PlasmaSodium(concentration: .millimolesPerLiter(row["na0"]))
        let end = start.after(
            waterGain: .liters(row["d_tbw_l"]), electrolyteGain: .millimoles(row["d_e"]),
            totalBodyWater: .liters(row["tbw_l"]))
        #expect(isClose(end.concentration.millimolesPerLiter, row["expected"], within: 1e-5))
        if row[text: "source"].hasPrefix("Weschler") {
            #expect(isClose(end.concentration.millimolesPerLiter, 136.8, within: 0.1))
        }
    }

    @Test("sweat replaced by as much water brings sodium from 140 to about 138")
    func replaced() {
        var profile = Profile()
        profile.sex = .male
        let body = Body(profile: profile, year: 2026)
        let balance = WaterBalance(waterDeficit: .zero, electrolyteDeficit: .millimoles(80))
        let sodium = PlasmaSodium.predicted(for: balance, in: body).concentration.millimolesPerLiter
        #expect((137.5...138.5).contains(sodium))
    }
}
