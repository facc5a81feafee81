// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Systemd
import Testing

/// What a pause, a snooze or quiet hours held back is told once, when they end.
@Suite("What was silenced") struct SilenceTests {
    let session: Session
    let server: BubbleServer

    private let end = Session.noon + .hours(2)

    init() throws {
        session = try Session()
        server = try session.server()
    }

    private func pause() throws {
        _ = try session.call("Pause", [.int64(end.microseconds), session.token()])
    }

    private func told(_ program: Program) -> Int { program.lines.count { $0.contains("Held back ") } }

    @Test("by a pause is told in the bubble that comes when it ends, and in the journal") func pauseEnds() throws {
        let program = try session.start(at: Session.noon)
        try pause()
        try session.sweat(before: Session.noon)
        try program.clock("advance", end - .minutes(1))
        #expect(server.bubbles.isEmpty)
        try program.clock("advance", end)
        try session.until { server.bubbles.count == 1 && told(program) == 1 }
        #expect(server.bubbles[0].body.hasSuffix("\nHeld back since 12:00, while reminders were paused."))
        try session.until { program.said("Held back since 12:00, while reminders were paused: ") }
        // Once.
        try program.clock("advance", end + .minutes(30))
        try session.until { server.bubbles.count == 2 }
        #expect(!server.bubbles[1].body.contains("Held back"))
        #expect(told(program) == 1)
    }

    @Test("is told all the same after a restart in the middle, and never after one behind it") func restart() throws {
        var program = try session.start(at: Session.noon)
        try pause()
        try session.sweat(before: Session.noon)
        program.signal(SIGKILL)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .hours(1))
        try program.clock("advance", end)
        try session.until { server.bubbles.count == 1 && told(program) == 1 }
        #expect(server.bubbles[0].body.hasSuffix("Held back since 12:00, while reminders were paused."))
        program.signal(SIGKILL)
        _ = try program.ended()
        program = try session.start(at: end + .minutes(1))
        try program.clock("advance", end + .minutes(30))
        try session.until { server.bubbles.count == 2 }
        #expect(!server.bubbles[1].body.contains("Held back"))
        #expect(told(program) == 0)
    }

    @Test("is told by Resume to whoever resumes, as often as the same call is made") func resume() throws {
        let program = try session.start(at: Session.noon)
        try pause()
        try session.sweat(before: Session.noon)
        try program.clock("advance", Session.noon + .hours(1))
        let reply = try session.call("Resume", [.string("resume")])
        let state = try #require(reply.first.flatMap { [String: DBusValue]($0) })
        #expect(state["heldSince"] == .int64(Session.noon.microseconds))
        #expect(state["heldUntil"] == .int64(-1))
        #expect(state["heldBy"] == .string("paused"))
        try session.until { server.bubbles.count == 1 && told(program) == 1 }
        #expect(server.bubbles[0].body.contains("Held back since 12:00"))
        #expect(try session.call("Resume", [.string("resume")]) == reply)
        #expect(told(program) == 1)
    }

    @Test("is not told when nothing was") func nothing() throws {
        let program = try session.start(at: Session.noon)
        try pause()
        try program.clock("advance", Session.noon + .hours(1))
        let reply = try session.call("Resume", [session.token()])
        let state = try #require(reply.first.flatMap { [String: DBusValue]($0) })
        #expect(state["heldBy"] == nil)
        try program.clock("advance", end)
        #expect(server.bubbles.isEmpty)
        #expect(told(program) == 0)
    }

    @Test("and is not true any more is told to the journal alone") func overtaken() throws {
        let program = try session.start(at: Session.noon - .hours(4))
        try session.drink(100)
        let due = try #require(try session.nextReminder)
        _ = try session.call("Pause", [.int64((due + .hours(1)).microseconds), session.token()])
        try program.clock("advance", due + .minutes(30))
        try session.drink(700)
        try program.clock("advance", due + .hours(1))
        try session.until { told(program) == 1 }
        try session.until { program.said("it is not due any more: drink-before-thirst") }
        #expect(server.bubbles.isEmpty)
    }

    @Test("by quiet hours or a snooze is told too", arguments: [true, false]) func otherSilence(isQuiet: Bool) throws {
        if isQuiet { try session.configure("[Quiet]\nHours=11:00-13:00\n") }
        let program = try session.start(at: Session.noon)
        if !isQuiet { _ = try session.call("Snooze", [.uint64(3_600_000_000), session.token()]) }
        try session.sweat(before: Session.noon)
        try program.clock("advance", Session.noon + .minutes(59))
        #expect(server.bubbles.isEmpty)
        try program.clock("advance", Session.noon + .hours(1))
        try session.until { server.bubbles.count == 1 && told(program) == 1 }
        let cause = isQuiet ? "in your quiet hours" : "while reminders were put off"
        #expect(server.bubbles[0].body.hasSuffix("\nHeld back since 12:00, \(cause)."))
    }
}
