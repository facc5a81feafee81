// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Diary
import FoundationEssentials
import Glibc
import Guidance
import Physiology
import Systemd
import Testing
import Wording

@testable import Daemon

/// Notification servers that are late, poor, slow, dead or of another mind.
@Suite("A notification server") struct ServerTests {
    let session: Session

    init() throws { session = try Session() }

    /// The daemon with a reminder due at noon.
    private func start(_ more: [String: String] = [:]) throws -> Program {
        let program = try session.start(at: Session.noon, more)
        try session.sweat(before: Session.noon)
        return program
    }

    @Test("that is not there yet keeps nothing from starting, and is served when it comes") func isLate() throws {
        let program = try start()
        #expect(try session.notices.contains("no-notification-server"))
        #expect(try session.property("Presence") == .string("unreachable"))
        #expect(try session.entries("shown").isEmpty)
        try program.clock("advance", Session.noon + .minutes(5))
        let server = try session.server()
        try session.until { !server.open.isEmpty }
        #expect(try !session.notices.contains("no-notification-server"))
        #expect(server.questions >= 1)
    }

    @Test("without buttons gets a plain bubble, once") func isWithoutButtons() throws {
        let server = try session.server(["body"])
        let program = try start()
        try session.until { !server.open.isEmpty }
        #expect(server.bubbles[0].labels.isEmpty)
        try server.expire(server.bubbles[0])
        try session.until { program.children.isEmpty }
        try session.expectEnds(["unanswered"])
        #expect(try session.entries("undelivered").isEmpty)
        try program.clock("advance", Session.noon + .minutes(29))
        #expect(server.bubbles.count == 1)
    }

    @Test("that reads markup gets entities, one that does not gets the text") func readsMarkup() {
        #expect(NotifySend.escaped("a<b & c\\d\0", markup: true) == "a&lt;b &amp; c\\\\d")
        #expect(NotifySend.escaped("a<b & c\\d\0", markup: false) == "a<b & c\\\\d")
    }

    @Test("that dies under a bubble takes it along, and the next gets it at its next slot") func dies() throws {
        let server = try session.server()
        let program = try start()
        try session.until { !server.open.isEmpty }
        server.die()
        try session.until { program.children.isEmpty && session.ends == ["unanswered"] }
        try session.until { program.said("The notification server went away") }
        let next = try session.server()
        try program.clock("advance", Session.noon + .minutes(29))
        #expect(next.bubbles.isEmpty)
        try program.clock("advance", Session.noon + .minutes(30))
        try session.until { next.bubbles.count == 1 }
        #expect(program.children.count == 1)
    }

    @Test("that hangs does not hang the daemon, and costs no slot") func hangs() throws {
        let hanging = try BubbleServer(on: nil, at: session.daemon.address)
        let program = try start()
        try session.drink(10, at: Session.noon - .hours(5))
        #expect(try session.entries("shown").isEmpty)
        try session.until { program.said("Reminder could not be shown") }
        #expect(try session.notices.contains("no-notification-server"))
        #expect(try session.entries("shown").isEmpty)
        hanging.die()
        let server = try session.server()
        try session.until { server.bubbles.count == 1 }
    }

    @Test("that does not take a bubble leaves it undelivered; it is shown when the server is back") func refuses()
        throws
    {
        let server = try session.server()
        let path = try session.fakeNotifySend("[ -e \"$HOME/mended\" ] || exit 1; exec /usr/bin/notify-send \"$@\"")
        let program = try start(["PATH": path])
        try session.until { session.ends == ["undelivered"] }
        #expect(try session.entries("undelivered").count == 1)
        #expect(program.children.isEmpty)
        try session.until { program.said("Reminder could not be shown") }
        #expect(try session.notices.contains("no-notification-server"))
        server.die()
        #expect(FileManager.default.createFile(atPath: session.home.path + "/mended", contents: nil))
        let next = try session.server()
        try session.until { next.bubbles.count == 1 }
        let shown = try session.entries("shown").map(\.reminder)
        #expect(shown.count == 2 && shown[0] == shown[1])
    }

