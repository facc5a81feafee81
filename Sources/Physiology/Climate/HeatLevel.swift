// SPDX-License-Identifier: Apache-2.0

/// How much heat the climate puts on somebody who exercises, by WBGT.
///
/// The limits are the action levels of the American College of Sports Medicine (2007): from 22.3 °C fluid is to be
/// watched, from 27.9 °C continuous events are cancelled, above 32.2 °C all are. The names are this project's.
public enum HeatLevel: String, CaseIterable, Hashable, Comparable, Sendable {
    case normal, warm, hot, extreme

    /// The level of a WBGT.
    public init(wbgt: Temperature) {
        self = Self.allCases.last { $0.beginning.map { wbgt >= $0 } ?? false } ?? .normal
    }

    /// The WBGT from which on it is this hot; nil for ``normal``, which has no beginning.
    public var beginning: Temperature? {
        switch self {
        case .normal: nil
        case .warm: .celsius(22.3)
        case .hot: .celsius(27.9)
        case .extreme: .celsius(32.2.nextUp)
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
