// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Systemd
import Testing

/// A service and a client, two connections on a bus of their own, in one loop.
@Suite("A bus") struct BusTests {
    let daemon: PrivateBus
    let loop: EventLoop
    let service: Bus
    let client: Bus
    static let path = "/org/example/Cup1"
    let target = Bus.Target("org.example.Cup1", path, "org.example.Cup1")

    init() throws {
        daemon = try PrivateBus()
        loop = try EventLoop(clock: RealClock())
        service = try Bus(address: daemon.address)
        client = try Bus(address: daemon.address)
        try service.attach(to: loop)
        try client.attach(to: loop)
        #expect(try service.requestName("org.example.Cup1") == .acquired)
    }

    @Test("says who has a name") func saysWhoHasA() throws {
        #expect(try service.requestName("org.example.Cup1") == .acquired)
        #expect(try client.requestName("org.example.Cup1") == .taken(by: getpid()))
        try service.releaseName("org.example.Cup1")
        #expect(try client.requestName("org.example.Cup1") == .acquired)
    }

    static let everything: [DBusValue] = [
        .byte(255), .boolean(true), .boolean(false), .int16(-3), .uint16(65535), .int32(.min), .uint32(.max),
        .int64(.min), .uint64(.max), .double(-0.25), .string("drei Gläser 💧"), .string(""),
        .objectPath("/org/example"), .signature("a{sv}"), .array([], of: "s"), .array([], of: "{sv}"),
        .array([.string("a"), .string("b")], of: "s"), .structure([.int64(-1), .structure([.double(1)])]),
        .variant(.variant(.uint32(7))), .array([.array([.byte(1)], of: "y")], of: "ay"),
        .options(["volume": .double(250), "at": .int64(-1), "list": .array([.structure([.string("x")])], of: "(s)")]),
    ]

    @Test("carries a value there and back", arguments: everything)
    func carriesAValueThere(value: DBusValue) throws {
        let echo = Interface.Method("Echo", in: ["value": "v"], out: ["value": "v"]) { call in call.arguments }
        let exported = try service.export(Interface(target.interface, methods: [echo]), at: Self.path)
        #expect(try answer("Echo", [.variant(value)]).get() == [.variant(value)])
        exported.cancel()
    }

    @Test("reads arguments as the types a handler asks for") func readsArgumentsAsThe() throws {
        let method = Interface.Method(
            "LogDrink", in: ["beverage": "s", "volume": "d", "options": "a{sv}"], out: ["entry": "t", "note": "s"]
        ) { (call) throws(BusError) in
            var reader = call.reader
            let beverage: String = try reader.next()
            let volume: Double = try reader.next()
            let options: [String: DBusValue] = try reader.next()
            #expect(call.sender == (try? client.uniqueName))
            return [UInt64(4).dbusValue, .string("\(beverage) \(volume) \(options.keys.sorted())")]
        }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        let values = try answer(
            "LogDrink", [.string("tea"), .double(250), .options(["sugar": .boolean(true)])]
        ).get()
        #expect(values == [.uint64(4), .string("tea 250.0 [\"sugar\"]")])
        exported.cancel()
    }

    @Test(
        "refuses arguments of another signature before the handler",
        arguments: [[], [DBusValue.string("250")], [.double(1), .double(2)], [.variant(.double(1))]])
    func refusesArgumentsOfAnother(arguments: [DBusValue]) throws {
        let method = Interface.Method("Drink", in: ["volume": "d"]) { _ in
            Issue.record("the handler was called")
            return []
        }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        #expect(throws: BusError.self) { try answer("Drink", arguments).get() }
        #expect(error(try answer("Drink", arguments))?.name == "org.freedesktop.DBus.Error.InvalidArgs")
        exported.cancel()
    }

