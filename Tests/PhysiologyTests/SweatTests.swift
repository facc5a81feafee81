// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Sweat")
struct SweatTests {
    /// A body of a row's mass and height.
    private func body(_ kilograms: Double, _ meters: Double) -> Body {
        var profile = Profile()
        profile.mass = .kilograms(kilograms)
        profile.height = .meters(meters)
        return Body(profile: profile, year: 2026)
    }

    private func climate(_ row: Row) -> Climate {
        Climate(air: .celsius(row["ta"]), humidity: .percent(row["rh"]), radiant: .celsius(row["tr"]))
    }

    private func effort(_ row: Row) -> Effort {
        Effort(
            met: .met(row["met"]), airSpeed: .metersPerSecond(row["v"]), clothing: .clo(row["clo"]))
    }

    @Test(
        "the heat balance agrees with the standard's own loop after eight hours, within 10 % or 12 W/m²",
        arguments: Vectors.rows("phs_steady.csv"))
    func agreesWithTheStandard(_ row: Row) {
        let estimate = SweatModel.exercise(
            effort(row), climate: climate(row), body: body(row["mass_kg"], row["height_m"]))
        let oracle = row["phs_sweat_w_m2_480min"]
        #expect(isClose(estimate.core.wattsPerSquareMeter, oracle, within: max(0.1 * oracle, 12)))
        #expect(isClose(estimate.core.wattsPerSquareMeter, row["hb_w_m2"], within: 1e-3))
        #expect(isClose(estimate.metabolicRate.wattsPerSquareMeter, row["m_w_m2"], within: 1e-3))
    }

    @Test("every term of the heat balance is the specified one", arguments: Vectors.rows("hb_grid.csv"))
    func terms(_ row: Row) throws {
        let estimate = SweatModel.exercise(
            effort(row), climate: climate(row), body: body(row["mass_kg"], row["height_m"]))
        let terms = try #require(estimate.terms)
        let pairs: [(String, Double, Double)] = [
            ("A", estimate.surfaceArea.squareMeters, 1e-4),
            ("M", estimate.metabolicRate.wattsPerSquareMeter, 1e-3),
            ("pa", terms.vapourPressure.kilopascals, 1e-4),
            ("h_c", terms.convection, 1e-4),
            ("h_r", terms.radiation, 1e-4),
            ("t_sk", terms.skin.celsius, 1e-4),
            ("dry", terms.dry.wattsPerSquareMeter, 1e-3),
            ("c_res", terms.respiratoryConvection.wattsPerSquareMeter, 1e-3),
            ("e_res", terms.respiratoryEvaporation.wattsPerSquareMeter, 1e-3),
            ("e_req", estimate.requiredEvaporation.wattsPerSquareMeter, 1e-3),
            ("e_max", estimate.maximumEvaporation.wattsPerSquareMeter, 1e-3),
            ("hb_w_m2", estimate.core.wattsPerSquareMeter, 1e-3),
            ("floor_w_m2", estimate.floor.wattsPerSquareMeter, 1e-3),
            ("sw_w_m2", estimate.sweatPower.wattsPerSquareMeter, 1e-3),
            ("sweat_g_h", estimate.median.millilitersPerHour, 0.01),
        ]
        for (column, value, tolerance) in pairs {
            #expect(isClose(value, row[column], within: tolerance), "\(column): \(value), not \(row[column])")
        }
        let total = estimate.median.millilitersPerHour * row["duration_min"] / 60
        #expect(isClose(total, row["sweat_total_g"], within: 0.01))
    }

    @Test(
        "runners sweat what the table of ACSM says, within the spread of the fit",
        arguments: Vectors.rows("published_running_sweat.csv"))
    func runners(_ row: Row) throws {
        let heights = [50: 1.60, 70: 1.73, 90: 1.85]
        let demands = [8.5: 8.6, 10: 9.4, 12.5: 11.9, 15: 14.0]
        let speed = row["speed_kmh"]
        let estimate = SweatModel.exercise(
            Effort(met: .met(demands[speed]!), airSpeed: .kilometersPerHour(speed), clothing: .clo(0.3)),
            climate: Climate(air: .celsius(row["ta_c"]), humidity: .percent(50)),
            body: body(row["mass_kg"], heights[Int(row["mass_kg"])]!))
        let ratio = estimate.median.litersPerHour / row["sweat_l_h"]
        #expect((0.955...1.175).contains(ratio), "\(ratio)")
    }

