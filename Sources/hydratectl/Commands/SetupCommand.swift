// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Settings
import Systemd
import Wording

struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Answer a handful of questions, and write hydrated.conf.",
        discussion: """
            Enter keeps what is in force. Comments and all else in the file stay. Nothing is written before the last
            question; answers may come from a pipe, one a line.
            """)

    func run() throws {
        let environment = ChildProcess.inheritedEnvironment
        guard let places = ConfigurationPlaces(environment: environment) else {
            throw InputError(SetupText.noHome, .unavailable)
        }
        let disk = ConfigurationOnDisk(places: places)
        let files = disk.files
        let result = Settings.load(files)
        try Self.refuse(result)
        for warning in result.diagnostics { Output.warn(DiagnosticText.line(ConfigurationFault(warning))) }
        let own = disk.own
        let name = Self.name(places.own, home: environment["HOME"])

        let console = SetupConsole.standard
        SetupText.introduction(file: name).forEach(console.say)
        let place = Place()
        var dialogue = SetupDialogue(
            console, year: place.zone.day(of: place.now).year, answers: SetupAnswers(files))
        do {
            try dialogue.run()
            try Self.finish(dialogue.answers, on: disk, own, console, name)
        } catch is SetupConsole.Ended {
            throw InputError(SetupText.endOfInput, .failure)
        }
    }

    /// Says what is new, asks for the last time, and writes it.
    private static func finish(
        _ answers: SetupAnswers, on disk: ConfigurationOnDisk, _ own: SettingsFile?, _ console: SetupConsole,
        _ name: String
    ) throws {
        let text = try answers.text(of: ConfigurationText(own?.bytes ?? []))
        let files = disk.files(with: text.bytes)
        console.say("")
        for (file, assignment) in answers.overridden(in: files) {
            console.say(SetupText.overridden(assignment, by: file))
        }
        guard text.bytes != own?.bytes ?? [] else { return console.say(SetupText.nothingToWrite) }
        SetupText.summary(answers.news.map { "[\($0.section)] \($0.key)=\($0.value)" }).forEach(console.say)
        let isWanted = try console.insist(SetupText.confirm(file: name)) { line throws(SetupConsole.Refused) in
            switch line.lowercased() {
            case "", "y", "yes": return true
            case "n", "no": return false
            default: throw SetupConsole.Refused(line, accepted: SetupText.acceptedConfirmation)
            }
        }
        guard isWanted else { throw InputError(SetupText.nothingChanged, .failure) }
        // Somebody may have had it open in an editor all the while.
        guard disk.own == own else { throw InputError(SetupText.changedMeanwhile, .failure) }
        try refuse(Settings.load(files))
        try disk.write(text.bytes)
        console.say(SetupText.written(file: name))
        try takeUp(console)
    }

    /// The daemon has seen it already, or is started by being asked.
    private static func takeUp(_ console: SetupConsole) throws {
        do throws(ControlError) {
            _ = try ControlClient().reload()
            console.say(SetupText.inForce)
        } catch {
            guard error.exitStatus == .unavailable || error.exitStatus == .retry else { throw error }
            console.say(SetupText.notRunning)
        }
    }

    /// With a wrong line in any file nothing new would come into force.
    private static func refuse(_ result: SettingsResult) throws {
        guard result.hasErrors else { return }
        let faults = result.diagnostics.filter { $0.severity == .error }.map(ConfigurationFault.init)
        throw InputError(
            (faults.map(DiagnosticText.line) + [SetupText.mendFirst]).joined(separator: "\n"), .configuration)
    }

    /// A path as a person would write it.
    private static func name(_ path: String, home: String?) -> String {
        guard let home, !home.isEmpty, path.hasPrefix(home + "/") else { return path }
        return "~" + path.dropFirst(home.count)
    }
}

extension ConfigurationFault {
    init(_ diagnostic: Diagnostic) {
        self.init(
            file: diagnostic.file, line: diagnostic.line, column: diagnostic.column,
            isError: diagnostic.severity == .error, code: diagnostic.code.rawValue, section: diagnostic.section,
            key: diagnostic.key, value: diagnostic.value, accepted: diagnostic.accepted, nearest: diagnostic.nearest)
    }
}
