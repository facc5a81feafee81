// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Personal calibration")
struct CalibrationTests {
    @Test("weigh-ins shrink towards the model as specified", arguments: BalanceVectors.all.personal_factor)
    func factor(_ vector: BalanceVectors.Factor) {
        let pairs = zip(vector.meas_l, vector.pred_l).map {
            WeighInPair(measured: .liters($0), predicted: .liters($1))
        }
        let calibration = Calibration(pairs)
        #expect(isClose(calibration.factor, vector.k, within: 1e-6))
        #expect(isClose(calibration.spread, vector.sd, within: 1e-6))
    }

    @Test("without weigh-ins a person is like the model, as unsure as anybody")
    func unknown() {
        #expect(Calibration([]) == Calibration())
        #expect(Calibration().factor == 1)
        #expect(isClose(Calibration([]).spread, 0.30, within: 1e-12))
    }

    @Test("no number of weigh-ins moves a person beyond half or twice the model")
    func limits() {
        let wild = Array(repeating: WeighInPair(measured: .liters(9), predicted: .liters(1)), count: 50)
        #expect(Calibration(wild).factor == 2)
        let dry = Array(repeating: WeighInPair(measured: .liters(0.4), predicted: .liters(4)), count: 50)
        #expect(Calibration(dry).factor == 0.5)
    }

    @Test("two weighings give the sweat lost between them", arguments: BalanceVectors.all.weighin)
    func weighIn(_ vector: BalanceVectors.WeighIn) throws {
        let measurement = SweatMeasurement(
            before: .kilograms(vector.pre_kg), after: .kilograms(vector.post_kg), drunk: .liters(vector.drunk_l),
            food: .kilograms(vector.food_kg), urine: .liters(vector.urine_l), kilocalories: vector.kcal)
        #expect(isClose(try measurement.sweat().liters, vector.sweat_l, within: 1e-9))
    }

    @Test("a change of more than a twentieth of the body, a gain, and nonsense are refused")
    func refused() {
        func measurement(_ before: Double, _ after: Double) -> SweatMeasurement {
            SweatMeasurement(before: .kilograms(before), after: .kilograms(after))
        }
        #expect(throws: SweatMeasurement.Rejection.implausibleChange) { try measurement(70, 66.4).sweat() }
        #expect(throws: SweatMeasurement.Rejection.implausibleChange) { try measurement(70, 73.6).sweat() }
        #expect(throws: SweatMeasurement.Rejection.noLoss) { try measurement(70, 70.2).sweat() }
        #expect(throws: SweatMeasurement.Rejection.notFinite) { try measurement(.nan, 70).sweat() }
    }

    @Test("an hour at 400 W/m² and 1.9 m² costs 654 kcal")
    func energy() {
        var profile = Profile()
        profile.mass = .kilograms(75)
        profile.height = .meters(1.8)
        let body = Body(profile: profile, year: 2026)
        let spent = SweatMeasurement.kilocalories(
            rate: .wattsPerSquareMeter(400), body: body, duration: .hours(1))
        #expect(isClose(spent, 400 * 1.937871 * 0.860, within: 0.01))
    }

    @Test("sweat sodium follows the rate and what the body is used to", arguments: BalanceVectors.all.sweat_na)
    func sodium(_ vector: BalanceVectors.SweatSodium) throws {
        let sodium = SweatElectrolytes.sodium(
            rate: .litersPerHour(vector.sr), area: .squareMeters(vector.bsa),
            acclimatisation: try #require(Acclimatisation(rawValue: vector.state)))
        #expect(isClose(sodium.millimolesPerLiter, vector.na, within: 1e-6))
    }

    @Test("a profile that says nothing is neutral, one with salt crusts loses 1.6 times the sodium")
    func profileSodium() {
        var profile = Profile()
        let (rate, area) = (WaterRate.litersPerHour(1), Area.squareMeters(1.8))
        let neutral = SweatElectrolytes.sodium(rate: rate, area: area, acclimatisation: .neutral)
        #expect(SweatElectrolytes.sodium(rate: rate, area: area, profile: profile) == neutral)
        profile.hasSaltySweat = true
        #expect(SweatElectrolytes.sodium(rate: rate, area: area, profile: profile) == neutral * 1.6)
        let loss = SweatElectrolytes.loss(rate: rate, area: area, profile: profile)
        #expect(isClose(loss.millimolesPerHour, neutral.millimolesPerLiter * 1.6 + 5, within: 1e-9))
    }
}
