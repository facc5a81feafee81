// SPDX-License-Identifier: Apache-2.0

/// What the body does, as far as it changes how water leaves it.
public enum BodyState: String, CaseIterable, Hashable, Sendable {
    case awake, asleep, exercising

    /// The time constant, in hours, with which the kidneys clear a surplus of water: 1 awake, 3 asleep or
    /// exercising, when vasopressin holds water back (a choice of this project).
    var clearanceHours: Double {
        switch self {
        case .awake: 1
        case .asleep, .exercising: 3
        }
    }
}
