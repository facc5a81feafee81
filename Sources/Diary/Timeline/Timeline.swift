// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The diary as a planner reads it: segments with constant losses, and what was drunk and eaten between them.
///
/// A timeline is a pure function of the entries, the circumstances and the instant: entries may come late and in
/// any order, and nothing is carried that they do not explain. Entries ahead of the instant, where a clock step back
/// may have put them, are left out until their time comes; only plans are looked at before.
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
    /// In order of time, without overlaps.
    public let workouts: [WorkoutSpan]
    public let climate: ClimateCourse
    public let calibration: Calibration
    /// Contiguous, from the beginning of the window to its end.
    public let segments: [Segment]
    /// In order of time.
    let doses: [Dose]

    /// The timeline of `entries` as it stands at `now`.
    ///
    /// - Parameter entries: effective (``EffectiveEntries``), in order of time; those of the last seven days and
    ///   every pair of weigh-ins matter.
    public init(entries: [Entry], circumstances: Circumstances, now: Instant) {
        self.entries = entries
        self.circumstances = circumstances
        self.now = now
        body = Body(profile: circumstances.profile, year: circumstances.zone.day(of: now).year)

        let oldest = now - Self.memory
        let end = now + Self.horizon
        days = circumstances.rhythm.wakingDays(touching: oldest...end, in: circumstances.zone)
        // Begin where a night has just cleared away what came before, so that the beginning does not move all the time.
        let firstWake = days.first.map { min($0.wake, oldest) } ?? oldest
        let start = min(max(firstWake, Self.beginning(of: entries, circumstances)), now)
        let recent = entries[entries.firstIndex(notBefore: start - .days(1))...]
        climate = ClimateCourse(entries: recent, indoor: circumstances.indoor, now: now)
        calibration = Self.calibration(entries: entries, circumstances: circumstances, body: body, now: now)
        workouts = WorkoutInterval.all(in: recent, now: now, days: days).map { [climate, body, calibration] in
            WorkoutSpan($0, climate: climate, body: body, calibration: calibration)
        }
        segments = Self.segments(from: start, to: end, days, workouts, climate, body)
        doses = Self.doses(recent, from: start, to: end, days, workouts, circumstances, now: now)
    }

    /// When something is known for the first time: the diary's beginning, or what was logged of the time before it.
    private static func beginning(of entries: [Entry], _ circumstances: Circumstances) -> Instant {
        let first = entries.first { $0.event.kind.isByPerson }
        return min(circumstances.began, first?.at ?? circumstances.began)
    }

    /// The waking day that `instant` lies in.
    public func day(at instant: Instant) -> WakingDay? { days.last { $0.wake <= instant } }

    /// The workout that runs at `instant`, with the end that is expected then.
    public func workout(at instant: Instant) -> WorkoutSpan? {
        workouts.last { $0.status != .planned && $0.contains(instant) }?.expected(at: instant)
    }
}

extension Timeline {
    /// The segments from `start` to `end`: a new one wherever the body's state or its losses change.
    private static func segments(
        from start: Instant, to end: Instant, _ days: [WakingDay], _ workouts: [WorkoutSpan],
        _ climate: ClimateCourse, _ body: Body
    ) -> [Segment] {
        var edges = climate.changes
        for day in days { edges += [day.wake, day.bed] }
        for workout in workouts { edges += [workout.start, workout.end] }
        var cuts = [start]
        for edge in edges.sorted() where edge > cuts[cuts.endIndex - 1] && edge < end { cuts.append(edge) }
        cuts.append(end)

        var known: [(climate: Climate, sweat: SweatRates)] = []
        func sweatAtRest(in climate: Climate) -> SweatRates {
            if let known = known.last(where: { $0.climate == climate }) { return known.sweat }
            let rate = body.countsSweat ? SweatModel.rest(climate: climate, body: body) : .zero
            let sweat = SweatRates(median: rate, lower: rate, body: body)
            known.append((climate, sweat))
            return sweat
        }

        return zip(cuts, cuts.dropFirst()).map { from, to in
            if let workout = workouts.last(where: { $0.contains(from) }) {
                return Segment(
                    start: from, end: to, state: .exercising, baseline: body.exerciseBaseline, sweat: workout.sweat,
                    workout: workout.id)
            }
            let isNight = days.last { $0.wake <= from }?.isNight(at: from) ?? true
            let state: BodyState = isNight ? .asleep : .awake
            return Segment(
                start: from, end: to, state: state, baseline: body.baseline(in: state),
                sweat: sweatAtRest(in: climate.climate(at: from)), workout: nil)
        }
    }

    private static func doses(
        _ entries: some Collection<Entry>, from start: Instant, to end: Instant, _ days: [WakingDay],
        _ workouts: [WorkoutSpan], _ circumstances: Circumstances, now: Instant
    ) -> [Dose] {
        var doses: [Dose] = []
        var logged: [Instant] = []
        for entry in entries where entry.at <= now {
            switch entry.event {
            case .drink(let drink): doses.append(Dose(at: entry.at, kind: .drink(.init(drink))))
            case .meal:
                logged.append(entry.at)
                doses.append(Dose(at: entry.at, kind: .meal))
            default: break
            }
        }
        let meals = Meals(logged: logged, workouts: workouts)
        let clock = WallClock(circumstances.zone, from: start, to: end)
        for day in days {
            doses.append(Dose(at: day.wake, kind: .wake))
            for time in circumstances.rhythm.meals {
                let usual = clock.instant(of: time, on: day.day)
                if let meal = meals.assumed(at: usual) { doses.append(Dose(at: meal, kind: .meal)) }
            }
        }
        return doses.filter { $0.at >= start && $0.at < end }.sorted(by: Dose.precedes)
    }
}

extension [Entry] {
    /// The index of the first entry at or after `instant`; the entries are in order of time.
    public func firstIndex(notBefore instant: Instant) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
