// SPDX-License-Identifier: Apache-2.0
// Errors that travel over D-Bus.

import CSystemd
import Glibc

/// A D-Bus error: of a reply, thrown by a method's handler, or of a call that could not be made.
public struct BusError: Error, Equatable, Sendable {
    /// Such as `org.freedesktop.DBus.Error.InvalidArgs`.
    public let name: String
    /// For a log; may be empty.
    public let message: String

    public init(name: String, message: String = "") {
        self.name = name
        self.message = message
    }

    /// What libsystemd calls an error number: a D-Bus error where there is one, else `System.Error.E…`.
    init(errno: Int32) {
        var error = sd_bus_error()
        sd_bus_error_set_errno(&error, errno)
        self.init(error)
        sd_bus_error_free(&error)
    }

    init(_ error: sd_bus_error) {
        name = error.name.map { String(cString: $0) } ?? "org.freedesktop.DBus.Error.Failed"
        message = error.message.map { String(cString: $0) } ?? ""
    }

    /// Nobody answered in time.
    public var isTimeout: Bool {
        ["NoReply", "Timeout", "TimedOut"].contains { name == "org.freedesktop.DBus.Error.\($0)" }
    }

    /// Nobody has the name and nobody could be started for it.
    public var isServiceUnknown: Bool {
        ["ServiceUnknown", "NameHasNoOwner"].contains { name == "org.freedesktop.DBus.Error.\($0)" }
    }

    /// The arguments are not what the method takes.
    public static func invalidArguments(_ message: String) -> BusError {
        BusError(name: "org.freedesktop.DBus.Error.InvalidArgs", message: message)
    }

    /// The method failed for no reason that has a name of its own.
    public static func failed(_ message: String) -> BusError {
        BusError(name: "org.freedesktop.DBus.Error.Failed", message: message)
    }
}

extension BusError: CustomStringConvertible {
    public var description: String { message.isEmpty ? name : "\(name): \(message)" }
}

/// libsystemd's convention, for calls whose failure is a matter of the bus.
@discardableResult
func busCheck(_ result: Int32) throws(BusError) -> Int32 {
    if result < 0 { throw BusError(errno: -result) }
    return result
}
