// SPDX-License-Identifier: Apache-2.0

// The JSON files of the vectors; the names are those of the files.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Testing

/// What balance.json holds.
struct BalanceVectors: Decodable, Sendable {
    struct Segment: Decodable, Sendable, CustomTestStringConvertible {
        let E0_ml, N0_mmol, r_ml_h, n_mmol_h: Double
        let state: String
        let dt_h, E1_ml, N1_mmol, theta_ml: Double
        let t_to_E_theta_h, t_to_F_theta_h, brute_force_E1_ml: Double?
        var testDescription: String { "E \(E0_ml) ml, N \(N0_mmol) mmol, \(state) for \(dt_h) h" }
    }
    struct Factor: Decodable, Sendable {
        let pred_l, meas_l: [Double]
        let k, sd: Double
    }
    struct WeighIn: Decodable, Sendable {
        let pre_kg, post_kg, drunk_l, food_kg, urine_l, kcal, sweat_l: Double
    }
    struct Gut: Decodable, Sendable {
        let D0, G0, r, t_h, thalf_min, D: Double
    }
    struct SweatSodium: Decodable, Sendable {
        let sr, bsa: Double
        let state: String
        let na: Double
    }
    let K_iso_ml_per_mmol: Double
    let segments: [Segment]
    let personal_factor: [Factor]
    let weighin: [WeighIn]
    let gut: [Gut]
    let sweat_na: [SweatSodium]

    static let all = Vectors.decode(Self.self, from: "balance.json")
}

/// The rows of day.json.
struct DayVectors: Decodable, Sendable {
    struct Row: Decodable, Sendable {
        let clock_h: Double
        let state: String
        let rate_ml_h, na_k_rate_mmol_h, drink_ml, na_k_in_mmol: Double
        let E_after_ml, N_after_mmol, F_after_ml: Double
        let h_to_half_threshold_in_segment, h_to_thirst_in_segment: Double?
    }
    struct Constants: Decodable, Sendable {
        let bsa, tbw_l, b_awake, b_asleep, b_exercise, f_thirst_ml, run_sweat_g_h, run_na_mmol_l: Double
    }
    let constants: Constants
    let rows: [Row]

    static let all = Vectors.decode(Self.self, from: "day.json")
}
