// SPDX-License-Identifier: Apache-2.0
// A connection to a message bus.

import CSystemd
import Glibc

/// An sd-bus connection to a message bus. It is flushed and closed with its last reference.
public final class Bus {
    let raw: OpaquePointer

    /// Whom a method call is for.
    public struct Target: Sendable {
        public let destination: String
        public let path: String
        public let interface: String
        /// Whether the bus may start a service for the name.
        public let startsService: Bool

        public init(_ destination: String, _ path: String, _ interface: String, startsService: Bool = true) {
            self.destination = destination
            self.path = path
            self.interface = interface
            self.startsService = startsService
        }
    }

    /// The answer to a request for a name.
    public enum NameRequest: Equatable, Sendable {
        case acquired
        /// Someone else has it; the process id if the bus knows.
        case taken(by: Int32?)
    }

    /// How long a call waits for its answer if it is not told.
    public static let callTimeout = Duration.seconds(25)

    private init(opening call: String, _ open: (UnsafeMutablePointer<OpaquePointer?>) -> Int32) throws(SystemdError) {
        var raw: OpaquePointer?
        try check(open(&raw), call)
        guard let raw else { throw .failed(call: call, errno: ENOMEM) }
        self.raw = raw
    }

    deinit {
        sd_bus_flush_close_unref(raw)
    }

    /// The user's bus: `$DBUS_SESSION_BUS_ADDRESS`, else `$XDG_RUNTIME_DIR/bus`.
    public static func user() throws(SystemdError) -> Bus {
        try Bus(opening: "sd_bus_open_user", sd_bus_open_user)
    }

    /// The system's bus.
    public static func system() throws(SystemdError) -> Bus {
        try Bus(opening: "sd_bus_open_system", sd_bus_open_system)
    }

    /// The system's bus, or the next one where there is none now: until it listens, its place is watched.
    public static func systemWhenThere() throws(SystemdError) -> Bus {
        let address = getenv("DBUS_SYSTEM_BUS_ADDRESS").map { String(cString: $0) }
        return try Bus(address: address ?? "unix:path=/run/dbus/system_bus_socket", waits: true)
    }

    /// - Parameters:
    ///   - address: such as `unix:path=/run/user/1000/bus`.
    ///   - waits: whether it need not be there yet.
    public convenience init(address: String, waits: Bool = false) throws(SystemdError) {
        try self.init(opening: "sd_bus_new", sd_bus_new)
        try check(sd_bus_set_watch_bind(raw, waits ? 1 : 0), "sd_bus_set_watch_bind")
        try check(sd_bus_set_address(raw, address), "sd_bus_set_address")
        try check(sd_bus_set_bus_client(raw, 1), "sd_bus_set_bus_client")
        try check(sd_bus_start(raw), "sd_bus_start")
    }

    /// Lets the loop dispatch what comes in. Only calls that wait (``call(_:_:_:timeout:)``) work without a loop.
    /// - Parameter flushesAtEnd: whether the loop's end sends what is left, for which it waits, and closes.
    public func attach(to loop: EventLoop, flushesAtEnd: Bool = true) throws(SystemdError) {
        try check(sd_bus_set_close_on_exit(raw, flushesAtEnd ? 1 : 0), "sd_bus_set_close_on_exit")
        try check(sd_bus_attach_event(raw, loop.raw, Int32(SD_EVENT_PRIORITY_NORMAL)), "sd_bus_attach_event")
    }

    /// Ends the loop with 1 (`EXIT_FAILURE`) when the connection is lost.
    public func exitOnDisconnect() throws(SystemdError) {
        try check(sd_bus_set_exit_on_disconnect(raw, 1), "sd_bus_set_exit_on_disconnect")
    }

    /// Waits until everything is sent.
    public func flush() throws(SystemdError) {
        try check(sd_bus_flush(raw), "sd_bus_flush")
    }

    /// Ends the connection at once; answers still to come are not waited for.
    public func close() {
        sd_bus_close(raw)
    }

    // MARK: Names

    /// This connection's name, such as `:1.42`.
    public var uniqueName: String {
        get throws(SystemdError) {
            var name: UnsafePointer<CChar>?
            try check(sd_bus_get_unique_name(raw, &name), "sd_bus_get_unique_name")
            return text(name)
        }
    }

    /// Asks for a well-known name, without waiting in line for it and without taking it away from anyone.
    public func requestName(_ name: String) throws(SystemdError) -> NameRequest {
        let result = sd_bus_request_name(raw, name, 0)
        if result == -EEXIST { return .taken(by: ownerProcess(of: name)) }
        if result != -EALREADY { try check(result, "sd_bus_request_name") }
        return .acquired
    }

    public func releaseName(_ name: String) throws(SystemdError) {
        try check(sd_bus_release_name(raw, name), "sd_bus_release_name")
    }

    private func ownerProcess(of name: String) -> Int32? {
        let bus = Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        guard let values = try? call(bus, "GetConnectionUnixProcessID", [.string(name)]),
            case .uint32(let pid)? = values.first
        else { return nil }
        return Int32(exactly: pid)
    }

    // MARK: Services

    /// Puts an interface on an object. Nobody can call it before the handlers are there, so do this first and then
    /// ``requestName(_:)``.
    public func export(_ interface: Interface, at path: String) throws(SystemdError) -> ExportedInterface {
        try ExportedInterface(interface, at: path, on: self)
    }

    // MARK: Calls

    /// Calls a method and waits for the answer. For clients: a service must not stop its loop for this.
    /// - Returns: the values of the reply.
    public func call(
        _ target: Target, _ member: String, _ arguments: [DBusValue] = [], timeout: Duration = callTimeout
    ) throws(BusError) -> [DBusValue] {
        let message = try methodCall(target, member, arguments)
        var error = sd_bus_error()
        defer { sd_bus_error_free(&error) }
        var raw: OpaquePointer?
        let result = sd_bus_call(self.raw, message.raw, max(timeout.microseconds, 1), &error, &raw)
        if result < 0 { throw error.name == nil ? BusError(errno: -result) : BusError(error) }
        let reply = try Message {
            $0.pointee = raw
            return 0
        }
        return try readValues(reply.raw)
    }

    /// Calls a method; the loop calls the completion once, with the answer or why there is none.
    /// - Returns: the call, which can be cancelled; it need not be kept.
    @discardableResult
    public func callAsync(
        _ target: Target, _ member: String, _ arguments: [DBusValue] = [], timeout: Duration = callTimeout,
        completion: @escaping (Result<[DBusValue], BusError>) -> Void
    ) throws(BusError) -> PendingCall {
        let message = try methodCall(target, member, arguments)
        return try PendingCall(message, on: self, timeout: timeout, completion)
    }

    private func methodCall(_ target: Target, _ member: String, _ arguments: [DBusValue]) throws(BusError) -> Message {
        let message = try Message {
            sd_bus_message_new_method_call(raw, $0, target.destination, target.path, target.interface, member)
        }
        if !target.startsService { try busCheck(sd_bus_message_set_auto_start(message.raw, 0)) }
        try append(arguments, to: message.raw)
        return message
    }
}
