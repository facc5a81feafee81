// SPDX-License-Identifier: Apache-2.0
// What systemd-logind tells of this user and of sleep.

import Glibc

/// Follows this process's user's display session and the machine's sleep, as systemd-logind tells of them over the
/// system bus. It asks when something has changed and never waits for an answer; nothing is polled.
///
/// A user service belongs to no session. So logind is asked which of the user's counts most, and again whenever it
/// says that this may have changed. It says so for this user alone: `SessionNew` and `SessionRemoved` would tell of
/// every job that cron starts for anybody.
public final class Login {
    /// The user's session that counts most: a graphical one if there is any.
    public enum Display: Hashable, Sendable {
        /// It was asked for, and there is no answer yet.
        case unanswered
        /// There is no logind, or no system bus.
        case unavailable
        /// The user has no session; the user's services may run all the same.
        case none
        case session(LoginSession)
    }

    public private(set) var display = Display.unanswered
    /// Called when ``display`` has changed.
    public var changed: () -> Void = {}
    /// Called with true when the machine is about to sleep, with false when it has woken up.
    public var sleepChanged: (Bool) -> Void = { _ in }

    private let loop: EventLoop
    private var bus: Bus?
    /// What is followed for ever, for this user and for the display session.
    private var matches: [Match] = []
    private var user: (path: String, match: Match)?
    private var session: (path: String, match: Match)?
    private var pending: PendingCall?
    private var farewell: Source?
    private var reconnection: Source?
    private var pause = Login.restartTime

    /// A logind that is restarted is back within this time; until then what it said last holds.
    public static let restartTime = Duration.seconds(2)
    /// A bus that was lost is looked for after ``restartTime``; one that is lost again and again after ever longer.
    private static let longestPause = Duration.seconds(600)

    private static let name = "org.freedesktop.login1"
    private static let manager = target("/org/freedesktop/login1", "Manager")

    private static func target(_ path: String, _ interface: String) -> Bus.Target {
        Bus.Target(name, path, "\(name).\(interface)", startsService: false)
    }

    public init(loop: EventLoop) {
        self.loop = loop
    }

    deinit {
        // Without this the last reference would wait until everything is sent.
        bus?.close()
    }

    /// Connects and asks. ``changed`` brings the answer, also the one that there is nobody to ask.
    public func start() {
        connect { () throws(SystemdError) in try Bus.system() }
    }

    private func connect(_ open: () throws(SystemdError) -> Bus) {
        do throws(SystemdError) {
            let bus = try open()
            self.bus = bus
            // A bus that hangs shall not hold up the end.
            try bus.attach(to: loop, flushesAtEnd: false)
            matches = [
                try bus.onDisconnect { [weak self] in self?.disconnected() },
                try bus.watchName(Self.name, waits: false) { [weak self] _, new in self?.ownerChanged(to: new) },
                try bus.addMatch(Self.sleepRule, waits: false) { [weak self] signal in
                    guard let isAhead = signal.arguments.first.flatMap(Bool.init) else { return }
                    self?.sleepChanged(isAhead)
                },
            ]
            ask()
        } catch {
            leave()
        }
    }

    private static let sleepRule = """
        type='signal',sender='\(name)',path='\(manager.path)',interface='\(manager.interface)',\
        member='PrepareForSleep'
        """

    /// The bus was restarted, or has crashed. Nothing is polled: the next one is waited for.
    private func disconnected() {
        leave()
        reconnection = try? loop.after(pause) { [weak self] in
            self?.connect { () throws(SystemdError) in try Bus.systemWhenThere() }
        }
        pause = min(pause * 2, Self.longestPause)
    }

    private func set(_ display: Display) {
        if display != .unavailable { pause = Self.restartTime }
        guard display != self.display else { return }
        self.display = display
        changed()
    }

    // MARK: Who is there to ask

    private func ownerChanged(to owner: String) {
        pending?.cancel()
        farewell = nil
        guard owner.isEmpty else { return ask() }
        farewell = try? loop.after(Self.restartTime) { [weak self] in self?.leave() }
    }

    /// There is nobody to ask.
    private func leave() {
        pending?.cancel()
        farewell = nil
        (user, session) = (nil, nil)
        set(.unavailable)
    }

    // MARK: What is asked

    /// Asks for the user, then for the user's display session, then for that session's state. Each is followed before
    /// it is read, so that no change falls between.
    private func ask() {
        pending?.cancel()
        pending = try? bus?.callAsync(Self.manager, "GetUser", [.uint32(getuid())]) { [weak self] reply in
            self?.answered(reply) {
                $0.first.flatMap(String.init)
            } then: {
                self?.follow(user: $0)
            }
        }
        if pending == nil { leave() }
    }

    private func follow(user path: String) {
        let target = Self.target(path, "User")
        do throws(SystemdError) {
            if let bus, user?.path != path {
                let match = try bus.watchProperties(of: target, waits: false) { [weak self] changed, invalidated in
                    // What is told is not yet settled when a session ends: it may still be the old one.
                    if changed["Display"] != nil || invalidated.contains("Display") { self?.ask() }
                }
                user = (path, match)
            }
        } catch {
            return leave()
        }
        pending = try? bus?.propertyAsync(target, "Display") { [weak self] reply in
            self?.answered(reply) {
                $0.fields.map { $0.compactMap(String.init) }
            } then: { display in
                if display.count == 2, !display[0].isEmpty {
                    self?.follow(session: display[0], at: display[1])
                } else {
                    self?.end()
                }
            }
        }
        if pending == nil { leave() }
    }

    private func follow(session id: String, at path: String) {
        let target = Self.target(path, "Session")
        do throws(SystemdError) {
            if let bus, session?.path != path {
                let match = try bus.watchProperties(of: target, waits: false) { [weak self] changed, invalidated in
                    self?.sessionChanged(changed, invalidated)
                }
                session = (path, match)
            }
        } catch {
            return leave()
        }
        pending = try? bus?.allPropertiesAsync(target) { [weak self] reply in
            self?.answered(reply) {
                $0
            } then: { properties in
                var session = LoginSession(id: id)
                session.take(properties)
                self?.set(.session(session))
            }
        }
        if pending == nil { leave() }
    }

    private func sessionChanged(_ changed: [String: DBusValue], _ invalidated: [String]) {
        guard invalidated.isEmpty else { return ask() }
        // An answer that is still to come knows of it.
        guard pending == nil, case .session(var session) = display else { return }
        session.take(changed)
        set(.session(session))
    }

    /// The user has no session.
    private func end() {
        session = nil
        set(.none)
    }

    /// Goes on with what an answer says. None can mean that what was asked for has just ended, or that nobody answers.
    private func answered<Reply, Value>(
        _ reply: Result<Reply, BusError>, _ read: (Reply) -> Value?, then: (Value) -> Void
    ) {
        pending = nil
        switch reply {
        case .success(let reply): if let value = read(reply) { then(value) } else { leave() }
        case .failure(let error) where error.isOfMissingObject: end()
        case .failure: leave()
        }
    }
}

extension BusError {
    /// The user or the session that was asked about is no longer there.
    fileprivate var isOfMissingObject: Bool {
        ["login1.NoSuchUser", "login1.NoSuchSession", "DBus.Error.UnknownObject"].contains {
            name == "org.freedesktop.\($0)"
        }
    }
}
