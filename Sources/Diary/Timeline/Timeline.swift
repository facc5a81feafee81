// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The diary as a planner reads it: segments with constant losses, and what was drunk and eaten between them.
///
/// A timeline is a pure function of the entries, the circumstances and the instant: entries may come late and in
/// any order, and nothing is carried that they do not explain.
public struct Timeline: Sendable {
    /// How far back the balance is followed. No surplus or deficit outlives the nights of a week.
    static let memory = Duration.days(7)
    /// How far ahead it is forecast.
    public static let horizon = Duration.hours(36)

    /// The effective entries it was made of, in order of time.
    public let entries: [Entry]
    public let circumstances: Circumstances
    public let body: Body
    /// The instant it was made for; what lies behind it is forecast.
    public let now: Instant
    public let days: [WakingDay]
    public let workouts: [WorkoutSpan]
    public let climate: ClimateCourse
    public let calibration: Calibration
    /// Contiguous, from the beginning of the window to its end.
    public let segments: [Segment]
    /// In order of time.
    let doses: [(at: Instant, dose: Dose)]

    /// The timeline of `entries` as it stands at `now`.
    ///
    /// - Parameter entries: effective (``EffectiveEntries``), in order of time; those of the last seven days and
    ///   every pair of weigh-ins matter.
    public init(entries: [Entry], circumstances: Circumstances, now: Instant) {
        self.entries = entries
        self.circumstances = circumstances
        self.now = now
        let zone = circumstances.zone
        body = Body(profile: circumstances.profile, year: zone.day(of: now).year)

        // What was logged of the time before the diary counts as its beginning.
        let began = min(circumstances.began, entries.first?.at ?? .distantFuture)
        let start = min(max(began, now - Self.memory), now)
        let end = now + Self.horizon
        days = circumstances.rhythm.wakingDays(touching: start...end, in: zone)
        let recent = entries[entries.firstIndex(notBefore: start - .days(1))...]
        climate = ClimateCourse(entries: recent, indoor: circumstances.indoor, now: now)
        calibration = Self.calibration(entries: entries, circumstances: circumstances, body: body, now: now)
        workouts = WorkoutInterval.all(in: recent, now: now).map { [climate, body, calibration] in
            WorkoutSpan($0, climate: climate, body: body, calibration: calibration)
        }
        segments = Self.segments(from: start, to: end, days, workouts, climate, body)
        doses = Self.doses(recent, from: start, to: end, days, workouts, circumstances, now: now)
    }

    /// The waking day that `instant` lies in.
    public func day(at instant: Instant) -> WakingDay? { days.last { $0.wake <= instant } }

    /// The workout that runs at `instant`.
    public func workout(at instant: Instant) -> WorkoutSpan? {
        workouts.last { $0.contains(instant) && $0.status != .planned }
    }
}

extension Timeline {
    /// The segments from `start` to `end`: a new one wherever the body's state or its losses change.
    private static func segments(
        from start: Instant, to end: Instant, _ days: [WakingDay], _ workouts: [WorkoutSpan],
        _ climate: ClimateCourse, _ body: Body
    ) -> [Segment] {
        var edges: Set<Instant> = [start, end]
        for day in days { edges.formUnion([day.wake, day.bed]) }
        for workout in workouts { edges.formUnion([workout.start, workout.end]) }
        edges.formUnion(climate.changes)
        let cuts = edges.filter { $0 >= start && $0 <= end }.sorted()

        var restSweat: [Climate: SweatRates] = [:]
        func sweatAtRest(in climate: Climate) -> SweatRates {
            if let known = restSweat[climate] { return known }
            let rate = body.countsSweat ? SweatModel.rest(climate: climate, body: body) : .zero
            let rates = SweatRates(median: rate, lower: rate, body: body)
            restSweat[climate] = rates
            return rates
        }

        return zip(cuts, cuts.dropFirst()).map { from, to in
            if let workout = workouts.last(where: { $0.contains(from) }) {
                return Segment(
                    start: from, end: to, state: .exercising, baseline: body.exerciseBaseline, sweat: workout.sweat,
                    workout: workout.id)
            }
            let isAsleep = days.last { $0.wake <= from }.map { from >= $0.bed } ?? true
            let state: BodyState = isAsleep ? .asleep : .awake
            return Segment(
                start: from, end: to, state: state, baseline: body.baseline(in: state),
                sweat: sweatAtRest(in: climate.climate(at: from)), workout: nil)
        }
    }

    private static func doses(
        _ entries: some Collection<Entry>, from start: Instant, to end: Instant, _ days: [WakingDay],
        _ workouts: [WorkoutSpan], _ circumstances: Circumstances, now: Instant
    ) -> [(at: Instant, dose: Dose)] {
        var doses: [(at: Instant, dose: Dose)] = []
        for entry in entries where entry.at <= now {
            switch entry.event {
            case .drink(let drink): doses.append((entry.at, .drink(drink)))
            case .meal: doses.append((entry.at, .meal))
            default: break
            }
        }
        let meals = Meals(entries: entries, workouts: workouts)
        for day in days {
            doses.append((day.wake, .wake(day)))
            for time in circumstances.rhythm.meals {
                let usual = circumstances.zone.instant(of: time, on: day.day)
                if let meal = meals.assumed(at: usual, before: now) { doses.append((meal, .meal)) }
            }
        }
        return doses.filter { $0.at >= start && $0.at <= end }.sorted { $0.at < $1.at }
    }
}

extension [Entry] {
    /// The index of the first entry at or after `instant`; the entries are in order of time.
    func firstIndex(notBefore instant: Instant) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
