// SPDX-License-Identifier: Apache-2.0

import BusTesting
import FoundationEssentials
import Glibc
import Physiology
import Systemd
import Testing

/// The one bubble of the first start.
@Suite("The first start") struct FirstStartTests {
    let session: Session

    init() throws { session = try Session(isNew: true) }

    @Test("is greeted by one bubble: what runs, on what it relies, and how to set it up") func isGreeted() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon)
        try session.until { !server.open.isEmpty }
        let bubble = try #require(server.open.first)
        #expect(bubble.summary == "hydrated is running")
        for part in ["70 kg", "07:00 to 23:00", "hydratectl setup", "heart, kidney or liver disease"] {
            #expect(bubble.body.contains(part), "\(bubble.body)")
        }
        #expect(bubble.hints["urgency"] == .byte(1))
        #expect(Set(bubble.labels.keys) == ["default"])
        #expect(try session.notices.contains("health-unchecked"))
        #expect(try session.entries("shown").count == 1)
        try server.expire(bubble)
        try session.until { program.children.isEmpty && session.ends == ["unanswered"] }
        // What the first entries bring comes at once, and does not say the same again.
        try program.clock("advance", Session.noon + .minutes(1))
        try session.sweat(before: Session.noon)
        try session.until { server.bubbles.count == 2 }
        #expect(server.bubbles[1].summary != bubble.summary)
        #expect(!server.bubbles[1].body.contains("say so in hydrated.conf first"))
    }

    @Test("is one, however often hydrated is started again, killed under the bubble or not") func isOne() throws {
        let server = try session.server()
        var program = try session.start(at: Session.noon)
        try session.until { !server.open.isEmpty }
        program.signal(SIGKILL)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .minutes(2))
        try program.clock("advance", Session.noon + .hours(1))
        program.signal(SIGTERM)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .days(1))
        try program.clock("advance", Session.noon + .days(1) + .minutes(1))
        #expect(server.bubbles.count { $0.summary == "hydrated is running" } == 1)
    }

    @Test("waits for a server, and greets whoever began with a drink too") func waits() throws {
        let program = try session.start(at: Session.noon)
        try session.drink(250)
        #expect(try session.entries("shown").isEmpty)
        let server = try session.server()
        try session.until { !server.open.isEmpty }
        #expect(server.open.first?.summary == "hydrated is running")
        #expect(program.exitCode == nil)
    }

    @Test("speaks of what is in force, in the person's units; who has answered is not greeted") func isConfigured()
        throws
    {
        try session.configure("[Units]\nSystem=us\n[Profile]\nMass=180lb\n[Day]\nWake=06:00\n[Health]\nKidney=yes\n")
        let server = try session.server()
        _ = try session.start(at: Session.noon)
        try session.until { !server.open.isEmpty }
        #expect(server.bubbles[0].body.hasPrefix("For now it goes by 180 lb, up from 06:00 to 23:00."))
        let checked = try Session()
        let other = try checked.server()
        let program = try checked.start(at: Session.noon)
        try checked.drink(100)
        try program.clock("advance", Session.noon + .minutes(30))
        #expect(other.bubbles.isEmpty)
        #expect(try checked.entries("shown").isEmpty)
    }

    @Test("greets after a pause, and not while the person sleeps") func respectsSilence() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon - .hours(9))
        _ = try session.call("Pause", [.int64((Session.noon - .hours(4)).microseconds), session.token()])
        try program.clock("advance", Session.noon - .hours(4) - .minutes(1))
        #expect(server.bubbles.isEmpty)
        try program.clock("advance", Session.noon - .hours(4))
        try session.until { server.bubbles.count == 1 }
        // The greeting was not held back by anybody's wish.
        #expect(!server.bubbles[0].body.contains("Held back"))
    }

    @Test("that nobody could show comes with the next server") func isTriedAgain() throws {
        let path = try session.fakeNotifySend("[ -e \"$HOME/mended\" ] || exit 1; exec /usr/bin/notify-send \"$@\"")
        let server = try session.server()
        let program = try session.start(at: Session.noon, ["PATH": path])
        try session.until { session.ends == ["undelivered"] }
        try session.until { program.said("Reminder could not be shown: first-start") && program.children.isEmpty }
        server.die()
        #expect(FileManager.default.createFile(atPath: session.home.path + "/mended", contents: nil))
        let next = try session.server()
        try session.until { next.bubbles.count == 1 }
        #expect(next.bubbles[0].summary == "hydrated is running")
        #expect(try session.entries("shown").count == 2)
    }
}
