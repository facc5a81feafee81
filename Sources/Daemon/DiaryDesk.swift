// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import DiaryStore
import Physiology
import Wording

/// The diary as the daemon has it: open, or not to be had for now, and why. An unusable diary does not end the daemon,
/// and one that can be used again is used again, without a restart.
final class DiaryDesk {
    let path: String
    private var store: DiaryStore?
    /// Why nothing can be written; nil while it can, as far as anybody knows.
    private(set) var fault: DiaryStoreError?
    /// What a damaged diary was mended with, until somebody has been told.
    private var salvage: SalvageReport?
    /// The planner's window as it was read last.
    private var window: (entries: [Entry], readAt: Instant)?
    /// When the diary was begun. One that cannot be opened begins now: there is nothing before.
    private(set) var began: Instant

    init(path: String, now: Instant) {
        self.path = path
        began = now
    }

    /// How many entries there are; none while the diary is not to be had.
    var count: Int { (try? store?.count()) ?? 0 }

    /// The effective entries that a plan at `now` can depend on, in order of time; those read last while the diary is
    /// not to be had.
    func entries(now: Instant) -> [Entry] {
        if let window, now >= window.readAt, now - window.readAt < .days(1) { return window.entries }
        let entries = try? withStore(now: now) { store throws(DiaryStoreError) in
            try store.planningWindow(endingAt: now)
        }
        guard let entries else { return window?.entries ?? [] }
        window = (entries, now)
        return entries
    }

    /// Writes a draft down, committed when this returns.
    func append(_ draft: Draft, now: Instant) throws(DiaryStoreError) -> Entry {
        try write(now: now) { store throws(DiaryStoreError) in try store.append(draft) }
    }

    /// Takes an entry back.
    func retract(_ id: Entry.ID, token: Token, now: Instant) throws(DiaryStoreError) -> Entry {
        try write(now: now) { store throws(DiaryStoreError) in
            try store.retract(id, recordedAt: now, token: token)
        }
    }

    /// What `undo` would take back.
    func latestUndoable(now: Instant) throws(DiaryStoreError) -> Entry? {
        try withStore(now: now) { store throws(DiaryStoreError) in try store.latestUndoable() }
    }

    func entry(_ id: Entry.ID, now: Instant) throws(DiaryStoreError) -> Entry? {
        try withStore(now: now) { store throws(DiaryStoreError) in try store.entry(id) }
    }

    /// The entry that was written with `token`; nil when none was.
    func entry(token: Token, now: Instant) throws(DiaryStoreError) -> Entry? {
        try withStore(now: now) { store throws(DiaryStoreError) in try store.entry(token: token) }
    }

    /// The effective entries from `from` until before `to`, in order of time; of more than `limit` the last ones.
    func entries(from: Instant, to: Instant, limit: Int?, now: Instant) throws(DiaryStoreError) -> [Entry] {
        try withStore(now: now) { store throws(DiaryStoreError) in
            guard let limit else { return try store.entries(from: from, to: to).effective() }
            // Some may have been taken back: then a few more are needed than were asked for.
            var most = limit
            while true {
                let entries = try store.entries(from: from, to: to, limit: most)
                let effective = entries.effective()
                if effective.count >= limit || entries.count < most { return effective.suffix(limit) }
                most = max(most, 16) * 2
            }
        }
    }

    /// Opens the diary if it is not open.
    func open(now: Instant) {
        try? withStore(now: now) { _ throws(DiaryStoreError) in }
    }

    func close() {
        store?.close()
        store = nil
    }

    /// What a damaged diary was mended with; told once.
    func takeSalvage() -> SalvageReport? {
        defer { salvage = nil }
        return salvage
    }

    private func write(
        now: Instant, _ body: (DiaryStore) throws(DiaryStoreError) -> AppendResult
    ) throws(DiaryStoreError) -> Entry {
        let result = try withStore(now: now, body)
        window = nil
        fault = nil
        return result.entry
    }

    /// Runs `body` on the open diary. What is wrong with the file closes it, to be opened anew; what that mends, a file
    /// that was damaged or has moved, is no reason to fail.
    private func withStore<Result>(
        now: Instant, _ body: (DiaryStore) throws(DiaryStoreError) -> Result
    ) throws(DiaryStoreError) -> Result {
        do throws(DiaryStoreError) {
            return try attempt(now: now, body)
        } catch {
            guard error.isMendedByOpening else { throw error }
            return try attempt(now: now, body)
        }
    }

    private func attempt<Result>(
        now: Instant, _ body: (DiaryStore) throws(DiaryStoreError) -> Result
    ) throws(DiaryStoreError) -> Result {
        do throws(DiaryStoreError) {
            return try body(try opened(now: now))
        } catch {
            guard error.isAboutTheFile else { throw error }
            fault = error
            // What is full can still be read, and may not even be opened again while it is.
            if case .full = error { throw error }
            close()
            throw error
        }
    }

    private func opened(now: Instant) throws(DiaryStoreError) -> DiaryStore {
        if let store { return store }
        let opened = try openOrSalvage(now: now)
        store = opened
        began = opened.createdAt
        // That it can be opened does not mean that there is room in it: only a commit shows that.
        if fault?.showsAtCommit != true { fault = nil }
        return opened
    }

    private func openOrSalvage(now: Instant) throws(DiaryStoreError) -> DiaryStore {
        do throws(DiaryStoreError) {
            let store = try DiaryStore(path: path, createdAt: now)
            // Damage shows when the pages are read, not when the file is opened.
            window = (try store.planningWindow(endingAt: now), now)
            return store
        } catch {
            guard case .damaged = error else { throw error }
            let (store, report) = try DiaryStore.salvage(path: path, at: now)
            salvage = report
            window = nil
            return store
        }
    }
}

extension DiaryStoreError {
    /// Whether the diary as a whole is in trouble, rather than the change that was asked for.
    fileprivate var isAboutTheFile: Bool {
        switch self {
        case .refused, .busy: false
        default: true
        }
    }

    fileprivate var isMendedByOpening: Bool {
        switch self {
        case .moved, .damaged: true
        default: false
        }
    }

    /// Whether a diary that has it can be opened all the same.
    fileprivate var showsAtCommit: Bool {
        switch self {
        case .full, .failed: true
        default: false
        }
    }

    /// What the control interface calls it.
    var controlFault: DiaryFault {
        switch self {
        case .newer: .newer
        case .notOurs, .cannotOpen: .unreadable
        case .readOnly: .readOnly
        case .full: .diskFull
        case .damaged: .damaged
        case .busy: .locked
        case .moved, .failed, .refused: .other
        }
    }
}

extension DiaryFault {
    /// The same for whoever makes a sentence of it.
    var trouble: DiaryTrouble { DiaryTrouble(rawValue: rawValue) ?? .other }
}
