// SPDX-License-Identifier: Apache-2.0

/// How much heat the climate puts on somebody who exercises, by WBGT.
///
/// The limits are the action levels of the American College of Sports Medicine (2007): from 22.3 °C fluid is to be
/// watched, from 27.9 °C continuous events are cancelled, above 32.2 °C all are. The names are this project's.
public enum HeatLevel: String, CaseIterable, Hashable, Comparable, Sendable {
    case normal, warm, hot, extreme

    /// The level of a WBGT.
    public init(wbgt: Temperature) {
        switch wbgt.celsius {
        case 32.2.nextUp...: self = .extreme
        case 27.9...: self = .hot
        case 22.3...: self = .warm
        default: self = .normal
        }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .normal: 0
        case .warm: 1
        case .hot: 2
        case .extreme: 3
        }
    }
}
