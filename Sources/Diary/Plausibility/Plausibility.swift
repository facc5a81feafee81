// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// Whether an entry can be true (physiology, section 10.8): what cannot is refused before anything is stored.
public enum Plausibility {
    /// What one drink can hold; nothing at all is no drink.
    public static let volume = Volume.zero...Volume.liters(3)
    public static let airTemperature = Temperature.celsius(-40)...Temperature.celsius(60)
    /// From a clear night sky to a sauna's stove.
    public static let radiantTemperature = Temperature.celsius(-60)...Temperature.celsius(120)
    public static let waterTemperature = Temperature.celsius(-2)...Temperature.celsius(45)
    public static let humidity = RelativeHumidity.percent(0)...RelativeHumidity.percent(100)
    public static let wind = Speed.zero...Speed.metersPerSecond(60)
    public static let bodyMass = Mass.kilograms(25)...Mass.kilograms(250)
    public static let speed = Speed.zero...Speed.kilometersPerHour(120)
    public static let power = Power.zero...Power.watts(2500)
    /// From sleep to the fastest run in the Compendium.
    public static let metabolicRate = MetabolicEquivalent.met(0.9)...MetabolicEquivalent.met(23)
    public static let clothing = Clothing.zero...Clothing.clo(5)
    public static let longestWorkout = Duration.hours(24)
    /// How far ahead of the present something that has happened may be said to have: clocks differ.
    public static let ahead = Duration.minutes(5)
    /// How long ago it may be, and how far ahead a plan.
    public static let reach = Duration.days(400)

    /// Refuses a draft that cannot be true at `now`, beside `entries`, which are effective and in order of time.
    ///
    /// A workout may touch another, and may be logged where one was only planned. A start without a stop counts as
    /// running as long as the ``Timeline`` lets it run.
    public static func check(
        _ draft: Draft, against entries: some Collection<Entry>, now: Instant
    ) throws(Implausible) {
        try checkTime(of: draft, now: now)
        switch draft.event {
        case .drink(let drink):
            try check(drink)
        case .workout(let details, let end):
            guard end <= now + ahead else { throw .tooFarAhead(end, latest: now + ahead) }
            try check(details)
            try checkLength(from: draft.at, to: end)
            try checkOverlap(of: draft.at, to: end, with: workouts(in: entries, now: now), now: now)
        case .plannedWorkout(let details, let end):
            guard end > now else { throw .alreadyOver(end) }
            try check(details)
            try checkLength(from: draft.at, to: end)
            try checkOverlap(of: draft.at, to: end, with: workouts(in: entries, now: now), now: now)
            try checkOverlap(of: draft.at, to: end, withPlansIn: entries)
        case .workoutStarted(let details, let expectedEnd):
            try check(details)
            if let expectedEnd {
                guard expectedEnd > now else { throw .alreadyOver(expectedEnd) }
                try checkLength(from: draft.at, to: expectedEnd)
            }
            let workouts = workouts(in: entries, now: now)
            if let running = workouts.last(where: { $0.status == .running }) {
                throw .workoutRunning(running.entry, since: running.start)
            }
            try checkOverlap(of: draft.at, to: max(draft.at, now), with: workouts, now: now)
        case .workoutStopped:
            try checkStop(at: draft.at, in: entries, now: now)
        case .climate(let reading):
            try check(reading.climate)
            try reading.waterTemperature.map(checkWater)
        case .bodyMass(let mass, _):
            guard bodyMass.admits(mass) else { throw .bodyMass(mass, limits: bodyMass) }
        case .shown(let reminder):
            if let proposed = reminder.volume { try check(proposed) }
        case .snooze(let until), .pause(let until):
            guard until > now else { throw .alreadyOver(until) }
            guard until <= now + reach else { throw .tooFarAhead(until, latest: now + reach) }
        case .meal, .stretch, .cramp, .injury, .undelivered, .answer, .resume, .retraction:
            break
        }
    }

    private static func checkTime(of draft: Draft, now: Instant) throws(Implausible) {
        // What is taken back may be a plan.
        let mayBeAhead = draft.event.kind == .plannedWorkout || draft.event.kind == .retraction
        let latest = now + (mayBeAhead ? reach : ahead)
        guard draft.at <= latest else { throw .tooFarAhead(draft.at, latest: latest) }
        let earliest = now - reach
        guard draft.at >= earliest else { throw .tooLongAgo(draft.at, earliest: earliest) }
    }

    private static func check(_ volume: Volume) throws(Implausible) {
        guard Self.volume.admits(volume), volume > .zero else { throw .volume(volume, limits: Self.volume) }
    }

