// SPDX-License-Identifier: Apache-2.0

/// How much to drink on a day without heat or exercise, the water of food not included.
///
/// Sources: EFSA, Scientific opinion on dietary reference values for water (2010), from 14 years men 2.0 l and
/// women 1.6 l of drinks, pregnancy 300 ml and breastfeeding 700 ml more; the drinks of children are about
/// four fifths of EFSA's total water. ESPEN names the same volumes from 65 years. The mean of 1.8 l for an
/// unspecified sex is a choice of this project.
enum AdequateIntake {
    /// The drinks of a day for `profile` at `age` in years (nil: adult), with `unspecifiedSex` where the value of
    /// men and women differs and the sex is not known.
    static func drinks(of profile: Profile, age: Int?, unspecifiedSex: Volume) -> Volume {
        if profile.isPregnant || profile.isBreastfeeding {
            return .milliliters(1600 + (profile.isPregnant ? 300 : 0) + (profile.isBreastfeeding ? 700 : 0))
        }
        switch age {
        case .some(..<4): return .milliliters(1000)
        case .some(4..<9): return .milliliters(1200)
        case .some(9..<14):
            return switch profile.sex {
            case .male: .milliliters(1600)
            case .female: .milliliters(1500)
            case .unspecified: .milliliters(1500)
            }
        default:
            return switch profile.sex {
            case .male: .milliliters(2000)
            case .female: .milliliters(1600)
            case .unspecified: unspecifiedSex
            }
        }
    }
}
