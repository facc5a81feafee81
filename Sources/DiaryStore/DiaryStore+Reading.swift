// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

extension DiaryStore {
    public enum Order: Sendable {
        case oldestFirst, newestFirst
    }

    /// The entries from `from` until before `to`, by the time they are about; retracted ones and the retractions of
    /// them are among them, for a retraction stands at the time of what it takes back.
    ///
    /// - Parameter limit: how many at most. An entry never comes without its retraction, which may be more.
    public func entries(
        from: Instant, to: Instant, limit: Int? = nil, order: Order = .newestFirst
    ) throws(DiaryStoreError) -> [Entry] {
        let span: [Value] = [.integer(from.microseconds), .integer(to.microseconds)]
        // A negative limit is none.
        let most = Value.integer(Int64(limit.map { max(0, $0) } ?? -1))
        return try snapshot { () throws(DatabaseError) in
            switch order {
            case .newestFirst:
                return try database.entries("WHERE at >= ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?", span + [most])
            case .oldestFirst:
                let entries = try database.entries("WHERE at >= ? AND at < ? ORDER BY at, id LIMIT ?", span + [most])
                guard let last = entries.last, entries.count == limit else { return entries }
                // Retractions come after what they take back: the limit may have cut some off.
                let rest: [Value] = [.integer(last.at.microseconds), .integer(last.id.number)]
                let cut = try database.entries("WHERE at = ? AND id > ? AND kind = 'retraction' ORDER BY id", rest)
                let numbers = Set(entries.map(\.id))
                return entries
                    + cut.filter { retraction in
                        guard case .retraction(let id) = retraction.event else { return false }
                        return numbers.contains(id)
                    }
            }
        }
    }

    /// The entry of a number; nil when there is none.
    public func entry(_ id: Entry.ID) throws(DiaryStoreError) -> Entry? {
        try snapshot { () throws(DatabaseError) in
            try database.entries("WHERE id = ?", [.integer(id.number)]).first
        }
    }

    /// What `undo` would take back: the entry written last by the person that still counts.
    public func latestUndoable() throws(DiaryStoreError) -> Entry? {
        let others = Event.Kind.allCases.filter { !$0.isRetractable }.map { "'\($0.rawValue)'" }
        return try snapshot { () throws(DatabaseError) in
            try database.entries(
                """
                WHERE kind NOT IN (\(others.joined(separator: ", ")))
                    AND NOT EXISTS (SELECT 1 FROM retraction WHERE retracted = entry.id)
                ORDER BY id DESC LIMIT 1
                """
            ).first
        }
    }

    /// Everything that a plan made at `now` can depend on, effective and in order of time: the last 60 days and all
    /// that lies ahead, and, however old, every pair of weigh-ins around a workout with what explains it.
    public func planningWindow(endingAt now: Instant) throws(DiaryStoreError) -> [Entry] {
        let start = now - .days(60)
        return try snapshot { () throws(DatabaseError) in
            var entries: [Entry] = []
            for span in try database.weighedSpans(before: start) {
                try database.read(
                    """
                    WHERE at >= ? AND at < ? AND kind IN ('body-mass', 'drink', 'climate', 'workout', 'workout-started',
                        'workout-stopped', 'planned-workout', 'retraction') ORDER BY at, id
                    """, [.integer(span.lowerBound.microseconds), .integer(span.upperBound.microseconds)],
                    into: &entries)
            }
            try database.read("WHERE at >= ? ORDER BY at, id", [.integer(start.microseconds)], into: &entries)
            return entries.effective()
        }
    }
}

extension DiaryStore {
    private func snapshot<Result>(_ body: () throws(DatabaseError) -> Result) throws(DiaryStoreError) -> Result {
        try translated { () throws(DatabaseError) in try database.snapshot(body) }
    }
}

extension Database {
    /// The entries that `condition`, the end of a query, selects.
    func entries(_ condition: String, _ values: [Value] = []) throws(DatabaseError) -> [Entry] {
        var entries: [Entry] = []
        try read(condition, values, into: &entries)
        return entries
    }

