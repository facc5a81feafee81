// SPDX-License-Identifier: Apache-2.0

public import BusTesting
import ControlProtocol
public import Systemd

/// A fake hydrated with the real interface, on a bus of its own.
public final class HydratedOnBus {
    public let daemon: PrivateBus
    public let loop: EventLoop
    public let bus: Bus
    public let handler = FakeHydrated()
    public let exported: ExportedInterface

    /// - Parameter answers: whether it takes calls at once, or only once ``answer()`` is called.
    public init(answers: Bool = true) throws {
        daemon = try PrivateBus()
        loop = try EventLoop(clock: RealClock())
        bus = try Bus(address: daemon.address)
        exported = try bus.export(ControlInterface.make(handler: handler), at: ControlName.path)
        guard try bus.requestName(ControlName.bus) == .acquired else { throw PrivateBus.Unavailable() }
        if answers { try answer() }
    }

    public func answer() throws { try bus.attach(to: loop) }
}
