// SPDX-License-Identifier: Apache-2.0

import BusTesting
import ControlProtocol
import ControlTesting
import Foundation
import Systemd
import Testing

/// The first minutes: questions, answers from a pipe, and the file that comes of them.
@Suite("hydratectl setup", .timeLimit(.minutes(2))) struct SetupTests {
    private let desk: Desk
    private let home: TemporaryDirectory
    private let folder: String

    init() throws {
        desk = try Desk()
        home = try TemporaryDirectory()
        folder = home.path + "/.config/hydrated"
    }

    private var file: String { folder + "/hydrated.conf" }

    private func put(_ text: String, in name: String = "hydrated.conf") throws {
        let path = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    private func run(_ answers: [String], _ more: [String: String] = [:], bus: Bool = true) throws -> Outcome {
        let script = home.path + "/answers"
        try answers.map { $0 + "\n" }.joined().write(toFile: script, atomically: false, encoding: .utf8)
        var environment = [
            "PATH": "/usr/bin:/bin", "TZ": "UTC", "HOME": home.path, "XDG_CONFIG_DIRS": home.path + "/xdg",
        ]
        if bus { environment["DBUS_SESSION_BUS_ADDRESS"] = desk.hydrated.daemon.address }
        environment.merge(more) { $1 }
        var result: ChildProcess.Result?
        let child = try ChildProcess.spawn(
            on: desk.hydrated.loop, ["/bin/sh", "-c", "exec \"$0\" setup <\"$1\"", Outcome.program, script],
            environment: environment, standardError: .captured
        ) { result = $0 }
        try desk.hydrated.loop.run { result != nil }
        withExtendedLifetime(child) {}
        let ended = try #require(result)
        guard case .exited(let status) = ended.ending else { throw POSIXError(.ECHILD) }
        return Outcome(status: status, output: ended.standardOutput, errors: ended.standardError)
    }

    /// Units, mass, height, sex, year, wake, bed; then what applies: now, to drinking, to salt, to cramps; and whether.
    private let keepsAll = ["", "", "", "", "", "", "", "", "", "", "", ""]

    @Test("writes down what was answered and what was only assumed, for its owner alone") func first() throws {
        let outcome = try run(["us", "154 lb", "5ft 7in", "f", "1980", "06:30", "22:15", "2", "none", "1", "7", "y"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try text() == """
                [Units]
                System=us

                [Profile]
                Mass=154 lb
                Height=5ft 7in
                Sex=female
                BirthYear=1980
                Breastfeeding=yes

                [Day]
                Wake=06:30
                Bed=22:15

                [Health]
                HighBloodPressure=yes
                Spine=yes
                Checked=yes

                """)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["hydrated.conf"])
        for part in ["Written to ~/.config/hydrated/hydrated.conf.", "hydrated uses it from now on."] {
            #expect(outcome.output.contains(part))
        }
        // Examples in the units chosen.
        #expect(outcome.output.contains("such as 158lb [154 lb]: "))
    }

    @Test("keeps by Enter what is in force, and comes to an end when all of it is there") func keeps() throws {
        let before = "# mine\n[Profile]\nMass=82kg # not a comment\n"
        try put(before.replacing(" # not a comment", with: ""))
        #expect(try run(keepsAll).status == 0)
        let after = try text()
        #expect(after.hasPrefix("# mine\n[Profile]\nMass=82kg\nHeight=170cm\n"))
        #expect(after.contains("Checked=yes"))
        let again = try run(keepsAll)
        #expect(again.status == 0)
        #expect(again.output.contains("there is nothing to write"))
        #expect(again.output.contains("[82 kg]"))
        #expect(try text() == after)
    }

    @Test("asks again, with the accepted form, what it does not understand") func asksAgain() throws {
        let outcome = try run([
            "imperial", "metric", "heavy", "7kg", "75kg", "1.7", "", "maybe", "skip", "2999", "85", "skip", "25:00",
            "23:00", "23:00", "07:00", "3", "none", "10", "heart", "none", "", "1 2 9", "", "perhaps", "yes",
        ])
        #expect(outcome.status == 0, "\(outcome.output)")
        for part in [
            "“imperial” is not understood. Write metric, us.",
            "“heavy” is not understood. Write 70kg or 154lb, from 25 to 250kg.",
            "“7kg” is out of range.", "“1.7” is not understood. Write 170cm or 5ft7in",
            "“maybe” is not understood. Write female, male or skip.", "“2999” is out of range.",
            "“25:00” is not understood. Write a time such as 07:00.",
            "“23:00” is out of range. Write another time than the other end of the day.",
            "“10” is not understood. Write numbers from 1 to 9", "“heart” is not understood.",
            "“perhaps” is not understood. Write y or n.",
        ] { #expect(outcome.output.contains(part), "\(part)") }
        let written = try text()
        for line in ["Mass=75kg", "Wake=23:00", "Bed=07:00", "Checked=yes"] {
            #expect(written.contains(line + "\n"), "\(line)")
        }
        #expect(!written.contains("BirthYear"))
    }

    @Test("says kindly when no amounts will be proposed, and asks for a doctor's limit only then") func health() throws
    {
        let ill = try run(["", "", "", "male", "2020", "", "", "2,3", "none", "", "", "y"])
        #expect(ill.status == 0, "\(ill.output)")
        #expect(ill.output.contains("No amounts will be proposed, then: your doctor's word counts."))
        #expect(ill.output.contains("Under 16 no amounts are proposed"))
        #expect(ill.output.contains("All you may drink in a day"))
        // Not of a man.
        #expect(!ill.output.contains("breastfeeding"))
        #expect(try text().contains("HeartFailure=yes\nKidney=yes\n"))
        let limited = try run(["", "", "", "", "skip", "", "", "1", "none", "1.2l", "", "", "y"])
        #expect(limited.output.contains("The amount is needed"))
        #expect(limited.output.contains("Nothing beyond that will be proposed"))
        let written = try text()
        #expect(written.contains("DailyLimit=1.2l\n") && written.contains("HeartFailure=no\nKidney=no\n"))
        let well = try run(["", "", "", "", "", "", "", "none", "", "", "y"])
        #expect(!well.output.contains("All you may drink"))
        #expect(try text().contains("DailyLimit=\n"))
    }

    @Test("changes nothing when the answers end early, or the last one is no") func changesNothing() throws {
        let early = try run(Array(keepsAll.prefix(6)))
        #expect(early.status == ExitStatus.failure.rawValue)
        #expect(early.errors.contains("Nothing was changed."))
        #expect(!FileManager.default.fileExists(atPath: folder))
        let refused = try run(keepsAll.dropLast() + ["n"])
        #expect(refused.status == ExitStatus.failure.rawValue)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("refuses a file with an error, by its line, and changes nothing") func wrong() throws {
        try put("[Profile]\nMass=heavy\n")
        let outcome = try run(keepsAll)
        #expect(outcome.status == ExitStatus.configuration.rawValue)
        #expect(outcome.errors.contains("\(file):2:6: Mass=heavy is not understood; write 70kg or 154lb"))
        #expect(outcome.output.isEmpty)
        #expect(try text() == "[Profile]\nMass=heavy\n")
        try put("[Profile]\n")
        try put("[Health\nKidney=yes\n", in: "hydrated.conf.d/10.conf")
        let dropIn = try run(keepsAll).errors
        #expect(dropIn.contains("hydrated.conf.d/10.conf:1:1: "), "\(dropIn)")
    }

    @Test("says which other file has the last word") func overridden() throws {
        try put("[Profile]\nMass=80kg\n", in: "hydrated.conf.d/mass.conf")
        let outcome = try run(["", "75kg", "", "", "", "", "", "", "", "", "", "y"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\(folder)/hydrated.conf.d/mass.conf has the last word and says Mass=80kg."))
        #expect(try text().contains("Mass=75kg\n"))
    }

    @Test("follows a link to the file itself, and keeps its mode") func link() throws {
        try put("[Profile]\n#Mass=70kg\n", in: "dotfiles/real.conf")
        let real = folder + "/dotfiles/real.conf"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "dotfiles/real.conf")
        #expect(try run(["", "75kg"] + keepsAll.dropFirst(2)).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == "dotfiles/real.conf")
        #expect(try String(contentsOfFile: real, encoding: .utf8).hasPrefix("[Profile]\n#Mass=70kg\nMass=75kg\n"))
        #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    }

    @Test("says how hydrated is started when nobody answers, and where there is no place to write") func alone() throws
    {
        let outcome = try run(keepsAll, bus: false)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("systemctl --user enable --now hydrated"))
        #expect(try text().contains("Checked=yes"))
        let homeless = try run(keepsAll, ["HOME": ""])
        #expect(homeless.status == ExitStatus.unavailable.rawValue)
        #expect(homeless.errors.contains("HOME"))
        let nowhere = try run(keepsAll, ["XDG_CONFIG_HOME": "/proc/nowhere"])
        #expect(nowhere.status == ExitStatus.failure.rawValue)
        #expect(nowhere.errors.contains("cannot be written"))
    }
}
