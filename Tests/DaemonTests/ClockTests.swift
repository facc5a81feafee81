// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd
import Testing

/// Clocks that are set, days that end, hours that are skipped and repeated: each is one decision at the new instant.
@Suite("The clock") struct ClockTests {
    let session: Session
    let server: BubbleServer

    init() throws {
        session = try Session()
        server = try session.server()
    }

    @Test("set ahead, or found far ahead after a suspend, brings one bubble and no burst") func isSetAhead() throws {
        let program = try session.start(at: Session.noon - .hours(4))
        try session.drink(100)
        try program.clock("step", Session.noon + .hours(6))
        try session.until { server.bubbles.count == 1 }
        try program.clock("advance", Session.noon + .hours(6) + .minutes(29))
        #expect(server.bubbles.count == 1)
        try session.until { program.said("The clock or the time zone was set") }
        #expect(try session.entries("shown").count == 1)
    }

    @Test("set back shows no slot twice, and loses no entry") func isSetBack() throws {
        let program = try session.start(at: Session.noon - .hours(4))
        try session.drink(100)
        let due = try #require(try session.nextReminder)
        try program.clock("advance", due)
        try session.until { server.open.count == 1 }
        try program.clock("step", due - .hours(2))
        try session.until { server.open.isEmpty }
        try session.drink(50)
        for minutes in stride(from: -110, through: 240, by: 10) {
            try program.clock("advance", due + .minutes(minutes))
        }
        let shown = try session.entries("shown").compactMap(\.reminder)
        #expect(Set(shown).count == shown.count, "\(shown)")
        #expect(try session.entries("drink").compactMap(\.milliliters) == [100, 50])
    }

    @Test("set back leaves what now lies ahead uncounted until its time comes") func leavesEntriesAhead() throws {
        let program = try session.start(at: Session.noon)
        try session.drink(300)
        try program.clock("step", Session.noon - .hours(2))
        #expect(try session.property("IntakeToday") == .double(0))
        #expect(try session.entries("drink").count == 1)
        try program.clock("advance", Session.noon + .minutes(1))
        #expect(try session.property("IntakeToday") == .double(300))
    }

    @Test("over days on which nobody logs anything says that the balance starts afresh") func startsAfresh() throws {
        let program = try session.start(at: Session.noon)
        try session.drink(100)
        try program.clock("advance", Session.noon + .hours(44))
        try session.until { program.said("the balance started afresh") }
    }

    @Test("passing midnight begins a new day") func passesMidnight() throws {
        let program = try session.start(at: Session.noon)
        try session.drink(300)
        #expect(try session.property("IntakeToday") == .double(300))
        try program.clock("advance", Session.noon + .hours(20))
        #expect(try session.property("IntakeToday") == .double(0))
        try program.clock("advance", Session.noon + .days(20))
        #expect(program.exitCode == nil)
    }

    @Test(
        "changing to summer time or back moves waking with it, and says nothing asleep",
        // The nights before 29 March and 25 October 2026, and before a leap day.
        arguments: [1_774_706_400, 1_792_850_400, 1_835_388_000].map { Instant(seconds: $0) })
    func changesTheHour(evening: Instant) throws {
        let program = try session.start(at: evening, ["TZ": "Europe/Berlin"])
        try session.drink(100)
        let offset = try #require(try session.entries("drink").first?.offset)
        for hour in 1...30 { try program.clock("advance", evening + .hours(hour)) }
        let shown = try session.entries("shown")
        #expect(!shown.isEmpty)
        for bubble in shown {
            let local = (bubble.at.seconds + Int64(bubble.offset)) / 60 % 1440
            #expect((7 * 60..<22 * 60 + 30).contains(Int(local)), "shown at minute \(local) of the day")
        }
        try session.drink(100)
        let after = try #require(try session.entries("drink").last?.offset)
        #expect([-3600, 0, 3600].contains(after - offset))
        #expect(evening.seconds == 1_835_388_000 || after != offset)
    }

    /// A plan remembers sixty days, and so costs more each day until then; what thirty days more cost is a leak. That
    /// somebody lists the whole diary at the end must leave nothing behind either.
    @Test(
        "of thirty days of use costs no more memory, descriptors, timers or children at the end than at the beginning")
    func runsForThirtyDays() throws {
        let start = Session.noon - .hours(4)
        let program = try session.start(at: start)
        func use(_ days: Range<Int>) throws {
            for day in days {
                for hour in stride(from: 0, to: 15, by: 7) {
                    try program.clock("advance", start + .days(day) + .hours(hour))
                    try session.drink(150)
                    if let bubble = server.open.last { try server.press("drank", on: bubble) }
                    try session.until { server.open.isEmpty && program.children.isEmpty }
                }
            }
        }
        func rest(_ day: Int) throws -> (memory: Int, descriptors: Int, timers: Int) {
            // The clock has arrived only when all that was put off is done, so nothing is measured halfway.
            try program.clock("advance", start + .days(day - 1) + .hours(14))
            try session.until { server.open.isEmpty && program.children.isEmpty }
            return (program.memory, program.descriptors, program.timerClocks.count)
        }
        try use(0..<60)
        let before = try rest(60)
        try use(60..<90)
        #expect(try session.entries("drink").count >= 270)
        let after = try rest(90)
        #expect(program.threads == 1)
        #expect(after.descriptors == before.descriptors)
        #expect(after.timers == before.timers && after.timers <= 4)
        #expect(Double(after.memory) <= Double(before.memory) * 1.05, "from \(before.memory) to \(after.memory) kB")
    }
}
