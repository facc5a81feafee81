// SPDX-License-Identifier: Apache-2.0

/// What a workout would cost somebody, and when thirst would come without a drink.
public struct WorkoutEstimate: Hashable, Sendable {
    public let effort: Effort
    public let climate: Climate
    public let body: Body
    /// How long the workout lasts; never below zero.
    public let duration: Duration
    /// Sweat rates, with the heat balance behind them.
    public let sweat: SweatEstimate
    /// The sweat of the whole workout, rate times duration.
    public let medianLoss: Volume
    /// The sweat of the whole workout at the rate that drinks are sized by.
    public let lowerLoss: Volume
    /// The sodium of the sweat at the median rate.
    public let sodium: Concentration
    /// The sodium and potassium lost with ``medianLoss``.
    public let electrolyteLoss: Amount
    /// The time without drinking until the free-water deficit reaches ``Body/thirstThreshold``, from a balance in
    /// which nothing is lacking: at the median sweat and ``Body/exerciseBaseline``. Nil when the workout ends before.
    public let thirstAfter: Duration?

    /// The estimate for `effort` over `duration`; a negative duration counts as none.
    public init(
        _ effort: Effort, for duration: Duration, climate: Climate, body: Body, calibration: Calibration = .init()
    ) {
        let sweat = SweatModel.exercise(effort, climate: climate, body: body, calibration: calibration)
        let duration = max(.zero, duration)
        let hours = duration.hours
        let salts = SweatElectrolytes.loss(rate: sweat.median, area: body.surfaceArea, profile: body.profile)
        let thirst = WaterBalance().hours(
            toFreeWaterDeficit: body.thirstThreshold,
            losses: Losses(water: body.exerciseBaseline + sweat.median, electrolytes: salts), state: .exercising)
        self.effort = effort
        self.climate = climate
        self.body = body
        self.duration = duration
        self.sweat = sweat
        medianLoss = .milliliters(sweat.median.millilitersPerHour * hours)
        lowerLoss = .milliliters(sweat.lower.millilitersPerHour * hours)
        sodium = SweatElectrolytes.sodium(rate: sweat.median, area: body.surfaceArea, profile: body.profile)
        electrolyteLoss = .millimoles(salts.millimolesPerHour * hours)
        thirstAfter = thirst.flatMap { $0 <= hours ? .seconds($0 * 3600) : nil }
    }
}
