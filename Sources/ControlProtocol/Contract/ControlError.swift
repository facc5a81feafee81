// SPDX-License-Identifier: Apache-2.0

public import Diary

/// Everything that a call can fail with, as data; words are made of it where somebody reads them.
///
/// On the bus an error is named ``ControlName/errorPrefix`` followed by its ``code``.
public enum ControlError: Error, Hashable, Sendable {
    /// An argument or option that the method does not take, or not with this value.
    case invalidArgument(name: String, value: String)
    /// A beverage that is neither in the table nor in the configuration, and the names most like it.
    case unknownBeverage(String, nearest: [String])
    /// An activity that is not in the table, and the names most like it.
    case unknownActivity(String, nearest: [String])
    /// An entry that cannot be true.
    case implausible(Implausible)
    /// Nothing was logged that could be taken back.
    case nothingToUndo
    /// No entry has this number, or it was taken back already.
    case unknownEntry(Entry.ID)
    /// No reminder has this identity.
    case unknownReminder(ReminderID)
    /// The token was already used for another change.
    case tokenReused
    /// The diary cannot be written to; nothing was logged.
    case diaryUnavailable(DiaryFault)
    /// The configuration has errors; the one before stays in force.
    case invalidConfiguration([ConfigurationDiagnostic])

    // Those below are found out by the caller itself; the daemon never sends them.

    /// There is no session bus to ask on.
    case noBus
    /// The daemon does not run and could not be started; the service manager's word on it, when it has one.
    case unavailable(UnitState?)
    /// The daemon runs and did not answer in time.
    case timedOut
    /// An answer or an error that this version does not know.
    case unexpected(name: String, message: String)
}

/// Why the diary cannot be written to.
public enum DiaryFault: String, CaseIterable, Sendable {
    /// A newer version of hydrated wrote it.
    case newer
    /// Its file or folder may not be read.
    case unreadable
    /// Its file or folder may not be written to.
    case readOnly = "read-only"
    case diskFull = "disk-full"
    /// It is damaged and could not be mended.
    case damaged
    /// Another program holds it for too long.
    case locked
    case other
}
