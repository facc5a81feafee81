// SPDX-License-Identifier: Apache-2.0

import RealModule

/// The course of a balance through time, in closed form: nothing is stepped, nothing is polled.
///
/// With constant losses of water r and electrolytes n:
/// - A deficit (E ≥ 0) grows linearly: E + r·t, N + n·t.
/// - A surplus (S = −E > 0) is cleared by the kidneys at S/τ, but at no more than U = 800 ml/h (transient maxima of
///   600 to 1000 ml/h, IOM 2005), on top of the loss: while S > U·τ it falls linearly at r + U, then as
///   (S + r·τ)·e^(−t/τ) − r·τ, and is gone after τ·ln(1 + S/(r·τ)).
///
/// The clearance as such and its τ (see ``BodyState``) are choices of this project.
extension WaterBalance {
    /// The fastest that the kidneys clear a surplus, ml/h.
    static let fastestClearance = 800.0

    /// The balance `hours` later, with constant `losses` in `state`; a negative time counts as none.
    ///
    /// With a `bound`, neither deficit grows any more once the free-water deficit has reached it: at rest a thirsty
    /// person drinks, logged or not. A balance already beyond it stays as it is.
    public func after(
        _ hours: Double, losses: Losses, state: BodyState, bound: Volume? = nil
    ) -> WaterBalance {
        let hours = hours > 0 ? Swift.min(hours, Self.longestHours) : 0
        guard let bound else { return free(after: hours, losses: losses, state: state) }
        let limit = Self.limit(bound)
        if freeWaterDeficit >= limit { return self }
        // Below the bound at both ends is below it all the way: F stays negative while there is a surplus, and is a
        // straight line after that.
        let end = free(after: hours, losses: losses, state: state)
        if end.freeWaterDeficit <= limit { return end }
        let reached = unboundedHours(toFreeWater: limit.milliliters, losses, state) ?? hours
        return free(after: Swift.min(hours, reached), losses: losses, state: state)
    }

    /// The balance `duration` later; see ``after(_:losses:state:bound:)-(Double,_,_,_)``.
    public func after(
        _ duration: Duration, losses: Losses, state: BodyState, bound: Volume? = nil
    ) -> WaterBalance {
        after(duration.hours, losses: losses, state: state, bound: bound)
    }

    /// The hours until the water deficit reaches `threshold`: 0 when it already has, nil when it never does under
    /// these losses (or stops at `bound` first).
    public func hours(
        toWaterDeficit threshold: Volume, losses: Losses, state: BodyState, bound: Volume? = nil
    ) -> Double? {
        let target = Self.held(threshold.milliliters)
        if waterDeficit.milliliters >= target { return 0 }
        let course = Clearance(surplus: -waterDeficit.milliliters, losses: losses, state: state)
        let reached: Double?
        if target <= 0 {
            reached = course.hours(toSurplus: -target)
        } else if losses.water > .zero {
            let start = Swift.max(0, waterDeficit.milliliters)
            reached = course.hours(toSurplus: 0).map { $0 + (target - start) / losses.water.millilitersPerHour }
        } else {
            reached = nil
        }
        return within(bound, reached, losses: losses, state: state)
    }

    /// The hours until the free-water deficit reaches `threshold`: 0 when it already has, nil when it never does
    /// under these losses (or stops at `bound` first).
    public func hours(
        toFreeWaterDeficit threshold: Volume, losses: Losses, state: BodyState, bound: Volume? = nil
    ) -> Double? {
        let target = Self.held(threshold.milliliters)
        if freeWaterDeficit.milliliters >= target { return 0 }
        return within(bound, unboundedHours(toFreeWater: target, losses, state), losses: losses, state: state)
    }

    /// The time to a free-water deficit of `target`, which is above the present one.
    private func unboundedHours(toFreeWater target: Double, _ losses: Losses, _ state: BodyState) -> Double? {
        let water = losses.water.millilitersPerHour
        let held = Self.isotonicMilliliters * losses.electrolytes.millimolesPerHour
        var start = freeWaterDeficit.milliliters
        var cleared = 0.0
        if waterDeficit < .zero {
            let course = Clearance(surplus: -waterDeficit.milliliters, losses: losses, state: state)
            let offset = Self.isotonicMilliliters * electrolyteDeficit.millimoles
            if target < 0, let early = course.hours(toFreeWater: target, offset: offset, heldRate: held) {
                return early
            }
            // Without any loss a surplus is never quite cleared.
            guard let zero = course.hours(toSurplus: 0) else { return nil }
            cleared = zero
            start = -offset - held * zero
            if start >= target { return zero }
        }
        let slope = water - held
        guard slope > 0 else { return nil }
        let reached = cleared + (target - start) / slope
        return reached < Self.longestHours ? reached : nil
    }

