// SPDX-License-Identifier: Apache-2.0
// What a call to libsystemd or the kernel failed with.

import Glibc

/// A failed call to libsystemd or the kernel.
public enum SystemdError: Error, Equatable, Sendable {
    /// `call` is the C function's name, `errno` the positive error number.
    case failed(call: String, errno: Int32)

    /// The positive error number.
    public var errno: Int32 {
        switch self {
        case .failed(_, let errno): errno
        }
    }
}

extension SystemdError: CustomStringConvertible {
    /// For a log: `sd_bus_open_user: No medium found`.
    public var description: String {
        switch self {
        case .failed(let call, let errno): "\(call): \(errorText(errno))"
        }
    }
}

/// The C library's words for an error number.
func errorText(_ errno: Int32) -> String {
    guard let text = strerror(errno) else { return "error \(errno)" }
    return String(cString: text)
}

/// libsystemd's convention: a negative result is an error number.
@discardableResult
func check(_ result: Int32, _ call: String) throws(SystemdError) -> Int32 {
    if result < 0 { throw .failed(call: call, errno: -result) }
    return result
}

/// The kernel's convention: -1, and the error number is in `errno`.
@discardableResult
func checkErrno(_ result: Int32, _ call: String) throws(SystemdError) -> Int32 {
    if result == -1 { throw .failed(call: call, errno: errno) }
    return result
}