    @Test(
        "swimmers at race pace sweat what was measured, within one standard deviation",
        arguments: [
            (23, "swim 5 km race pace 23 C"), (27, "swim 5 km race pace 27 C"), (32, "swim 5 km race pace 32 C"),
        ])
    func swimmers(water: Double, item: String) throws {
        let norm = try #require(Vectors.rows("published_norms.csv").first { $0[text: "item"] == item })
        let effort = Effort(
            met: .met(10), airSpeed: .zero, clothing: .zero, setting: .water, waterTemperature: .celsius(water))
        let estimate = SweatModel.exercise(effort, climate: .indoor, body: body(73, 1.78))
        #expect(isClose(estimate.median.litersPerHour, norm["mean"], within: norm["sd"]))
        #expect(estimate.terms == nil)
    }

    @Test("nobody swims so slowly or so cold that they sweat less than 0.1 l/h")
    func leastSwim() {
        let effort = Effort(
            met: .met(1), airSpeed: .zero, clothing: .zero, setting: .water, waterTemperature: .celsius(5))
        let rate = SweatModel.exercise(effort, climate: .indoor, body: body(70, 1.7)).median
        #expect(isClose(rate.litersPerHour, 0.1, within: 1e-9))
    }

    @Test("an hour in the sauna costs 0.65 l at 75 kg")
    func sauna() throws {
        let person = body(75, 1.8)
        let effort = Effort(activity: try ActivityTable.find("sauna"), climate: .indoor, body: person)
        let estimate = SweatModel.exercise(effort, climate: .indoor, body: person)
        #expect(isClose(estimate.median.litersPerHour, 0.65, within: 1e-9))
        #expect(estimate.lower < estimate.median)
    }

    @Test(
        "at rest nobody sweats at 22 °C, a little at 30 °C, and 0.18 l/h at 35 °C",
        arguments: [
            (22, 0, 0.002), (30, 0.09, 0.005), (35, 0.18, 0.005),
        ])
    func resting(air: Double, liters: Double, tolerance: Double) {
        let climate = Climate(air: .celsius(air), humidity: .percent(50))
        let rate = SweatModel.rest(climate: climate, body: body(70, 1.75))
        #expect(isClose(rate.litersPerHour, liters, within: tolerance), "\(rate.litersPerHour)")
    }

    @Test("at rest in damp heat the model stops at 150 W/m²")
    func restingLimit() {
        let person = body(70, 1.75)
        let rate = SweatModel.rest(climate: Climate(air: .celsius(36), humidity: .percent(80)), body: person)
        let perArea = rate.litersPerHour / person.surfaceArea.squareMeters
        #expect(isClose(perArea, 0.2225, within: 1e-4))
    }

    @Test(
        "the lower bound of an unknown person is 0.72 of the median, and in damp heat that of 2.5 times the metabolism")
    func lowerBound() {
        let person = body(70, 1.75)
        let mild = SweatModel.exercise(
            Effort(met: .met(9), airSpeed: .metersPerSecond(2.5), clothing: .clo(0.3)),
            climate: Climate(air: .celsius(18), humidity: .percent(50)), body: person)
        #expect(isClose(mild.lower / mild.median, 0.715, within: 0.001))
        let damp = SweatModel.exercise(
            Effort(met: .met(3), airSpeed: .metersPerSecond(0.3), clothing: .clo(0.6)),
            climate: Climate(air: .celsius(38), humidity: .percent(85)), body: person)
        #expect(damp.sweatPower == .wattsPerSquareMeter(600))
        let share = damp.metabolicRate * 2.5 / damp.sweatPower
        #expect(isClose(damp.lower / damp.median, 0.715 * share, within: 0.001))
    }

    @Test("somebody who measurably sweats more may pass the model's limit, up to 742 W/m²")
    func calibratedLimit() {
        let person = body(70, 1.75)
        let effort = Effort(met: .met(16), airSpeed: .metersPerSecond(1), clothing: .clo(0.4))
        let climate = Climate(air: .celsius(38), humidity: .percent(70))
        func power(_ factor: Double) -> Double {
            let estimate = SweatModel.exercise(
                effort, climate: climate, body: person, calibration: Calibration(factor: factor, spread: 0.1))
            return estimate.median.millilitersPerHour * 0.674157 / person.surfaceArea.squareMeters
        }
        #expect(isClose(power(1), 600, within: 1e-6))
        #expect(isClose(power(1.1), 660, within: 1e-6))
        #expect(isClose(power(1.9), 742, within: 1e-6))
    }
}
