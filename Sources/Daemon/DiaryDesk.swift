// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import DiaryStore
import Physiology
import Wording

/// The diary as the daemon has it: open, or not to be had for now, and why. An unusable diary does not end the daemon.
final class DiaryDesk {
    private let path: String
    private var store: DiaryStore?
    private(set) var fault: DiaryStoreError?
    /// What a damaged diary was mended with, until somebody has been told.
    private(set) var salvaged: SalvageReport?
    /// The planner's window as it was read last.
    private var window: (entries: [Entry], readAt: Instant)?
    /// When a diary begins that cannot be opened: there is nothing before.
    private let openedAt: Instant

    init(path: String, now: Instant) {
        self.path = path
        openedAt = now
        open(now: now)
    }

    /// When the diary was begun.
    var began: Instant { store?.createdAt ?? openedAt }

    /// How many entries there are; none while the diary is not to be had.
    var count: Int { (try? store?.count()) ?? 0 }

    /// The effective entries that a plan at `now` can depend on, in order of time; none while the diary is not to be
    /// had.
    func entries(now: Instant) -> [Entry] {
        if let window, now >= window.readAt, now - window.readAt < .days(1) { return window.entries }
        guard let store, let entries = try? store.planningWindow(endingAt: now) else { return window?.entries ?? [] }
        window = (entries, now)
        return entries
    }

    /// Writes a draft down, committed when this returns.
    func append(_ draft: Draft, now: Instant) throws(DiaryStoreError) -> AppendResult {
        try withStore(now: now) { store throws(DiaryStoreError) in
            let result = try store.append(draft)
            window = nil
            return result
        }
    }

    /// Takes an entry back.
    func retract(_ id: Entry.ID, token: Token, now: Instant) throws(DiaryStoreError) -> AppendResult {
        try withStore(now: now) { store throws(DiaryStoreError) in
            let result = try store.retract(id, recordedAt: now, token: token)
            window = nil
            return result
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

    /// The entries from `from` until before `to`, newest first, retractions among them.
    func entries(from: Instant, to: Instant, now: Instant) throws(DiaryStoreError) -> [Entry] {
        try withStore(now: now) { store throws(DiaryStoreError) in try store.entries(from: from, to: to) }
    }

    /// Tries again to open a diary that was not to be had.
    func retry(now: Instant) {
        if store == nil { open(now: now) }
    }

    func close() {
        store?.close()
        store = nil
    }

    /// Runs `body` on the open diary; what is wrong with the file closes it until it can be opened again.
    private func withStore<Result>(
        now: Instant, _ body: (DiaryStore) throws(DiaryStoreError) -> Result
    ) throws(DiaryStoreError) -> Result {
        retry(now: now)
        guard let store else { throw fault ?? .cannotOpen(path: path, detail: "") }
        do throws(DiaryStoreError) {
            return try body(store)
        } catch {
            if error.isAboutTheFile {
                fault = error
                self.store = nil
            }
            throw error
        }
    }

    private func open(now: Instant) {
        do throws(DiaryStoreError) {
            store = try openOrSalvage(now: now)
            fault = nil
            window = nil
        } catch {
            fault = error
        }
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
            salvaged = report
            return store
        }
    }

    func forgetSalvage() { salvaged = nil }
}

extension DiaryStoreError {
    /// Whether the diary as a whole is in trouble, rather than the change that was asked for.
    fileprivate var isAboutTheFile: Bool {
        switch self {
        case .refused, .busy: false
        default: true
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
