// SPDX-License-Identifier: Apache-2.0

/// How used somebody is to exercise in heat, as far as it changes the salt of sweat.
public enum Acclimatisation: String, CaseIterable, Hashable, Sendable {
    case unacclimatised, neutral, acclimatised

    /// What it adds to sweat sodium, mmol/l: about 15 between the ends at equal rate (Buono 2007).
    var offset: Double {
        switch self {
        case .unacclimatised: 7
        case .neutral: 0
        case .acclimatised: -8
        }
    }
}

/// The salt of sweat.
public enum SweatElectrolytes {
    /// Whole-body sweat sodium: clamp(15 + 35·rate/area, 12, 80) mmol/l with the rate per surface in l/(h·m²), shifted
    /// by acclimatisation, ×1.6 for sweat that leaves salt crusts.
    ///
    /// The slope is a choice of this project, after 30.6 to 49.4 mmol/l from an easy ride to a time trial (Holmes 2016)
    /// and a mean of 35.9 ± 10.4, range 18 to 71 (Baker 2016).
    public static func sodium(
        rate: WaterRate, area: Area, acclimatisation: Acclimatisation, isSalty: Bool = false
    ) -> Concentration {
        let perArea = rate.litersPerHour / area.squareMeters
        let slope = perArea.isFinite ? 15 + 35 * max(0, perArea) : 15
        let base = min(max(slope, 12), 80) + acclimatisation.offset
        return .millimolesPerLiter(isSalty ? base * 1.6 : base)
    }

    /// Whole-body sweat sodium of a person: acclimatised if the profile says so, else neither way.
    public static func sodium(rate: WaterRate, area: Area, profile: Profile) -> Concentration {
        sodium(
            rate: rate, area: area, acclimatisation: profile.isAcclimatised ? .acclimatised : .neutral,
            isSalty: profile.hasSaltySweat)
    }

    /// Sweat potassium, 5 mmol/l (5.9 ± 0.9, Lara 2016).
    public static let potassium: Concentration = .millimolesPerLiter(5)

    /// Sweat magnesium, 0.4 mmol/l (9.8 ± 4.8 mg/l, Baker 2011); for information, nothing is ever prompted by it.
    public static let magnesium: Concentration = .millimolesPerLiter(0.4)
    /// Sweat calcium, 1.1 mmol/l (44.6 ± 20 mg/l, Baker 2011); for information, nothing is ever prompted by it.
    public static let calcium: Concentration = .millimolesPerLiter(1.1)

    /// What a sweat rate costs in sodium and potassium.
    public static func loss(rate: WaterRate, area: Area, profile: Profile) -> ElectrolyteRate {
        let salt = sodium(rate: rate, area: area, profile: profile) + potassium
        return .millimolesPerHour(rate.litersPerHour * salt.millimolesPerLiter)
    }
}
