// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd
import Testing

/// How long the session has been active without a break.
@Suite("Activity") struct ActivityTests {
    let desktop: Desktop

    init() throws {
        desktop = try Desktop()
        try desktop.session.configure("[Guidance]\nmove-often=yes\n")
    }

    /// The bubbles that ask to move, by the minute after the start at which they were shown.
    private func moves() throws -> [Int] {
        try desktop.session.entries("shown").filter { $0.reminder?.hasPrefix("move-often") == true }
            .map { Int(($0.at - Desktop.start).minutes.rounded()) }
    }

    private func begin() throws -> Program {
        let program = try desktop.hydrated()
        // Nothing else to say for a while.
        try desktop.session.drink(400)
        return program
    }

    private func leave(_ program: Program, from: Int, to: Int) throws {
        try program.clock("advance", Desktop.start + .minutes(from))
        try desktop.logind.setIdle(Desktop.id, true, at: Desktop.start + .minutes(from))
        try desktop.settles("idle")
        try program.clock("advance", Desktop.start + .minutes(to))
        try desktop.logind.setIdle(Desktop.id, false, at: Desktop.start + .minutes(to))
        try desktop.settles("present")
    }

    @Test("of fifty minutes without a break asks to move, and again after fifty more") func asksToMove() throws {
        let program = try begin()
        try program.clock("advance", Desktop.start + .minutes(49))
        #expect(try moves().isEmpty)
        try program.clock("advance", Desktop.start + .minutes(51))
        #expect(try moves() == [50])
        try program.clock("advance", Desktop.start + .minutes(101))
        #expect(try moves() == [50, 100])
        let shown = try desktop.session.entries("shown").compactMap(\.reminder).first { $0.hasPrefix("move-often") }
        let explanation = try desktop.session.call("Explain", [.string(try #require(shown))])
        #expect([String: DBusValue](try #require(explanation.first))?["trigger"] == .string("sitting"))
    }

    @Test("starts anew after a break of five minutes, and goes on after less") func startsAnew() throws {
        let program = try begin()
        try leave(program, from: 20, to: 24)
        try leave(program, from: 40, to: 45)
        try program.clock("advance", Desktop.start + .minutes(94))
        #expect(try moves().isEmpty)
        try program.clock("advance", Desktop.start + .minutes(96))
        #expect(try moves() == [95])
    }

    @Test("goes on after less than five minutes away") func goesOn() throws {
        let program = try begin()
        try leave(program, from: 20, to: 24)
        try program.clock("advance", Desktop.start + .minutes(51))
        #expect(try moves() == [50])
    }

    @Test("starts anew after sleep") func startsAnewAfterSleep() throws {
        let program = try begin()
        try program.clock("advance", Desktop.start + .minutes(40))
        try program.clock("suspend", Desktop.start + .minutes(60))
        try program.clock("advance", Desktop.start + .minutes(109))
        #expect(try moves().isEmpty)
        try program.clock("advance", Desktop.start + .minutes(111))
        #expect(try moves() == [110])
    }

    @Test("is not made by a clock that is set ahead, nor unmade by one set back", arguments: [3, -1])
    func isNotMadeByAStep(hours: Int) throws {
        let program = try begin()
        try program.clock("advance", Desktop.start + .minutes(20))
        let now = Desktop.start + .minutes(20) + .hours(hours)
        try program.clock("step", now)
        try desktop.session.drink(100)
        try program.clock("advance", now + .minutes(29))
        #expect(try moves().isEmpty)
        try program.clock("advance", now + .minutes(31))
        #expect(try moves() == [50 + 60 * hours])
    }

    @Test("begins with the daemon") func beginsWithTheDaemon() throws {
        let program = try begin()
        try program.clock("advance", Desktop.start + .minutes(30))
        program.signal(15)
        #expect(try program.ended() == 0)
        let again = try desktop.hydrated(at: Desktop.start + .minutes(30))
        try again.clock("advance", Desktop.start + .minutes(79))
        #expect(try moves().isEmpty)
        try again.clock("advance", Desktop.start + .minutes(81))
        #expect(try moves() == [80])
    }

    @Test("is unknown without logind or a graphical session, and then nothing is said of it", arguments: [true, false])
    func isUnknown(isThere: Bool) throws {
        desktop.logind.die()
        if isThere { try desktop.startLogind(.init(id: "5", type: "tty")) }
        let program = try desktop.session.start(at: Desktop.start, desktop.environment)
        if isThere {
            try desktop.session.until { desktop.logind.readings > 0 }
        } else {
            try desktop.session.until { program.said("systemd-logind does not answer") }
        }
        try program.clock("advance", Desktop.start + .hours(3))
        #expect(try moves().isEmpty)
    }
}
