// SPDX-License-Identifier: Apache-2.0
// What a service tells its service manager.

import CSystemd
import Glibc

/// The service manager that started this process, if one did.
public enum ServiceManager {
    /// Something to tell it; see sd_notify(3).
    public enum Notification: Sendable {
        case ready
        /// Followed by ``ready`` when it is done.
        case reloading
        case stopping
        /// One line for `systemctl status`.
        case status(String)
        case mainPID(Int32)
        /// Why the service failed, as an error number.
        case errno(Int32)
        /// For a service without ``EventLoop/enableWatchdog()``.
        case watchdog
    }

    /// Whether a service manager runs this process as its service, rather than a person.
    public static var isPresent: Bool {
        if getenv("NOTIFY_SOCKET") != nil { return true }
        // Inherited by whatever a service starts; only the service itself has this process id.
        guard let pid = getenv("SYSTEMD_EXEC_PID") else { return false }
        return Int32(String(cString: pid)) == getpid()
    }

    /// Tells it, all in one message.
    /// - Returns: whether there is a service manager that listens.
    @discardableResult
    public static func notify(_ notifications: Notification...) throws(SystemdError) -> Bool {
        let state = notifications.map(\.assignment).joined(separator: "\n")
        return try check(sd_notify(0, state), "sd_notify") > 0
    }
}

extension ServiceManager.Notification {
    fileprivate var assignment: String {
        switch self {
        case .ready: "READY=1"
        case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds)"
        case .stopping: "STOPPING=1"
        // A line feed would begin another assignment.
        case .status(let text): "STATUS=" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .mainPID(let pid): "MAINPID=\(pid)"
        case .errno(let number): "ERRNO=\(number)"
        case .watchdog: "WATCHDOG=1"
        }
    }

    private var monotonicMicroseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
    }
}
