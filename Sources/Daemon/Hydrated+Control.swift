// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
public import Diary
import DiaryStore
import Guidance
import Physiology
import Systemd
import Wording

/// What the control interface asks for.
extension Hydrated: ControlHandler {
    public var status: ControlStatus { published }

    public func perform(_ mutation: Mutation, token: Token) throws(ControlError) -> ControlProtocol.Acknowledgement {
        let now = self.now
        // A call that was made before is answered as it was then, whatever has happened since.
        if let known = try diary({ () throws(DiaryStoreError) in try desk.entry(token: token, now: now) }) {
            return try acknowledge(known, of: mutation)
        }
        switch mutation {
        case .undo:
            let last = try diary { () throws(DiaryStoreError) in try desk.latestUndoable(now: now) }
            guard let last else { throw .nothingToUndo }
            return try takeBack(last.id, token: token, mutation)
        case .retract(let id):
            return try takeBack(id, token: token, mutation)
        default:
            let (event, at) = try event(for: mutation, now: now)
            let draft = Draft(
                at: at, place: zone.offset(at: at), recordedAt: now, token: token, event: event)
            do {
                try Plausibility.check(draft, against: desk.entries(now: now), now: now)
            } catch {
                throw .implausible(error)
            }
            let entry = try diary { () throws(DiaryStoreError) in try desk.append(draft, now: now).entry }
            announce(entry)
            reschedule()
            return try acknowledge(entry, of: mutation)
        }
    }

    private func takeBack(_ id: Entry.ID, token: Token, _ mutation: Mutation) throws(ControlError)
        -> ControlProtocol.Acknowledgement
    {
        let retraction = try diary { () throws(DiaryStoreError) in try desk.retract(id, token: token, now: now).entry }
        emit(.entryRetracted(id))
        if let entry = try diary({ () throws(DiaryStoreError) in try desk.entry(id, now: now) }) {
            report(
                .entryTakenBack, JournalText.entryRetracted(entry, now: now, in: idiom),
                [("HYDRATED_KIND", entry.event.kind.rawValue), ("HYDRATED_ENTRY", String(id.number))])
        }
        reschedule()
        return try acknowledge(retraction, of: mutation)
    }

    /// The answer to `mutation`, for which `entry` was written.
    private func acknowledge(_ entry: Entry, of mutation: Mutation) throws(ControlError)
        -> ControlProtocol.Acknowledgement
    {
        let plan = lastPlan
        var state = AcknowledgedState(
            intakeToday: plan.intakeToday, targetToday: plan.targetToday,
            freeWaterDeficit: plan.median.freeWaterDeficit, nextAt: plan.coming?.at, units: configuration.units,
            subject: .init(at: entry.at, event: entry.event))
        if case .retraction(let id) = entry.event {
            guard let original = try diary({ () throws(DiaryStoreError) in try desk.entry(id, now: now) }) else {
                throw .unknownEntry(id)
            }
            state.subject = .init(at: original.at, event: original.event)
            return .takenBack(id, original.event.kind, state)
        }
        switch entry.event {
        case .drink: state.warning = plan.warnings.last
        case .workoutStarted, .plannedWorkout:
            state.provision = Planner.provision(
                for: entry.id, timeline: lastTimeline, configuration: configuration
            ).map(AcknowledgedState.Provision.init)
        case .snooze, .pause, .resume: return .changed(state)
        default: break
        }
        return .logged(entry.id, state)
    }

    /// What `mutation` writes into the diary, and when it is about.
    private func event(for mutation: Mutation, now: Instant) throws(ControlError) -> (Event, Instant) {
        switch mutation {
        case .logDrink(let request): (.drink(try drink(request)), request.at ?? now)
        case .logWorkout(let request):
            (
                .workout(try details(request.activity, request.options), end: request.end ?? now), request.start ?? now
            )
        case .planWorkout(let request):
            (
                .plannedWorkout(try details(request.activity, request.options), end: request.end ?? now),
                request.start ?? now
            )
        case .startWorkout(let request):
            (
                .workoutStarted(
                    try details(request.activity, request.options),
                    expectedEnd: request.duration.map { (request.at ?? now) + $0 }), request.at ?? now
            )
        case .stopWorkout(let at): (.workoutStopped, at ?? now)
        case .logClimate(let request): (.climate(reading(request)), request.at ?? now)
        case .logBodyMass(let mass, let moment, let at): (.bodyMass(mass, moment), at ?? now)
        case .logCramp(let cramp, let at): (.cramp(cramp), at ?? now)
        case .logInjury(let injury, let at): (.injury(injury), at ?? now)
        case .logMeal(let at): (.meal, at ?? now)
        case .logStretch(let at): (.stretch, at ?? now)
        case .answer(let id, let answer): (.answer(try known(id), answer), now)
        case .snooze(let duration): (.snooze(until: now + duration), now)
        case .pause(let until): (.pause(until: until), now)
        case .resume, .undo, .retract: (.resume, now)
        }
    }

    private func drink(_ request: DrinkRequest) throws(ControlError) -> Drink {
        let beverage: Beverage
        do {
            beverage = try configuration.beverage(named: request.beverage.isEmpty ? "water" : request.beverage)
        } catch {
            throw .unknownBeverage(error.input, nearest: error.nearest)
        }
        if let id = request.answers { _ = try known(id) }
        let volume = request.volume ?? configuration.servings[beverage.name] ?? configuration.reminders.cup
        return Drink(beverage, volume: volume, answers: request.answers)
    }

    private func details(_ activity: String, _ options: WorkoutOptions) throws(ControlError) -> WorkoutDetails {
        do {
            return options.details(of: try ActivityTable.find(activity).name, base: lastPlan.climate.climate)
        } catch {
            throw .unknownActivity(error.input, nearest: error.nearest)
        }
    }

    /// What is not said of the climate is as it usually is inside.
    private func reading(_ request: ClimateRequest) -> ClimateReading {
        let usual = configuration.indoor
        let climate = Climate(
            air: request.temperature, humidity: request.humidity ?? usual.humidity, wind: request.wind ?? usual.wind,
            sun: request.sun ?? .shade)
        return ClimateReading(climate: climate, isIndoor: request.isIndoor, waterTemperature: request.water)
    }

    private func known(_ id: ReminderID) throws(ControlError) -> ReminderID {
        let isKnown = desk.entries(now: now).contains { entry in
            if case .shown(let reminder) = entry.event { reminder.id == id } else { false }
        }
        guard isKnown else { throw .unknownReminder(id) }
        return id
    }

    /// Asks the diary, and gives its trouble the name that callers know.
    private func diary<Result>(_ ask: () throws(DiaryStoreError) -> Result) throws(ControlError) -> Result {
        do throws(DiaryStoreError) {
            return try ask()
        } catch {
            noteDiary()
            throw ControlError(error)
        }
    }
}

extension ControlError {
    init(_ error: DiaryStoreError) {
        switch error {
        case .refused(.unknownEntry(let id)), .refused(.alreadyRetracted(let id)), .refused(.notRetractable(let id, _)):
            self = .unknownEntry(id)
        case .refused(.tokenTaken): self = .tokenReused
        default: self = .diaryUnavailable(error.controlFault)
        }
    }
}
