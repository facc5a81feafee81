// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Physiology
import Systemd
import Testing

/// Where the person is, as logind tells.
@Suite("Presence") struct PresenceTests {
    private func desktop() throws -> (Desktop, Program) {
        let desktop = try Desktop()
        return (desktop, try desktop.hydrated())
    }

    @Test("that is lost to idleness, a lock or another console holds a reminder, and its return shows it at once, once")
    func holds() throws {
        for absence in ["idle", "locked", "away"] {
            let (desktop, program) = try desktop()
            let due = try desktop.nearlyDue(program)
            func set(_ isAbsent: Bool) throws {
                switch absence {
                case "idle": try desktop.logind.setIdle(Desktop.id, isAbsent, at: due - .minutes(1))
                case "locked": try desktop.logind.setLocked(Desktop.id, isAbsent)
                default: try desktop.logind.setActive(Desktop.id, !isAbsent)
                }
                try desktop.settles(isAbsent ? absence : "present")
            }
            try set(true)
            try program.clock("advance", due + .minutes(100))
            #expect(desktop.server.bubbles.isEmpty, "\(absence)")
            #expect(try desktop.session.property("Presence") == .string(absence))
            try set(false)
            try desktop.session.until { desktop.server.bubbles.count == 1 }
            try program.clock("advance", due + .minutes(101))
            #expect(desktop.server.bubbles.count == 1, "\(absence)")
            #expect(try desktop.session.entries("shown").count == 1)
        }
    }

    @Test("in eight hours of absence is missed once: one bubble, and no burst") func isMissedOnce() throws {
        let (desktop, program) = try desktop()
        let due = try desktop.nearlyDue(program)
        try desktop.logind.setLocked(Desktop.id, true)
        try desktop.settles("locked")
        try program.clock("advance", due + .hours(8))
        #expect(desktop.server.bubbles.isEmpty)
        try desktop.logind.setLocked(Desktop.id, false)
        try desktop.session.until { desktop.server.bubbles.count == 1 }
        try program.clock("advance", due + .hours(8) + .minutes(29))
        #expect(desktop.server.bubbles.count == 1)
    }

    /// A trainer stands beside the desk; a locked screen shows nothing.
    @Test("in a workout is not lost to idleness, and is to a lock", arguments: [false, true])
    func staysInAWorkout(isLocked: Bool) throws {
        let (desktop, program) = try desktop()
        let climate = DBusValue.options(["temperature": .double(33), "humidity": .double(70)])
        _ = try desktop.session.call(
            "StartWorkout", [.string("running"), .int64(-1), climate, desktop.session.token()])
        let due = try #require(try desktop.session.nextReminder)
        try program.clock("advance", Desktop.start + .minutes(1))
        if isLocked {
            try desktop.logind.setLocked(Desktop.id, true)
        } else {
            try desktop.logind.setIdle(Desktop.id, true, at: Desktop.start + .minutes(1))
        }
        try desktop.settles(isLocked ? "locked" : "idle")
        try program.clock("advance", due)
        let shown = try desktop.session.entries("shown").compactMap(\.reminder)
        #expect(shown.contains { $0.hasPrefix("drink-during-workout") } != isLocked, "\(shown)")
    }

    @Test("that flaps between idle and not never postpones what is due") func flaps() throws {
        let (desktop, program) = try desktop()
        let due = try desktop.nearlyDue(program)
        for second in stride(from: -50, to: 0, by: 10) {
            for isIdle in [true, false] {
                let at = due + .seconds(second + (isIdle ? 0 : 5))
                try program.clock("advance", at)
                try desktop.logind.setIdle(Desktop.id, isIdle, at: at)
                try desktop.settles(isIdle ? "idle" : "present")
            }
        }
        try program.clock("advance", due)
        try desktop.session.until { desktop.server.bubbles.count == 1 }
    }

