// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Physiology
import Systemd
import Testing

/// A systemd-logind that tells what a test says, in the order in which the real one does.
final class FakeLogind {
    /// A session as the real one describes it.
    struct Sitting {
        let id: String
        var type = "x11"
        var seat = "seat0"
        var isActive = true
        var isIdle = false
        var idleChangedAt: Instant?
        var isLocked = false
    }

    /// How often it was asked who this user is.
    private(set) var questions = 0
    /// How often a session's state was read.
    private(set) var readings = 0
    /// How often it was asked to keep the machine from sleeping.
    private(set) var inhibitors = 0
    private var sittings: [String: Sitting] = [:]
    /// The session that counts most.
    private var display = ""
    private let bus: Bus
    private var manager: ExportedInterface?
    private var user: ExportedInterface?
    private var sessions: [String: ExportedInterface] = [:]

    private static let root = "/org/freedesktop/login1"
    private static let name = "org.freedesktop.login1"

    /// - Parameter loop: nil for one that hangs: it has the name, and never answers.
    init(on loop: EventLoop?, at address: String, _ sittings: Sitting...) throws {
        bus = try Bus(address: address)
        if let loop {
            try bus.attach(to: loop)
            manager = try bus.export(managerInterface, at: Self.root)
            user = try bus.export(userInterface, at: Self.userPath)
        }
        for sitting in sittings { try add(sitting) }
        try #require(try bus.requestName(Self.name) == .acquired)
    }

    private static var userPath: String { "\(root)/user/_\(getuid())" }
    private static func path(_ id: String) -> String { id.isEmpty ? "/" : "\(root)/session/_3\(id)" }

    /// Leaves the bus, as when it is stopped.
    func die() { bus.close() }

    /// A session begins, and counts most.
    func begin(_ sitting: Sitting) throws {
        try add(sitting)
        try manager?.emit("SessionNew", [.string(sitting.id), .objectPath(Self.path(sitting.id))])
        try user?.propertiesChanged(["Display"])
    }

    private func add(_ sitting: Sitting) throws {
        sittings[sitting.id] = sitting
        sessions[sitting.id] = try bus.export(sessionInterface(sitting.id), at: Self.path(sitting.id))
        display = sitting.id
    }

    /// A session ends. What is told of the user's display at that moment is still the old one.
    func end(_ id: String) throws {
        try manager?.emit("SessionRemoved", [.string(id), .objectPath(Self.path(id))])
        try user?.propertiesChanged(["Display"])
        sessions[id]?.cancel()
        sessions[id] = nil
        sittings[id] = nil
        if display == id { display = sittings.keys.sorted().first ?? "" }
    }

    func setIdle(_ id: String, _ isIdle: Bool, at instant: Instant?) throws {
        sittings[id]?.isIdle = isIdle
        sittings[id]?.idleChangedAt = instant
        try sessions[id]?.propertiesChanged(["IdleHint", "IdleSinceHint"])
    }

    func setLocked(_ id: String, _ isLocked: Bool) throws {
        sittings[id]?.isLocked = isLocked
        try sessions[id]?.propertiesChanged(["LockedHint"])
    }

    func setActive(_ id: String, _ isActive: Bool) throws {
        sittings[id]?.isActive = isActive
        try sessions[id]?.propertiesChanged(["Active"])
    }

    /// Announces sleep, or that it is over.
    func prepareForSleep(_ isAhead: Bool) throws { try manager?.emit("PrepareForSleep", [.boolean(isAhead)]) }

    /// Says that the display may have changed: whoever asks about it has heard all that was told before.
    func touch() throws { try user?.propertiesChanged(["Display"]) }

    // MARK: The interfaces

    private var managerInterface: Interface {
        Interface(
            "\(Self.name).Manager",
            methods: [
                .init("GetUser", in: ["uid": "u"], out: ["object_path": "o"]) { [unowned self] call throws(BusError) in
                    questions += 1
                    guard call.arguments == [.uint32(getuid())] else {
                        throw BusError(name: "\(Self.name).NoSuchUser")
                    }
                    return [.objectPath(Self.userPath)]
                },
                .init("Inhibit", in: ["what": "s", "who": "s", "why": "s", "mode": "s"], out: ["lock": "s"]) {
                    [unowned self] _ throws(BusError) in
                    inhibitors += 1
                    throw BusError(name: "org.freedesktop.DBus.Error.AccessDenied")
                },
            ],
            signals: [
                .init("SessionNew", ["session_id": "s", "object_path": "o"]),
                .init("SessionRemoved", ["session_id": "s", "object_path": "o"]),
                .init("PrepareForSleep", ["start": "b"]),
            ])
    }