    private func within(_ bound: Volume?, _ reached: Double?, losses: Losses, state: BodyState) -> Double? {
        guard let reached, reached < Self.longestHours else { return nil }
        guard let bound else { return reached }
        let limit = Self.limit(bound)
        if freeWaterDeficit >= limit { return nil }
        let stop = unboundedHours(toFreeWater: limit.milliliters, losses, state) ?? .infinity
        return reached <= stop ? reached : nil
    }

    /// A bound that makes sense: none is below zero, where nobody is thirsty.
    private static func limit(_ bound: Volume) -> Volume { .milliliters(Swift.max(0, held(bound.milliliters))) }

    private func free(after hours: Double, losses: Losses, state: BodyState) -> WaterBalance {
        guard hours > 0 else { return self }
        let electrolytes = electrolyteDeficit + .millimoles(losses.electrolytes.millimolesPerHour * hours)
        let water: Double
        if waterDeficit >= .zero {
            water = waterDeficit.milliliters + losses.water.millilitersPerHour * hours
        } else {
            let course = Clearance(surplus: -waterDeficit.milliliters, losses: losses, state: state)
            water = course.waterDeficit(after: hours)
        }
        return WaterBalance(waterDeficit: .milliliters(water), electrolyteDeficit: electrolytes)
    }

    /// A century: beyond it nothing is asked, and every product stays finite.
    private static let longestHours = 876_600.0
}

/// The clearing of a surplus of water under constant losses.
private struct Clearance {
    /// The surplus at the start, above zero, ml.
    let surplus: Double
    /// The loss, ml/h.
    let rate: Double
    /// The kidneys' time constant, h.
    let tau: Double
    /// The hours at the kidneys' fastest, before the exponential part.
    let linearHours: Double
    /// The surplus with which the exponential part begins, ml.
    let knee: Double

    init(surplus: Double, losses: Losses, state: BodyState) {
        self.surplus = surplus
        rate = losses.water.millilitersPerHour
        tau = state.clearanceHours
        let threshold = WaterBalance.fastestClearance * tau
        knee = Swift.min(surplus, threshold)
        linearHours = surplus > threshold ? (surplus - threshold) / (rate + WaterBalance.fastestClearance) : 0
    }

    /// The deficit after `hours`, through the surplus and beyond it.
    func waterDeficit(after hours: Double) -> Double {
        if hours <= linearHours { return (rate + WaterBalance.fastestClearance) * hours - surplus }
        // expm1 keeps a short step exact, so that many short steps equal one long.
        let change = (knee + rate * tau) * Double.expMinusOne(-(hours - linearHours) / tau)
        if knee + change > 0 { return -(knee + change) }
        guard let zero = self.hours(toSurplus: 0) else { return 0 }
        return Swift.max(0, rate * (hours - zero))
    }

    /// The hours until only `rest` (0 or more, below ``surplus``) of the surplus is left; nil when never.
    func hours(toSurplus rest: Double) -> Double? {
        if surplus <= rest { return 0 }
        if rest >= knee { return (surplus - rest) / (rate + WaterBalance.fastestClearance) }
        let base = rest + rate * tau
        guard base > 0 else { return nil }
        return linearHours + tau * Double.log(onePlus: (knee - rest) / base)
    }

    /// The hours until the free-water deficit −S − `offset` − `heldRate`·t reaches `target`, if it does so while a
    /// surplus is left.
    ///
    /// The linear part is solved directly. In the exponential part the course is concave, so that Newton's method
    /// from its start approaches the root from below and never passes it.
    func hours(toFreeWater target: Double, offset: Double, heldRate: Double) -> Double? {
        let fast = rate + WaterBalance.fastestClearance - heldRate
        if linearHours > 0, fast > 0 {
            let reached = (target + surplus + offset) / fast
            if reached <= linearHours { return reached }
        }
        let start = target + offset + heldRate * linearHours
        var time = 0.0
        for _ in 0..<64 {
            let decay = (knee + rate * tau) * Double.exp(-time / tau)
            let left = decay - rate * tau
            guard left >= 0 else { return nil }
            let missing = start + left + heldRate * time
            if missing <= 1e-9 { return linearHours + time }
            let slope = decay / tau - heldRate
            guard slope > 0 else { return nil }
            let step = missing / slope
            time += step
            if step <= time * 1e-15 { return linearHours + time }
        }
        return nil
    }
}
