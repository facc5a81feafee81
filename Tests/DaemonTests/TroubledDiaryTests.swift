// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Physiology
import Systemd
import Testing

/// hydrated is up whatever is wrong with its diary, says so, and goes on without a restart once that is mended.
@Suite("A diary in trouble") struct TroubledDiaryTests {
    let session: Session
    let server: BubbleServer

    init() throws {
        session = try Session()
        server = try session.server()
    }

    /// A diary with three drinks, its log folded into the file.
    private func keptDiary() throws {
        let program = try session.start(at: Session.noon - .hours(5))
        for _ in 1...3 { try session.drink(200) }
        program.signal(SIGTERM)
        #expect(try program.ended() == 0)
    }

    /// Overwrites bytes of the diary's file.
    private func patch(_ bytes: [UInt8], at offset: Int) throws {
        let file = open(session.diary, O_RDWR | O_CLOEXEC)
        try #require(pwrite(file, bytes, bytes.count, offset) == bytes.count)
        close(file)
    }

    /// Starts the daemon on an unusable diary, and checks all that is promised of it.
    private func startInTrouble(_ fault: String, at instant: Instant = Session.noon) throws -> Program {
        let program = try session.start(at: instant)
        #expect(try session.notices.contains("diary-unavailable:\(fault)"))
        for (member, arguments) in [
            ("LogDrink", session.drinkArguments(250)), ("Undo", [session.token()]),
            ("LogMeal", [.int64(-1), .options([:]), session.token()]),
        ] {
            #expect(try session.failure(member, arguments) == "DiaryUnavailable")
        }
        try session.until { server.bubbles.count == 1 }
        #expect(server.bubbles.first?.summary == "Nothing can be logged")
        #expect(program.lines.count { $0.hasPrefix("<3>") } == 1, "\(program.lines)")
        #expect(!session.manager.status.isEmpty)
        #expect(!session.manager.status.hasPrefix("Next reminder"))
        return program
    }

    /// What was wrong is mended: the next change is taken, and nothing of the trouble stays behind.
    private func expectRecovery(_ program: Program, drinks: Int) throws {
        try session.drink(250)
        #expect(try session.entries("drink").count == drinks)
        #expect(try !session.notices.contains { $0.hasPrefix("diary-unavailable") })
        try session.until { server.open.isEmpty && program.children.isEmpty }
        #expect(server.bubbles.count == 1)
    }

    @Test("that a newer version has written is left alone") func isNewer() throws {
        try keptDiary()
        let known = try #require(FileManager.default.contents(atPath: session.diary))[60..<64]
        try patch([0, 0, 0, 99], at: 60)
        let program = try startInTrouble("newer")
        let version = try #require(FileManager.default.contents(atPath: session.diary))[60..<64]
        #expect(Array(version) == [0, 0, 0, 99])
        try patch(Array(known), at: 60)
        try expectRecovery(program, drinks: 4)
    }

    @Test("that is another program's file is left alone") func isNotOurs() throws {
        try keptDiary()
        try patch([1, 2, 3, 4], at: 68)
        let program = try startInTrouble("unreadable")
        try #require(rename(session.diary, session.diary + ".other") == 0)
        try expectRecovery(program, drinks: 1)
    }

    @Test("that lies where nothing can be written comes back when something can") func isReadOnly() throws {
        // Nobody, not even root, can make a folder there.
        try #require(symlink("/sys/kernel", session.state) == 0)
        let program = try startInTrouble("read-only")
        try #require(unlink(session.state) == 0 && mkdir(session.state, 0o700) == 0)
        // Nobody has to ask: it is looked at again after a while.
        try program.clock("advance", Session.noon + .minutes(10))
        #expect(try !session.notices.contains { $0.hasPrefix("diary-unavailable") })
        try expectRecovery(program, drinks: 1)
    }

    @Test("on a full disk acknowledges nothing that is not in it, and shows nothing") func isFull() throws {
        let program = try session.start(at: Session.noon)
        try session.drink(200, at: Session.noon - .hours(5))
        try limitFiles(of: program, to: 4096)
        #expect(try session.failure("LogDrink", session.drinkArguments(250)) == "DiaryUnavailable")
        #expect(try session.notices.contains("diary-unavailable:disk-full"))
        try session.until { server.bubbles.count == 1 }
        // A reminder falls due meanwhile: it cannot be committed, so it is not shown, and the trouble is told once.
        try program.clock("advance", Session.noon + .hours(6))
        #expect(try session.failure("LogDrink", session.drinkArguments(250)) == "DiaryUnavailable")
        #expect(server.bubbles.count == 1)
        #expect(program.lines.count { $0.hasPrefix("<3>") } == 1)
        #expect(try session.entries().count == 1)
        try limitFiles(of: program, to: nil)
        try session.drink(250)
        #expect(try session.entries("drink").count == 2)
        #expect(try !session.notices.contains { $0.hasPrefix("diary-unavailable") })
    }

    @Test("on a full disk loses no pressed button without saying so") func isFullAtAPress() throws {
        let program = try session.start(at: Session.noon)
        try session.sweat(before: Session.noon)
        try session.until { server.open.count == 1 }
        try limitFiles(of: program, to: 4096)
        try server.press("drank", on: server.bubbles[0])
        try session.until { server.bubbles.count == 2 }
        #expect(server.bubbles[1].summary == "Nothing can be logged")
        try session.expectEnds(["unanswered"])
        try limitFiles(of: program, to: nil)
        #expect(try session.entries("drink").isEmpty)
    }

    @Test("that is damaged is salvaged, and the journal says so") func isDamaged() throws {
        try keptDiary()
        let size = try #require(FileManager.default.contents(atPath: session.diary)).count
        try patch([UInt8](repeating: 0xff, count: 4096), at: 4096)
        let program = try session.start(at: Session.noon)
        try session.until { program.said("The diary was damaged") }
        #expect(size > 8192)
        let before = try session.entries("drink").count
        try session.drink(250)
        #expect(try session.entries("drink").count == before + 1)
        let files = try FileManager.default.contentsOfDirectory(atPath: session.state + "/hydrated")
        #expect(files.contains { $0 != "diary.sqlite" && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
    }

    @Test("that was moved away under the daemon is begun anew, and nothing is lost that is acknowledged") func isMoved()
        throws
    {
        let program = try session.start(at: Session.noon)
        try session.drink(200)
        for suffix in ["-wal", "-shm", ""] { _ = rename(session.diary + suffix, session.diary + ".away" + suffix) }
        try session.drink(250)
        #expect(try session.entries("drink").compactMap(\.milliliters) == [250])
        #expect(program.exitCode == nil)
    }

    /// Makes files end where a full disk would end them; nil is nowhere.
    private func limitFiles(of program: Program, to size: Int?) throws {
        let limit = size.map { "\($0):unlimited" } ?? "unlimited"
        var result: ChildProcess.Result?
        let child = try ChildProcess.spawn(
            on: session.loop, ["/usr/bin/prlimit", "--pid", "\(program.pid)", "--fsize=\(limit)"]
        ) { result = $0 }
        try session.until { result != nil }
        #expect(result?.ending == .exited(0))
        #expect(child.pid == nil)
    }
}
