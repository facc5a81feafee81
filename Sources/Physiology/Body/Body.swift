// SPDX-License-Identifier: Apache-2.0

import RealModule

/// The numbers of one person's body that the water balance rests on: surface, water, needs, thresholds.
///
/// Every property is finite and positive, whatever the profile holds: a mass is moved into 25 to 250 kg and
/// a height into 0.5 to 2.5 m, and what is not a number counts as the default of ``Profile``.
public struct Body: Hashable, Sendable {
    /// The profile this body was computed from, as it was given.
    public let profile: Profile
    /// Body mass, 25 to 250 kg.
    public let mass: Mass
    /// Height, 0.5 to 2.5 m.
    public let height: Length
    /// The age group in the year asked for.
    public let ageGroup: AgeGroup
    /// Body surface: 0.202·kg^0.425·m^0.725 (DuBois and DuBois 1916).
    public let surfaceArea: Area
    /// The volume to drink on a day without heat or exercise, the water of food not included.
    public let dailyDrinks: Volume
    /// ``dailyDrinks`` as the caps on drinking count it: a body of unspecified sex gets the lower of the two needs.
    public let capDailyDrinks: Volume

    /// The body of `profile` in calendar year `year`, which only the age depends on.
    public init(profile: Profile, year: Int) {
        self.profile = profile
        let standard = Profile()
        mass = (profile.mass.isFinite ? profile.mass : standard.mass).clamped(to: .kilograms(25) ... .kilograms(250))
        height = (profile.height.isFinite ? profile.height : standard.height)
            .clamped(to: .meters(0.5) ... .meters(2.5))
        let age = profile.birthYear.map { year.subtractingReportingOverflow($0).partialValue }
        ageGroup = AgeGroup(age: age)
        surfaceArea = .squareMeters(0.202 * Double.pow(mass.kilograms, 0.425) * Double.pow(height.meters, 0.725))
        dailyDrinks = AdequateIntake.drinks(of: profile, age: age, unspecifiedSex: .milliliters(1800))
        capDailyDrinks = AdequateIntake.drinks(of: profile, age: age, unspecifiedSex: .milliliters(1600))
    }

    /// Total body water: 0.60 of the mass for men, 0.50 for women, 0.55 unspecified; from 65 years 0.50, 0.45
    /// and 0.475.
    ///
    /// The fractions are from memory, not checked against a source; those of an unspecified sex are the means.
    public var totalBodyWater: Volume {
        let isSenior = ageGroup == .senior
        let fraction =
            switch profile.sex {
            case .male: isSenior ? 0.50 : 0.60
            case .female: isSenior ? 0.45 : 0.50
            case .unspecified: isSenior ? 0.475 : 0.55
            }
        return .liters(fraction * mass.kilograms)
    }

    /// Whether sweat is counted at all.
    ///
    /// In pregnancy it is not, in either run: heat and exercise are then a question for a midwife or doctor
    /// (a choice of this project).
    public var countsSweat: Bool { !profile.isPregnant }
}

/// Rates at which water is lost when nothing in particular happens, net of the water in food.
extension Body {
    /// Awake: the day's drinks spread over 16 waking hours and 8 hours of sleep at 0.6 of the waking rate
    /// (20.8 h), scaled by body surface within 0.8 to 1.25.
    ///
    /// The spreading and the scaling are choices of this project; the day's drinks are EFSA's (2010).
    public var baseline: WaterRate { rate(of: dailyDrinks) }
    /// Asleep: 0.6 of ``baseline`` (a choice of this project).
    public var asleepBaseline: WaterRate { baseline * 0.6 }
    /// During exercise: 0.6 of ``baseline``, as exercise and heat cut urine by 20 to 60 % (IOM 2005).
    public var exerciseBaseline: WaterRate { baseline * 0.6 }
    /// ``baseline`` as the caps on drinking count it, from ``capDailyDrinks``.
    public var capBaseline: WaterRate { rate(of: capDailyDrinks) }

    /// The baseline in `state`.
    public func baseline(in state: BodyState) -> WaterRate {
        switch state {
        case .awake: baseline
        case .asleep: asleepBaseline
        case .exercising: exerciseBaseline
        }
    }

    private func rate(of drinks: Volume) -> WaterRate {
        let reference: Area =
            switch profile.sex {
            case .male: .squareMeters(1.90)
            case .female: .squareMeters(1.70)
            case .unspecified: .squareMeters(1.80)
            }
        let scale = min(max(surfaceArea / reference, 0.8), 1.25)
        return .millilitersPerHour(drinks.milliliters / 20.8 * scale)
    }
}

/// Thresholds of the free-water deficit.
extension Body {
    /// The free-water deficit at which thirst is forecast: 2 % of total body water.
    ///
    /// About 1.2 % of body mass of plain water or 1.65 % of sweat, which is where thirst is reported
    /// (1 to 2 %, WHO). The threshold is a choice of this project.
    public var thirstThreshold: Volume { totalBodyWater * 0.02 }

    /// The free-water deficit at which a drink is proposed, ahead of thirst: half of ``thirstThreshold``, a third
    /// of it from 65 years, as thirst fades with age (ESPEN). In the heat the guidance asks a little sooner. All are
    /// choices of this project.
    public var reminderThreshold: Volume { ageGroup == .senior ? thirstThreshold / 3 : thirstThreshold / 2 }
}
