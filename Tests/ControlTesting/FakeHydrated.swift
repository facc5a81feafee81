// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
public import Diary
import Glibc
public import Guidance
public import Physiology

/// A hydrated without a planner, whose diary is in memory: it checks, looks up, stores and takes back as the real one
/// does, and says of the person whatever a test tells it to.
public final class FakeHydrated: ControlHandler {
    /// Everything appended, retractions too.
    public private(set) var entries: [Entry] = []
    /// Every call to ``perform(_:token:)``, also those that repeated a token.
    public private(set) var performed: [(mutation: Mutation, token: Token)] = []
    /// Thrown by everything that follows.
    public var refusal: ControlError?
    public var diagnostics: [ConfigurationDiagnostic] = []
    public var status: ControlStatus
    public var explanation: Explanation
    /// Where guidelines stand.
    public var measures: [GuidelineID: [Measure]] = [:]
    public var forecast: [ForecastPoint] = []
    public var nextAt: Instant?
    public var warning: IntakeWarning?
    /// What is being asked.
    public var question: ReminderID?
    /// Answered to cramps, and to answers about them.
    public var relief: CrampRelief?
    /// Answered to workouts that start or are planned.
    public var provision = AcknowledgedState.Provision(
        carry: .zero, portion: .zero, every: .zero, from: Instant(seconds: 0), withElectrolytes: false)

    private let place: LocalOffset
    private var answers: [Token: Acknowledgement] = [:]

    public init(place: LocalOffset = .utc) {
        self.place = place
        let now = Self.now
        status = ControlStatus(
            version: "0.0-fake",
            balance: .init(
                at: now, balance: WaterBalance(waterDeficit: .milliliters(300)),
                losses: Losses(water: .millilitersPerHour(80))),
            climate: .init(readAt: nil, air: .celsius(22), humidity: .percent(50), wind: .metersPerSecond(0.2)),
            intakeToday: .zero, targetToday: .liters(2), heatLevel: .normal, presence: .present, units: .metric)
        explanation = Explanation(
            standing: .silent, at: now, lower: WaterBalance(), median: WaterBalance(),
            losses: Losses(water: .millilitersPerHour(80)), intakeToday: .zero, targetToday: .liters(2))
        explanation.silence = .balanced
        explanation.enabled = Catalogue.all.filter(\.isCore).map(\.id)
    }

    public static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    // MARK: ControlHandler

    public func perform(_ mutation: Mutation, token: Token) throws(ControlError) -> Acknowledgement {
        performed.append((mutation, token))
        if let refusal { throw refusal }
        if let answer = answers[token] { return answer }
        let answer = try answer(mutation, token)
        answers[token] = answer
        return answer
    }

    public func reload() throws(ControlError) -> [ConfigurationDiagnostic] {
        if let refusal { throw refusal }
        if diagnostics.contains(where: { $0.severity == .error }) { throw .invalidConfiguration(diagnostics) }
        return diagnostics
    }

    public func entries(from: Instant, to: Instant, limit: Int?) throws(ControlError) -> [ListedEntry] {
        if let refusal { throw refusal }
        let listed = entries.effective().reversed().filter { from <= $0.at && $0.at < to }.map { ListedEntry($0) }
        return Array(listed.prefix(limit ?? listed.count))
    }

    public func forecast(until: Instant) throws(ControlError) -> [ForecastPoint] {
        if let refusal { throw refusal }
        return forecast.filter { $0.at <= until }
    }

    public func explain(_ reminder: ReminderID?) throws(ControlError) -> Explanation {
        if let refusal { throw refusal }
        if let reminder, reminder != explanation.reminder { throw .unknownReminder(reminder) }
        return explanation
    }

    public func standing(of guideline: GuidelineID) throws(ControlError) -> GuidelineStanding {
        if let refusal { throw refusal }
        return GuidelineStanding(
            guideline: guideline, isEnabled: explanation.enabled.contains(guideline), at: Self.now,
            measures: measures[guideline] ?? [], nextAt: nextAt, mass: .kilograms(70), units: status.units)
    }

    // MARK: The diary

    private func answer(_ mutation: Mutation, _ token: Token) throws(ControlError) -> Acknowledgement {
        switch mutation {
        case .undo:
            guard let last = entries.effective().filter({ $0.event.kind.isByPerson }).max(by: { $0.id < $1.id }) else {
                throw .nothingToUndo
            }
            return try takeBack(last, token)
        case .retract(let id):
            guard let entry = entries.effective().first(where: { $0.id == id }) else { throw .unknownEntry(id) }
            return try takeBack(entry, token)
        case .snooze, .pause, .resume: return .changed(state(about: try log(mutation, token)))
        case .logCramp, .answer:
            let entry = try log(mutation, token)
            var state = state(about: entry)
            state.relief = relief
            return .logged(entry.id, state)
        case .startWorkout, .planWorkout:
            let entry = try log(mutation, token)
            var state = state(about: entry)
            state.provision = provision
            return .logged(entry.id, state)
        case .stopWorkout:
            let entry = try log(mutation, token)
            var state = state(about: entry)
            let start = entries.last { $0.event.kind == .workoutStarted }
            if let start, case .workoutStarted(let details, _) = start.event {
                state.stopped = .init(activity: details.activity, start: start.at)
            }
            return .logged(entry.id, state)
        default:
            let entry = try log(mutation, token)
            return .logged(entry.id, state(about: entry))
        }
    }