    private var userInterface: Interface {
        Interface(
            "\(Self.name).User",
            properties: [
                .init("Display", "(so)", .emitted) { [unowned self] in
                    .structure([.string(display), .objectPath(Self.path(display))])
                },
                .init("IdleHint", "b", .emitted) { .boolean(false) },
            ])
    }

    private func sessionInterface(_ id: String) -> Interface {
        func property(
            _ name: String, _ type: String, _ value: @escaping (Sitting) -> DBusValue
        ) -> Interface.Property {
            .init(name, type, .emitted) { [unowned self] () throws(BusError) in
                guard let sitting = sittings[id] else { throw BusError(name: "\(Self.name).NoSuchSession") }
                if name == "Type" { readings += 1 }
                return value(sitting)
            }
        }
        return Interface(
            "\(Self.name).Session",
            properties: [
                property("Id", "s") { .string($0.id) },
                property("Type", "s") { .string($0.type) },
                property("Class", "s") { _ in .string("user") },
                property("Seat", "(so)") { .structure([.string($0.seat), .objectPath("/")]) },
                property("Active", "b") { .boolean($0.isActive) },
                property("IdleHint", "b") { .boolean($0.isIdle) },
                property("IdleSinceHint", "t") { .uint64(UInt64($0.idleChangedAt?.microseconds ?? 0)) },
                property("LockedHint", "b") { .boolean($0.isLocked) },
            ])
    }
}

/// A desktop with logind: a system bus of the test's own.
final class Desktop {
    let session: Session
    let system: PrivateBus
    let server: BubbleServer
    private(set) var logind: FakeLogind!
    static let start = Session.noon - .hours(4)
    /// The session that the desktop begins with.
    static let id = "2"

    /// - Parameter sitting: the session that is there at the start; nil for no logind.
    init(_ sitting: FakeLogind.Sitting? = .init(id: Desktop.id)) throws {
        session = try Session()
        system = try PrivateBus()
        server = try session.server()
        if let sitting { try startLogind(sitting) }
    }

    func startLogind(_ sitting: FakeLogind.Sitting) throws {
        logind = try FakeLogind(on: session.loop, at: system.address, sitting)
    }

    /// Lets logind leave the system bus, and waits until everybody there was told.
    func loseLogind() throws {
        let witness = try Bus(address: system.address)
        try witness.attach(to: session.loop)
        var isGone = false
        let watch = try witness.watchName("org.freedesktop.login1") { _, new in isGone = new.isEmpty }
        logind.die()
        try session.until { isGone }
        watch.cancel()
        witness.close()
    }

    var environment: [String: String] { ["DBUS_SYSTEM_BUS_ADDRESS": system.address] }

    /// The daemon, at eight in the morning if not told otherwise; it has heard what logind has to tell.
    func hydrated(at instant: Instant = Desktop.start) throws -> Program {
        let before = logind?.readings
        let program = try session.start(at: instant, environment)
        if let before {
            try session.until { logind.readings > before }
            try hears()
        }
        return program
    }

    /// Waits until the bus was told where the person is.
    func settles(_ presence: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try session.until(sourceLocation: sourceLocation) {
            session.propertiesChanged.last { $0["Presence"] != nil }?["Presence"] == .string(presence)
        }
    }

    /// Waits until the daemon has heard everything that logind has told.
    func hears() throws {
        let readings = logind.readings
        try logind.touch()
        try session.until { logind.readings > readings }
    }

    /// Logs a drink and lets it nearly become time for the next.
    /// - Returns: when a reminder is due.
    func nearlyDue(_ program: Program) throws -> Instant {
        try session.drink(100)
        let due = try #require(try session.nextReminder)
        try program.clock("advance", due - .minutes(1))
        #expect(server.bubbles.isEmpty)
        return due
    }
}
