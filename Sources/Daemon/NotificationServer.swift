// SPDX-License-Identifier: Apache-2.0

import Systemd

/// Whoever shows notifications on this desktop, as far as the bus tells: no probe, no polling.
///
/// "No owner" is not "no server": dunst and mako are started by D-Bus when they are first called.
final class NotificationServer {
    private let bus: Bus
    /// Called when a server has come or gone.
    var changed: (Change) -> Void = { _ in }
    private var watch: Match?
    private var pending: PendingCall?
    /// Asked of the present owner; nil when nobody has been asked.
    private var capabilities: Set<String>?
    private var isOwned = false
    private var isActivatable = false
    /// It was called in vain since the name last changed hands.
    private var hasFailed = false

    private static let name = "org.freedesktop.Notifications"
    private static let target = Bus.Target(name, "/org/freedesktop/Notifications", name)
    private static let broker = Bus.Target(
        "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", startsService: false)
    /// A server that is being started may take a while.
    private static let patience = Duration.seconds(10)

    enum Change {
        /// The server that may be showing a bubble has gone, perhaps for another one.
        case lost
        case appeared
    }

    init(bus: Bus) { self.bus = bus }

    /// Whether a bubble has a chance to be seen.
    var isAvailable: Bool { (isOwned || isActivatable) && !hasFailed }

    /// Begins to watch; the bus is asked once who is there.
    func start() throws(SystemdError) {
        watch = try bus.watchName(Self.name) { [weak self] old, new in self?.ownerChanged(from: old, to: new) }
        if let owned = try? bus.call(Self.broker, "NameHasOwner", [.string(Self.name)], timeout: .seconds(5)) {
            isOwned = owned.first == .boolean(true)
        }
        findActivatable()
    }

    private func findActivatable() {
        guard let names = try? bus.call(Self.broker, "ListActivatableNames", timeout: .seconds(5)) else { return }
        isActivatable = names.first?.elements?.contains(.string(Self.name)) ?? false
    }

    /// Asks what the server can do, starting it if need be; nil when there is none.
    func withCapabilities(_ use: @escaping (Set<String>?) -> Void) {
        if let capabilities { return use(capabilities) }
        do {
            pending = try bus.callAsync(Self.target, "GetCapabilities", timeout: Self.patience) { [weak self] result in
                guard let self else { return }
                pending = nil
                switch result {
                case .success(let values):
                    let names = values.first?.elements ?? []
                    capabilities = Set(names.compactMap { if case .string(let name) = $0 { name } else { nil } })
                case .failure:
                    hasFailed = true
                }
                use(capabilities)
            }
        } catch {
            use(nil)
        }
    }

    /// Notes that a bubble could not be shown: nothing is tried again until the name changes hands.
    func noteFailure() { hasFailed = true }

    private func ownerChanged(from old: String, to new: String) {
        isOwned = !new.isEmpty
        capabilities = nil
        hasFailed = false
        changed(old.isEmpty ? .appeared : .lost)
    }
}
