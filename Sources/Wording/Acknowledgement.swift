// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// Something that a person just changed, to be acknowledged.
public enum Change: Hashable, Sendable {
    case drink(Volume, beverage: String, at: Instant)
    case workoutStarted(activity: String, at: Instant, Luggage?, recoversQuickly: Bool = false)
    case workoutStopped(activity: String?, from: Instant?, at: Instant, recoversQuickly: Bool = false)
    case workoutAdded(activity: String, from: Instant, to: Instant, recoversQuickly: Bool = false)
    case workoutPlanned(activity: String, from: Instant, to: Instant, Luggage?, recoversQuickly: Bool = false)
    case climate(ClimateReading, at: Instant)
    case bodyMass(Mass, WeighInMoment, at: Instant)
    case meal(at: Instant)
    case stretch(at: Instant)
    /// With what may help; nil when that is not known.
    case cramp(Cramp, at: Instant, CrampRelief? = nil)
    case injury(Injury, at: Instant)
    /// With what may help further, after an answer about a cramp that has not let go.
    case answered(ReminderAnswer, CrampRelief? = nil)
    /// It was answered that a workout left running still goes on, or that it is over.
    case workoutGoesOn, workoutIsOver
    /// The last entry taken back, where only its kind is known.
    case undone(Event.Kind)
    /// An entry taken back, and when it had happened.
    case takenBack(Event, at: Instant)
    case snoozed(until: Instant)
    case paused(until: Instant)
    case resumed
}

/// What hydratectl answers a change with: what was logged, how things stand, and how to take it back.
public enum Acknowledgement {
    /// The lines of it, the most important first.
    ///
    /// - Parameter standing: nil when the answer does not say.
    public static func lines(_ change: Change, _ standing: Standing?, now: Instant, in idiom: Idiom) -> [String] {
        let phrase = ChangePhrase(now: now, idiom: idiom)
        var lines = [phrase.main(change)] + phrase.details(change)
        if change.recoversQuickly { lines.append("Noted: you want to recover quickly.") }
        if let standing {
            if let held = standing.heldBack { lines.append(HeldBackText.line(held, now: now, in: idiom)) }
            if change.isIntake {
                lines.append("Today: \(idiom.share(standing.intakeToday, of: standing.targetToday)).")
            }
            lines += SafetyText.warnings(standing.warnings)
            if change.saysWhatComes, let next = standing.nextAt {
                lines.append("Next reminder \(idiom.about(max(next, now), now: now)).")
            }
        }
        if let undo = change.undo { lines.append(undo) }
        return lines
    }

    /// The lines as one text.
    public static func text(_ change: Change, _ standing: Standing?, now: Instant, in idiom: Idiom) -> String {
        lines(change, standing, now: now, in: idiom).joined(separator: "\n")
    }
}

extension Change {
    fileprivate var isIntake: Bool {
        switch self {
        case .drink, .undone(.drink), .takenBack(.drink, _): true
        default: false
        }
    }

    /// Whether a quick recovery was asked for with it.
    fileprivate var recoversQuickly: Bool {
        switch self {
        case .workoutStarted(_, _, _, let isQuick), .workoutStopped(_, _, _, let isQuick),
            .workoutAdded(_, _, _, let isQuick), .workoutPlanned(_, _, _, _, let isQuick):
            isQuick
        default: false
        }
    }

    fileprivate var saysWhatComes: Bool {
        switch self {
        case .snoozed, .paused, .workoutPlanned: false
        default: true
        }
    }

    fileprivate var undo: String? {
        switch self {
        case .undone, .takenBack: nil
        case .snoozed, .paused: "Sooner: hydratectl resume"
        case .resumed, .answered(.later, _), .answered(.skip, _), .answered(.seen, _): nil
        default: "Undo: hydratectl undo"
        }
    }
}

/// One change being put into words.
private struct ChangePhrase {
    let now: Instant
    let idiom: Idiom

    func main(_ change: Change) -> String {
        switch change {
        case .drink(let volume, let beverage, let at):
            "Logged \(idiom.volume(volume)) of \(idiom.activity(beverage))\(when(at))."
        case .workoutStarted(let activity, let at, _, _):
            "Started \(idiom.activity(activity))\(when(at))."
        case .workoutStopped(let activity, let from, let at, _):
            "Stopped \(activity.map(idiom.activity) ?? "the workout")\(when(at))"
                + (from.map { ", after \(idiom.duration(at - $0))" } ?? "") + "."
        case .workoutAdded(let activity, let from, let to, _):
            "Logged \(idiom.activity(activity)), \(idiom.span(from, to, now: now))."
        case .workoutPlanned(let activity, let from, let to, _, _):
            "Planned \(idiom.activity(activity)), \(idiom.span(from, to, now: now))."
        case .climate(let reading, let at):
            "Logged \(EventText.climate(reading, in: idiom))\(when(at))."
        case .bodyMass(let mass, let moment, let at):
            "Logged \(EventText.bodyMass(mass, moment, in: idiom))\(when(at))."
        case .meal(let at): "Logged a meal\(when(at))."
        case .stretch(let at): "Logged a stretch\(when(at))."
        case .cramp(let cramp, let at, _): "Logged \(EventText.cramp(cramp))\(when(at))."
        case .injury(let injury, let at): "Logged \(EventText.injury(injury))\(when(at))."
        case .answered(.later, _): "I will ask again later."
        case .answered(.skip, _): "Skipped this one."
        case .answered(.seen, _): "Noted."
        case .answered(.yes, _): "Good that it has let go. Go easy on it for a while."
        case .answered(.no, _): "Noted: it has not let go."
        case .answered(.stillHurts, _): "Noted: it still hurts."
        case .workoutGoesOn: "Noted: the workout goes on. I will ask again."
        case .workoutIsOver: "Noted: the workout counts as ended when it was asked about."
        case .undone(let kind): "Took back the last entry: \(EventText.name(of: kind))."
        case .takenBack(let event, let at):
            "Took back \(EventText.phrase(event, at: at, now: now, in: idiom))\(when(at))."
        case .snoozed(let until): "Snoozed until \(idiom.time(until, now: now))."
        case .paused(let until):
            "Paused until \(idiom.time(until, now: now)). Only a warning of too much water would still come."
        case .resumed: "Reminders are back."
        }
    }

    func details(_ change: Change) -> [String] {
        switch change {
        case .workoutStarted(_, _, let luggage?, _), .workoutPlanned(_, _, _, let luggage?, _):
            [LuggageText.sentence(luggage, now: now, in: idiom)]
        case .cramp(let cramp, _, let steps): CrampText.answer(steps ?? CrampRelief(for: cramp), in: idiom)
        case .answered(_, let steps?): CrampText.answer(steps, in: idiom)
        case .workoutIsOver: ["Another end: \(AnswerCommand.endOfWorkout)"]
        case .injury: ["No massage there for the next 24 to 48 hours."]
        default: []
        }
    }

    /// " at 14:05"; empty for what has just happened.
    private func when(_ at: Instant) -> String {
        abs((now - at).minutes) < 1 ? "" : " \(idiom.when(at, now: now))"
    }
}
