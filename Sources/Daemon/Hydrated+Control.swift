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
            guard mutation.wrote(known.event) else { throw .tokenReused }
            return try acknowledge(known)
        }
        let (event, at) = try mutation.event(
            now: now, configuration: configuration, climate: lastPlan.climate.climate,
            question: { question(for: $0) },
            undoable: diary { () throws(DiaryStoreError) in try desk.latestUndoable(now: now) }?.id)
        if case .retraction(let id) = event { return try takeBack(id, token: token) }
        try checkReminder(of: event)
        let draft = Draft(at: at, place: zone.offset(at: at), recordedAt: now, token: token, event: event)
        do {
            try Plausibility.check(draft, against: desk.entries(now: now), now: now)
        } catch {
            throw .implausible(error)
        }
        let entry = try diary { () throws(DiaryStoreError) in try desk.append(draft, now: now) }
        announce(entry)
        takeAsAnswer(entry.event)
        reschedule()
        return try acknowledge(entry)
    }

    private func takeBack(_ id: Entry.ID, token: Token) throws(ControlError) -> ControlProtocol.Acknowledgement {
        let retraction = try diary { () throws(DiaryStoreError) in try desk.retract(id, token: token, now: now) }
        presenceWatch.noteEntry()
        emit(.entryRetracted(id))
        if let entry = try diary({ () throws(DiaryStoreError) in try desk.entry(id, now: now) }) {
            report(
                .entryRetracted, JournalText.entryRetracted(entry, now: now, in: idiom),
                [("HYDRATED_KIND", entry.event.kind.rawValue), ("HYDRATED_ENTRY", String(id.number))])
        }
        reschedule()
        return try acknowledge(retraction)
    }

    /// A bubble that was answered in another way than by its buttons leaves the desktop as answered.
    private func takeAsAnswer(_ event: Event) {
        switch event {
        case .drink(let drink) where bubble != nil && drink.answers == bubble:
            withdraw(.drank, .drank(drink.volume))
        case .answer(let id, let answer) where bubble == id: withdraw(.answered, .answered(answer, to: id))
        default: break
        }
    }

    /// The answer to the change for which `entry` was written.
    private func acknowledge(_ entry: Entry) throws(ControlError) -> ControlProtocol.Acknowledgement {
        let plan = lastPlan
        var state = AcknowledgedState(
            intakeToday: plan.intakeToday, targetToday: plan.targetToday,
            freeWaterDeficit: plan.median.freeWaterDeficit, nextAt: plan.coming?.at, units: configuration.units,
            subject: .init(at: entry.at, event: entry.event))
        switch entry.event {
        case .retraction(let id):
            guard let original = try diary({ () throws(DiaryStoreError) in try desk.entry(id, now: now) }) else {
                throw .unknownEntry(id)
            }
            state.subject = .init(at: original.at, event: original.event)
            return .takenBack(id, original.event.kind, state)
        case .drink: state.warning = plan.warnings.last
        case .workoutStarted, .plannedWorkout:
            state.provision = Planner.provision(
                for: entry.id, timeline: lastTimeline, configuration: configuration
            ).map(AcknowledgedState.Provision.init)
        case .resume:
            state.heldBack = Planner.heldBack(
                endingAt: entry.at, timeline: lastTimeline, configuration: configuration
            ).map(AcknowledgedState.HeldBack.init)
            return .changed(state)
        case .snooze, .pause: return .changed(state)
        case .cramp, .answer:
            state.relief = Planner.relief(after: entry.id, timeline: lastTimeline, configuration: configuration)
        case .workoutStopped:
            let workout = lastTimeline.workouts.last { $0.status == .done && $0.end == entry.at }
            state.stopped = workout.map { .init(activity: $0.activity.name, start: $0.start) }
        default: break
        }
        return .logged(entry.id, state)
    }

    /// What is being asked now, whether or not there was anybody to show a bubble.
    private func question(for answer: ReminderAnswer) -> ReminderID? {
        let now = self.now
        let timeline = Timeline(
            entries: desk.entries(now: now), circumstances: lastTimeline.circumstances, now: now)
        return Planner.question(for: answer, timeline: timeline, configuration: configuration)
    }

    /// Only a reminder that was shown can be answered, and what is being asked all the same.
    private func checkReminder(of event: Event) throws(ControlError) {
        let answered: ReminderID? =
            switch event {
            case .drink(let drink): drink.answers
            case .answer(let id, _): id
            default: nil
            }
        guard let answered else { return }
        if case .answer(_, let answer) = event, question(for: answer) == answered { return }
        let isKnown = desk.entries(now: now).contains { entry in
            if case .shown(let reminder) = entry.event { reminder.id == answered } else { false }
        }
        guard isKnown else { throw .unknownReminder(answered) }
    }

    /// Asks the diary, and gives its trouble the name that callers know.
    func diary<Result>(_ ask: () throws(DiaryStoreError) -> Result) throws(ControlError) -> Result {
        do throws(DiaryStoreError) {
            return try ask()
        } catch {
            if desk.fault != nil { reschedule() }
            throw ControlError(error)
        }
    }
}

extension Mutation {
    /// Whether `event` is what this would have written: a token is for one change only.
    fileprivate func wrote(_ event: Event) -> Bool {
        let kind: Event.Kind =
            switch self {
            case .logDrink: .drink
            case .logWorkout: .workout
            case .planWorkout: .plannedWorkout
            case .startWorkout: .workoutStarted
            case .stopWorkout: .workoutStopped
            case .logClimate: .climate
            case .logBodyMass: .bodyMass
            case .logCramp: .cramp
            case .logInjury: .injury
            case .logMeal: .meal
            case .logStretch: .stretch
            case .answer: .answer
            case .snooze: .snooze
            case .pause: .pause
            case .resume: .resume
            case .undo, .retract: .retraction
            }
        if case .retract(let id) = self { return event == .retraction(of: id) }
        return event.kind == kind
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
