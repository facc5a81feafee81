// SPDX-License-Identifier: Apache-2.0
// A desktop session of a test's own.

import BusTesting
import ControlProtocol
import Diary
import FoundationEssentials
import Glibc
import Physiology
import Systemd
import Testing

/// A message bus, a home and a service manager, for one test; and hydrated in it.
final class Session {
    let loop: EventLoop
    let daemon: PrivateBus
    let bus: Bus
    let home: TemporaryDirectory
    let manager: Manager
    /// What the bus was told of the daemon: signals by name, with their arguments.
    private(set) var signals: [(name: String, arguments: [DBusValue])] = []
    private(set) var propertiesChanged: [[String: DBusValue]] = []
    private let isNew: Bool
    private var held: [any Cancellable] = []
    private var tokens = 0
    /// They run until the test is over.
    private var programs: [Program] = []

    static let hydrated = Bus.Target(ControlName.bus, ControlName.path, ControlName.interface, startsService: false)
    /// Monday, 15 June 2026, 12:00 UTC.
    static let noon = Instant(seconds: 1_781_524_800)

    /// - Parameter isNew: whether the person has never said who they are, and is greeted before anything else; most tests
    ///   are about somebody who has.
    init(isNew: Bool = false) throws {
        self.isNew = isNew
        loop = try EventLoop(clock: RealClock())
        daemon = try PrivateBus()
        bus = try Bus(address: daemon.address)
        try bus.attach(to: loop)
        home = try TemporaryDirectory()
        manager = try Manager(on: loop, in: home.path)
        let rule = "type='signal',path='\(ControlName.path)',interface='\(ControlName.interface)'"
        held.append(
            try bus.addMatch(rule) { [unowned self] signal in signals.append((signal.member, signal.arguments)) })
        held.append(
            try bus.watchProperties(of: Self.hydrated) { [unowned self] changed, _ in propertiesChanged.append(changed)
            })
        if !isNew { try configure("") }
    }

    // MARK: Files

    var state: String { "\(home.path)/state" }
    var diary: String { "\(state)/hydrated/diary.sqlite" }
    var configuration: String { "\(home.path)/config/hydrated/hydrated.conf" }

    /// Writes the person's own file. Who has said who they are says so in its last lines.
    func configure(_ ownText: String) throws {
        let text = isNew ? ownText : ownText + "\n[Health]\nChecked=yes\n"
        let folder = "\(home.path)/config/hydrated"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try #require(FileManager.default.createFile(atPath: folder + "/new", contents: Data(text.utf8)))
        try #require(rename(folder + "/new", configuration) == 0)
    }