    /// Appends the entries that `condition`, the end of a query, selects.
    func read(_ condition: String, _ values: [Value], into entries: inout [Entry]) throws(DatabaseError) {
        let rows = try statement("SELECT \(EntryHead.columns) FROM entry \(condition)")
        try rows.bind(values)
        defer { rows.reset() }
        // Found once a kind, not once an entry: two months are some thousand entries of a few kinds.
        var statements: [Event.Kind: Statement] = [:]
        while try rows.step() {
            let head = try EntryHead(rows.row)
            guard let table = EventTable(head.kind) else {
                entries.append(head.entry(try Event(silent: head.kind)))
                continue
            }
            if let known = statements[head.kind] {
                entries.append(head.entry(try event(of: head, known)))
            } else {
                let statement = try statement(table.select)
                statements[head.kind] = statement
                entries.append(head.entry(try event(of: head, statement)))
            }
        }
    }

    /// What an entry says, from the table of its kind.
    func event(of head: EntryHead) throws(DatabaseError) -> Event {
        guard let table = EventTable(head.kind) else { return try Event(silent: head.kind) }
        return try event(of: head, by: table.select)
    }

    /// What an entry says, by the statement that finds its row.
    func event(of head: EntryHead, by select: String) throws(DatabaseError) -> Event {
        try event(of: head, statement(select))
    }

    private func event(of head: EntryHead, _ statement: Statement) throws(DatabaseError) -> Event {
        let event = try first(statement, [.integer(head.id.number)]) { row throws(DatabaseError) in
            try Event(head.kind, from: row)
        }
        guard let event else { throw .unreadable("entry \(head.id.number) without its \(head.kind.rawValue)") }
        return event
    }

    /// What an entry says, by the statement that finds its row; nil when there is no row.
    func event(of head: EntryHead, by select: String) throws(DatabaseError) -> Event? {
        try first(select, [.integer(head.id.number)]) { row throws(DatabaseError) in try Event(head.kind, from: row) }
    }

    /// The spans before `end` that pairs of weigh-ins around workouts depend on, in order and apart.
    fileprivate func weighedSpans(before end: Instant) throws(DatabaseError) -> [Range<Instant>] {
        // A cross join keeps its order: the few weighings first, never all the entries there are.
        let weighIns = try rows(
            """
            SELECT at, moment FROM body_mass INDEXED BY body_mass_around_workouts CROSS JOIN entry ON id = entry
            WHERE moment <> 'plain' AND at < ? AND NOT EXISTS (SELECT 1 FROM retraction WHERE retracted = entry.id)
            ORDER BY at, id
            """, [.integer(end.microseconds)]
        ) { row throws(DatabaseError) in
            (at: Instant(microseconds: try row.integer(0)), moment: try row.named(1, as: WeighInMoment.self))
        }
        var spans: [Range<Instant>] = []
        func add(_ begin: Instant, _ finish: Instant) {
            // A workout may have begun before the weighing and taken its climate from hours earlier.
            var from = begin - .hours(25)
            if let last = spans.last, last.upperBound >= from { from = spans.removeLast().lowerBound }
            spans.append(from..<finish)
        }
        var before: Instant?
        for weighIn in weighIns {
            if weighIn.moment == .before {
                before = weighIn.at
            } else if let begin = before {
                if weighIn.at - begin <= .days(1) { add(begin, weighIn.at + .microseconds(1)) }
                before = nil
            }
        }
        // The weighing after the workout may lie within the window.
        if let begin = before, end - begin <= .days(1) { add(begin, end) }
        return spans
    }
}

/// The part of an entry that all kinds have.
struct EntryHead {
    static let columns = "id, kind, at, utc_offset, zone, recorded_at, token"

    let id: Entry.ID
    let kind: Event.Kind
    private let at: Instant
    private let place: LocalOffset
    private let recordedAt: Instant
    private let token: Token

    init(_ row: Row) throws(DatabaseError) {
        id = Entry.ID(try row.integer(0))
        kind = try row.named(1)
        at = Instant(microseconds: try row.integer(2))
        place = LocalOffset(seconds: Int32(clamping: try row.integer(3)), zone: try row.text(4))
        recordedAt = Instant(microseconds: try row.integer(5))
        let text = try row.text(6)
        guard let token = Token(text) else { throw .unreadable("token of entry \(id.number)") }
        self.token = token
    }

    func entry(_ event: Event) -> Entry {
        Entry(id: id, at: at, place: place, recordedAt: recordedAt, token: token, event: event)
    }

    func draft(_ event: Event) -> Draft {
        Draft(at: at, place: place, recordedAt: recordedAt, token: token, event: event)
    }
}
