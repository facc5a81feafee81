// SPDX-License-Identifier: Apache-2.0

import BusTesting
import FoundationEssentials
import Glibc
import Physiology
import Systemd
import Testing

/// The configuration in force, and when another one comes into it.
@Suite("The configuration") struct ConfigurationTests {
    let session: Session

    init() throws { session = try Session() }

    private func target() throws -> Double {
        guard case .double(let value) = try session.property("TargetToday") else { return .nan }
        return value
    }

    @Test("counts from the moment that its file is written: no timer keeps the old one") func isWatched() throws {
        let server = try session.server()
        let program = try session.start(at: Session.noon - .hours(4))
        try session.drink(250)
        let before = try #require(try session.nextReminder)
        try session.configure("[Profile]\nMass=120kg\nHeight=200cm\nSex=male\n")
        // The first time was at the start.
        try session.until { program.lines.count { $0.contains("Configuration in force, from 1 file") } == 2 }
        let after = try #require(try session.nextReminder)
        #expect(before != after)
        try program.clock("advance", min(before, after) - .minutes(1))
        #expect(server.bubbles.isEmpty)
        try program.clock("advance", after)
        try session.until { server.bubbles.count == 1 }
    }

    @Test("is read again on SIGHUP and on Reload") func isReloaded() throws {
        let program = try session.start()
        let before = try target()
        let readies = session.manager.readies
        #expect(try session.call("Reload") == [.array([], of: "(suuss)")])
        try session.until { session.manager.readies == readies + 1 }
        #expect(session.manager.told.contains("RELOADING=1"))
        try session.configure("[Profile]\nSex=male\n")
        program.signal(SIGHUP)
        try session.until { session.manager.readies == readies + 2 }
        #expect(try target() > before)
    }

    @Test("with a wrong line leaves the old one in force, and says where") func isWrong() throws {
        try session.configure("[Profile]\nSex=male\n")
        let program = try session.start()
        let before = try target()
        try session.configure("[Profile]\nSex=female\nMass=heavy\n")
        #expect(try session.failure("Reload") == "InvalidConfiguration")
        try session.until { program.said("\(session.configuration):3:6: ") }
        try session.until { program.said("the old one stays in force") }
        #expect(try session.notices.contains("invalid-configuration"))
        #expect(try target() == before)
        try session.configure("[Profile]\nSex=female\n")
        _ = try session.call("Reload")
        #expect(try target() < before)
        #expect(try !session.notices.contains("invalid-configuration"))
    }

    @Test("with a wrong line at the first start takes that key's default, and proposes nothing till it is mended")
    func isWrongAtFirst() throws {
        try session.configure("[Profile]\nMass=heavy\n[Reminders]\nCup=300ml\n")
        let program = try session.start(at: Session.noon)
        try session.until { program.said(":2:6: ") }
        #expect(try session.notices.contains("invalid-configuration"))
        #expect(try session.notices.contains("untrusted-profile"))
        try session.configure("[Profile]\nMass=80kg\n")
        try session.until { program.said("Configuration in force") }
        #expect(try !session.notices.contains("untrusted-profile"))
    }

    @Test("may name a zone of its own, which every entry is then of") func hasAZone() throws {
        try session.configure("[Day]\nZone=Asia/Tokyo\n")
        let program = try session.start(at: Session.noon)
        try session.drink(100)
        #expect(try session.entries("drink").last?.offset == 9 * 3600)
        try session.configure("[Day]\nZone=America/New_York\n")
        _ = try session.call("Reload")
        try session.drink(100)
        #expect(try session.entries("drink").map(\.offset) == [9 * 3600, -4 * 3600])
        try session.configure("[Day]\nZone=Mars/Olympus\n")
        _ = try session.call("Reload")
        try session.until { program.said("Zone=Mars/Olympus") }
        try session.drink(100)
        #expect(try session.entries("drink").last?.offset == 0)
    }

    @Test("of the administrator holds below the person's, and drop-ins above both files") func hasLayers() throws {
        let session = try Session(isNew: true)
        let folder = "\(session.home.path)/xdg/hydrated"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let administrators = Data("[Reminders]\nCup=500ml\nGap=20min\n".utf8)
        #expect(FileManager.default.createFile(atPath: folder + "/hydrated.conf", contents: administrators))
        let program = try session.start()
        _ = try session.call("LogDrink", [.string(""), .double(-1), .int64(-1), .options([:]), session.token()])
        try session.configure("[Reminders]\nCup=300ml\n")
        try session.until { program.said("from 2 files") }
        _ = try session.call("LogDrink", [.string(""), .double(-1), .int64(-1), .options([:]), session.token()])
        let dropIns = "\(session.home.path)/config/hydrated/hydrated.conf.d"
        try FileManager.default.createDirectory(atPath: dropIns, withIntermediateDirectories: true)
        #expect(
            FileManager.default.createFile(
                atPath: dropIns + "/cup.conf", contents: Data("[Reminders]\nCup=150ml\n".utf8)))
        try session.until { program.said("from 3 files") }
        _ = try session.call("LogDrink", [.string(""), .double(-1), .int64(-1), .options([:]), session.token()])
        #expect(try session.entries("drink").compactMap(\.milliliters) == [500, 300, 150])
    }
}
