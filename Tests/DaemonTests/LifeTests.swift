// SPDX-License-Identifier: Apache-2.0

import BusTesting
import ControlProtocol
import Diary
import Glibc
import Physiology
import Systemd
import Testing

/// Start, restart and end of the program as it is shipped.
@Suite("hydrated") struct LifeTests {
    let session: Session

    init() throws { session = try Session() }

    /// Awake for ten hours yet, whatever the clock of the machine says.
    private func now() throws -> Instant {
        let now = Instant(microseconds: RealClock().realtimeMicroseconds)
        func clock(_ instant: Instant) -> String {
            let minutes = (instant.seconds / 60) % 1440
            return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        }
        try session.configure("[Day]\nWake=\(clock(now - .hours(10)))\nBed=\(clock(now + .hours(10)))\n")
        return now
    }

    @Test("killed under a bubble shows the same slot to nobody twice, and the next one in its time") func isKilled()
        throws
    {
        let server = try session.server()
        var program = try session.start(at: Session.noon)
        try session.sweat(before: Session.noon)
        try session.until { !server.open.isEmpty }
        let before = try session.entries()
        program.signal(SIGKILL)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .minutes(2))
        #expect(try session.entries().map(\.id) == before.map(\.id))
        try program.clock("advance", Session.noon + .minutes(29))
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .minutes(30))
        try session.until { server.bubbles.count == 2 }
        let shown = try session.entries("shown").compactMap(\.reminder)
        #expect(Set(shown).count == 2)
        // The bubble that died with it can still be answered.
        try session.drink(200, answers: shown[0])
    }

    @Test("started again is as paused as it was, and as it was told to be") func staysPaused() throws {
        let server = try session.server()
        var program = try session.start(at: Session.noon)
        let end = Session.noon + .hours(2)
        _ = try session.call("Pause", [.int64(end.microseconds), session.token()])
        try session.sweat(before: Session.noon)
        program.signal(SIGKILL)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .hours(1))
        #expect(try session.property("PausedUntil") == .int64(end.microseconds))
        try program.clock("advance", end - .minutes(1))
        #expect(server.bubbles.isEmpty)
        _ = try session.call("Resume", [session.token()])
        try session.until { server.bubbles.count == 1 }
    }

    @Test("shows a bubble, is killed and starts again as it is shipped too") func isShipped() throws {
        let now = try now()
        let server = try session.server()
        var program = try session.start()
        try session.sweat(before: now)
        try session.until { !server.open.isEmpty }
        #expect(program.threads == 1)
        program.signal(SIGKILL)
        #expect(try program.ended() == 128 + SIGKILL)
        program = try session.start()
        #expect(try session.entries("shown").count == 1)
        #expect(server.bubbles.count == 1)
        try session.until { program.said("hydrated \(Version.current) is running, with 2 entries in the diary") }
    }

    @Test("stopped in order leaves neither a bubble nor a child", arguments: [SIGTERM, SIGINT])
    func isStopped(signal: Int32) throws {
        let now = try now()
        let server = try session.server()
        let program = try session.start()
        try session.sweat(before: now)
        try session.until { !server.open.isEmpty }
        let child = try #require(program.children.first)
        program.signal(signal)
        #expect(try program.ended() == 0)
        #expect(server.open.isEmpty)
        #expect(kill(child, 0) == -1 && errno == ESRCH)
        #expect(session.manager.told.contains("STOPPING=1"))
        try session.until { program.said("hydrated is stopping") }
    }

    @Test("stopped while the notification server hangs still ends") func isStoppedBesideAHangingServer() throws {
        let now = try now()
        let path = try session.fakeNotifySend("trap '' INT; exec tail -f /dev/null")
        let server = try session.server()
        let program = try session.start(["PATH": path])
        try session.sweat(before: now)
        try session.until { program.children.count == 1 }
        program.signal(SIGTERM)
        #expect(try program.ended(within: .seconds(12)) == 0)
        #expect(server.bubbles.isEmpty)
    }

    @Test("started twice: the second one says who has the name, and touches nothing") func isStartedTwice() throws {
        let now = try now()
        let server = try session.server()
        let first = try session.start()
        try session.sweat(before: now)
        try session.until { !server.open.isEmpty }
        let second = try session.launch()
        #expect(try second.ended() == 69)
        try session.until { second.said("hydrated is already running, pid \(first.pid)") }
        #expect(second.lines.count == 1, "It looked at the diary or the configuration first: \(second.lines)")
        #expect(server.bubbles.count == 1)
        #expect(try session.entries("shown").count == 1)
    }

    @Test("that loses its bus ends with an error, so that it is started again") func losesItsBus() throws {
        let program = try session.start()
        session.daemon.stop()
        #expect(try program.ended() == 1)
        try session.until { program.said("The session bus has gone") }
    }

    @Test("without a bus or a home ends at once and says so") func lacksEverything() throws {
        let busless = try session.launch(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"])
        #expect(try busless.ended() == 69)
        let homeless = try session.launch(["HOME": "", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""])
        #expect(try homeless.ended() == 69)
        try session.until { homeless.said("HOME") }
    }

    @Test("tells the service manager what comes next, and feeds its watchdog") func isWatched() throws {
        let program = try session.start(
            ["WATCHDOG_USEC": "200000"], before: ["/bin/sh", "-c", "WATCHDOG_PID=$$ exec \"$0\""])
        #expect(program.threads == 1)
        try session.until { session.manager.told.contains("WATCHDOG=1") }
        #expect(!session.manager.status.isEmpty)
        try session.drink(250)
        let before = session.manager.told.count
        _ = try session.call("Pause", [.int64(RealClock().realtimeMicroseconds + 3_600_000_000), session.token()])
        try session.until { session.manager.status.hasPrefix("Paused until") }
        #expect(session.manager.told.count > before)
    }

    @Test("prints its bubbles, and what to type, where a terminal is all there is") func isInATerminal() throws {
        let now = try now()
        let terminal = try Terminal()
        var text = ""
        let watch = try terminal.watch(on: session.loop) { text += $0 }
        let program = try session.launch(["NOTIFY_SOCKET": ""], terminal: terminal)
        try session.until { text.contains("is running") }
        try session.sweat(before: now)
        try session.until { text.contains("In another terminal: hydratectl drink ") }
        #expect(try session.entries("shown").count == 1)
        #expect(try !session.notices.contains("no-notification-server"))
        watch.cancel()
        #expect(program.children.isEmpty)
    }

    @Test("sets its log level over the bus, and then says why it is silent") func hasALogLevel() throws {
        let program = try session.start(at: Session.noon)
        let target = Bus.Target(ControlName.bus, Interface.logControlPath, "org.freedesktop.DBus.Properties")
        _ = try session.answer(
            target, "Set",
            [.string("org.freedesktop.LogControl1"), .string("LogLevel"), .variant(.string("debug"))])
        try session.drink(250, at: Session.noon - .hours(6))
        try session.until { program.said("HYDRATED_EVENT=entry-logged") && program.said("HYDRATED_AMOUNT_ML=250") }
        try session.sweat(before: Session.noon)
        try session.until { program.said("Silent: no-notification-server") }
    }
}
