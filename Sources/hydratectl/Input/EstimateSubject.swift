// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Physiology

/// What an estimate is asked of: who does what, how long, and where.
struct EstimateSubject {
    /// Nil when a metabolic rate stands for it.
    let activity: Activity?
    let duration: Duration
    let options: WorkoutOptions
    var radiant: Temperature?
    var grade: Grade?
    var mass = Profile().mass
    var height = Profile().height

    private static let heights = Length.centimeters(100)...Length.centimeters(230)
    private static let grades = Grade.percent(-100)...Grade.percent(100)

    /// Takes `words` apart: an activity and a duration, or with a metabolic rate a duration alone.
    init(_ words: [String], options: WorkoutOptions) throws {
        self.options = options
        var words = Words(words)
        guard options.met == nil else {
            guard words.count == 1 || words.takeName().isEmpty else {
                throw InputError("--met stands for an activity. Leave one of them out.")
            }
            activity = nil
            duration = try hydratectl.duration(words.text)
            return
        }
        // Activities have digits in their names too: "5-a-side", "running 6 mph".
        if let (activity, duration) = words.split({ try ActivityTable.find($0) }, hydratectl.duration) {
            self.activity = activity
            self.duration = duration
            return
        }
        activity = try Self.activity(words.takeName())
        guard !words.isEmpty else {
            throw InputError("For how long? Say so, as in: hydratectl estimate running 45min.")
        }
        duration = try hydratectl.duration(words.text)
    }

    private static func activity(_ name: String) throws -> Activity {
        guard !name.isEmpty else {
            throw InputError("What would you do? Say so, as in: hydratectl estimate running 45min.")
        }
        do throws(UnknownActivity) {
            return try ActivityTable.find(name)
        } catch {
            throw ControlError.unknownActivity(error.input, nearest: error.nearest)
        }
    }

    /// The estimate, if all of it can be true.
    func estimate() throws -> WorkoutEstimate {
        try check()
        var profile = Profile()
        (profile.mass, profile.height) = (mass, height)
        // Only an age depends on the year, and this profile has none.
        let body = Body(profile: profile, year: 0)
        return WorkoutEstimate(effort(of: body), for: duration, climate: climate, body: body)
    }

    private var climate: Climate {
        let standard = Climate.indoor
        return Climate(
            air: options.temperature ?? standard.air, humidity: options.humidity ?? standard.humidity,
            wind: options.wind ?? standard.wind, sun: options.sun ?? standard.sun, radiant: radiant)
    }

    private var clothing: Clothing { options.clothing ?? .clo(0.3) }

    private func effort(of body: Body) -> Effort {
        guard let activity else {
            return Effort(
                met: options.met ?? .met(1), externalWork: options.power ?? .zero, airSpeed: climate.wind,
                clothing: clothing)
        }
        return Effort(
            activity: activity, intensity: options.intensity ?? .moderate, speed: options.speed,
            grade: grade?.fraction ?? 0, power: options.power, clothing: clothing, waterTemperature: options.water,
            // On the spot nobody's own speed moves the air.
            airSpeed: activity.airSpeed == .indoors ? .indoors : .larger, climate: climate, body: body)
    }
}

/// What is refused.
extension EstimateSubject {
    /// Refuses what makes no sense together or cannot be true, as the diary would.
    private func check() throws {
        if activity == nil {
            let idle: [(name: String, isGiven: Bool)] = [
                ("--intensity", options.intensity != nil), ("--speed", options.speed != nil),
                ("--grade", grade != nil), ("--water", options.water != nil),
            ]
            if let flag = idle.first(where: \.isGiven) {
                throw InputError(
                    "\(flag.name) belongs to an activity, and --met stands for one. Leave one of them out.")
            }
        }
        guard duration > .zero else { throw InputError("A workout lasts longer than no time.", .data) }
        guard Self.heights.contains(height) else { throw Self.beyond("a height", height, Self.heights) }
        if let grade, !Self.grades.contains(grade) { throw Self.beyond("a grade", grade, Self.grades) }
        let end = Instant(seconds: 0)
        var details = options.details(of: activity?.name ?? "", base: .indoor)
        details.climate = climate
        do throws(Implausible) {
            try Plausibility.check(draft(.bodyMass(mass, .plain), at: end), against: [], now: end)
            try Plausibility.check(draft(.workout(details, end: end), at: end - duration), against: [], now: end)
        } catch {
            throw ControlError.implausible(error)
        }
    }

    private func draft(_ event: Event, at: Instant) -> Draft {
        Draft(
            at: at, place: LocalOffset(seconds: 0, zone: "UTC"), recordedAt: at, token: Token("estimate")!, event: event
        )
    }

    private static func beyond<Value: TextQuantity>(
        _ noun: String, _ value: Value, _ limits: ClosedRange<Value>
    ) -> InputError {
        let (low, high) = (limits.lowerBound.formatted(.metric), limits.upperBound.formatted(.metric))
        return InputError("\(value.formatted(.metric)) cannot be \(noun): it goes from \(low) to \(high).", .data)
    }
}
