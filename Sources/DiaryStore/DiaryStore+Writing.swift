// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// What became of a draft.
public enum AppendResult: Hashable, Sendable {
    case appended(Entry)
    /// The token had been used: this is what was written then, and nothing was now.
    case already(Entry)

    public var entry: Entry {
        switch self {
        case .appended(let entry), .already(let entry): entry
        }
    }
}

extension DiaryStore {
    /// Writes a draft down. A token used before gives the entry written then, if that was of the same kind.
    ///
    /// A draft of a retraction is taken as ``retract(_:recordedAt:token:)`` takes it, whatever its time.
    @discardableResult
    public func append(_ draft: Draft) throws(DiaryStoreError) -> AppendResult {
        try transaction { () throws(DiaryStoreError) in try write(draft) }
    }

    /// Writes all of the drafts down, or none.
    @discardableResult
    public func append(_ drafts: [Draft]) throws(DiaryStoreError) -> [AppendResult] {
        try transaction { () throws(DiaryStoreError) in
            var results: [AppendResult] = []
            for draft in drafts { results.append(try write(draft)) }
            return results
        }
    }

    /// Takes an entry back: what is appended is a retraction, which stands at the time and place of that entry, so
    /// that whoever reads a span of time finds both.
    @discardableResult
    public func retract(
        _ id: Entry.ID, recordedAt: Instant, token: Token
    ) throws(DiaryStoreError) -> AppendResult {
        try transaction { () throws(DiaryStoreError) in try writeRetraction(of: id, recordedAt: recordedAt, token) }
    }

    private func write(_ draft: Draft) throws(DiaryStoreError) -> AppendResult {
        if case .retraction(let id) = draft.event {
            return try writeRetraction(of: id, recordedAt: draft.recordedAt, draft.token)
        }
        if let known = try entry(token: draft.token) {
            guard known.event.kind == draft.event.kind else { throw .refused(.tokenTaken(by: known.id)) }
            return .already(known)
        }
        return .appended(try translated { () throws(DatabaseError) in try database.insert(draft) })
    }

    private func writeRetraction(
        of id: Entry.ID, recordedAt: Instant, _ token: Token
    ) throws(DiaryStoreError) -> AppendResult {
        if let known = try entry(token: token) {
            guard known.event == .retraction(of: id) else { throw .refused(.tokenTaken(by: known.id)) }
            return .already(known)
        }
        guard let entry = try entry(id) else { throw .refused(.unknownEntry(id)) }
        guard entry.event.kind.isRetractable else { throw .refused(.notRetractable(id, entry.event.kind)) }
        guard try !isRetracted(id) else { throw .refused(.alreadyRetracted(id)) }
        let draft = Draft(
            at: entry.at, place: entry.place, recordedAt: recordedAt, token: token, event: .retraction(of: id))
        return .appended(try translated { () throws(DatabaseError) in try database.insert(draft) })
    }

    /// The entry that was written with `token`; nil when none was.
    public func entry(token: Token) throws(DiaryStoreError) -> Entry? {
        try translated { () throws(DatabaseError) in
            try database.entries("WHERE token = ?", [.text(token.text)]).first
        }
    }

    private func isRetracted(_ id: Entry.ID) throws(DiaryStoreError) -> Bool {
        try translated { () throws(DatabaseError) in
            try database.first("SELECT 1 FROM retraction WHERE retracted = ?", [.integer(id.number)]) { _ in true }
        } ?? false
    }
}

extension Event.Kind {
    /// What a person can take back: what they made themselves, but for taking back.
    var isRetractable: Bool { isByPerson && self != .retraction }
}

extension Database {
    /// Stores a draft under the next number.
    func insert(_ draft: Draft) throws(DatabaseError) -> Entry {
        draft.entry(try insert(draft, id: .null))
    }

    /// Stores a draft under a number of its own.
    @discardableResult
    func insert(_ draft: Draft, id: Value) throws(DatabaseError) -> Entry.ID {
        try run(
            "INSERT INTO entry (id, kind, at, utc_offset, zone, recorded_at, token) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                id, .text(draft.event.kind.rawValue), .integer(draft.at.microseconds),
                .integer(Int64(draft.place.seconds)), .text(draft.place.zone),
                .integer(draft.recordedAt.microseconds), .text(draft.token.text),
            ])
        let id = Entry.ID(lastRow)
        if let table = EventTable(draft.event.kind) {
            try run(table.insert, [.integer(id.number)] + draft.event.values)
        }
        return id
    }
}
