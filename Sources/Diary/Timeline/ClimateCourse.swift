// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The climate over time: each reading holds for six hours or until the next, then the usual indoor climate.
///
/// How long a reading holds is a choice of this project (physiology, section 10).
public struct ClimateCourse: Hashable, Sendable {
    public struct Reading: Hashable, Sendable {
        public let at: Instant
        public let reading: ClimateReading
    }

    /// How long a reading holds, and how far from a workout's middle one still counts for it.
    public static let validity = Duration.hours(6)

    let readings: [Reading]
    let indoor: Climate

    init(entries: some Collection<Entry>, indoor: Climate, now: Instant) {
        readings = entries.compactMap { entry in
            guard case .climate(let reading) = entry.event, entry.at <= now else { return nil }
            return Reading(at: entry.at, reading: reading)
        }
        self.indoor = indoor
    }

    /// The reading in force at `instant`; nil when the indoor climate holds.
    public func reading(at instant: Instant) -> Reading? {
        guard let last = readings.last(where: { $0.at <= instant }), instant - last.at < Self.validity else {
            return nil
        }
        return last
    }

    /// The climate at `instant`.
    public func climate(at instant: Instant) -> Climate { reading(at: instant)?.reading.climate ?? indoor }

    /// Since when it has been at least as hot as `level` without a break up to `instant`, or `limit` when it has been since
    /// before that; nil when it is cooler. A reading that only repeats another begins nothing.
    public func since(_ level: HeatLevel, at instant: Instant, limit: Instant) -> Instant? {
        guard climate(at: instant).heatLevel >= level else { return nil }
        var since: Instant?
        for reading in readings.reversed() where reading.at <= instant {
            // After a reading that ends before the next begins comes the usual indoor climate.
            let end = reading.at + Self.validity
            let isFollowed = end >= since ?? instant
            if !isFollowed, indoor.heatLevel < level { return since }
            if reading.reading.climate.heatLevel < level { return isFollowed ? since ?? end : max(end, limit) }
            if reading.at <= limit { return limit }
            since = reading.at
        }
        return indoor.heatLevel >= level ? limit : since
    }

    /// The reading nearest `middle`, at most six hours away.
    func nearest(to middle: Instant) -> ClimateReading? {
        func distance(_ reading: Reading) -> Duration { max(reading.at - middle, middle - reading.at) }
        let nearest = readings.min { distance($0) < distance($1) }
        return nearest.flatMap { distance($0) <= Self.validity ? $0.reading : nil }
    }

    /// The instants at which the climate in force changes.
    public var changes: [Instant] {
        readings.indices.flatMap { index -> [Instant] in
            let end = readings[index].at + Self.validity
            let isReplaced = index + 1 < readings.count && readings[index + 1].at <= end
            return isReplaced ? [readings[index].at] : [readings[index].at, end]
        }
    }
}
