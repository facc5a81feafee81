// SPDX-License-Identifier: Apache-2.0

import BusTesting
import ControlTesting
import Diary
import Foundation
import Guidance
import Physiology
import Systemd
import Testing

@testable import ControlProtocol

/// The interface as it is on a real bus.
@Suite("The control interface", .timeLimit(.minutes(10))) struct InterfaceTests {
    let hydrated: HydratedOnBus
    let client: Bus
    private let target = Bus.Target(ControlName.bus, ControlName.path, ControlName.interface)

    init() throws {
        hydrated = try HydratedOnBus()
        client = try Bus(address: hydrated.daemon.address)
        try client.attach(to: hydrated.loop)
    }

    private func call(_ target: Bus.Target? = nil, _ member: String, _ arguments: [DBusValue] = []) throws
        -> [DBusValue]
    {
        var answer: Result<[DBusValue], BusError>?
        try client.callAsync(target ?? self.target, member, arguments) { answer = $0 }
        try hydrated.loop.run { answer != nil }
        return try #require(answer).get()
    }

    @Test("is what its XML says, member by member") func xml() throws {
        let introspectable = Bus.Target(ControlName.bus, ControlName.path, "org.freedesktop.DBus.Introspectable")
        let live = try #require(String(try call(introspectable, "Introspect")[0]))
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../systemd/org.hydrated.Hydrated1.xml")
        let written = try InterfaceOutline(xml: String(contentsOf: file, encoding: .utf8))
        #expect(written.members == (try InterfaceOutline(xml: live)).members)
        #expect(written.members.count > 100)
    }

    @Test("logs a drink for a plain caller, and says where that leaves them") func drink() throws {
        let values = try call(
            nil, "LogDrink", [.string("coffee"), .double(200), .int64(-1), .options([:]), .string("a-token")])
        guard case .logged(let entry, let state) = try Acknowledgement(.logDrink, values) else {
            Issue.record("not logged")
            return
        }
        #expect(entry == Entry.ID(1))
        #expect(state.intakeToday == .milliliters(200))
        #expect(hydrated.handler.performed.map(\.token.text) == ["a-token"])
    }

    @Test("passes the daemon's errors on by name") func errors() throws {
        let error = #expect(throws: BusError.self) { try call(nil, "Undo", [.string("t")]) }
        #expect(error?.name == "org.hydrated.Hydrated1.Error.NothingToUndo")
        let malformed = #expect(throws: BusError.self) {
            try call(nil, "LogDrink", [.string(""), .double(.nan), .int64(-1), .options([:]), .string("t")])
        }
        #expect(malformed?.name == "org.hydrated.Hydrated1.Error.InvalidArgument")
        #expect(hydrated.handler.entries.isEmpty)
    }

    @Test("tells its properties all at once") func properties() throws {
        let all = Bus.Target(ControlName.bus, ControlName.path, "org.freedesktop.DBus.Properties")
        let values = try call(all, "GetAll", [.string(ControlName.interface)])
        let properties = try #require([String: DBusValue](values[0]))
        #expect(try ControlStatus(properties) == hydrated.handler.status)
    }

    @Test("sends every signal as it is declared") func signals() throws {
        var generator = SeededGenerator(seed: 7)
        let entry = ListedEntry(id: Entry.ID(4), at: Instant(seconds: 9), offset: 3600, event: generator.event())
        let signals: [ControlSignal] = [
            .reminderShown(ReminderID("r"), guideline: .drinkBeforeThirst, at: Instant(seconds: 9), volume: nil),
            .reminderClosed(ReminderID("r"), .withdrawn), .entryAdded(entry), .entryRetracted(Entry.ID(4)),
        ]
        var received: [String] = []
        let match = try client.addMatch("type='signal',interface='\(ControlName.interface)'") {
            received.append($0.member)
        }
        for signal in signals { try hydrated.exported.emit(signal) }
        try hydrated.loop.run { received.count == signals.count }
        #expect(received == signals.map(\.member))
        match.cancel()
    }

    @Test("does not keep its handler alive") func handlerGone() throws {
        var handler: FakeHydrated? = FakeHydrated()
        weak let kept = handler
        let interface = ControlInterface.make(handler: try #require(handler))
        handler = nil
        #expect(kept == nil)
        #expect(interface.methods.count == Member.allCases.count)
    }
}

/// An interface as a set of lines, one for each member, argument and annotation, in the order that counts.
private struct InterfaceOutline {
    let members: [String]

    /// Reads introspection XML: the elements of our interface with their attributes, comments and spaces left out.
    init(xml: String) throws {
        var text = xml
        for pattern in [#/<!--.*?-->/#.dotMatchesNewlines()] { text.replace(pattern, with: "") }
        let start = try #require(text.firstRange(of: "<interface name=\"\(ControlName.interface)\""))
        let rest = text[start.lowerBound...]
        let end = try #require(rest.firstRange(of: "</interface>"))
        var members: [String: [String]] = [:]
        var member = ""
        for tag in rest[..<end.lowerBound].matches(of: #/<(\w+)((?:\s+[\w.]+="[^"]*")*)\s*/?>/#) {
            var attributes: [String: String] = [:]
            for attribute in tag.2.matches(of: #/([\w.]+)="([^"]*)"/#) {
                attributes[String(attribute.1)] = String(attribute.2)
            }
            // What the specification takes for granted may be said or not.
            if tag.1 == "arg", attributes["direction"] == nil, member.hasPrefix("signal") {
                attributes["direction"] = "out"
            }
            let line = "\(tag.1) " + attributes.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
            if ["method", "property", "signal"].contains(tag.1) {
                member = line
                members[member] = []
            } else if !member.isEmpty, !line.hasSuffix("value=true") || !line.contains("EmitsChangedSignal") {
                members[member]?.append(line)
            }
        }
        self.members = members.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value }
    }
}
