// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Systemd
import Testing

/// Buttons that are pressed more than once, or when it is too late.
@Suite("A button") struct ButtonTests {
    let session: Session
    let server: BubbleServer
    let program: Program

    init() throws {
        session = try Session()
        server = try session.server()
        program = try session.start(at: Session.noon)
        try session.sweat(before: Session.noon)
        try session.until { !server.open.isEmpty }
        try program.clock("advance", Session.noon + .minutes(1))
    }

    private var bubble: BubbleServer.Bubble { server.bubbles[0] }

    @Test("pressed twice is answered once") func isPressedTwice() throws {
        try server.press("drank", "drank", on: bubble)
        try session.expectEnds(["drank"])
        try session.until { program.children.isEmpty }
        #expect(try session.entries("drink").count == 1)
        // And once more, when nobody waits for it any longer.
        try server.press("drank", on: bubble)
        #expect(try session.entries("drink").count == 1)
        #expect(session.ends == ["drank"])
        #expect(server.bubbles.count == 1)
    }

    @Test("and another one pressed before the bubble has gone are one answer") func areTwo() throws {
        try server.press("skip", "drank", on: bubble)
        try session.until { session.ends.count == 1 && program.children.isEmpty }
        #expect(try session.entries("drink").count + session.entries("answer").count == 1)
        #expect(server.bubbles.count == 1)
    }

    @Test("pressed while its reminder is withdrawn logs nothing: the drink that withdrew it counts alone")
    func isPressedTooLate() throws {
        server.pressedLate = "drank"
        try session.drink(600)
        try session.until { server.open.isEmpty && program.children.isEmpty }
        try session.expectEnds(["withdrawn"])
        try server.press("drank", on: bubble)
        #expect(try session.entries("drink").compactMap(\.milliliters) == [600])
        #expect(try session.entries("answer").isEmpty)
        #expect(server.bubbles.count == 1)
    }

    @Test("of a bubble that outlived the daemon logs nothing unseen, and what it asked can still be answered")
    func outlivesTheDaemon() throws {
        let reminder = try #require(try session.entries("shown").first?.reminder)
        program.signal(SIGKILL)
        _ = try program.ended()
        let again = try session.start(at: Session.noon + .minutes(2))
        try server.press("drank", on: bubble)
        try again.clock("advance", Session.noon + .minutes(3))
        #expect(try session.entries("drink").isEmpty)
        #expect(again.children.isEmpty)
        try session.drink(200, answers: reminder)
        #expect(try session.entries("drink").compactMap(\.milliliters) == [200])
        try again.clock("advance", Session.noon + .minutes(29))
        #expect(server.bubbles.count == 1)
    }
}
