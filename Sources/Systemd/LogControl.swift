// SPDX-License-Identifier: Apache-2.0
// systemctl service-log-level.

extension Interface {
    /// `org.freedesktop.LogControl1`, for ``logControlPath``: lets `systemctl service-log-level` and
    /// `service-log-target` set what a journal writes and where.
    public static func logControl(of journal: Journal) -> Interface {
        Interface(
            "org.freedesktop.LogControl1",
            properties: [
                Property(
                    "LogLevel", "s", .silent, get: { .string(journal.maximum.name) },
                    set: { (value) throws(BusError) in
                        guard let level = String(value).flatMap(JournalPriority.init(name:)) else {
                            throw .invalidArguments("Expected emerg, alert, crit, err, warning, notice, info or debug")
                        }
                        journal.maximum = level
                    }),
                Property(
                    "LogTarget", "s", .silent, get: { .string(journal.target.rawValue) },
                    set: { (value) throws(BusError) in
                        guard let target = String(value).flatMap(Journal.Target.init(rawValue:)) else {
                            throw .invalidArguments("Expected journal or console")
                        }
                        journal.target = target
                    }),
                Property("SyslogIdentifier", "s", .constant, get: { .string(journal.identifier) }),
            ])
    }

    /// Where systemctl looks for it.
    public static let logControlPath = "/org/freedesktop/LogControl1"
}
