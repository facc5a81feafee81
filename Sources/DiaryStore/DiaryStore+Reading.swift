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
            var reader = EntryReader(database)
            for span in try database.spansOfWeighing(before: start) {
                try reader.read(span.range, where: span.bears)
            }
            try reader.read(start..<Instant.distantFuture)
            return reader.entries.effective()
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
        var reader = EntryReader(self)
        try reader.read(condition, values)
        return reader.entries
    }

    /// What an entry says, by the statement that finds its row; nil when there is no row.
    func event(of head: EntryHead, by select: String) throws(DatabaseError) -> Event? {
        try first(select, [.integer(head.id.number)]) { row throws(DatabaseError) in try Event(head.kind, from: row) }
    }

    /// What lies before `end` of the spans that pairs of weigh-ins around workouts depend on, in order and apart.
    fileprivate func spansOfWeighing(before end: Instant) throws(DatabaseError) -> [SpanOfWeighing] {
        // A cross join keeps its order: the few weighings first, never all the entries there are.
        let weighIns = try rows(
            """
            SELECT at, moment FROM body_mass INDEXED BY body_mass_around_workouts CROSS JOIN entry ON id = entry
            WHERE moment <> 'plain' AND at < ? AND NOT EXISTS (SELECT 1 FROM retraction WHERE retracted = entry.id)
            ORDER BY at, id
            """, [.integer((end + Timeline.weighingLead + Timeline.longestWeighing).microseconds)]
        ) { row throws(DatabaseError) in
            (at: Instant(microseconds: try row.integer(0)), moment: try row.named(1, as: WeighInMoment.self))
        }
        var spans: [SpanOfWeighing] = []
        var reached = Instant.distantPast
        func add(from begin: Instant, to finish: Instant, isLeadIn: Bool) {
            let from = max(begin, reached)
            reached = max(from, min(finish, end))
            if from < reached { spans.append(SpanOfWeighing(range: from..<reached, isLeadIn: isLeadIn)) }
        }
        var before: Instant?
        for weighIn in weighIns {
            if weighIn.moment == .before {
                before = weighIn.at
            } else if let begin = before {
                if weighIn.at - begin <= Timeline.longestWeighing {
                    add(from: begin - Timeline.weighingLead, to: begin, isLeadIn: true)
                    add(from: begin, to: weighIn.at + .microseconds(1), isLeadIn: false)
                }
                before = nil
            }
        }
        return spans
    }
}

/// The time from the weighing before a workout to the one after it, or what leads up to it.
private struct SpanOfWeighing {
    let range: Range<Instant>
    let isLeadIn: Bool

    /// Whether entries of a kind have a part in what the pair says of sweat.
    func bears(_ kind: Event.Kind) -> Bool {
        switch kind {
        case .workout, .workoutStarted, .workoutStopped, .plannedWorkout, .climate, .retraction: true
        // An answer may have ended the workout.
        case .bodyMass, .drink, .answer: !isLeadIn
        default: false
        }
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

    init(_ row: Row) throws(DatabaseError) { try self.init(row, EntryHead.kind(of: row)) }

    /// Reads what a row says besides its kind.
    init(_ row: Row, _ kind: Event.Kind) throws(DatabaseError) {
        id = Entry.ID(try row.integer(0))
        self.kind = kind
        at = Instant(microseconds: try row.integer(2))
        place = LocalOffset(seconds: Int32(clamping: try row.integer(3)), zone: try row.text(4))
        recordedAt = Instant(microseconds: try row.integer(5))
        let text = try row.text(6)
        guard let token = Token(text) else { throw .unreadable("token of entry \(id.number)") }
        self.token = token
    }

    static func kind(of row: Row) throws(DatabaseError) -> Event.Kind {
        let name = try row.text(1)
        guard let kind = kinds[name] else { throw .unreadable("kind \"\(name)\"") }
        return kind
    }

    /// There are too many to compare a name with each, entry for entry.
    private static let kinds = Dictionary(uniqueKeysWithValues: Event.Kind.allCases.map { ($0.rawValue, $0) })

    func entry(_ event: Event) -> Entry {
        Entry(id: id, at: at, place: place, recordedAt: recordedAt, token: token, event: event)
    }

    func draft(_ event: Event) -> Draft {
        Draft(at: at, place: place, recordedAt: recordedAt, token: token, event: event)
    }
}
