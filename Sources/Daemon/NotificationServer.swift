// SPDX-License-Identifier: Apache-2.0

import Physiology
import Systemd

/// Whoever shows notifications on this desktop, as far as the bus tells: no probe, no polling.
///
/// "No owner" is not "no server": dunst and mako are started by D-Bus when they are first called. One that was called
/// in vain is left alone until the name changes hands, or else for a while that doubles.
final class NotificationServer {
    private let loop: EventLoop
    private let bus: Bus
    /// Called when anything about the server has changed.
    var changed: (Change) -> Void = { _ in }
    private var watch: Match?
    private var state = State.unasked
    private var pending: PendingCall?
    private var isOwned = false
    private var isActivatable = false
    private var retry: (any Cancellable)?
    private var pause = NotificationServer.firstPause

    private enum State {
        case unasked, asking
        case ready(Set<String>)
        case failed
    }

    enum Change {
        /// The server that may be showing a bubble has gone, perhaps for another one.
        case lost
        /// There is one, or it may be tried again.
        case appeared
        /// It has told what it can do.
        case ready
        /// It was asked, and did not answer.
        case failed
    }

    private static let name = "org.freedesktop.Notifications"
    private static let target = Bus.Target(name, "/org/freedesktop/Notifications", name)
    private static let broker = Bus.Target(
        "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", startsService: false)
    /// A server that is being started may take a while.
    private static let patience = Duration.seconds(10)
    private static let firstPause = Duration.minutes(1)
    private static let longestPause = Duration.hours(2)

    init(loop: EventLoop, bus: Bus) {
        self.loop = loop
        self.bus = bus
    }

    /// Whether a bubble has a chance to be seen.
    var isAvailable: Bool {
        if case .failed = state { return false }
        return isOwned || isActivatable
    }

    /// What the server can do; nil until it has been asked and has answered.
    var capabilities: Set<String>? { if case .ready(let capabilities) = state { capabilities } else { nil } }

    /// Begins to watch; the bus, not the server, is asked once who is there, before the loop runs.
    func start() throws(SystemdError) {
        watch = try bus.watchName(Self.name) { [weak self] old, new in self?.ownerChanged(from: old, to: new) }
        let owned = try? bus.call(Self.broker, "NameHasOwner", [.string(Self.name)], timeout: .seconds(5))
        isOwned = owned?.first == .boolean(true)
        let names = try? bus.call(Self.broker, "ListActivatableNames", timeout: .seconds(5))
        isActivatable = names?.first?.elements?.contains(.string(Self.name)) ?? false
        if isOwned { ask() }
    }

    /// Asks what the server can do, starting it if need be; ``changed`` brings the answer.
    func ask() {
        guard case .unasked = state, isAvailable else { return }
        state = .asking
        let call = try? bus.callAsync(Self.target, "GetCapabilities", timeout: Self.patience) { [weak self] result in
            self?.answered(result)
        }
        if let call { pending = call } else { fail() }
    }

    private func answered(_ result: Result<[DBusValue], BusError>) {
        pending = nil
        guard case .success(let values) = result, let names = values.first.flatMap([String].init) else {
            fail()
            return changed(.failed)
        }
        state = .ready(Set(names))
        pause = Self.firstPause
        changed(.ready)
    }

    /// Notes that a bubble could not be shown.
    func fail() {
        state = .failed
        retry = try? loop.after(pause, accuracy: .seconds(30)) { [weak self] in
            guard let self else { return }
            state = .unasked
            changed(.appeared)
        }
        pause = min(pause * 2, Self.longestPause)
    }

    private func ownerChanged(from old: String, to new: String) {
        isOwned = !new.isEmpty
        pending?.cancel()
        pending = nil
        retry = nil
        state = .unasked
        pause = Self.firstPause
        if isOwned { ask() }
        changed(old.isEmpty ? .appeared : .lost)
    }
}
