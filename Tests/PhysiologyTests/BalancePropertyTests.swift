// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Water balance, whatever the case")
struct BalancePropertyTests {
    private struct Case {
        let balance: WaterBalance
        let losses: Losses
        let state: BodyState
        let bound: Volume?
    }

    private func makeCase(_ random: inout SplitMix64) -> Case {
        let bound = random.pick([nil, Volume.milliliters(random.number(100...1200))])
        return Case(
            balance: WaterBalance(
                waterDeficit: .milliliters(random.number(-5000...3000)),
                electrolyteDeficit: .millimoles(random.pick([0, random.number(0...200)]))),
            losses: Losses(
                water: .millilitersPerHour(random.pick([0, random.number(20...200), random.number(0...2500)])),
                electrolytes: .millimolesPerHour(random.pick([0, random.number(0...150), random.number(0...600)]))),
            state: random.pick(BodyState.allCases), bound: bound)
    }

    private func isSame(_ left: WaterBalance, _ right: WaterBalance, within tolerance: Double) -> Bool {
        isClose(left.waterDeficit.milliliters, right.waterDeficit.milliliters, within: tolerance)
            && isClose(left.electrolyteDeficit.millimoles, right.electrolyteDeficit.millimoles, within: tolerance)
    }

    @Test("splitting a segment changes nothing")
    func splitting() {
        Cases.check { random in
            let c = makeCase(&random)
            let hours = random.number(0...48)
            let whole = c.balance.after(hours, losses: c.losses, state: c.state, bound: c.bound)
            var split = c.balance
            var left = hours
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let step = random.number(0...left)
                split = split.after(step, losses: c.losses, state: c.state, bound: c.bound)
                left -= step
            }
            split = split.after(left, losses: c.losses, state: c.state, bound: c.bound)
            return isSame(whole, split, within: 1e-6) ? nil : "\(whole) is not \(split) after \(hours) h of \(c)"
        }
    }

    @Test("the balance is continuous: no step is larger than losses and kidneys together can be")
    func continuous() {
        Cases.check { random in
            let c = makeCase(&random)
            let hours = random.number(0...24)
            let step = random.number(0...1e-3)
            let before = c.balance.after(hours, losses: c.losses, state: c.state, bound: c.bound)
            let after = c.balance.after(hours + step, losses: c.losses, state: c.state, bound: c.bound)
            let water = (after.waterDeficit - before.waterDeficit).milliliters
            let salt = (after.electrolyteDeficit - before.electrolyteDeficit).millimoles
            let mostWater = (c.losses.water.millilitersPerHour + 800) * step + 1e-6
            let mostSalt = c.losses.electrolytes.millimolesPerHour * step + 1e-6
            let holds = (-1e-6...mostWater).contains(water) && (-1e-6...mostSalt).contains(salt)
            return holds ? nil : "\(water) ml and \(salt) mmol in \(step) h of \(c)"
        }
    }

    @Test("the time to a threshold, walked to in steps of any size, is where the threshold is")
    func thresholds() {
        Cases.check { random in
            let c = makeCase(&random)
            let threshold = Volume.milliliters(random.number(-2500...2500))
            for isFree in [false, true] {
                func deficit(_ balance: WaterBalance) -> Double {
                    (isFree ? balance.freeWaterDeficit : balance.waterDeficit).milliliters
                }
                let found =
                    isFree
                    ? c.balance.hours(
                        toFreeWaterDeficit: threshold, losses: c.losses, state: c.state, bound: c.bound)
                    : c.balance.hours(toWaterDeficit: threshold, losses: c.losses, state: c.state, bound: c.bound)
                let limit = min(found ?? 500, 500)
                var walked = c.balance
                var time = 0.0
                while time < limit {
                    if deficit(walked) > threshold.milliliters + 1e-5 {
                        return "\(threshold) passed at \(time) h, not at \(found ?? .nan), free \(isFree), \(c)"
                    }
                    let step = min(random.number(0...limit / 4) + 1e-3, limit - time)
                    walked = walked.after(step, losses: c.losses, state: c.state, bound: c.bound)
                    time += step
                }
                if let found, found > 0, found <= 500 {
                    let miss = abs(deficit(walked) - threshold.milliliters)
                    if miss > 1e-4 { return "\(threshold) missed by \(miss) at \(found) h, free \(isFree), \(c)" }
                }
                if found == 0, deficit(c.balance) < threshold.milliliters - 1e-6 {
                    return "\(threshold) is not yet there, free \(isFree), \(c)"
                }
            }
            return nil
        }
    }

    @Test("no input, however extreme, gives an undefined or infinite balance, or a negative loss")
    func total() {
        Cases.check { random in
            var balance = WaterBalance(
                waterDeficit: .milliliters(random.extreme()), electrolyteDeficit: .millimoles(random.extreme()))
            let losses = Losses(
                water: .millilitersPerHour(random.extreme()), electrolytes: .millimolesPerHour(random.extreme()))
            let state = random.pick(BodyState.allCases)
            let bound = random.pick([nil, Volume.milliliters(random.extreme())])
            balance.drink(
                volume: .milliliters(random.extreme()), waterFraction: random.extreme(),
                electrolytes: .millimoles(random.extreme()))
            let drunk = balance
            balance = balance.after(random.extreme(), losses: losses, state: state, bound: bound)
            balance.meal()
            let threshold = Volume.milliliters(random.extreme())
            let times = [
                balance.hours(toWaterDeficit: threshold, losses: losses, state: state, bound: bound),
                balance.hours(toFreeWaterDeficit: threshold, losses: losses, state: state, bound: bound),
            ]
            let sodium = PlasmaSodium(concentration: .millimolesPerLiter(random.extreme())).after(
                waterGain: .liters(random.extreme()), electrolyteGain: .millimoles(random.extreme()),
                totalBodyWater: .liters(random.extreme()))
            let gut = GutContent(
                volume: .milliliters(random.extreme()), halfLife: .milliseconds(Int(random.number(-9e9...9e9)))
            )
            .tissueDeficit(
                from: .milliliters(random.extreme()), loss: .millilitersPerHour(random.extreme()),
                after: .seconds(Int64(random.number(-9e9...9e9))))
            let numbers = [
                balance.waterDeficit.canonical, balance.electrolyteDeficit.canonical,
                balance.freeWaterDeficit.canonical, sodium.concentration.canonical, gut.canonical,
            ]
            let isSound =
                numbers.allSatisfy(\.isFinite) && balance.electrolyteDeficit >= .zero
                && losses.water >= .zero && losses.electrolytes >= .zero
                && balance.waterDeficit >= drunk.waterDeficit - .milliliters(1e-6)
                && times.allSatisfy { $0.map { $0.isFinite && $0 >= 0 } ?? true }
            return isSound ? nil : "\(numbers) \(times) from \(drunk) with \(losses)"
        }
    }
}
