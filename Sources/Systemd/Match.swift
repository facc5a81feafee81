// SPDX-License-Identifier: Apache-2.0
// Signals of others.

import CSystemd
import Glibc

/// A signal that has come over the bus.
public struct ReceivedSignal {
    /// The sender's unique name.
    public let sender: String
    public let path: String
    public let interface: String
    public let member: String
    public let arguments: [DBusValue]

    /// The arguments one by one.
    public var reader: ValueReader { ValueReader(arguments) }
}

/// A standing request for signals, for as long as it is kept.
public final class Match: Cancellable {
    private let bus: Bus
    private var slot: OpaquePointer?
    private let handler: (ReceivedSignal) -> Void

    init(_ rule: String, on bus: Bus, waits: Bool, _ handler: @escaping (ReceivedSignal) -> Void) throws(SystemdError) {
        self.bus = bus
        self.handler = handler
        let receive: sd_bus_message_handler_t = { message, userdata, _ in
            guard let userdata, let message else { return -EINVAL }
            Unmanaged<Match>.fromOpaque(userdata).takeUnretainedValue().received(message)
            // Zero: other matches may want it too.
            return 0
        }
        let userdata = Unmanaged.passUnretained(self).toOpaque()
        if waits {
            try check(sd_bus_add_match(bus.raw, &slot, rule, receive, userdata), "sd_bus_add_match")
        } else {
            // A bus that refuses it is disconnected, which is libsystemd's own way to tell.
            try check(
                sd_bus_add_match_async(bus.raw, &slot, rule, receive, nil, userdata), "sd_bus_add_match_async")
        }
    }

    deinit {
        cancel()
    }

    public func cancel() {
        sd_bus_slot_unref(slot)
        slot = nil
    }

    /// A signal that cannot be read, since it carries a file descriptor, is none that anyone here asked for.
    private func received(_ message: OpaquePointer) {
        guard let arguments = try? readValues(message) else { return }
        handler(
            ReceivedSignal(
                sender: text(sd_bus_message_get_sender(message)), path: text(sd_bus_message_get_path(message)),
                interface: text(sd_bus_message_get_interface(message)),
                member: text(sd_bus_message_get_member(message)), arguments: arguments))
    }
}

extension Bus {
    /// Asks for signals by a D-Bus match rule, such as `type='signal',interface='…',member='…'`.
    /// - Parameter waits: whether the bus knows of it when this returns, so that no signal sent later is missed. If
    ///   not, it knows before it sees any later call of this connection; a bus that refuses ends the connection.
    public func addMatch(_ rule: String, waits: Bool = true, _ handler: @escaping (ReceivedSignal) -> Void)
        throws(SystemdError) -> Match
    {
        try Match(rule, on: self, waits: waits, handler)
    }

    /// Tells when the connection is lost.
    public func onDisconnect(_ handler: @escaping () -> Void) throws(SystemdError) -> Match {
        let rule = """
            type='signal',sender='org.freedesktop.DBus.Local',path='/org/freedesktop/DBus/Local',\
            interface='org.freedesktop.DBus.Local',member='Disconnected'
            """
        // libsystemd sends it to itself: no bus is told.
        return try addMatch(rule) { _ in handler() }
    }

    /// Tells when a name is taken, given up or passed on. An owner is a unique name; empty is nobody.
    /// - Parameter waits: as for ``addMatch(_:waits:_:)``.
    public func watchName(
        _ name: String, waits: Bool = true, _ handler: @escaping (_ old: String, _ new: String) -> Void
    ) throws(SystemdError) -> Match {
        guard sd_bus_service_name_is_valid(name) > 0 else { throw .failed(call: "sd_bus_add_match", errno: EINVAL) }
        let rule = """
            type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',\
            interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='\(name)'
            """
        return try addMatch(rule, waits: waits) { signal in
            guard let names = [String](.array(signal.arguments, of: "s")), names.count == 3 else { return }
            handler(names[1], names[2])
        }
    }

    /// Tells when a connected service changes a property and says so.
    /// - Parameters:
    ///   - waits: as for ``addMatch(_:waits:_:)``.
    ///   - handler: gets the changed values and the names of those that were only invalidated.
    public func watchProperties(
        of target: Target, waits: Bool = true,
        _ handler: @escaping (_ changed: [String: DBusValue], _ invalidated: [String]) -> Void
    ) throws(SystemdError) -> Match {
        let rule = """
            type='signal',sender='\(target.destination)',path='\(target.path)',\
            interface='org.freedesktop.DBus.Properties',member='PropertiesChanged',arg0='\(target.interface)'
            """
        return try addMatch(rule, waits: waits) { signal in
            guard signal.arguments.count == 3, let changed = [String: DBusValue](signal.arguments[1]),
                let invalidated = [String](signal.arguments[2])
            else { return }
            handler(changed, invalidated)
        }
    }
}
