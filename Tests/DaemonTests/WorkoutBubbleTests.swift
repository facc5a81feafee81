// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd
import Testing

/// A workout that nobody has stopped, from the question to its end.
@Suite("A workout left running") struct WorkoutBubbleTests {
    let session: Session
    let server: BubbleServer
    let program: Program

    /// A cool walk at ten, after a good breakfast: nothing else is said for the next hours.
    init() throws {
        session = try Session()
        server = try session.server()
        program = try session.start(at: Session.noon - .hours(2))
        try session.drink(250, at: Session.noon - .hours(3))
        _ = try session.call(
            "StartWorkout", [.string("walking"), .int64(-1), .options(["temperature": .double(12)]), session.token()])
        for hour in [0, 1] {
            try program.clock("advance", Session.noon + .hours(hour) - .minutes(30))
            try session.drink(250)
        }
        try program.clock("advance", Session.noon + .hours(1) - .minutes(1))
        #expect(server.bubbles.isEmpty)
        try program.clock("advance", Session.noon + .hours(1))
        try session.until { server.open.count == 1 }
        try program.clock("advance", Session.noon + .minutes(65))
    }

    private var asked: Instant { Session.noon + .hours(1) }

    private var isRunning: Bool {
        get throws { try session.property("ActiveWorkout").fields?.first != .string("") }
    }

    @Test("is asked about after three hours, and goes on with Yes until it is asked about again") func goesOn() throws {
        let question = try #require(server.open.first)
        #expect(question.summary == "Is the workout still going?")
        #expect(question.body.contains("You began walking 3 h ago."))
        #expect(question.body.contains("counts as ended at 13:00"))
        // It stands until it answers itself.
        #expect(question.expiry == 31 * 60_000)
        #expect(question.labels.filter { $0.key != "default" } == ["yes": "Yes", "no": "It is over"])
        try server.press("yes", on: question)
        try session.until { session.ends == ["answered"] }
        try program.clock("advance", asked + .minutes(40))
        #expect(try isRunning)
        #expect(!program.said("was left running"))
        try program.clock("advance", asked + .minutes(5) + .hours(3))
        try session.until { server.bubbles.contains { $0.summary == question.summary && $0.id != question.id } }
    }

    @Test("is over with No when it was asked about, and may still be given its right end") func isOver() throws {
        try server.press("no", on: try #require(server.open.first))
        try session.until { session.ends == ["answered"] && program.said("counts as ended at 13:00") }
        #expect(try !isRunning)
        _ = try session.call(
            "StopWorkout", [.int64((asked - .minutes(40)).microseconds), .options([:]), session.token()])
        #expect(try session.entries("workout-stopped").count == 1)
    }

    @Test("is closed after half an hour without an answer, and the question leaves the desktop") func isClosed() throws
    {
        try program.clock("advance", asked + .minutes(29))
        #expect(try isRunning)
        try program.clock("advance", asked + .minutes(30))
        try session.until { server.open.allSatisfy { $0.summary != "Is the workout still going?" } }
        try session.until { program.said("walking was left running and counts as ended at 13:00") }
        #expect(try !isRunning)
    }

    @Test("is answered by a call, and taken back by undo") func isAnsweredByCall() throws {
        _ = try session.call("Answer", [.string(""), .string("yes"), .options([:]), session.token()])
        try session.until { session.ends == ["answered"] }
        #expect(try session.call("Undo", [session.token()])[1] == .string("answer"))
        try program.clock("advance", asked + .minutes(30))
        #expect(try !isRunning)
    }
}
