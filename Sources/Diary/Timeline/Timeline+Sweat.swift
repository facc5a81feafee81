// SPDX-License-Identifier: Apache-2.0

public import Physiology

extension Timeline {
    /// What was sweated at the cautious rate in the stretch of `length` that ends at `instant`.
    public func lowerSweat(in length: Duration, endingAt instant: Instant) -> Volume {
        sweat(\.lower, from: instant - length, to: instant)
    }

    /// What was sweated between two instants.
    public func sweat(_ run: KeyPath<SweatRates, Losses>, from start: Instant, to end: Instant) -> Volume {
        segments.reduce(.zero) { sum, segment in
            let hours = min(segment.end, end).hours(since: max(segment.start, start))
            guard hours > 0 else { return sum }
            return sum + .milliliters(segment.sweat[keyPath: run].water.millilitersPerHour * hours)
        }
    }
}
