// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd
import Testing

/// The way of a reminder to the desktop and back.
@Suite("A bubble") struct BubbleTests {
    let session: Session
    let server: BubbleServer
    let program: Program

    init() throws {
        session = try Session()
        server = try session.server()
        program = try session.start(at: Session.noon)
    }

    @Test("comes when a reminder is due, with its buttons, and is in the diary first")
    func comesWhenDue() throws {
        try session.sweat(before: Session.noon)
        try session.until { !server.open.isEmpty }
        let bubble = try #require(server.open.first)
        #expect(bubble.app == "Hydrated")
        #expect(bubble.icon == "hydrated")
        #expect(bubble.hints["urgency"] == .byte(1))
        #expect(bubble.hints["category"] == .string("x-hydrated.reminder"))
        #expect(bubble.hints["desktop-entry"] == .string("hydrated"))
        #expect(bubble.hints["transient"] == .boolean(true))
        #expect(Set(bubble.labels.keys) == ["default", "drank", "later", "skip"])
        #expect(bubble.labels.values.allSatisfy { $0.count <= 14 })
        // A minute more than it stands: it is the daemon that closes it, also where the server ignores the time.
        #expect(bubble.expiry == 11 * 60_000)
        let shown = try #require(try session.entries("shown").first)
        #expect(
            session.signals.contains { $0.name == "ReminderShown" && $0.arguments.first == .string(shown.reminder!) })
        #expect(program.children.count == 1)
    }

    /// A bubble that stands, and its reminder.
    private func standing() throws -> (bubble: BubbleServer.Bubble, reminder: String) {
        try session.sweat(before: Session.noon)
        try session.until { !server.open.isEmpty }
        // Nobody answers in the same instant.
        try program.clock("advance", Session.noon + .minutes(1))
        let reminder = try #require(try session.entries("shown").last?.reminder)
        return (try #require(server.open.last), reminder)
    }

    private func gone() throws {
        try session.until { server.open.isEmpty && program.children.isEmpty && !session.ends.isEmpty }
    }

    @Test("logs the drink of its button, once") func logsItsDrink() throws {
        let (bubble, reminder) = try standing()
        let before = try session.entries("drink").count
        try server.press("drank", on: bubble)
        try gone()
        try session.expectEnds(["drank"])
        let drinks = try session.entries("drink").dropFirst(before)
        #expect(drinks.count == 1)
        #expect(drinks.first?.reminder == reminder)
        try session.until { program.said("Reminder closed: \(reminder.prefix { $0 != "@" }), drank") }
        #expect(server.bubbles.count == 1)
    }

    @Test("undone after its button was pressed, its drink counts as never logged") func canBeUndone() throws {
        let (bubble, _) = try standing()
        let before = try session.entries("drink").count
        try server.press("drank", on: bubble)
        try gone()
        let reply = try session.call("Undo", [session.token()])
        #expect(reply[1] == .string("drink"))
        #expect(try session.entries("drink").count == before)
        #expect(server.bubbles.count == 1)
        try session.until { session.signals.contains { $0.name == "EntryRetracted" && $0.arguments == [reply[0]] } }
    }

    @Test("is put off by Later, and comes again when that is over") func isPutOff() throws {
        let (bubble, _) = try standing()
        try server.press("later", on: bubble)
        try gone()
        try session.expectEnds(["answered"])
        #expect(try session.entries("answer").count == 1)
        try program.clock("advance", Session.noon + .minutes(29))
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .minutes(31))
        try session.until { server.bubbles.count == 2 }
    }

    @Test("is not repeated for two hours after Skip") func isSkipped() throws {
        let (bubble, _) = try standing()
        try server.press("skip", on: bubble)
        try gone()
        try program.clock("advance", Session.noon + .minutes(119))
        // Another guideline may have something to say.
        #expect(server.bubbles.count { $0.summary == bubble.summary } == 1)
    }

    @Test("that is clicked itself is seen, and logs nothing") func isSeen() throws {
        let (bubble, _) = try standing()
        let before = try session.entries().count
        try server.press("default", on: bubble)
        try gone()
        try session.expectEnds(["unanswered"])
        #expect(try session.entries().count == before)
    }

    @Test("that runs out of time counts as unanswered, and comes again at the next slot") func runsOut() throws {
        let (bubble, reminder) = try standing()
        try server.expire(bubble)
        try gone()
        try session.expectEnds(["unanswered"])
        try program.clock("advance", Session.noon + .minutes(29))
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .minutes(30))
        try session.until { server.bubbles.count == 2 }
        #expect(try session.entries("shown").last?.reminder != reminder)
    }

    @Test("leaves the desktop when a drink is logged: no stale nag") func leavesForADrink() throws {
        _ = try standing()
        try session.drink(600)
        try gone()
        try session.expectEnds(["withdrawn"])
    }

    @Test("answered over the bus leaves the desktop as answered", arguments: ["later", "skip", "seen"])
    func isAnswered(answer: String) throws {
        let (_, reminder) = try standing()
        _ = try session.call("Answer", [.string(reminder), .string(answer), .options([:]), session.token()])
        try gone()
        try session.expectEnds(["answered"])
        #expect(server.bubbles.count == 1)
    }

    @Test("answered by a drink that names it leaves the desktop as drunk") func isDrunk() throws {
        let (_, reminder) = try standing()
        try session.drink(200, answers: reminder)
        try gone()
        try session.expectEnds(["drank"])
        #expect(
            try session.failure("LogDrink", session.drinkArguments(200, answers: "no-such@0.0")) == "UnknownReminder")
    }

    @Test("is silenced by a pause, and by nothing once that is over") func isPaused() throws {
        _ = try standing()
        _ = try session.call("Pause", [.int64((Session.noon + .hours(2)).microseconds), session.token()])
        try gone()
        #expect(try session.property("PausedUntil") == .int64((Session.noon + .hours(2)).microseconds))
        #expect(session.manager.status.hasPrefix("Paused until"))
        try program.clock("advance", Session.noon + .minutes(119))
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .hours(2))
        try session.until { server.bubbles.count == 2 }
    }

    @Test("is one at a time: the next takes the place of the last") func isOneAtATime() throws {
        _ = try standing()
        for minutes in [30, 90] {
            try program.clock("advance", Session.noon + .minutes(minutes))
            try session.until { server.bubbles.count == (minutes == 30 ? 2 : 3) && server.open.count == 1 }
            #expect(program.children.count == 1)
        }
        try session.expectEnds(["withdrawn", "withdrawn"])
    }

    @Test("to stop drinking is critical, stands three hours and proposes nothing") func isCritical() throws {
        for minute in 1...6 { try session.drink(900, at: Session.noon - .minutes(minute * 5)) }
        try program.clock("advance", Session.noon + .minutes(31))
        try session.until { !server.open.isEmpty }
        let bubble = try #require(server.open.last)
        #expect(bubble.hints["urgency"] == .byte(2))
        #expect(bubble.expiry == 181 * 60_000)
        #expect(Set(bubble.labels.keys) == ["default", "seen"])
        try server.press("seen", on: bubble)
        try gone()
        #expect(try session.entries("answer").count == 1)
    }
}
