// SPDX-License-Identifier: Apache-2.0

/// A workout between two weighings: what was lost as sweat.
///
/// sweat = before − after + drunk + food − urine − 0.0002 l per kcal, the last for the carbon dioxide breathed out
/// (0.20 g/kcal, Cheuvront and Montain 2017). Weighed nude and towelled dry.
public struct SweatMeasurement: Hashable, Sendable {
    public var before: Mass
    public var after: Mass
    public var drunk: Volume
    public var food: Mass
    public var urine: Volume
    /// The energy spent, kcal.
    public var kilocalories: Double

    public init(
        before: Mass, after: Mass, drunk: Volume = .zero, food: Mass = .zero, urine: Volume = .zero,
        kilocalories: Double = 0
    ) {
        self.before = before
        self.after = after
        self.drunk = drunk
        self.food = food
        self.urine = urine
        self.kilocalories = kilocalories
    }

    /// The energy that `body` spends at `rate` in `duration`, kcal: M·A·t·0.860.
    public static func kilocalories(rate: HeatFlux, body: Body, duration: Duration) -> Double {
        rate.wattsPerSquareMeter * body.surfaceArea.squareMeters * duration.hours * 0.860
    }

    /// Why a measurement cannot be used.
    public enum Rejection: Error, Hashable, Sendable {
        /// The masses differ by more than 5 % of body mass: a mistake, or something other than sweat.
        case implausibleChange
        /// What comes out is not a loss.
        case noLoss
        /// A number is missing, undefined or infinite.
        case notFinite
    }

    /// The sweat lost.
    public func sweat() throws(Rejection) -> Volume {
        let change = before - after
        let metabolic = Volume.liters(0.0002 * kilocalories)
        let sweat = Volume.liters(change.kilograms + food.kilograms) + drunk - urine - metabolic
        guard sweat.isFinite, before.isFinite, before > .zero else { throw .notFinite }
        guard abs(change.kilograms) <= 0.05 * before.kilograms else { throw .implausibleChange }
        guard sweat > .zero else { throw .noLoss }
        return sweat
    }
}
