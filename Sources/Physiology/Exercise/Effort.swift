// SPDX-License-Identifier: Apache-2.0

/// A workout in the terms of the heat balance.
public struct Effort: Hashable, Sendable {
    /// What surrounds the body, as far as other formulas hold there.
    public enum Setting: String, CaseIterable, Hashable, Sendable {
        case land, water, sauna
    }

    /// Multiple of rest.
    public var met: MetabolicEquivalent
    /// The work that leaves the body: pedals, climbing.
    public var externalWork: Power
    /// Air speed relative to the body; the model holds it to 0.1 to 3 m/s.
    public var airSpeed: Speed
    /// Insulation of the clothes.
    public var clothing: Clothing
    public var setting: Setting
    /// The temperature of the water swum in; nil if not known.
    public var waterTemperature: Temperature?

    public init(
        met: MetabolicEquivalent, externalWork: Power = .zero, airSpeed: Speed, clothing: Clothing,
        setting: Setting = .land, waterTemperature: Temperature? = nil
    ) {
        self.met = met
        self.externalWork = externalWork
        self.airSpeed = airSpeed
        self.clothing = clothing
        self.setting = setting
        self.waterTemperature = waterTemperature
    }

    /// Whether it takes place in water.
    public var isSwim: Bool { setting == .water }

    /// The multiple of rest that formulas can take: 0.5 to 25; what is not a number counts as rest.
    var soundMet: Double { met.isFinite ? min(max(met.met, 0.5), 25) : 1 }
}

extension Effort {
    /// What `activity` demands of `body` in `climate`.
    ///
    /// The metabolic rate comes from the first that is known of `met`, `power`, `speed` and `intensity`:
    /// - A power counts in cycling, by ACSM's equation, and on other machines, by a gross efficiency of 0.20. Running
    ///   and walking do no such work; there it says nothing.
    /// - A speed counts in running, walking and cycling, by the Compendium, a climb on top of it by ACSM's equations.
    ///   Downhill counts as level.
    ///
    /// The external work is the power; in cycling without a power meter a gross efficiency of 0.20 (0.18 to 0.23, from
    /// memory, not checked against the source); uphill on foot m·g times the rate of climb; else none.
    ///
    /// - Parameters:
    ///   - grade: rise over distance, 0.05 for 5 %.
    ///   - airSpeed: how wind and own speed combine, instead of the activity's own way.
    public init(
        activity: Activity, intensity: Intensity = .moderate, met: MetabolicEquivalent? = nil, speed: Speed? = nil,
        grade: Double = 0, power: Power? = nil, clothing: Clothing? = nil, waterTemperature: Temperature? = nil,
        airSpeed: AirSpeed? = nil, climate: Climate, body: Body
    ) {
        let measured = power.flatMap { $0.isFinite && $0 > .zero ? $0 : nil }
        let own = speed ?? activity.typicalSpeed
        let demand =
            met ?? measured.flatMap { activity.locomotion.met(power: $0, mass: body.mass) }
            ?? speed.flatMap { activity.locomotion.met(speed: $0, grade: grade, mass: body.mass) }
            ?? activity.met(at: intensity)
        self.init(
            met: demand,
            externalWork: activity.locomotion.externalWork(
                measured: measured, met: demand, speed: own ?? .zero, grade: grade, mass: body.mass),
            airSpeed: (airSpeed ?? activity.airSpeed).relative(wind: climate.wind, speed: own ?? .zero),
            clothing: clothing ?? activity.clothing, setting: activity.setting, waterTemperature: waterTemperature)
    }
}

extension Locomotion {
    /// The gross efficiency of legs on pedals and of rowing machines.
    private static let efficiency = 0.20

    /// The metabolic rate behind a measured power.
    fileprivate func met(power: Power, mass: Mass) -> MetabolicEquivalent? {
        switch self {
        case .running, .walking: nil
        case .cycling: MetabolicEquation.cycling(power: power, mass: mass)
        case .other: .met(power.watts / Self.efficiency / (1.20 * mass.kilograms))
        }
    }

    /// The metabolic rate at a speed and grade.
    fileprivate func met(speed: Speed, grade: Double, mass: Mass) -> MetabolicEquivalent? {
        guard let level = CompendiumSpeed.met(of: self, at: speed) else { return nil }
        switch self {
        case .running:
            let flat = MetabolicEquation.running(speed: speed, grade: 0)
            return level + (MetabolicEquation.running(speed: speed, grade: grade) - flat)
        case .walking:
            let flat = MetabolicEquation.walking(speed: speed, grade: 0)
            return level + (MetabolicEquation.walking(speed: speed, grade: grade) - flat)
        case .cycling:
            let climb = Self.climbing(speed: speed, grade: grade, mass: mass)
            let flat = MetabolicEquation.cycling(power: .zero, mass: mass)
            return level + (MetabolicEquation.cycling(power: climb, mass: mass) - flat)
        case .other:
            return level
        }
    }

    fileprivate func externalWork(
        measured: Power?, met: MetabolicEquivalent, speed: Speed, grade: Double, mass: Mass
    ) -> Power {
        switch self {
        case .cycling: measured ?? .watts(Self.efficiency * 1.20 * met.met * mass.kilograms)
        case .running, .walking: Self.climbing(speed: speed, grade: grade, mass: mass)
        case .other: measured ?? .zero
        }
    }

    /// The power of lifting the body: m·9.81·(rate of climb).
    private static func climbing(speed: Speed, grade: Double, mass: Mass) -> Power {
        guard grade > 0, grade.isFinite, speed > .zero, speed.isFinite else { return .zero }
        let sine = grade / (1 + grade * grade).squareRoot()
        return .watts(mass.kilograms * 9.81 * min(speed.metersPerSecond, 100) * sine)
    }
}
