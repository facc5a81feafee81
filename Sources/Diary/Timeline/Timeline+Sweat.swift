// SPDX-License-Identifier: Apache-2.0

public import Physiology

extension Timeline {
    /// What was sweated at the cautious rate in the stretch of `length` that ends at `instant`.
    public func lowerSweat(in length: Duration, endingAt instant: Instant) -> Volume {
        sweat(.lower, from: instant - length, to: instant)
    }

    /// What is sweated between two instants.
    public func sweat(_ run: BalanceCourse.Run, from start: Instant, to end: Instant) -> Volume {
        var sum = Volume.zero
        for segment in segments where segment.start < end && segment.end > start {
            let hours = min(segment.end, end).hours(since: max(segment.start, start))
            sum += .milliliters(segment.sweat[run].water.millilitersPerHour * hours)
        }
        return sum
    }
}

extension SweatRates {
    public subscript(run: BalanceCourse.Run) -> Losses {
        switch run {
        case .median: median
        case .lower: lower
        }
    }
}
