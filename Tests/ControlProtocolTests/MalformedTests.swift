// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Systemd
import Testing

@testable import ControlProtocol

/// What comes over the bus is never trusted.
@Suite("Malformed arguments") struct MalformedTests {
    struct Call: CustomTestStringConvertible, Sendable {
        let member: Member
        let arguments: [DBusValue]
        /// The argument or option that is refused.
        let culprit: String
        var testDescription: String { "\(member.rawValue): \(culprit) in \(arguments)" }
    }

    private static let none = DBusValue.options([:])
    private static let token = DBusValue.string("t")

    private static func drink(
        _ beverage: String = "water", _ volume: Double = 250, options: DBusValue = none, token: DBusValue = token
    ) -> [DBusValue] {
        [.string(beverage), .double(volume), .int64(-1), options, token]
    }

    private static func workout(_ options: [String: DBusValue]) -> [DBusValue] {
        [.string("running"), .int64(0), .int64(-1), .options(options), token]
    }

    static let calls = [
        Call(member: .logDrink, arguments: drink("tea", .nan), culprit: "volume"),
        Call(member: .logDrink, arguments: drink("tea", .infinity), culprit: "volume"),
        Call(member: .logDrink, arguments: drink("tea", -.infinity), culprit: "volume"),
        Call(member: .logDrink, arguments: drink(token: .string("")), culprit: "token"),
        Call(member: .logDrink, arguments: drink(token: .string("two words")), culprit: "token"),
        Call(member: .logDrink, arguments: drink(token: .string(String(repeating: "x", count: 65))), culprit: "token"),
        Call(member: .logDrink, arguments: drink(options: .options(["sugar": .boolean(true)])), culprit: "sugar"),
        Call(member: .logDrink, arguments: drink(options: .options(["reminder": .uint32(1)])), culprit: "reminder"),
        Call(member: .logWorkout, arguments: workout(["intensity": .string("brutal")]), culprit: "intensity"),
        Call(member: .logWorkout, arguments: workout(["sun": .string("")]), culprit: "sun"),
        Call(member: .logWorkout, arguments: workout(["speed": .double(.nan)]), culprit: "speed"),
        Call(member: .logWorkout, arguments: workout(["power": .string("200W")]), culprit: "power"),
        Call(member: .logWorkout, arguments: workout(["duration": .uint64(1)]), culprit: "duration"),
        Call(
            member: .startWorkout,
            arguments: [.string("running"), .int64(-1), .options(["duration": .uint64(.max)]), token],
            culprit: "duration"),
        Call(
            member: .logClimate, arguments: [.double(.nan), .double(50), .int64(-1), none, token], culprit: "celsius"),
        Call(
            member: .logClimate,
            arguments: [.double(20), .double(50), .int64(-1), .options(["indoor": .string("yes")]), token],
            culprit: "indoor"),
        Call(
            member: .logBodyMass, arguments: [.double(70), .string("during"), .int64(-1), none, token],
            culprit: "moment"),
        Call(
            member: .logCramp,
            arguments: [.string("ear"), .string("left"), .string("severe"), .int64(-1), none, token],
            culprit: "muscle"),
        Call(
            member: .logInjury,
            arguments: [.string("calf"), .string("upper"), .string("severe"), .int64(-1), none, token],
            culprit: "side"),
        Call(member: .answer, arguments: [.string("r"), .string("drank"), none, token], culprit: "action"),
        Call(member: .snooze, arguments: [.uint64(.max), token], culprit: "duration"),
        Call(member: .retract, arguments: [.uint64(.max), token], culprit: "entry"),
        Call(member: .undo, arguments: [.string("ü")], culprit: "token"),
        Call(member: .undo, arguments: [], culprit: "token"),
    ]

    @Test("are refused by name", arguments: calls) func refused(_ call: Call) {
        let error = #expect(throws: ControlError.self) { _ = try Mutation.read(call.member, call.arguments) }
        guard case .invalidArgument(let name, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(name == call.culprit)
        #expect(error?.exitStatus == .usage)
    }

    @Test(
        "of an entry are refused",
        arguments: [
            ("drink", "volume", DBusValue.double(.nan)), ("drink", "volume", .string("250")),
            ("workout", "end", .double(1)), ("workout", "intensity", .string("brutal")),
            ("retraction", "entry", .uint64(.max)), ("climate", "indoor", .int64(1)), ("meal", "menu", .string("soup")),
        ])
    func refusedEntry(kind: String, key: String, value: DBusValue) throws {
        let kind = try #require(Event.Kind(rawValue: kind))
        var generator = SeededGenerator(seed: 1)
        var fields = generator.event(kind).fields
        fields[key] = value
        #expect(throws: ControlError.self) { _ = try Event(kind: kind, fields: fields) }
    }

    @Test("as random values of random types never trap") func random() {
        var generator = SeededGenerator(seed: WireTests.seed)
        print("seed \(WireTests.seed)")
        let values: [DBusValue] = [
            .double(.nan), .double(-1), .int64(.min), .int64(.max), .uint64(.max), .uint32(0), .string(""),
            .string("water"), .options([:]), .options(["met": .double(.infinity)]), .array([], of: "s"),
            .structure([.byte(1)]), .boolean(true),
        ]
        for _ in 0..<5000 {
            let member = Member.allCases.randomElement(using: &generator)!
            let arguments = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                values.randomElement(using: &generator)!
            }
            _ = try? Mutation.read(member, arguments)
            _ = try? Acknowledgement(member, arguments)
            _ = ListedEntry(.structure(arguments))
            _ = ForecastPoint(.structure(arguments))
            _ = ConfigurationDiagnostic(.structure(arguments))
            let properties = zip(StatusProperty.allCases, arguments).map { ($0.rawValue, $1) }
            _ = try? ControlStatus(Dictionary(uniqueKeysWithValues: properties))
        }
    }
}
