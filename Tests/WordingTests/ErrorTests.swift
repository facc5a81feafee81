// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Wording

@Suite("What went wrong, and what would be right")
struct ErrorTests {
    private let now = Sample.at(14)

    @Test(
        "A volume that is none",
        arguments: [
            ("heavy", "“heavy” is not understood."), ("", "A value is missing."), ("-250ml", "“-250ml” is below zero."),
            ("5", "“5” needs a unit."), ("2 stone", "“2 stone” has an unknown unit, “stone”."),
            ("1,5l", "“1,5l” has a comma: write the decimal point."), ("1e3ml", "“1e3ml” has an exponent"),
            ("0x10", "“0x10” is not understood."), ("nan", "“nan” is not understood."),
        ])
    func quantity(input: String, sentence: String) {
        let error = #expect(throws: QuantityError.self) { try Volume(parsing: input) }
        let text = error.map(ErrorText.quantity) ?? ""
        #expect(text.hasPrefix(sentence))
        #expect(text.hasSuffix("Write 250ml, 0.25l, 25cl, 8floz or 1cup."))
    }

    @Test("A time that is none", arguments: ["25:00", "noonish", "2026-02-30 10:00", "in a while", ""])
    func moment(input: String) {
        let error = #expect(throws: MomentError.self) { try Moment(input) }
        let text = error.map(ErrorText.moment) ?? ""
        #expect(text.hasSuffix("Write 14:30, yesterday 14:30, 2026-11-20 14:30, 30min ago or now."))
        #expect(input.isEmpty || text.contains("“\(input)”"))
    }

    @Test("Names that nobody knows come with those that were probably meant")
    func names() {
        #expect(
            ErrorText.unknownActivity("runing", nearest: ["running", "rowing"])
                == "“runing” is no activity that hydrated knows. Did you mean running or rowing?")
        #expect(
            ErrorText.unknownBeverage("xyz", nearest: [])
                == "“xyz” is no drink that hydrated knows. All of them: hydratectl beverages")
    }

    @Test("What cannot be true says the limits, in the person's units")
    func implausible() {
        func text(_ error: Implausible, in idiom: Idiom = Sample.metric) -> String {
            ErrorText.implausible(error, activity: "running", now: now, in: idiom)
        }
        let volume = Implausible.volume(.liters(5), limits: .zero...(.liters(3)))
        #expect(text(volume) == "5 l cannot be one drink: at most 3 l.")
        #expect(text(volume, in: Sample.us) == "169 fl oz cannot be one drink: at most 101 fl oz.")
        #expect(text(.volume(.zero, limits: .zero...(.liters(3)))) == "A drink holds more than nothing.")
        let heat = Implausible.airTemperature(.celsius(70), limits: .celsius(-40)...(.celsius(60)))
        #expect(text(heat) == "70 °C cannot be the temperature of the air: it goes from -40 °C to 60 °C.")
        #expect(
            text(heat, in: Sample.us) == "158 °F cannot be the temperature of the air: it goes from -40 °F to 140 °F.")
        #expect(
            text(.humidity(.percent(130), limits: .percent(0)...(.percent(100))))
                == "130 % cannot be the humidity: it goes from 0 % to 100 %.")
        #expect(
            text(.bodyMass(.kilograms(.nan), limits: .kilograms(25)...(.kilograms(250))))
                == "That cannot be a body mass: it goes from 25 kg to 250 kg.")
        #expect(
            text(.tooFarAhead(Sample.at(16), latest: now))
                == "16:00 is in the future. Write a time that has passed, or none for now.")
        #expect(
            text(.tooFarAhead(Sample.at(16, day: 16), latest: now))
                == "Tomorrow 16:00 is in the future. Write a time that has passed, or none for now.")
        #expect(text(.alreadyOver(Sample.at(13))) == "13:00 is already past.")
        #expect(
            text(.workoutLength(.hours(30), longest: .hours(24))) == "30 h is too long for one workout: at most 24 h.")
        #expect(text(.workoutLength(.minutes(-3), longest: .hours(24))) == "The workout would end before it starts.")
        #expect(
            text(.overlap(with: Entry.ID(3), from: Sample.at(12), to: Sample.at(13)))
                == "It would overlap running, 12:00 to 13:00. Take that back first, or change the times.")
        #expect(
            text(.workoutRunning(Entry.ID(3), since: Sample.at(13, 10)))
                == "A workout is running, running, since 13:10. End it first: hydratectl workout stop")
        #expect(text(.noWorkoutRunning(closed: nil)) == ErrorText.noWorkoutRunning)
        #expect(text(.noWorkoutRunning(closed: Sample.at(12))).hasSuffix("ended at 12:00."))
    }

    @Test("A diary that cannot be used says why and what to do", arguments: DiaryTrouble.allCases)
    func diary(trouble: DiaryTrouble) {
        let text = ErrorText.diaryUnavailable(trouble)
        #expect(text.hasPrefix("Nothing can be logged, the diary is not usable: "))
        #expect(Set(DiaryTrouble.allCases.map(ErrorText.diaryUnavailable)).count == DiaryTrouble.allCases.count)
    }

    @Test("A daemon that does not run says the service manager's word and where to look")
    func unavailable() {
        #expect(
            ErrorText.unavailable(active: "failed", result: "exit-code")
                == """
                hydrated does not run and could not be started (failed, exit-code). \
                See: systemctl --user status hydrated, journalctl --user -u hydrated
                """)
        #expect(
            ErrorText.unavailable(active: nil, result: nil).hasPrefix(
                "hydrated does not run and could not be started. "))
        #expect(ErrorText.notInstalled.contains("not installed"))
        #expect(ErrorText.alreadyRunning(pid: 812) == "hydrated is already running, pid 812.")
    }
}