    private func log(_ mutation: Mutation, _ token: Token) throws(ControlError) -> Entry {
        let now = Self.now
        let (at, event) = try event(mutation, now)
        let draft = Draft(at: at ?? now, place: place, recordedAt: now, token: token, event: event)
        do throws(Implausible) {
            try Plausibility.check(draft, against: entries.effective(), now: now)
        } catch {
            throw .implausible(error)
        }
        return append(draft)
    }

    private func takeBack(_ entry: Entry, _ token: Token) throws(ControlError) -> Acknowledgement {
        let now = Self.now
        append(Draft(at: now, place: place, recordedAt: now, token: token, event: .retraction(of: entry.id)))
        return .takenBack(entry.id, entry.event.kind, state(about: entry))
    }

    @discardableResult
    private func append(_ draft: Draft) -> Entry {
        let entry = draft.entry(Entry.ID(Int64(entries.count) + 1))
        entries.append(entry)
        return entry
    }

    private func event(_ mutation: Mutation, _ now: Instant) throws(ControlError) -> (at: Instant?, Event) {
        switch mutation {
        case .logDrink(let drink): (drink.at, .drink(try composed(drink)))
        case .logWorkout(let workout):
            (workout.start, .workout(try details(workout.activity, workout.options), end: workout.end ?? now))
        case .planWorkout(let workout):
            (workout.start, .plannedWorkout(try details(workout.activity, workout.options), end: workout.end ?? now))
        case .startWorkout(let workout):
            (
                workout.at,
                .workoutStarted(
                    try details(workout.activity, workout.options),
                    expectedEnd: workout.duration.map { (workout.at ?? now) + $0 })
            )
        case .stopWorkout(let at, let recoversQuickly): (at, .workoutStopped(recoversQuickly: recoversQuickly))
        case .logClimate(let climate):
            (
                climate.at,
                .climate(
                    ClimateReading(
                        climate: Climate(
                            air: climate.temperature, humidity: climate.humidity ?? .percent(50),
                            wind: climate.wind ?? .metersPerSecond(0.2), sun: climate.sun ?? .shade),
                        isIndoor: climate.isIndoor, waterTemperature: climate.water))
            )
        case .logBodyMass(let mass, let moment, let at): (at, .bodyMass(mass, moment))
        case .logCramp(let cramp, let at): (at, .cramp(cramp))
        case .logInjury(let injury, let at): (at, .injury(injury))
        case .logMeal(let at): (at, .meal)
        case .logStretch(let at): (at, .stretch)
        case .answer(let reminder?, let answer): (nil, .answer(reminder, answer))
        case .answer(nil, let answer):
            if let question {
                (nil, .answer(question, answer))
            } else {
                throw .unknownReminder(ReminderID(""))
            }
        case .snooze(let duration): (nil, .snooze(until: now + duration))
        case .pause(let until): (nil, .pause(until: until))
        case .resume: (nil, .resume)
        case .undo: throw .nothingToUndo
        case .retract(let entry): throw .unknownEntry(entry)
        }
    }

    private func composed(_ drink: DrinkRequest) throws(ControlError) -> Drink {
        do throws(UnknownBeverage) {
            let beverage = try BeverageTable.find(drink.beverage.isEmpty ? "water" : drink.beverage)
            return Drink(
                beverage: beverage.name, volume: drink.volume ?? .milliliters(250),
                waterFraction: beverage.waterFraction, sodium: beverage.sodium, potassium: beverage.potassium,
                caffeine: beverage.caffeine, alcohol: beverage.alcohol, answers: drink.answers)
        } catch {
            throw .unknownBeverage(error.input, nearest: error.nearest)
        }
    }

    private func details(_ activity: String, _ options: WorkoutOptions) throws(ControlError) -> WorkoutDetails {
        do throws(UnknownActivity) {
            return options.details(of: try ActivityTable.find(activity).name, base: .indoor)
        } catch {
            throw .unknownActivity(error.input, nearest: error.nearest)
        }
    }

    private func state(about entry: Entry) -> AcknowledgedState {
        var intake = Volume.zero
        for case .drink(let drink) in entries.effective().map(\.event) { intake += drink.volume }
        return AcknowledgedState(
            intakeToday: intake, targetToday: status.targetToday,
            freeWaterDeficit: status.balance.balance.freeWaterDeficit - intake, nextAt: nextAt, warning: warning,
            units: status.units, subject: .init(at: entry.at, event: entry.event))
    }
}
