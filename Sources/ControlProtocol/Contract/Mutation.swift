// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// A change that somebody asks for. Each is one call, and one entry in the diary.
public enum Mutation: Hashable, Sendable {
    case logDrink(DrinkRequest)
    case logWorkout(WorkoutRequest)
    case planWorkout(WorkoutRequest)
    case startWorkout(WorkoutStart)
    /// Nil is now. Recovery may be asked to be quick with the end of a workout too.
    case stopWorkout(at: Instant?, recoversQuickly: Bool = false)
    case logClimate(ClimateRequest)
    /// Nil is now.
    case logBodyMass(Mass, WeighInMoment, at: Instant?)
    /// Nil is now.
    case logCramp(Cramp, at: Instant?)
    /// Nil is now.
    case logInjury(Injury, at: Instant?)
    /// Nil is now.
    case logMeal(at: Instant?)
    /// Nil is now.
    case logStretch(at: Instant?)
    /// Nil is what is being asked now: whether a cramp has let go, or a workout still runs.
    case answer(ReminderID?, ReminderAnswer)
    /// Reminders are put off for so long from now.
    case snooze(Duration)
    /// No reminders until the instant.
    case pause(until: Instant)
    case resume
    /// Takes back what was logged last.
    case undo
    /// Takes back one entry.
    case retract(Entry.ID)

    /// The method that asks for it.
    var member: Member {
        switch self {
        case .logDrink: .logDrink
        case .logWorkout: .logWorkout
        case .planWorkout: .planWorkout
        case .startWorkout: .startWorkout
        case .stopWorkout: .stopWorkout
        case .logClimate: .logClimate
        case .logBodyMass: .logBodyMass
        case .logCramp: .logCramp
        case .logInjury: .logInjury
        case .logMeal: .logMeal
        case .logStretch: .logStretch
        case .answer: .answer
        case .snooze: .snooze
        case .pause: .pause
        case .resume: .resume
        case .undo: .undo
        case .retract: .retract
        }
    }
}

/// What the daemon answers a change with, once it is committed.
public enum Acknowledgement: Hashable, Sendable {
    /// Something was logged. For every mutation but those of the other two cases.
    case logged(Entry.ID, AcknowledgedState)
    /// The entry named, of that kind, was taken back. For ``Mutation/undo`` and ``Mutation/retract(_:)``.
    case takenBack(Entry.ID, Event.Kind, AcknowledgedState)
    /// Reminders were put off or let go on. For ``Mutation/snooze(_:)``, ``Mutation/pause(until:)`` and
    /// ``Mutation/resume``.
    case changed(AcknowledgedState)

    public var state: AcknowledgedState {
        switch self {
        case .logged(_, let state), .takenBack(_, _, let state), .changed(let state): state
        }
    }
}
