// SPDX-License-Identifier: Apache-2.0

import Physiology

extension Timeline {
    /// Two weighings further apart are no pair.
    public static let longestWeighing = Duration.days(1)
    /// How far before the first weighing lies what a pair depends on: a workout may have begun a little earlier, and
    /// have its climate from a reading before that.
    public static let weighingLead = weighingSlack + ClimateCourse.validity
    /// How far a workout may reach beyond the weighings around it.
    private static let weighingSlack = Duration.minutes(5)

    /// What the person's weigh-ins say of their sweat: every `before` that an `after` follows within a day, with
    /// the workouts and drinks between them.
    static func calibration(
        entries: [Entry], circumstances: Circumstances, body: Body, now: Instant
    ) -> Calibration {
        var pairs: [WeighInPair] = []
        var before: (at: Instant, mass: Mass)?
        for entry in entries {
            guard case .bodyMass(let mass, let moment) = entry.event, entry.at <= now else { continue }
            switch moment {
            case .plain: break
            case .before: before = (entry.at, mass)
            case .after:
                if let (start, first) = before, entry.at - start <= longestWeighing {
                    let between = entries[entries.firstIndex(notBefore: start - weighingLead)...]
                        .prefix { $0.at <= entry.at }
                    if let pair = weighInPair(
                        between, from: start, first, to: entry.at, mass, circumstances: circumstances, body: body)
                    {
                        pairs.append(pair)
                    }
                }
                before = nil
            }
        }
        return pairs.isEmpty ? Calibration() : Calibration(pairs)
    }

    private static func weighInPair(
        _ entries: some Collection<Entry>, from start: Instant, _ before: Mass, to end: Instant, _ after: Mass,
        circumstances: Circumstances, body: Body
    ) -> WeighInPair? {
        let climate = ClimateCourse(entries: entries, indoor: circumstances.indoor, now: end)
        let workouts = WorkoutInterval.all(in: entries, now: end)
            .filter { $0.start >= start - weighingSlack && $0.end <= end + weighingSlack }
            .map { WorkoutSpan($0, climate: climate, body: body, calibration: Calibration()) }
        guard !workouts.isEmpty else { return nil }
        let drunk = entries.reduce(into: Volume.zero) { sum, entry in
            if case .drink(let drink) = entry.event, entry.at >= start { sum = sum + drink.volume }
        }
        let kilocalories = workouts.reduce(0.0) { sum, workout in
            sum + SweatMeasurement.kilocalories(rate: workout.metabolicRate, body: body, duration: workout.duration)
        }
        let measurement = SweatMeasurement(before: before, after: after, drunk: drunk, kilocalories: kilocalories)
        // An implausible pair says nothing of sweat; it stays in the diary as the two masses it is.
        guard let measured = try? measurement.sweat(), measured > .zero else { return nil }
        let predicted = workouts.reduce(Volume.zero) { $0 + $1.medianSweat }
        guard predicted > .zero else { return nil }
        return WeighInPair(measured: measured, predicted: predicted)
    }
}
