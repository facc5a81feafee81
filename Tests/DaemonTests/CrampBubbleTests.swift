// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd
import Testing

/// A cramp at hand, from the call that logs it to its last word, by the buttons that a person presses.
@Suite("A cramp") struct CrampBubbleTests {
    let session: Session

    init() throws { session = try Session() }

    @discardableResult
    private func cramp(severity: String = "ordinary", at: Instant? = nil) throws -> [String: DBusValue] {
        let reply = try session.call(
            "LogCramp",
            [
                .string("calf"), .string("left"), .string(severity), .int64(at?.microseconds ?? -1), .options([:]),
                session.token(),
            ])
        return try #require([String: DBusValue](reply[1]))
    }

    /// Somebody who has been up and drunk little: some water is due to them.
    private func startAfterMorning() throws -> Program {
        let program = try session.start(at: Session.noon)
        try session.drink(100, at: Session.noon - .hours(4))
        return program
    }

    /// Answers what is being asked.
    @discardableResult
    private func answer(_ action: String) throws -> [String: DBusValue] {
        let reply = try session.call("Answer", [.string(""), .string(action), .options([:]), session.token()])
        return try #require([String: DBusValue](reply[1]))
    }

    /// The bubble that is shown as the nth, once it stands alone.
    private func bubble(_ count: Int, _ server: BubbleServer) throws -> BubbleServer.Bubble {
        try session.until { server.bubbles.count == count && server.open.count == 1 }
        return try #require(server.open.last)
    }

    private func advice(_ state: [String: DBusValue]) -> [String] { state["advice"].flatMap { [String]($0) } ?? [] }

