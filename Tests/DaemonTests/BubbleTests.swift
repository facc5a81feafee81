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
        #expect(session.signals.contains { $0.name == "ReminderShown" && $0.arguments.first == .string(shown.reminder!) })
        #expect(program.children.count == 1)
        #expect(try session.notices.contains("health-unchecked"))
    }
}
