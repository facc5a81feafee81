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