    @Test("has its steps on the desktop at once, in quiet hours and a pause too; ten minutes later Yes ends it")
    func letsGo() throws {
        try session.configure("[Quiet]\nHours=11:00-14:00\n[Health]\nChecked=yes\n")
        let server = try session.server()
        let program = try startAfterMorning()
        _ = try session.call("Pause", [.int64((Session.noon + .hours(2)).microseconds), session.token()])
        try cramp()
        let steps = try bubble(1, server)
        #expect(steps.summary == "A cramp: this may help")
        #expect(steps.body.contains("pull the toes toward the shin") && steps.body.contains("200 ml of water first"))
        #expect(steps.body.hasSuffix("do not rub or warm it."))
        try program.clock("advance", Session.noon + .minutes(2))
        try server.press("drank", on: steps)
        try session.until { session.ends == ["drank"] }
        #expect(try session.entries("drink").last?.milliliters == 200)
        try program.clock("advance", Session.noon + .minutes(9))
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .minutes(10))
        let question = try bubble(2, server)
        #expect(question.summary == "Has it let go?")
        #expect(Set(question.labels.values) == ["Yes", "No", "Still hurts", "Seen"])
        try program.clock("advance", Session.noon + .minutes(11))
        try server.press("yes", on: question)
        try session.until { session.ends == ["drank", "answered"] }
        try program.clock("advance", Session.noon + .hours(1))
        #expect(server.bubbles.count == 2)
        #expect(try session.entries("cramp").count == 1)
    }

    @Test("that is still there brings the salts, load and warmth, and then the signs alone, which do not time out")
    func isStillThere() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon)
        try cramp()
        _ = try bubble(1, server)
        try program.clock("advance", Session.noon + .minutes(10))
        try server.press("no", on: try bubble(2, server))
        let more = try bubble(3, server)
        #expect(more.summary == "What else may help")
        let order = ["sports drink", "put weight on the leg", "heating pad", "pinch", "Has it let go?"]
        let places = order.compactMap { part in more.body.firstRange(of: part)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted())
        try program.clock("advance", Session.noon + .minutes(15))
        try server.press("no", on: more)
        let urgent = try bubble(4, server)
        #expect(urgent.hints["urgency"] == .byte(2) && urgent.expiry == 181 * 60_000)
        #expect(urgent.body.contains("get medical help now") && !urgent.body.contains("sports drink"))
        #expect(Set(urgent.labels.keys) == ["default", "seen"])
    }

    @Test("that was severe and still hurts brings a cold pack and the doctor, through a restart")
    func stillHurts() throws {
        let server = try session.server()
        var program = try session.start(at: Session.noon)
        try cramp(severity: "severe")
        _ = try bubble(1, server)
        program.signal(9)
        _ = try program.ended()
        program = try session.start(at: Session.noon + .minutes(4))
        try program.clock("advance", Session.noon + .minutes(9))
        // Its steps were said: they are not said again.
        #expect(server.bubbles.count == 1)
        try program.clock("advance", Session.noon + .minutes(10))
        try session.until { server.bubbles.count == 2 }
        try server.press("still-hurts", on: server.bubbles[1])
        try session.until { server.bubbles.count == 3 }
        #expect(server.bubbles[2].body.contains("have it looked at") && server.bubbles[2].body.contains("cold pack"))
    }

    @Test("taken back leaves the desktop, and is not asked about")
    func isTakenBack() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon)
        try cramp()
        _ = try bubble(1, server)
        _ = try session.call("Undo", [session.token()])
        try session.until { server.open.isEmpty && session.ends == ["withdrawn"] }
        try program.clock("advance", Session.noon + .minutes(15))
        #expect(server.bubbles.count == 1)
        #expect(throws: BusError.self) { try answer("yes") }
    }

    @Test("is answered by a call as well as by a button: what is said next comes with the answer and in its bubble")
    func isAnsweredByCall() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon)
        try cramp()
        _ = try bubble(1, server)
        try program.clock("advance", Session.noon + .minutes(10))
        _ = try bubble(2, server)
        let question = try #require(try session.entries("shown").last?.reminder)
        let next = try answer("no")
        #expect(advice(next).first == "cramp-then-salts")
        #expect(try session.entries("answer").last?.reminder == question)
        _ = try bubble(3, server)
        #expect(session.ends.suffix(1) == ["answered"])
        #expect(try answer("yes")["relief"] == nil)
        try session.until { server.open.isEmpty }
    }

    @Test(
        "is answered with its steps where nobody can show them, and the questions are asked and answered all the same")
    func isWithoutDesktop() throws {
        _ = try startAfterMorning()
        let state = try cramp(severity: "severe")
        #expect(
            advice(state) == [
                "cramp-stop-and-stretch", "cramp-toes-toward-you", "cramp-breathe", "cramp-water-first", "cramp-cold",
                "cramp-urgent-signs",
            ])
        #expect(state["water"] == .double(200))
        #expect(advice(try answer("no")).first == "cramp-then-salts")
        #expect(advice(try answer("no")) == ["cramp-urgent-signs"])
        // There is nothing left to ask.
        let arguments: [DBusValue] = [.string(""), .string("no"), .options([:]), session.token()]
        #expect(try session.failure("Answer", arguments) == "UnknownReminder")
        #expect(try session.entries("answer").count == 2)
    }

    @Test("of somebody who may not be given amounts, warmth or cold is answered without them")
    func isCareful() throws {
        try session.configure("[Health]\nChecked=yes\nKidney=yes\nDiabetes=yes\n")
        let server = try session.server()
        let program = try session.start(at: Session.noon)
        try cramp(severity: "severe")
        let steps = try bubble(1, server)
        #expect(!steps.body.contains("water") && !steps.body.contains("cold pack"))
        #expect(steps.labels["drank"] == nil)
        try program.clock("advance", Session.noon + .minutes(10))
        try server.press("no", on: try bubble(2, server))
        let more = try bubble(3, server)
        for word in ["sports drink", "heating", "pinch", "cold pack"] { #expect(!more.body.contains(word)) }
        #expect(more.body.contains("put weight on the leg"))
    }

    @Test("at a server without buttons ends with what to type, and one of hours ago is not followed at all")
    func isWithoutButtons() throws {
        let server = try session.server(["body"])
        let program = try startAfterMorning()
        let late = try cramp(at: Session.noon - .hours(2))
        #expect(late["relief"] == .string("cramp-advice"))
        #expect(advice(late) == ["cramp-urgent-signs"])
        try program.clock("advance", Session.noon + .minutes(1))
        #expect(server.bubbles.isEmpty)
        try cramp()
        try session.until { server.bubbles.count == 1 }
        #expect(server.bubbles[0].body.hasSuffix("\nTo log it: hydratectl drink 200ml"))
        try program.clock("advance", Session.noon + .minutes(11))
        try session.until { server.bubbles.count == 2 }
        #expect(server.bubbles[1].body.hasSuffix("\nTo answer: hydratectl answer yes, or no, or still-hurts"))
    }
}