    /// Puts a `notify-send` of the test's own before the real one.
    /// - Returns: the `PATH` to run the daemon with.
    func fakeNotifySend(_ script: String) throws -> String {
        let folder = "\(home.path)/bin"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/notify-send"
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o700)
        try #require(file >= 0)
        let contents = Array("#!/bin/sh\n\(script)\n".utf8)
        try #require(write(file, contents, contents.count) == contents.count)
        close(file)
        // A program that another test is just starting has it open for writing until it runs, and what is written to
        // cannot be run. A lease for reading is given when nobody does any more.
        let reader = open(path, O_RDONLY | O_CLOEXEC)
        try #require(reader >= 0)
        defer { close(reader) }
        let leaseCommand: Int32 = 1024  // F_SETLEASE, a macro that Swift does not see.
        try until { fcntl(reader, leaseCommand, Int32(F_RDLCK)) == 0 }
        return "\(folder):/usr/bin:/bin"
    }

    // MARK: The daemon

    /// The folder of the programs that were built with this test.
    private static let folder: String = {
        let path = realpath("/proc/self/exe", nil)
        defer { free(path) }
        let own = path.map { String(cString: $0) } ?? ""
        return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
    }()

    /// - Parameter more: what is added or, if empty, taken away.
    func environment(_ more: [String: String] = [:]) -> [String: String] {
        [
            "DBUS_SESSION_BUS_ADDRESS": daemon.address,
            // Nothing of the machine that the test runs on reaches it.
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(home.path)/no-system-bus", "HOME": home.path,
            "XDG_STATE_HOME": state,
            "XDG_CONFIG_HOME": "\(home.path)/config", "XDG_CONFIG_DIRS": "\(home.path)/xdg", "TZ": "UTC",
            "PATH": "/usr/bin:/bin", "NOTIFY_SOCKET": manager.path,
        ].merging(more) { _, new in new }.filter { !$0.value.isEmpty }
    }

    /// Starts the program as it is shipped, without waiting.
    func launch(_ more: [String: String] = [:], before: [String] = [], terminal: Terminal? = nil) throws -> Program {
        let arguments = before + [Self.folder + "/hydrated"]
        let program = try Program(on: loop, arguments, environment(more), terminal: terminal)
        programs.append(program)
        return program
    }

    /// Starts the program as it is shipped, and waits until it is ready.
    func start(_ more: [String: String] = [:], before: [String] = []) throws -> Program {
        let ready = manager.readies + 1
        let program = try launch(more, before: before)
        try until { manager.readies == ready || program.exitCode != nil }
        #expect(program.exitCode == nil, "\(program.lines)")
        return program
    }

    /// Starts the program on a clock that stands at `instant`, and waits until it is ready.
    func start(at instant: Instant, _ more: [String: String] = [:]) throws -> Program {
        let ready = manager.readies + 1
        let arguments = [Self.folder + "/hydrated-driven", "\(instant.microseconds)"]
        let program = try Program(on: loop, arguments, environment(more))
        programs.append(program)
        try until { manager.readies == ready || program.exitCode != nil }
        #expect(program.exitCode == nil, "\(program.lines)")
        return program
    }

    func server(_ capabilities: [String] = ["actions", "body"]) throws -> BubbleServer {
        try BubbleServer(on: loop, at: daemon.address, capabilities: capabilities)
    }

    /// Lets everything happen that is about to, until the condition holds.
    func until(
        within deadline: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
        _ condition: () -> Bool
    ) throws {
        // What a process costs and which children it has is told by /proc alone, which tells nobody when it changes.
        var look: Source?
        func lookAgain() throws { look = try loop.after(.milliseconds(20)) { try? lookAgain() } }
        try lookAgain()
        defer { look?.cancel() }
        try loop.runInTest(within: deadline, sourceLocation: sourceLocation, until: condition)
        try #require(condition(), sourceLocation: sourceLocation)
    }

    // MARK: Calls

    func call(_ member: String, _ arguments: [DBusValue] = []) throws -> [DBusValue] {
        try answer(Self.hydrated, member, arguments)
    }

    func answer(_ target: Bus.Target, _ member: String, _ arguments: [DBusValue]) throws -> [DBusValue] {
        var result: Result<[DBusValue], BusError>?
        try bus.callAsync(target, member, arguments) { result = $0 }
        try until(within: .seconds(60)) { result != nil }
        return try #require(result).get()
    }

    /// What a call fails with, without what all errors of the daemon begin with.
    func failure(_ member: String, _ arguments: [DBusValue] = []) throws -> String? {
        do {
            _ = try call(member, arguments)
            return nil
        } catch let error as BusError {
            let prefix = ControlName.errorPrefix
            return error.name.hasPrefix(prefix) ? String(error.name.dropFirst(prefix.count)) : error.name
        }
    }

    func property(_ name: String) throws -> DBusValue {
        let target = Bus.Target(
            ControlName.bus, ControlName.path, "org.freedesktop.DBus.Properties", startsService: false)
        let value = try answer(target, "Get", [.string(ControlName.interface), .string(name)])
        guard case .variant(let value)? = value.first else { throw BusError.failed("no variant") }
        return value
    }

    var notices: [String] { get throws { [String](try property("Notices")) ?? [] } }

    /// When the next reminder will appear, if nothing happens before.
    var nextReminder: Instant? {
        get throws {
            guard case .int64(let at)? = try property("NextReminder").fields?[2], at >= 0 else { return nil }
            return Instant(microseconds: at)
        }
    }

    func token() -> DBusValue {
        tokens += 1
        return .string("test-\(tokens)")
    }

    @discardableResult
    func drink(_ milliliters: Double, at: Instant? = nil, answers: String? = nil, token: String? = nil) throws
        -> [DBusValue]
    {
        try call("LogDrink", drinkArguments(milliliters, at: at, answers: answers, token: token))
    }

    func drinkArguments(_ milliliters: Double, at: Instant? = nil, answers: String? = nil, token: String? = nil)
        -> [DBusValue]
    {
        [
            .string("water"), .double(milliliters), .int64(at?.microseconds ?? -1),
            .options(answers.map { ["reminder": .string($0)] } ?? [:]), token.map { .string($0) } ?? self.token(),
        ]
    }

    /// A hot run that ended an hour and a half before `now`, and nothing drunk: a bubble is due at once.
    func sweat(before now: Instant) throws {
        let climate = DBusValue.options(["temperature": .double(31), "humidity": .double(70)])
        _ = try call(
            "LogWorkout",
            [
                .string("running"), .int64((now - .hours(3)).microseconds),
                .int64((now - .minutes(90)).microseconds), climate, token(),
            ])
    }

    /// An entry as `ListEntries` tells it.
    struct Listed {
        let id: UInt64
        let kind: String
        let at: Instant
        let offset: Int32
        let fields: [String: DBusValue]

        var milliliters: Double? { if case .double(let value)? = fields["volume"] { value } else { nil } }
        var reminder: String? { fields["reminder"].flatMap { String($0) } }
    }

    /// All entries that count, the oldest first.
    func entries(_ kind: String? = nil, limit: UInt32 = 0) throws -> [Listed] {
        let reply = try call("ListEntries", [.int64(0), .int64(-1), .uint32(limit)])
        let listed = try #require(reply.first?.elements).map { value in
            var reader = ValueReader(try #require(value.fields))
            return Listed(
                id: try reader.next(), kind: try reader.next(), at: Instant(microseconds: try reader.next()),
                offset: try reader.next(), fields: try reader.next())
        }
        return listed.reversed().filter { kind == nil || $0.kind == kind }
    }

    /// The ends of bubbles that the bus was told of, in order.
    var ends: [String] {
        signals.filter { $0.name == "ReminderClosed" }.compactMap { $0.arguments.last.flatMap { String($0) } }
    }
    /// Waits for as many ends as are expected: the daemon's signals come when they come.
    func expectEnds(_ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        try until(sourceLocation: sourceLocation) { ends.count >= expected.count }
        #expect(ends == expected, sourceLocation: sourceLocation)
    }
}
