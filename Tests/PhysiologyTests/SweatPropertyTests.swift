// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Sweat, whatever the case")
struct SweatPropertyTests {
    private func body(_ random: inout SplitMix64) -> Body {
        var profile = Profile()
        profile.mass = .kilograms(random.number(25...200))
        profile.height = .meters(random.number(1.2...2.1))
        profile.sex = random.pick(Sex.allCases)
        return Body(profile: profile, year: 2026)
    }

    private func effort(_ random: inout SplitMix64) -> Effort {
        Effort(
            met: .met(random.number(1...20)), airSpeed: .metersPerSecond(random.number(0...6)),
            clothing: .clo(random.number(0...1)))
    }

    private func climate(_ random: inout SplitMix64) -> Climate {
        Climate(
            air: .celsius(random.number(-40...60)), humidity: .percent(random.number(0...100)),
            sun: random.pick(Sun.allCases))
    }

    @Test("a harder effort never sweats less")
    func risesWithMetabolism() {
        Cases.check { random in
            let (body, climate) = (body(&random), climate(&random))
            var effort = effort(&random)
            let gentle = SweatModel.exercise(effort, climate: climate, body: body)
            effort.met = effort.met + .met(random.number(0...3))
            let hard = SweatModel.exercise(effort, climate: climate, body: body)
            let holds = hard.median >= gentle.median - .millilitersPerHour(1e-6)
            return holds ? nil : "\(gentle.median) falls to \(hard.median) at \(effort) in \(climate)"
        }
    }

    @Test("warmer air never means less sweat, at work or at rest")
    func risesWithTemperature() {
        Cases.check { random in
            let (body, effort) = (body(&random), effort(&random))
            let cool = climate(&random)
            var warm = cool
            warm.air = .celsius(min(60, cool.air.celsius + random.number(0...5)))
            let tolerance = WaterRate.millilitersPerHour(1e-6)
            let before = SweatModel.exercise(effort, climate: cool, body: body).median
            let after = SweatModel.exercise(effort, climate: warm, body: body).median
            let resting = SweatModel.rest(climate: cool, body: body)
            let restingAfter = SweatModel.rest(climate: warm, body: body)
            let holds = after >= before - tolerance && restingAfter >= resting - tolerance
            return holds ? nil : "\(before) to \(after), \(resting) to \(restingAfter) at \(effort) in \(cool)"
        }
    }

    @Test("no input, however extreme, gives an undefined, infinite or negative sweat")
    func total() {
        Cases.check { random in
            var profile = Profile()
            profile.mass = .kilograms(random.extreme())
            profile.height = .meters(random.extreme())
            profile.birthYear = Int(truncatingIfNeeded: random.next())
            profile.isPregnant = Bool.random(using: &random)
            profile.hasSaltySweat = Bool.random(using: &random)
            let body = Body(profile: profile, year: Int(truncatingIfNeeded: random.next()))
            let climate = Climate(
                air: .celsius(random.extreme()), humidity: .percent(random.extreme()),
                wind: .metersPerSecond(random.extreme()), sun: random.pick(Sun.allCases),
                radiant: Bool.random(using: &random) ? .celsius(random.extreme()) : nil)
            let effort = Effort(
                activity: random.pick(ActivityTable.all), intensity: random.pick(Intensity.allCases),
                met: Bool.random(using: &random) ? .met(random.extreme()) : nil,
                speed: Bool.random(using: &random) ? .metersPerSecond(random.extreme()) : nil,
                grade: random.extreme(), power: Bool.random(using: &random) ? .watts(random.extreme()) : nil,
                clothing: Bool.random(using: &random) ? .clo(random.extreme()) : nil,
                waterTemperature: Bool.random(using: &random) ? .celsius(random.extreme()) : nil, climate: climate,
                body: body)
            let pairs = [
                WeighInPair(measured: .liters(random.extreme()), predicted: .liters(random.extreme())),
                WeighInPair(measured: .liters(random.extreme()), predicted: .liters(random.extreme())),
            ]
            let calibration = Calibration(pairs)
            let estimate = SweatModel.exercise(effort, climate: climate, body: body, calibration: calibration)
            let resting = SweatModel.rest(climate: climate, body: body)
            let salt = SweatElectrolytes.sodium(
                rate: estimate.median, area: estimate.surfaceArea, profile: profile)
            let numbers = [
                estimate.median.canonical, estimate.lower.canonical, estimate.core.canonical,
                estimate.floor.canonical, estimate.sweatPower.canonical, resting.canonical, salt.canonical,
                body.baseline.canonical, body.totalBodyWater.canonical, body.reminderThreshold.canonical,
                calibration.factor, calibration.spread, effort.airSpeed.canonical,
            ]
            let isSound = numbers.allSatisfy { $0.isFinite && $0 >= 0 }
            let terms = [estimate.requiredEvaporation.canonical, estimate.maximumEvaporation.canonical]
            let isOrdered = estimate.lower <= estimate.median
            return isSound && isOrdered && terms.allSatisfy(\.isFinite)
                ? nil : "\(numbers) \(terms) of \(effort) in \(climate)"
        }
    }
}