@Suite("What is wrong in the configuration")
struct DiagnosticTests {
    private func fault(
        _ code: ConfigurationFault.Code, _ section: String = "Profile", _ key: String = "Mass",
        _ value: String = "heavy",
        accepted: String = "", nearest: String? = nil, isError: Bool = true
    ) -> ConfigurationFault {
        ConfigurationFault(
            file: "hydrated.conf", line: 12, column: 6, isError: isError, code: code.rawValue, section: section,
            key: key, value: value, accepted: accepted, nearest: nearest)
    }

    @Test("Where, what stands there, and what would be right")
    func lines() {
        #expect(
            DiagnosticText.line(fault(.wrongValue, accepted: "70kg or 154lb, from 25 to 250kg"))
                == "hydrated.conf:12:6: Mass=heavy is not understood; write 70kg or 154lb, from 25 to 250kg.")
        #expect(
            DiagnosticText.line(fault(.unknownKey, "Profile", "mass", nearest: "Mass", isError: false))
                == "hydrated.conf:12:6: mass is no key of [Profile]; it is passed over. Did you mean Mass?")
        #expect(
            DiagnosticText.line(.init(file: "a.conf", line: 0, column: 0, isError: true, code: "unreadable"))
                == "a.conf: the file cannot be read.")
        #expect(
            DiagnosticText.line(.init(file: "a.conf", line: 2, column: 1, isError: true, code: "from-the-future"))
                == "a.conf:2:1: something is wrong.")
    }

    @Test("Every code has a sentence of its own")
    func codes() {
        let lines = ConfigurationFault.Code.allCases.map { DiagnosticText.line(fault($0)) }
        #expect(Set(lines).count == lines.count)
    }

    @Test("After errors the text says which configuration holds")
    func inForce() {
        #expect(
            DiagnosticText.lines([fault(.wrongValue)], keepsPrevious: true).last
                == "The old configuration stays in force.")
        #expect(
            DiagnosticText.lines([fault(.wrongValue)], keepsPrevious: false).last == "Wrong lines count as not set.")
        #expect(DiagnosticText.lines([fault(.unknownKey, isError: false)], keepsPrevious: false).count == 1)
    }
}

@Suite("What the journal says")
struct JournalTests {
    private let now = Sample.at(14)

    @Test("One line for each kind of event")
    func lines() {
        let idiom = Sample.metric
        let shown = ShownReminder(
            id: ReminderID("r"), guideline: "drink-before-thirst", volume: .milliliters(250), withElectrolytes: true)
        let entry = Entry(
            id: Entry.ID(4), at: Sample.at(13, 5), place: .utc, recordedAt: now, token: Token("t") ?? Token("u")!,
            event: .drink(Drink(.init(name: "coffee", title: "Coffee"), volume: .milliliters(250))))
        #expect(
            JournalText.started(version: "0.1.0", entries: 1) == "hydrated 0.1.0 is running, with 1 entry in the diary")
        #expect(
            JournalText.reminderShown(shown, in: idiom) == "Reminder shown: drink-before-thirst, 250 ml, with salts")
        #expect(
            JournalText.reminderClosed(guideline: "drink-before-thirst", .drank(.milliliters(250)), in: idiom)
                == "Reminder closed: drink-before-thirst, drank 250 ml")
        #expect(
            JournalText.reminderClosed(guideline: "x", .noAnswer, in: idiom) == "Reminder closed: x, no answer")
        #expect(JournalText.entryLogged(entry, now: now, in: idiom) == "Logged: 250 ml of coffee, at 13:05")
        #expect(JournalText.entryRetracted(entry, now: now, in: idiom) == "Taken back: 250 ml of coffee")
        #expect(JournalText.configurationLoaded(files: 0) == "No configuration file: the defaults are in force")
        #expect(JournalText.configurationLoaded(files: 2) == "Configuration in force, from 2 files")
        #expect(
            JournalText.configurationWrong(errors: 1, keepsPrevious: true)
                == "The configuration has 1 error: the old one stays in force")
        #expect(
            JournalText.clockStepped(by: .minutes(-90), in: idiom)
                == "The clock was set back by 1 h 30 min; reminders worked out anew")
        #expect(
            JournalText.workoutClosed(activity: "running", at: Sample.at(13), now: now, in: idiom)
                == "running was left running and counts as ended at 13:00")
        #expect(
            JournalText.freshStart(at: Sample.at(7), now: Sample.at(14), in: idiom)
                == "Nothing was logged for so long before 07:00 that the balance started afresh")
    }

    @Test("No line of the journal breaks, whatever comes from outside")
    func oneLine() {
        let line = JournalText.reminderUndelivered(guideline: "a\nFAKE=1\u{0}")
        #expect(!line.contains("\n") && !line.contains("\u{0}"))
    }
}
