// SPDX-License-Identifier: Apache-2.0

/// What hydratectl exits with, after sysexits.h.
public enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    /// It was understood and cannot be done now, such as undoing when nothing was logged.
    case failure = 1
    /// It was not understood.
    case usage = 64
    /// It was understood and cannot be true, such as 5 litres at once.
    case data = 65
    /// The daemon or its diary cannot be had.
    case unavailable = 69
    /// No answer in time. Nothing is logged twice by trying again.
    case retry = 75
    /// A line of the configuration is wrong.
    case configuration = 78
}
