// SPDX-License-Identifier: Apache-2.0

import RealModule

/// A sweat loss measured on the scales, and what the model predicted for it.
public struct WeighInPair: Hashable, Sendable {
    public let measured: Volume
    public let predicted: Volume

    public init(measured: Volume, predicted: Volume) {
        self.measured = measured
        self.predicted = predicted
    }
}

/// How far one person's sweat lies from the model's, and how sure that is.
///
/// Log-normal shrinkage: each pair gives y = ln(measured/predicted) with the variance 0.12² + (√2·0.1 l/measured)²
/// (scales of 0.1 kg, twice); the prior is 0 with a standard deviation of 0.30. The factor is the posterior's median,
/// held to 0.5 to 2. All numbers are choices of this project.
public struct Calibration: Hashable, Sendable {
    /// What to multiply a prediction by, 0.5 to 2.
    public let factor: Double
    /// The standard deviation of its logarithm, 0 to 0.30.
    public let spread: Double

    /// A calibration as given, moved into its range; without arguments that of an unknown person.
    public init(factor: Double = 1, spread: Double = 0.30) {
        self.factor = factor.isFinite ? min(max(factor, 0.5), 2) : 1
        self.spread = spread.isFinite ? min(max(spread, 0), 0.30) : 0.30
    }

    /// The calibration that `pairs` support. A pair that is not above zero on both sides says nothing.
    public init(_ pairs: some Sequence<WeighInPair>) {
        var weight = 1 / (0.30 * 0.30)
        var sum = 0.0
        for pair in pairs {
            let (measured, predicted) = (pair.measured.liters, pair.predicted.liters)
            guard measured > 0, predicted > 0, (measured / predicted).isFinite, measured / predicted > 0 else {
                continue
            }
            let scales = 2.0.squareRoot() * 0.1 / measured
            let share = 1 / (0.12 * 0.12 + scales * scales)
            sum += Double.log(measured / predicted) * share
            weight += share
        }
        self.init(factor: Double.exp(sum / weight), spread: 1 / weight.squareRoot())
    }

    /// The median for this person: a person who measurably sweats more than the model may pass its limit of 600 W/m²,
    /// up to 742.
    func median(_ power: HeatFlux) -> HeatFlux { min(power * factor, .wattsPerSquareMeter(742)) }

    /// One standard deviation below, for this person on another day: the factor's own spread, and 0.15 from day to day.
    func lower(_ power: HeatFlux) -> HeatFlux {
        median(power) * Double.exp(-(spread * spread + 0.15 * 0.15).squareRoot())
    }
}