    @Test("refuses an option of another type") func refusesAnOptionOf() throws {
        let method = Interface.Method("Drink", in: ["options": "a{sv}"]) { (call) throws(BusError) in
            var reader = call.reader
            let options: [String: DBusValue] = try reader.next()
            var volume = ValueReader(options["volume"].map { [$0] } ?? [])
            let _: Double = try volume.next()
            return []
        }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        let answers = try [["volume": DBusValue.string("a lot")], [:]].map { try answer("Drink", [.options($0)]) }
        #expect(
            answers.map(error) == [
                .invalidArguments("Expected d, got s"), .invalidArguments("Expected d, got nothing"),
            ])
        exported.cancel()
    }

    @Test("carries a handler's error by name") func carriesAHandlerError() throws {
        let thrown = BusError(name: "org.example.Cup1.Error.Empty", message: "Nothing in it: 100% %s")
        let method = Interface.Method("Drink") { (_) throws(BusError) in throw thrown }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        #expect(error(try answer("Drink")) == thrown)
        exported.cancel()
    }

    @Test("never sends a reply that is not the declared one") func neverSendsAReply() throws {
        let method = Interface.Method("Drink", out: ["volume": "d"]) { _ in [.string("250")] }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        #expect(error(try answer("Drink")) == .failed("Drink answers s, declared is d"))
        exported.cancel()
    }

    @Test("does not know what is not exported any more") func doesNotKnowWhat() throws {
        let exported = try service.export(
            Interface(target.interface, methods: [Interface.Method("Drink") { _ in [] }]), at: Self.path)
        #expect(try answer("Drink").get() == [])
        exported.cancel()
        #expect(error(try answer("Drink"))?.name == "org.freedesktop.DBus.Error.UnknownObject")
    }

    @Test("refuses a string with NUL in it before it is sent") func refusesAStringWith() throws {
        #expect(throws: BusError.invalidArguments("A string with NUL in it")) {
            try client.callAsync(target, "Drink", [.string("a\0b")]) { _ in }
        }
    }

    @Test("reads and writes properties and tells of their change")
    func readsAndWritesProperties() throws {
        var level = "info"
        let property = Interface.Property(
            "Level", "s", .emitted, get: { .string(level) },
            set: { (value) throws(BusError) in
                guard let text = String(value), text != "loud" else { throw .invalidArguments("No such level") }
                level = text
            })
        let constant = Interface.Property("Version", "s", .constant, get: { .string("1.0") })
        let exported = try service.export(
            Interface(target.interface, properties: [property, constant]), at: Self.path)
        var changes: [[String: DBusValue]] = []
        let match = try client.watchProperties(of: target) { changed, _ in changes.append(changed) }

        let properties = Bus.Target(target.destination, target.path, "org.freedesktop.DBus.Properties")
        func set(_ name: String, _ value: DBusValue) throws -> Result<[DBusValue], BusError> {
            try answer("Set", [.string(target.interface), .string(name), .variant(value)], on: properties)
        }
        #expect(try set("Level", .string("debug")).get() == [])
        #expect(level == "debug")
        #expect(error(try set("Level", .string("loud"))) == .invalidArguments("No such level"))
        #expect(error(try set("Level", .uint32(7)))?.name == "org.freedesktop.DBus.Error.InvalidArgs")
        #expect(error(try set("Version", .string("2")))?.name == "org.freedesktop.DBus.Error.PropertyReadOnly")
        try exported.propertiesChanged(["Level"])
        let all = try answer("GetAll", [.string(target.interface)], on: properties).get()
        #expect(
            all.first.flatMap { [String: DBusValue]($0) } == ["Level": .string("debug"), "Version": .string("1.0")])
        #expect(changes == [["Level": .string("debug")]])
        match.cancel()
        exported.cancel()
    }

    @Test("sends the signals that an interface declares, and no others")
    func sendsTheSignalsThat() throws {
        let exported = try service.export(
            Interface(target.interface, signals: [.init("Emptied", ["at": "x", "volume": "d"])]), at: Self.path)
        var received: [DBusValue] = []
        let match = try client.addMatch("type='signal',interface='org.example.Cup1',member='Emptied'") {
            [loop] signal in
            received = signal.arguments
            loop.exit(0)
        }
        try exported.emit("Emptied", [.int64(5), .double(250)])
        #expect(throws: BusError.self) { try exported.emit("Emptied", [.string("now")]) }
        #expect(throws: BusError.self) { try exported.emit("Filled") }
        try loop.runInTest()
        #expect(received == [.int64(5), .double(250)])
        match.cancel()
        exported.cancel()
    }

    @Test("hears nothing after a match has ended") func hearsNothingAfterA() throws {
        let exported = try service.export(
            Interface(target.interface, signals: [.init("Emptied")]), at: Self.path)
        let ended = try client.addMatch("type='signal',member='Emptied'") { _ in Issue.record("heard a signal") }
        let kept = try client.addMatch("type='signal',member='Emptied'") { [loop] _ in loop.exit(0) }
        ended.cancel()
        try exported.emit("Emptied")
        try loop.runInTest()
        kept.cancel()
        exported.cancel()
    }

    @Test("tells who takes a name and who gives it up") func tellsWhoTakesA() throws {
        var owners: [(String, String)] = []
        let watch = try client.watchName("org.example.Server") { owners.append(($0, $1)) }
        #expect(try service.requestName("org.example.Server") == .acquired)
        try service.releaseName("org.example.Server")
        try loop.runInTest { owners.count == 2 }
        let name = try service.uniqueName
        #expect(owners[0] == ("", name))
        #expect(owners[1] == (name, ""))
        watch.cancel()
    }

    @Test("refuses to watch what is no name") func refusesToWatchWhat() throws {
        #expect(throws: SystemdError.self) { _ = try client.watchName("a',type='x") { _, _ in } }
    }

    @Test("gives up on a peer that never answers, at the deadline") func givesUpOnA() throws {
        // Connected, but in no loop: it reads nothing.
        let mute = try Bus(address: daemon.address)
        #expect(try mute.requestName("org.example.Mute") == .acquired)
        let mutes = Bus.Target("org.example.Mute", "/", "org.example.Mute")
        let later = try answer("Drink", on: mutes, timeout: .milliseconds(50))
        #expect(error(later)?.isTimeout == true)
        let waited = #expect(throws: BusError.self) { try client.call(mutes, "Drink", timeout: .milliseconds(50)) }
        #expect(waited?.isTimeout == true)
        mute.close()
    }

    @Test("forgets a call that was cancelled") func forgetsACallThat() throws {
        let method = Interface.Method("Drink") { _ in [] }
        let exported = try service.export(Interface(target.interface, methods: [method]), at: Self.path)
        try client.callAsync(target, "Drink") { _ in Issue.record("a cancelled call was completed") }.cancel()
        #expect(try answer("Drink").get() == [])
        exported.cancel()
    }

    @Test("says that nobody has a name") func saysThatNobodyHas() throws {
        let nobody = Bus.Target("org.example.Nobody", "/", "org.example.Nobody", startsService: false)
        #expect(error(try answer("Drink", on: nobody))?.isServiceUnknown == true)
    }

    @Test("ends the loop with a failure when the bus goes away") func endsTheLoopWith() throws {
        try service.exitOnDisconnect()
        daemon.stop()
        #expect(try loop.runInTest() == 1)
    }

    @Test("tells a waiting caller when the bus goes away") func tellsAWaitingCaller() throws {
        let mute = try Bus(address: daemon.address)
        #expect(try mute.requestName("org.example.Mute") == .acquired)
        var result: Result<[DBusValue], BusError>?
        try client.callAsync(Bus.Target("org.example.Mute", "/", "org.example.Mute"), "Drink") { [loop] in
            result = $0
            loop.exit(0)
        }
        daemon.stop()
        try loop.runInTest()
        #expect(error(try #require(result)) != nil)
    }

    @Test("shows names, types and kinds to those who ask") func showsNamesTypesAnd() throws {
        let exported = try service.export(
            Interface(
                target.interface,
                methods: [
                    .init("LogDrink", in: ["beverage": "s", "volume": "d"], out: ["entry": "t"]) { _ in [.uint64(1)] }
                ],
                properties: [
                    .init("Version", "s", .constant, get: { .string("") }),
                    .init("Target", "d", .emitted, get: { .double(0) }),
                    .init("LogLevel", "s", .silent, get: { .string("") }, set: { _ in }),
                ],
                signals: [.init("Emptied", ["at": "x"])]),
            at: Self.path)
        let introspection = Bus.Target(target.destination, target.path, "org.freedesktop.DBus.Introspectable")
        let xml = try #require(try answer("Introspect", on: introspection).get().first.flatMap { String($0) })
        let start = try #require(xml.firstRange(of: " <interface name=\"org.example.Cup1\">"))
        #expect(
            xml[start.lowerBound...] == """
                 <interface name="org.example.Cup1">
                  <method name="LogDrink">
                   <arg type="s" name="beverage" direction="in"/>
                   <arg type="d" name="volume" direction="in"/>
                   <arg type="t" name="entry" direction="out"/>
                  </method>
                  <property name="Version" type="s" access="read">
                   <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
                  </property>
                  <property name="Target" type="d" access="read">
                  </property>
                  <property name="LogLevel" type="s" access="readwrite">
                   <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="false"/>
                  </property>
                  <signal name="Emptied">
                   <arg type="x" name="at"/>
                  </signal>
                 </interface>
                </node>

                """)
        exported.cancel()
    }

    private func answer(
        _ member: String, _ arguments: [DBusValue] = [], on other: Bus.Target? = nil, timeout: Duration = .seconds(5)
    ) throws -> Result<[DBusValue], BusError> {
        var result: Result<[DBusValue], BusError>?
        try client.callAsync(other ?? target, member, arguments, timeout: timeout) { result = $0 }
        try loop.runInTest { result != nil }
        return try #require(result)
    }

    private func error(_ result: Result<[DBusValue], BusError>) -> BusError? {
        if case .failure(let error) = result { error } else { nil }
    }
}