    @Test("is believed against a hint of idleness for as long as an entry keeps one awake")
    func isBelievedAgainstAHint() throws {
        let desktop = try Desktop(.init(id: Desktop.id, isIdle: true, idleChangedAt: Desktop.start - .minutes(20)))
        let program = try desktop.hydrated()
        try desktop.settles("idle")
        try desktop.session.sweat(before: Desktop.start)
        try desktop.settles("present")
        try desktop.session.until { desktop.server.open.count == 1 }
        try program.clock("advance", Desktop.start + .minutes(29))
        #expect(try desktop.session.property("Presence") == .string("present"))
        try program.clock("advance", Desktop.start + .minutes(30))
        try desktop.settles("idle")
        // A hint that changes after the entry is heard.
        try desktop.session.drink(100)
        try desktop.settles("present")
        for (minutes, isIdle) in [(32, false), (33, true)] {
            try program.clock("advance", Desktop.start + .minutes(minutes))
            try desktop.logind.setIdle(Desktop.id, isIdle, at: Desktop.start + .minutes(minutes))
        }
        try desktop.settles("idle")
        // So is a restart, which remembers the entry by the diary.
        try desktop.session.drink(100)
        try desktop.settles("present")
        program.signal(SIGTERM)
        #expect(try program.ended() == 0)
        let again = try desktop.session.start(at: Desktop.start + .minutes(35), desktop.environment)
        #expect(try desktop.session.property("Presence") == .string("present"))
        try again.clock("advance", Desktop.start + .minutes(63))
        try desktop.settles("idle")
    }

    @Test("counts where nobody knows better: no logind, no session, or a terminal that only looks idle")
    func countsWhereUnknown() throws {
        let idle = Desktop.start - .minutes(20)
        for sitting in [nil, FakeLogind.Sitting(id: "5", type: "tty", isIdle: true, idleChangedAt: idle)] {
            let desktop = try Desktop(sitting)
            let program = try desktop.hydrated()
            if sitting == nil {
                try desktop.session.until { program.said("systemd-logind does not answer") }
            }
            let due = try desktop.nearlyDue(program)
            if sitting != nil {
                try desktop.hears()
                try desktop.logind.end("5")
            }
            try program.clock("advance", due)
            try desktop.session.until { desktop.server.bubbles.count == 1 }
            #expect(try desktop.session.property("Presence") == .string("present"))
            #expect(program.lines.count { $0.contains("systemd-logind") } == (sitting == nil ? 1 : 0))
        }
    }

    @Test("at a start in a locked session is known before anything is shown") func isKnownBefore() throws {
        let desktop = try Desktop(.init(id: Desktop.id, isLocked: true))
        let first = try desktop.hydrated()
        try desktop.settles("locked")
        try desktop.session.sweat(before: Desktop.start)
        first.signal(SIGTERM)
        #expect(try first.ended() == 0)
        let again = try desktop.hydrated(at: Desktop.start + .minutes(5))
        try again.clock("advance", Desktop.start + .minutes(10))
        #expect(try desktop.session.property("Presence") == .string("locked"))
        #expect(desktop.server.bubbles.isEmpty)
        #expect(try desktop.session.entries("shown").isEmpty)
        try desktop.logind.setLocked(Desktop.id, false)
        try desktop.session.until { desktop.server.bubbles.count == 1 }
    }

    @Test("is not waited for for ever, nor does anything else wait for it, where logind or the whole bus hangs")
    func isNotWaitedFor() throws {
        for isBus in [false, true] {
            let desktop = try Desktop(nil)
            let hung = try FakeLogind(on: nil, at: desktop.system.address)
            // Whoever is stopped takes calls, and answers none.
            if isBus { desktop.system.suspend() }
            let program = try desktop.session.start(at: Desktop.start, desktop.environment)
            try desktop.session.sweat(before: Desktop.start)
            try desktop.session.until { desktop.server.bubbles.count == 1 }
            program.signal(SIGTERM)
            #expect(try program.ended() == 0)
            withExtendedLifetime(hung) {}
        }
    }

