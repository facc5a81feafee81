// SPDX-License-Identifier: Apache-2.0
// Where the user is logged in.

import CSystemd
import Glibc

/// What systemd-logind writes down about users, without asking it over the bus.
public enum Login {
    /// This process's user's graphical session, or else the one that counts most; nil if there is none, or no logind.
    /// A user service belongs to no session, so it has to ask again whenever sessions come and go.
    public static func displaySession() throws(SystemdError) -> String? {
        var session: UnsafeMutablePointer<CChar>?
        let result = sd_uid_get_display(getuid(), &session)
        if result == -ENODATA || result == -ENXIO || result == -ENOENT { return nil }
        try check(result, "sd_uid_get_display")
        defer { free(session) }
        return session.map { String(cString: $0) }
    }
}
