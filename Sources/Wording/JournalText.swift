// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// The one-line messages of the journal; the numbers stand beside them as fields.
public enum JournalText {
    public static func started(version: String, entries: Int) -> String {
        "hydrated \(version) is running, with \(entries) \(entries == 1 ? "entry" : "entries") in the diary"
    }

    public static let stopping = "hydrated is stopping"

    /// "Reminder shown: drink-before-thirst, 250 ml, with salts".
    public static func reminderShown(_ reminder: ShownReminder, in idiom: Idiom) -> String {
        var text = "Reminder shown: \(Quoted.plain(reminder.guideline))"
        if let volume = reminder.volume { text += ", \(idiom.volume(volume))" }
        return reminder.withElectrolytes ? "\(text), with salts" : text
    }

    /// What became of a bubble.
    public enum Outcome: Hashable, Sendable {
        case drank(Volume)
        case answered(ReminderAnswer, to: ReminderID)
        /// It expired or was waved away: a server does not tell which.
        case noAnswer
        /// It was no longer true.
        case withdrawn
    }

    public static func reminderClosed(guideline: String, _ outcome: Outcome, in idiom: Idiom) -> String {
        let text: String =
            switch outcome {
            case .drank(let volume): "drank \(idiom.volume(volume))"
            case .answered(let answer, let reminder): EventText.answer(answer, to: reminder)
            case .noAnswer: "no answer"
            case .withdrawn: "no longer needed"
            }
        return "Reminder closed: \(Quoted.plain(guideline)), \(text)"
    }

    public static func reminderUndelivered(guideline: String) -> String {
        "Reminder could not be shown: \(Quoted.plain(guideline)); it comes when a notification server takes it"
    }

    /// "Logged: 250 ml of coffee, at 14:05".
    public static func entryLogged(_ entry: Entry, now: Instant, in idiom: Idiom) -> String {
        let phrase = EventText.phrase(entry.event, at: entry.at, now: now, in: idiom)
        return "Logged: \(phrase), \(idiom.when(entry.at, now: now))"
    }

    public static func entryRetracted(_ entry: Entry, now: Instant, in idiom: Idiom) -> String {
        "Taken back: \(EventText.phrase(entry.event, at: entry.at, now: now, in: idiom))"
    }

    public static func configurationLoaded(files: Int) -> String {
        files == 0
            ? "No configuration file: the defaults are in force"
            : "Configuration in force, from \(files) \(files == 1 ? "file" : "files")"
    }

    /// What holds after errors, which come before it a line each.
    public static func configurationWrong(errors: Int, keepsPrevious: Bool) -> String {
        "The configuration has \(errors) \(errors == 1 ? "error" : "errors"): "
            + (keepsPrevious ? "the old one stays in force" : "wrong lines count as not set")
    }

    public static func diaryUnavailable(_ trouble: DiaryTrouble) -> String { ErrorText.diaryUnavailable(trouble) }

    public static func diarySalvaged(entries: Int, file: String) -> String {
        "The diary was damaged: \(entries) \(entries == 1 ? "entry" : "entries") saved, "
            + "the damaged file kept as \(Quoted.plain(file))"
    }

    public static func clockStepped(by step: Duration, in idiom: Idiom) -> String {
        let length = step.minutes.magnitude < 1 ? "less than a minute" : idiom.duration(step)
        return "The clock was set \(step < .zero ? "back" : "ahead") by \(length); reminders worked out anew"
    }

    public static let clockChanged = "The clock or the time zone was set; reminders worked out anew"
    public static let notificationServerLost = "The notification server went away; reminders wait for the next"

    public static let loginLost = "systemd-logind does not answer; whoever uses this machine counts as present"

    /// "Presence: locked".
    public static func presence(_ presence: Presence) -> String { "Presence: \(presence.rawValue)" }

    public static func workoutClosed(activity: String, at: Instant, now: Instant, in idiom: Idiom) -> String {
        "\(idiom.activity(activity)) was left running and counts as ended \(idiom.when(at, now: now))"
    }

    public static func freshStart(at wake: Instant, now: Instant, in idiom: Idiom) -> String {
        "Nothing was logged for so long before \(idiom.time(wake, now: now)) that the balance started afresh"
    }

    /// "Silent: quiet-hours".
    public static func silent(_ silence: Silence) -> String { "Silent: \(silence.rawValue)" }
}