    @Test("outlives a logind that is restarted, without a bubble on the lock screen") func outlivesARestart() throws {
        let (desktop, program) = try desktop()
        let due = try desktop.nearlyDue(program)
        try desktop.logind.setLocked(Desktop.id, true)
        try desktop.settles("locked")
        try program.clock("advance", due)
        try desktop.loseLogind()
        try program.clock("advance", due + .seconds(1))
        try desktop.startLogind(.init(id: Desktop.id, isLocked: true))
        try desktop.session.until { desktop.logind.readings > 0 }
        try desktop.hears()
        try program.clock("advance", due + .minutes(1))
        #expect(desktop.server.bubbles.isEmpty)
        #expect(!program.said("systemd-logind does not answer"))
        try desktop.logind.setLocked(Desktop.id, false)
        try desktop.session.until { desktop.server.bubbles.count == 1 }
    }

    @Test("is taken for granted when logind is gone for good, and followed again when there is one")
    func isTakenForGranted() throws {
        let (desktop, program) = try desktop()
        let due = try desktop.nearlyDue(program)
        try desktop.logind.setLocked(Desktop.id, true)
        try desktop.settles("locked")
        try program.clock("advance", due)
        desktop.logind.die()
        try desktop.settles("present")
        try desktop.session.until { desktop.server.bubbles.count == 1 }
        try desktop.session.until { program.said("systemd-logind does not answer") }
        try desktop.startLogind(.init(id: "3"))
        try desktop.session.until { desktop.logind.readings > 0 }
        try desktop.logind.setLocked("3", true)
        try desktop.settles("locked")
    }

    @Test("is taken for granted when the system bus is gone, and followed again on the next one")
    func outlivesTheBus() throws {
        let (desktop, program) = try desktop()
        try desktop.logind.setLocked(Desktop.id, true)
        try desktop.settles("locked")
        desktop.system.stop()
        try desktop.settles("present")
        try desktop.session.drink(100)
        #expect(program.lines.count { $0.contains("systemd-logind does not answer") } == 1)
        #expect(program.exitCode == nil)
        let descriptors = program.descriptors
        for _ in 1...2 {
            try desktop.system.start()
            try desktop.startLogind(.init(id: Desktop.id, isLocked: true))
            try desktop.settles("locked")
            desktop.system.stop()
            try desktop.settles("present")
        }
        try desktop.session.until { program.descriptors <= descriptors + 1 }
        try desktop.session.until {
            program.lines.count { $0.contains("systemd-logind does not answer") } == 3
        }
        program.signal(SIGTERM)
        #expect(try program.ended() == 0)
    }

    @Test("moves on with the session: one ends, and the next is followed") func movesOn() throws {
        let (desktop, program) = try desktop()
        try desktop.logind.setLocked(Desktop.id, true)
        try desktop.settles("locked")
        try desktop.logind.end(Desktop.id)
        try desktop.settles("present")
        try desktop.logind.begin(.init(id: "7", type: "wayland", isLocked: true))
        try desktop.settles("locked")
        try desktop.logind.setLocked("7", false)
        try desktop.settles("present")
        // A better session comes beside it, and goes.
        try desktop.logind.begin(.init(id: "9", isActive: false))
        try desktop.settles("away")
        try desktop.logind.end("9")
        try desktop.settles("present")
        #expect(program.exitCode == nil)
    }

    @Test("costs no wake-up: the plan is looked at as often as without logind") func costsNothing() throws {
        var looks: [Int] = []
        for sitting in [nil, FakeLogind.Sitting(id: Desktop.id)] {
            let desktop = try Desktop(sitting)
            let program = try desktop.hydrated()
            try desktop.session.drink(100)
            // When notify-send ends is told by no driven clock, and is a look of its own: no bubble comes here.
            let end = DBusValue.int64((Desktop.start + .hours(31)).microseconds)
            _ = try desktop.session.call("Pause", [end, desktop.session.token()])
            try desktop.session.until { desktop.session.signals.filter { $0.name == "EntryAdded" }.count == 2 }
            let questions = sitting == nil ? 0 : desktop.logind.questions
            let before = desktop.session.propertiesChanged.count
            // The balance is told anew by every look.
            try program.clock("advance", Desktop.start + .hours(30))
            _ = try desktop.session.property("Presence")
            looks.append(desktop.session.propertiesChanged.count - before)
            if sitting != nil { #expect(desktop.logind.questions == questions) }
        }
        #expect(looks[0] > 0)
        #expect(looks[0] == looks[1])
    }
}
