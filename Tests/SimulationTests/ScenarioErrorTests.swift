// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A wrong scenario is refused", .timeLimit(.minutes(10))) struct ScenarioErrorTests {
    struct Wrong: CustomTestStringConvertible, Sendable {
        let text: String
        /// The line that is wrong.
        let line: Int
        let names: [String]

        init(_ text: String, line: Int, _ names: String...) {
            self.text = text
            self.line = line
            self.names = names
        }

        var testDescription: String { text.replacing("\n", with: " | ") }
    }

    static let wrong = [
        Wrong("drink 250ml", line: 1, "drink", "07:15 drink 300ml"),
        Wrong("dat 2026-01-01", line: 1, "dat", "Did you mean date?"),
        Wrong("7 drink", line: 1, "7", "07:15"),
        Wrong("24:00 drink", line: 1, "24:00", "07:15"),
        Wrong("\n# nothing\n08:00 drink\n07:59 drink", line: 4, "07:59", "08:00"),
        Wrong("08:00 drink\ndate 2026-01-01", line: 2, "2026-01-01"),
        Wrong("date 2026-02-01\ndate 2026-01-31\n", line: 2, "2026-01-31", "2026-02-01"),
        Wrong("date 2026-02-30", line: 1, "2026-02-30", "2026-07-01"),
        Wrong("date", line: 1, "date 2026-07-01"),
        Wrong("end 10:00\n11:00 drink", line: 2, "line 1"),
        Wrong("end", line: 1, "07:15"),
        Wrong("policy sometimes", line: 1, "sometimes", "obey 10min"),
        Wrong("policy ignore 5min", line: 1, "ignore 5min", "obey 10min"),
        Wrong("policy obey quickly", line: 1, "quickly", "min"),
        Wrong("set Profile.Mass", line: 1, "Profile.Mass", "set Profile.Mass=75kg"),
        Wrong("set Mass=75kg", line: 1, "Mass", "set Profile.Mass=75kg"),
        Wrong("set Profile.Mas=75kg", line: 1, "Mas", "[Profile]", "Did you mean Mass?"),
        Wrong("set Profle.Mass=75kg", line: 1, "Profle", "Did you mean Profile?"),
        Wrong("set Profile.Mass=heavy", line: 1, "heavy", "70kg", "250kg"),
        Wrong("set Profile.Mass=7kg", line: 1, "7kg", "25 to 250kg"),
        Wrong("set Day.Zone=Mars/Olympus", line: 1, "Mars/Olympus", "Europe/Berlin"),
        Wrong("07:00 meal\nset Day.Zone=Europe/Berlin", line: 2, "Day.Zone"),
        Wrong("set Guidance.too-much-water=no", line: 1, "too-much-water", "cannot be switched off"),
        Wrong("07:00", line: 1, "07:15 drink 300ml"),
        Wrong("07:00 drnk 250ml", line: 1, "drnk", "Did you mean drink?"),
        Wrong("07:00 status", line: 1, "status", "drink", "workout", "snooze"),
        Wrong("07:00 workout", line: 1, "workout", "drink"),
        Wrong("07:00 drink --help", line: 1, "drink --help"),
        Wrong("07:00 drink 250xyz", line: 1, "250xyz", "250ml"),
        Wrong("07:00 drink --volume 3", line: 1, "--volume"),
        Wrong("07:00 cramp", line: 1, "muscle"),
        Wrong("07:00 drink --at \"08:00", line: 1, "quote"),
        Wrong("07:00 meal\n07:01 drink 5l", line: 2, "5 l", "3 l"),
        Wrong("07:00 meal\n07:01 drink 250ml cofee", line: 2, "cofee", "coffee"),
        Wrong("07:00 workout start runing", line: 1, "runing", "running"),
        Wrong("07:00 workout stop", line: 1, "No workout is running"),
        Wrong("07:00 drink --at 09:00", line: 1, "in the future"),
        Wrong("07:00 undo", line: 1, "nothing to undo"),
        Wrong("07:00 meal\n08:00 undo 7", line: 2, "7"),
        Wrong("07:00 workout start running\n07:30 workout start cycling", line: 2, "A workout is running"),
    ]

    @Test("with the file, the line and what would be right", arguments: wrong)
    func refused(wrong: Wrong) throws {
        let simulated = try Simulated(wrong.text)
        #expect(simulated.status == 65)
        #expect(simulated.output.isEmpty)
        #expect(simulated.errors.contains("day.scenario:\(wrong.line): "), "\(simulated.errors)")
        for name in wrong.names { #expect(simulated.errors.contains(name), "\(simulated.errors)") }
    }

    @Test("when it is not there, or is no text")
    func unreadable() throws {
        let missing = try Simulated(arguments: ["/nowhere/at-all.scenario"])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("/nowhere/at-all.scenario: No such file or directory."))
        let folder = try Simulated(arguments: ["/tmp"])
        #expect(folder.status == 66)
        let program = try Simulated(bytes: [0x30, 0xff, 0xfe])
        #expect(program.status == 65)
        #expect(program.errors.contains("UTF-8"))
        #expect(try Simulated(arguments: []).status == 64)
    }

    @Test("nothing at all is a day on which nothing happens but reminders")
    func empty() throws {
        let simulated = try Simulated("")
        #expect(simulated.status == 0)
        #expect(try simulated.occurrences.allSatisfy { $0.event != "entry" })
    }
}
