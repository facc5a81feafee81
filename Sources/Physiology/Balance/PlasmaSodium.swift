// SPDX-License-Identifier: Apache-2.0

/// The sodium concentration of plasma, as the guard against drinking too much.
///
/// Nguyen and Kurtz (2003), as used by Weschler (2005): Na₂ = ((Na₁ + 23.8)·TBW + 1.03·ΔE)/(TBW + ΔTBW) − 23.8,
/// with ΔE the sodium and potassium gained and ΔTBW the water gained. It follows a mass balance and knows nothing of
/// hormones; it is meant for changes of a few litres.
public struct PlasmaSodium: Hashable, Sendable {
    /// The concentration.
    public let concentration: Concentration

    public init(concentration: Concentration) { self.concentration = concentration }

    /// 140 mmol/l, where the model starts from.
    public static let normal = Self(concentration: .millimolesPerLiter(140))

    /// The concentration after a gain (below zero: a loss) of water and of sodium and potassium in a body of
    /// `totalBodyWater`.
    ///
    /// Body water does not shrink below a tenth, and the result stays within 0 to 1000 mmol/l, so that senseless
    /// input still gives a number.
    public func after(
        waterGain: Volume, electrolyteGain: Amount, totalBodyWater: Volume
    ) -> PlasmaSodium {
        let water = max(1, WaterBalance.held(totalBodyWater.liters))
        let start = WaterBalance.held(concentration.millimolesPerLiter) + 23.8
        let diluted = max(water / 10, water + WaterBalance.held(waterGain.liters))
        let salts = start * water + 1.03 * WaterBalance.held(electrolyteGain.millimoles)
        return Self(concentration: .millimolesPerLiter(min(max(0, salts / diluted - 23.8), 1000)))
    }

    /// The concentration that `balance` predicts in `body`, from ``normal`` where nothing is lacking.
    public static func predicted(for balance: WaterBalance, in body: Body) -> PlasmaSodium {
        normal.after(
            waterGain: -balance.waterDeficit, electrolyteGain: -balance.electrolyteDeficit,
            totalBodyWater: body.totalBodyWater)
    }
}
