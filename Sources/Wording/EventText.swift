// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// Entries of the diary in a few words, for the log and the journal.
public enum EventText {
    /// "250 ml of coffee", "running, 18:00 to 18:45", "31 °C, 70 %, in the sun".
    public static func phrase(_ event: Event, at: Instant, now: Instant, in idiom: Idiom) -> String {
        switch event {
        case .drink(let drink): "\(idiom.volume(drink.volume)) of \(idiom.activity(drink.beverage))"
        case .workout(let details, let end):
            "\(idiom.activity(details.activity)), \(idiom.span(at, end, now: now))\(recovery(details.recoversQuickly))"
        case .plannedWorkout(let details, let end):
            "plan: \(idiom.activity(details.activity)), \(idiom.span(at, end, now: now))"
                + recovery(details.recoversQuickly)
        case .workoutStarted(let details, _):
            "started \(idiom.activity(details.activity))\(recovery(details.recoversQuickly))"
        case .workoutStopped(let recoversQuickly): "stopped the workout\(recovery(recoversQuickly))"
        case .climate(let reading): climate(reading, in: idiom)
        case .bodyMass(let mass, let moment): bodyMass(mass, moment, in: idiom)
        case .meal: "a meal"
        case .stretch: "a stretch"
        case .cramp(let cramp): self.cramp(cramp)
        case .injury(let injury): self.injury(injury)
        case .shown(let reminder): shown(reminder, in: idiom)
        case .undelivered: "a reminder that could not be shown"
        case .answer(let reminder, let answer): "answer: \(self.answer(answer, to: reminder))"
        case .snooze(let until): "snoozed until \(idiom.time(until, now: now))"
        case .pause(let until): "paused until \(idiom.time(until, now: now))"
        case .resume: "resumed"
        case .retraction(let entry): "took back entry \(entry.number)"
        }
    }

    /// A kind of entry: "a drink", "a weigh-in".
    public static func name(of kind: Event.Kind) -> String {
        switch kind {
        case .drink: "a drink"
        case .workout: "a workout"
        case .plannedWorkout: "a planned workout"
        case .workoutStarted: "the start of a workout"
        case .workoutStopped: "the end of a workout"
        case .climate: "a temperature"
        case .bodyMass: "a weigh-in"
        case .meal: "a meal"
        case .stretch: "a stretch"
        case .cramp: "a cramp"
        case .injury: "an injury"
        case .shown, .undelivered: "a reminder"
        case .answer: "an answer"
        case .snooze: "a snooze"
        case .pause: "a pause"
        case .resume: "the end of a pause"
        case .retraction: "a correction"
        }
    }

    private static func recovery(_ isQuick: Bool) -> String { isQuick ? ", to recover quickly" : "" }

    static func climate(_ reading: ClimateReading, in idiom: Idiom) -> String {
        var parts = [
            idiom.temperature(reading.climate.air), reading.climate.humidity.formatted(idiom.units),
        ]
        switch reading.climate.sun {
        case .full: parts.append("in the sun")
        case .partly: parts.append("some sun")
        case .overcast: parts.append("overcast")
        case .shade: break
        }
        if reading.isIndoor { parts.append("indoors") }
        if let water = reading.waterTemperature { parts.append("water \(idiom.temperature(water))") }
        return parts.joined(separator: ", ")
    }

    static func bodyMass(_ mass: Mass, _ moment: WeighInMoment, in idiom: Idiom) -> String {
        let text = mass.formatted(idiom.units)
        return switch moment {
        case .plain: text
        case .before: "\(text) before the workout"
        case .after: "\(text) after the workout"
        }
    }

    static func cramp(_ cramp: Cramp) -> String {
        "a \(cramp.severity == .severe ? "severe " : "")cramp (\(place(cramp.muscle, cramp.side)))"
    }

    static func injury(_ injury: Injury) -> String { "an injury (\(place(injury.muscle, injury.side)))" }

    /// "left calf"; "thigh, both sides", as not every muscle has a plural.
    private static func place(_ muscle: Muscle, _ side: Cramp.Side) -> String {
        let name = muscle == .other ? "leg" : muscle.rawValue
        return switch side {
        case .unspecified: name
        case .left: "left \(name)"
        case .right: "right \(name)"
        case .both: "\(name), both sides"
        }
    }

    static func answer(_ answer: ReminderAnswer, to reminder: ReminderID) -> String {
        switch answer {
        case .yes where reminder.asksWhetherWorkoutRuns: "it goes on"
        case .no where reminder.asksWhetherWorkoutRuns: "it is over"
        case .later: "later"
        case .skip: "skip"
        case .seen: "seen"
        case .yes: "it let go"
        case .no: "still there"
        case .stillHurts: "still hurts"
        }
    }

    private static func shown(_ reminder: ShownReminder, in idiom: Idiom) -> String {
        let volume = reminder.volume.map { ", \(idiom.volume($0))" } ?? ""
        return "reminder: \(Quoted.plain(reminder.guideline))\(volume)"
    }
}
