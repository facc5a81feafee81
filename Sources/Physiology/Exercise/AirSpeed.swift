// SPDX-License-Identifier: Apache-2.0

/// How the air moves past somebody who moves through it.
public enum AirSpeed: String, CaseIterable, Hashable, Sendable {
    /// Out and back through the wind, as a run or a ride: √(wind² + speed²).
    case outAndBack
    /// Slow enough for the larger of wind and own speed to count, as a walk or a game.
    case larger
    /// On the spot indoors: 0.3 m/s, or the wind of a fan if that is more.
    case indoors

    /// The air speed relative to the body.
    public func relative(wind: Speed, speed: Speed) -> Speed {
        let wind = wind.isFinite ? max(.zero, wind) : .zero
        let speed = speed.isFinite ? max(.zero, speed) : .zero
        switch self {
        case .outAndBack:
            let (across, along) = (wind.metersPerSecond, speed.metersPerSecond)
            let bounded = (min(across, 1e3), min(along, 1e3))
            return .metersPerSecond((bounded.0 * bounded.0 + bounded.1 * bounded.1).squareRoot())
        case .larger: return max(wind, speed)
        case .indoors: return max(wind, .metersPerSecond(0.3))
        }
    }
}