    @Test("that gives its place to another loses its bubble to nobody") func changesPlaces() throws {
        let first = try session.server()
        let program = try start()
        try session.until { !first.open.isEmpty }
        first.die()
        let second = try session.server()
        second.die()
        let third = try session.server()
        try session.until { program.children.isEmpty && third.questions >= 1 }
        try program.clock("advance", Session.noon + .minutes(30))
        try session.until { third.bubbles.count == 1 }
        #expect(second.bubbles.isEmpty)
        #expect(program.children.count == 1)
    }

    @Test("is waited for by notify-send alone: a slow one blocks nothing") func isSlow() throws {
        let server = try session.server()
        let gate = "\(session.home.path)/gate"
        try #require(mkfifo(gate, 0o600) == 0)
        let path = try session.fakeNotifySend("read open <'\(gate)'; exec /usr/bin/notify-send \"$@\"")
        let program = try start(["PATH": path])
        try session.until { program.children.count == 1 }
        for _ in 1...5 { try session.drink(1, at: Session.noon - .hours(4)) }
        try program.clock("advance", Session.noon + .minutes(1))
        #expect(server.bubbles.isEmpty)
        #expect(program.children.count == 1)
        let end = open(gate, O_WRONLY)
        try #require(write(end, "\n", 1) == 1)
        close(end)
        try session.until { server.open.count == 1 }
    }

    @Test("that ignores how long a bubble shall stand has it closed by the daemon, and no child waits on")
    func ignoresExpiry() throws {
        let server = try session.server()
        let name = NotificationServer(loop: session.loop, bus: session.bus)
        try name.start()
        try session.until { name.capabilities != nil }
        let presenter = NotifySend(
            loop: session.loop, server: name, environment: session.environment(), standing: { _ in .milliseconds(500) })
        var end: Presentation?
        presenter.show(Bubble.greeting(Configuration(), in: Idiom(units: .metric, zone: .utc))) { end = $0 }
        try session.until { server.bubbles.count == 1 }
        // The server is told a minute more, in whole seconds.
        #expect(server.bubbles[0].expiry == 60_000)
        try session.until { end != nil }
        #expect(end == .gone)
        #expect(server.open.isEmpty)
        var isIdle = false
        presenter.withdraw { isIdle = true }
        #expect(isIdle, "a child waits on")
    }

    @Test("has no use without notify-send, which is said; no slot is doubled when that is there") func isMissing()
        throws
    {
        let server = try session.server()
        let folder = "\(session.home.path)/empty"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = try start(["PATH": folder])
        try session.until { session.ends == ["undelivered"] }
        try session.until { program.said("Reminder could not be shown") }
        #expect(try session.notices.contains("no-notification-server"))
        #expect(server.bubbles.isEmpty)
    }

    @Test("that the bus could start is started for a bubble alone; one that does not start is waited for")
    func isActivatable() throws {
        let service = Data("[D-BUS Service]\nName=\(BubbleServer.name)\nExec=/bin/false\n".utf8)
        #expect(
            FileManager.default.createFile(
                atPath: session.daemon.services + "/\(BubbleServer.name).service", contents: service))
        let broker = Bus.Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        _ = try session.answer(broker, "ReloadConfig", [])
        let program = try session.start(at: Session.noon)
        #expect(try session.property("Presence") == .string("present"))
        try session.sweat(before: Session.noon)
        try session.until { program.said("Reminder could not be shown") }
        #expect(try session.property("Presence") == .string("unreachable"))
        #expect(try session.entries("shown").isEmpty)
        let server = try session.server()
        try session.until { server.bubbles.count == 1 }
    }

    @Test("is never asked while nothing is due and nobody owns its name") func isLeftAlone() throws {
        let program = try session.start(at: Session.noon)
        try program.clock("advance", Session.noon + .minutes(10))
        #expect(program.children.isEmpty)
        #expect(try session.entries().isEmpty)
    }
}