    private static func check(_ drink: Drink) throws(Implausible) {
        try check(drink.volume)
        let composition: [(Implausible.Component, Double, ClosedRange<Double>)] = [
            (.waterFraction, drink.waterFraction, 0...1),
            // Brine holds no more.
            (.sodium, drink.sodium.millimolesPerLiter, 0...6000),
            (.potassium, drink.potassium.millimolesPerLiter, 0...6000),
            // Ristretto holds about 4,000.
            (.caffeine, drink.caffeine.milligramsPerLiter, 0...20_000),
            (.alcohol, drink.alcohol.percent, 0...100),
        ]
        for (component, value, limits) in composition where !limits.contains(value) {
            throw .composition(component, value, limits: limits)
        }
    }

    private static func check(_ climate: Climate) throws(Implausible) {
        guard airTemperature.admits(climate.air) else { throw .airTemperature(climate.air, limits: airTemperature) }
        guard humidity.admits(climate.humidity) else { throw .humidity(climate.humidity, limits: humidity) }
        guard wind.admits(climate.wind) else { throw .wind(climate.wind, limits: wind) }
        if let radiant = climate.radiant, !radiantTemperature.admits(radiant) {
            throw .radiantTemperature(radiant, limits: radiantTemperature)
        }
    }

    private static func checkWater(_ temperature: Temperature) throws(Implausible) {
        guard waterTemperature.admits(temperature) else {
            throw .waterTemperature(temperature, limits: waterTemperature)
        }
    }

    private static func check(_ details: WorkoutDetails) throws(Implausible) {
        if let met = details.met, !metabolicRate.admits(met) { throw .metabolicRate(met, limits: metabolicRate) }
        if let given = details.speed, !speed.admits(given) { throw .speed(given, limits: speed) }
        if let given = details.power, !power.admits(given) { throw .power(given, limits: power) }
        if let given = details.clothing, !clothing.admits(given) { throw .clothing(given, limits: clothing) }
        try details.climate.map(check)
        try details.waterTemperature.map(checkWater)
    }
}

/// Workouts beside each other.
extension Plausibility {
    /// The workouts that were or are, as the timeline sees them.
    private static func workouts(in entries: some Collection<Entry>, now: Instant) -> [WorkoutInterval] {
        WorkoutInterval.all(in: entries, now: now + ahead).filter { $0.status != .planned }
    }

    private static func checkLength(from start: Instant, to end: Instant) throws(Implausible) {
        let length = end - start
        guard length > .zero, length <= longestWorkout else { throw .workoutLength(length, longest: longestWorkout) }
    }

    private static func checkOverlap(
        of start: Instant, to end: Instant, with workouts: [WorkoutInterval], now: Instant
    ) throws(Implausible) {
        for other in workouts {
            // How long a running one will go on is not known.
            let otherEnd = other.status == .running ? max(now, other.start + .microseconds(1)) : other.end
            let isInside = start == end && other.start <= start && start < otherEnd
            if isInside || (start < otherEnd && other.start < end) {
                throw .overlap(with: other.entry, from: other.start, to: otherEnd)
            }
        }
    }

    private static func checkOverlap(
        of start: Instant, to end: Instant, withPlansIn entries: some Collection<Entry>
    ) throws(Implausible) {
        for entry in entries {
            guard case .plannedWorkout(_, let otherEnd) = entry.event else { continue }
            if start < otherEnd && entry.at < end { throw .overlap(with: entry.id, from: entry.at, to: otherEnd) }
        }
    }

    private static func checkStop(
        at stop: Instant, in entries: some Collection<Entry>, now: Instant
    ) throws(Implausible) {
        // The last start, unless a stop came after it.
        var unstopped: Entry?
        for entry in entries {
            switch entry.event {
            case .workoutStarted: unstopped = entry
            case .workoutStopped: unstopped = nil
            default: break
            }
        }
        guard let start = unstopped else { throw .noWorkoutRunning(closed: nil) }
        guard stop > start.at else { throw .workoutLength(stop - start.at, longest: longestWorkout) }
        // One that nobody stopped in time was closed; until then a stop is still taken.
        if let closed = workouts(in: entries, now: now).first(where: { $0.entry == start.id && $0.status == .closed }),
            stop > closed.latestStop
        {
            throw .noWorkoutRunning(closed: closed.end)
        }
    }
}

extension ClosedRange where Bound: Quantity {
    /// Whether `quantity` is a number within the limits; `contains` alone takes what is not a number.
    fileprivate func admits(_ quantity: Bound) -> Bool { quantity.isFinite && contains(quantity) }
}
