// SPDX-License-Identifier: Apache-2.0

/// What a workout costs in sweat, with the heat balance behind it.
public struct SweatEstimate: Hashable, Sendable {
    /// Body surface.
    public let surfaceArea: Area
    /// Metabolic rate (M).
    public let metabolicRate: HeatFlux
    /// Heat that evaporation must carry away (Ereq).
    public let requiredEvaporation: HeatFlux
    /// Heat that evaporation can carry away at most (Emax), below zero where water would condense on the skin.
    public let maximumEvaporation: HeatFlux
    /// The sweating that the heat balance asks for (HB).
    public let core: HeatFlux
    /// The sweating that exercise brings even in the cool.
    public let floor: HeatFlux
    /// The sweating as evaporative power, the larger of ``core`` and ``floor`` and at most 600 W/m², before any
    /// personal calibration. In water and in a sauna it follows from the rate.
    public let sweatPower: HeatFlux
    /// The sweat rate of half of all such workouts.
    public let median: WaterRate
    /// The rate to size drinks by: one standard deviation below, never above ``median``.
    public let lower: WaterRate
    /// The terms of the heat balance; nil in water and in a sauna, where it is not valid.
    public let terms: HeatBalance?
}
