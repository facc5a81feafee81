// SPDX-License-Identifier: Apache-2.0

public import Diary

/// Why the diary cannot be used, or a change of it not be made.
///
/// Every case but ``refused(_:)`` is about the file at `path`; nothing was stored then either.
public enum DiaryStoreError: Error, Hashable, Sendable {
    /// A later version of the program has written it.
    case newer(path: String, found: Int64, known: Int64)
    /// It belongs to another program.
    case notOurs(path: String)
    case cannotOpen(path: String, detail: String)
    case readOnly(path: String)
    /// The disk, or the quota, is full.
    case full(path: String)
    /// It holds what SQLite or this program cannot read; ``DiaryStore/salvage(path:at:)`` brings back what can be.
    case damaged(path: String, detail: String)
    /// Another program holds it locked.
    case busy(path: String)
    /// It was moved or deleted while it was open.
    case moved(path: String)
    case failed(path: String, detail: String)
    /// The diary is well, but this change of it makes no sense.
    case refused(Refusal)

    public enum Refusal: Hashable, Sendable {
        case unknownEntry(Entry.ID)
        case alreadyRetracted(Entry.ID)
        /// A retraction cannot be taken back, nor what the daemon writes of itself.
        case notRetractable(Entry.ID, Event.Kind)
        /// The token has served another kind of change.
        case tokenTaken(by: Entry.ID)
    }

    init(_ error: DatabaseError, path: String) {
        switch error.cause {
        case .busy: self = .busy(path: path)
        case .readOnly: self = .readOnly(path: path)
        case .full: self = .full(path: path)
        case .damaged: self = .damaged(path: path, detail: error.message)
        case .cannotOpen: self = .cannotOpen(path: path, detail: error.message)
        case .constraint, .other: self = .failed(path: path, detail: error.message)
        }
    }
}
