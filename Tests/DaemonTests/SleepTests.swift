// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Physiology
import Systemd
import Testing

/// A machine that is suspended and resumed.
@Suite("Sleep") struct SleepTests {
    let desktop: Desktop
    let program: Program
    /// When a reminder is due; a minute later than now.
    let due: Instant

    init() throws {
        desktop = try Desktop()
        program = try desktop.hydrated()
        due = try desktop.nearlyDue(program)
    }

    /// Nothing is shown before `instant`, and one bubble then.
    private func shows(at instant: Instant, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try program.clock("advance", instant - .seconds(1))
        #expect(desktop.server.bubbles.isEmpty, sourceLocation: sourceLocation)
        try program.clock("advance", instant)
        try desktop.session.until(sourceLocation: sourceLocation) { desktop.server.bubbles.count == 1 }
        try program.clock("advance", instant + .minutes(29))
        #expect(desktop.server.bubbles.count == 1, sourceLocation: sourceLocation)
        #expect(try desktop.session.entries("shown").count == 1, sourceLocation: sourceLocation)
    }

    @Test("that was announced holds what is due until a while after it is over, and then shows it once")
    func isAnnounced() throws {
        try desktop.logind.prepareForSleep(true)
        try desktop.settles("away")
        let woken = due + .hours(8)
        try program.clock("suspend", woken)
        #expect(desktop.server.bubbles.isEmpty)
        try desktop.logind.prepareForSleep(false)
        try desktop.hears()
        try program.clock("advance", woken + .seconds(1))
        #expect(desktop.server.bubbles.isEmpty)
        #expect(try desktop.session.property("Presence") == .string("away"))
        try shows(at: woken + .seconds(45))
        try desktop.settles("present")
        #expect(!program.said("The clock or the time zone was set"))
    }

    @Test("that nobody announced is noticed by the clocks") func isNoticed() throws {
        let woken = due + .hours(3)
        try program.clock("suspend", woken)
        #expect(desktop.server.bubbles.isEmpty)
        try shows(at: woken + .seconds(45))
        #expect(!program.said("The clock or the time zone was set"))
    }

    @Test("that is noticed without logind too") func isNoticedWithoutLogind() throws {
        desktop.system.stop()
        try desktop.session.until { program.said("systemd-logind does not answer") }
        let woken = due + .hours(3)
        try program.clock("suspend", woken)
        #expect(desktop.server.bubbles.isEmpty)
        try shows(at: woken + .seconds(45))
    }

    @Test("that was announced and never came does not silence for ever") func neverCame() throws {
        try desktop.logind.prepareForSleep(true)
        try desktop.settles("away")
        // A minute from now until due, and one more.
        try shows(at: due + .minutes(1))
    }

    @Test("that was announced and is over without a word does not silence for ever") func isOverWithoutAWord() throws {
        try desktop.logind.prepareForSleep(true)
        try desktop.settles("away")
        let woken = due + .hours(2)
        try program.clock("suspend", woken)
        try shows(at: woken + .minutes(2))
    }

    @Test("gives its grace once: returning from idleness afterwards does not renew it") func graceIsGivenOnce() throws {
        let woken = due + .hours(3)
        try program.clock("suspend", woken)
        for second in [10, 20, 30, 40] {
            let at = woken + .seconds(second)
            try program.clock("advance", at)
            try desktop.logind.setIdle(Desktop.id, second % 20 == 10, at: at)
            try desktop.hears()
        }
        try shows(at: woken + .seconds(45))
    }

    @Test("is over for somebody who makes an entry") func isOverByAnEntry() throws {
        let woken = due + .hours(3)
        try program.clock("suspend", woken)
        try program.clock("advance", woken + .seconds(5))
        #expect(desktop.server.bubbles.isEmpty)
        try desktop.session.sweat(before: woken)
        try desktop.session.until { desktop.server.bubbles.count == 1 }
    }

    @Test("told apart from a clock that was set, which needs no grace") func isToldApart() throws {
        try program.clock("step", due + .hours(3))
        try desktop.session.until { desktop.server.bubbles.count == 1 }
        try desktop.session.until { program.said("The clock or the time zone was set") }
    }

    @Test("neither shortens a pause nor prolongs it", arguments: [false, true])
    func leavesAPauseAsItIs(isOver: Bool) throws {
        let end = due + .hours(2)
        _ = try desktop.session.call("Pause", [.int64(end.microseconds), desktop.session.token()])
        let woken = isOver ? end + .hours(1) : end - .hours(1)
        try program.clock("suspend", woken)
        if isOver {
            try shows(at: woken + .seconds(45))
        } else {
            #expect(try desktop.session.property("PausedUntil") == .int64(end.microseconds))
            try shows(at: end)
        }
    }
}
