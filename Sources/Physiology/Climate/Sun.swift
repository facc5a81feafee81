// SPDX-License-Identifier: Apache-2.0

/// How much sun somebody is in.
public enum Sun: String, CaseIterable, Hashable, Sendable {
    /// Indoors, in the shade, or at night.
    case shade
    case overcast
    case partly
    case full

    /// How far the mean radiant temperature lies above the air, in kelvin: 0, 4, 15, 30.
    ///
    /// A choice of this project, after the solar gain of ASHRAE 55 for somebody standing (+40 K at 900 W/m² of beam,
    /// +22 at 500, +9 at 200) less about 8 K that a clear sky takes away.
    public var radiantExcess: Double {
        switch self {
        case .shade: 0
        case .overcast: 4
        case .partly: 15
        case .full: 30
        }
    }

    /// Whether the sun is strong enough for the outdoor WBGT.
    var isStrong: Bool { self == .full || self == .partly }
}
