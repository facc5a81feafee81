// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Physiology
import Systemd
import Testing

/// What is asked over the bus.
@Suite("A call") struct CallTests {
    let session: Session

    init() throws { session = try Session() }

    @Test("made by 41 at once is taken 41 times, and nothing overwrites anything") func isConcurrent() throws {
        let program = try session.start()
        let callers = try (0..<41).map { _ in try Bus(address: session.daemon.address) }
        var answers: [Result<[DBusValue], BusError>] = []
        for caller in callers {
            try caller.attach(to: session.loop)
            try caller.callAsync(Session.hydrated, "LogDrink", session.drinkArguments(100)) { answers.append($0) }
        }
        try session.until { answers.count == 41 }
        let numbers = try answers.map { try $0.get()[0] }
        #expect(Set(numbers).count == 41)
        let drinks = try session.entries("drink")
        #expect(drinks.count == 41)
        #expect(drinks.compactMap(\.milliliters).reduce(0, +) == 4100)
        #expect(program.exitCode == nil)
    }

    @Test("repeated under its token is answered as before, and logs nothing twice") func isRepeated() throws {
        _ = try session.start(at: Session.noon)
        let first = try session.drink(250, token: "once")
        #expect(try session.drink(250, token: "once") == first)
        let undone = try session.call("Undo", [.string("undo")])
        #expect(try session.call("Undo", [.string("undo")]) == undone)
        #expect(try session.drink(250, token: "once")[0] == first[0])
        #expect(try session.entries().isEmpty)
        #expect(try session.failure("Undo", [session.token()]) == "NothingToUndo")
    }

    @Test("under a token that served another change is refused") func isConfused() throws {
        _ = try session.start()
        let drink = try session.drink(250, token: "once")
        #expect(try session.failure("LogMeal", [.int64(-1), .options([:]), .string("once")]) == "TokenReused")
        #expect(try session.failure("Undo", [.string("once")]) == "TokenReused")
        _ = try session.call("Retract", [drink[0], .string("back")])
        #expect(try session.failure("Retract", [.uint64(99), .string("back")]) == "TokenReused")
        #expect(try session.entries().isEmpty)
    }

    @Test("with extreme arguments is refused or answered, and nothing is stored or shaken by it") func isExtreme()
        throws
    {
        let program = try session.start()
        let instants: [Int64] = [.min, .min + 1, -2, 0, 1, .max - 1, .max]
        let numbers = [
            Double.nan, .infinity, -.infinity, -1e308, 1e308, 5000, -250, .leastNonzeroMagnitude, -0.5,
        ]
        let none = DBusValue.options([:])
        var calls: [(String, [DBusValue])] = []
        for instant in instants {
            let at = DBusValue.int64(instant)
            calls += [
                ("LogDrink", [.string("water"), .double(100), at, none, session.token()]),
                ("LogMeal", [at, none, session.token()]), ("StopWorkout", [at, none, session.token()]),
                ("StartWorkout", [.string("running"), at, none, session.token()]),
                ("LogWorkout", [.string("running"), at, .int64(.max), none, session.token()]),
                ("PlanWorkout", [.string("running"), .int64(.min), at, none, session.token()]),
                ("Pause", [at, session.token()]),
            ]
        }
        for number in numbers {
            calls += [
                ("LogDrink", [.string("water"), .double(number), .int64(-1), none, session.token()]),
                ("LogBodyMass", [.double(number), .string("plain"), .int64(-1), none, session.token()]),
                ("LogClimate", [.double(number), .double(number), .int64(-1), none, session.token()]),
            ]
        }
        calls += [
            ("Snooze", [.uint64(.max), session.token()]), ("Snooze", [.uint64(1 << 63), session.token()]),
            ("Retract", [.uint64(.max), session.token()]), ("LogDrink", session.drinkArguments(100, token: "")),
            ("LogDrink", session.drinkArguments(100, token: String(repeating: "x", count: 65))),
        ]
        for (member, arguments) in calls {
            // An instant of -1 or below zero volume may mean "not said" and be taken: those that are, are taken back.
            if try session.failure(member, arguments) == nil {
                if member != "Pause", member != "Snooze" { _ = try session.call("Undo", [session.token()]) }
            }
        }
        for instant in instants {
            _ = try session.failure("Forecast", [.int64(instant)])
            _ = try session.call(
                "ListEntries", [.int64(instant), .int64(-1 - instant.magnitude.signedClamped), .uint32(7)])
        }
        #expect(program.exitCode == nil)
        #expect(try session.entries("drink").isEmpty)
    }

    @Test("that lists is given the newest, as many as it asks for, without those taken back") func lists() throws {
        _ = try session.start(at: Session.noon)
        for number in 1...40 { try session.drink(Double(number)) }
        for _ in 1...30 { _ = try session.call("Undo", [session.token()]) }
        #expect(try session.entries("drink", limit: 3).compactMap(\.milliliters) == [8, 9, 10])
        #expect(try session.entries("drink").count == 10)
    }

    @Test("that asks why is told the level at which a reminder comes, which heat lowers") func explains() throws {
        _ = try session.start(at: Session.noon)
        func level() throws -> Double {
            let explanation = try #require(try session.call("Explain", [.string("")]).first)
            let fields = try #require([String: DBusValue](explanation))
            return try #require(fields["threshold"].flatMap { Double($0) })
        }
        let usual = try level()
        // What was read ten minutes ago counts; whoever has just typed it knows it.
        for (at, share) in [(Session.noon, 1.0), (Session.noon - .minutes(11), 0.8)] {
            let read = DBusValue.int64(at.microseconds)
            _ = try session.call("LogClimate", [.double(34), .double(60), read, .options([:]), session.token()])
            #expect(abs(try level() - usual * share) < 1e-6)
        }
    }

    @Test("that changes something tells the bus of what it changed, and of nothing else") func tellsWhatChanged() throws
    {
        let program = try session.start(at: Session.noon)
        try session.drink(250)
        try session.until { !session.propertiesChanged.isEmpty }
        #expect(session.propertiesChanged.last?["IntakeToday"] == .double(250))
        #expect(session.propertiesChanged.last?["Climate"] == nil)
        #expect(session.propertiesChanged.last?["Version"] == nil)
        let added = try #require(session.signals.last { $0.name == "EntryAdded" })
        #expect(added.arguments.isEmpty == false)
        // What does not change is not told: the same configuration once more, at the same instant.
        let before = session.propertiesChanged.count
        _ = try session.call("Reload")
        _ = try session.property("Version")
        #expect(session.propertiesChanged.count == before)
        #expect(program.exitCode == nil)
    }
}

extension UInt64 {
    fileprivate var signedClamped: Int64 { Int64(clamping: self) }
}
