// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

/// Asks for a change, and says what became of it.
struct Acknowledging {
    let place: Place

    init(_ place: Place) { self.place = place }

    func perform(_ mutation: Mutation) throws {
        let acknowledgement = try ControlClient().perform(mutation)
        let state = acknowledgement.state
        Output.print(
            Wording.Acknowledgement.text(
                change(mutation, acknowledgement), Standing(state), now: place.now,
                in: Idiom(units: state.units, zone: place.zone)))
    }

    /// What changed, by the entry that the daemon wrote; where it names none, by what was asked for.
    private func change(_ mutation: Mutation, _ acknowledgement: ControlProtocol.Acknowledgement) -> Change {
        let state = acknowledgement.state
        if case .takenBack(_, let kind, _) = acknowledgement { return .undone(kind) }
        guard let subject = state.subject else { return .resumed }
        return Change(subject, state)
    }
}

extension Change {
    /// What became of the entry of `subject`, with what stands in `state` beside it.
    init(_ subject: AcknowledgedState.Subject, _ state: AcknowledgedState) {
        let at = subject.at
        switch subject.event {
        case .drink(let drink): self = .drink(drink.volume, beverage: drink.beverage, at: at)
        case .workout(let details, let end):
            self = .workoutAdded(
                activity: details.activity, from: at, to: end, recoversQuickly: details.recoversQuickly)
        case .plannedWorkout(let details, let end):
            self = .workoutPlanned(
                activity: details.activity, from: at, to: end, state.provision.map(Luggage.init),
                recoversQuickly: details.recoversQuickly)
        case .workoutStarted(let details, _):
            self = .workoutStarted(
                activity: details.activity, at: at, state.provision.map(Luggage.init),
                recoversQuickly: details.recoversQuickly)
        case .workoutStopped(let recoversQuickly):
            self = .workoutStopped(
                activity: state.stopped?.activity, from: state.stopped?.start, at: at, recoversQuickly: recoversQuickly)
        case .climate(let reading): self = .climate(reading, at: at)
        case .bodyMass(let mass, let moment): self = .bodyMass(mass, moment, at: at)
        case .meal: self = .meal(at: at)
        case .stretch: self = .stretch(at: at)
        case .cramp(let cramp): self = .cramp(cramp, at: at, state.relief)
        case .injury(let injury): self = .injury(injury, at: at)
        case .answer(let reminder, .yes) where reminder.asksWhetherWorkoutRuns: self = .workoutGoesOn
        case .answer(let reminder, .no) where reminder.asksWhetherWorkoutRuns: self = .workoutIsOver
        case .answer(_, let answer): self = .answered(answer, state.relief)
        case .snooze(let until): self = .snoozed(until: until)
        case .pause(let until): self = .paused(until: until)
        case .resume, .shown, .undelivered, .retraction: self = .resumed
        }
    }
}

extension Standing {
    fileprivate init(_ state: AcknowledgedState) {
        self.init(
            intakeToday: state.intakeToday, targetToday: state.targetToday, nextAt: state.nextAt,
            warnings: state.warning.map { [$0] } ?? [],
            heldBack: state.heldBack.map { Held(since: $0.since, until: $0.until, by: $0.silence) })
    }
}

extension Luggage {
    fileprivate init(_ provision: AcknowledgedState.Provision) {
        self.init(
            volume: provision.carry, portion: provision.portion, every: provision.every, from: provision.from,
            withElectrolytes: provision.withElectrolytes)
    }
}
