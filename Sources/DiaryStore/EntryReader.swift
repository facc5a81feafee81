// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Reads entries: the part that all have, and what each says from the table of its kind.
///
/// Entries mostly happen in the order in which they are written down. So the row of the next entry of a kind is mostly
/// the next row of its table: a step away, with nothing to look up.
struct EntryReader {
    private(set) var entries: [Entry] = []
    private let database: Database
    private var walks: [TableWalk] = []

    init(_ database: Database) { self.database = database }

    /// Reads what lies in a span of time, in its order.
    mutating func read(
        _ range: Range<Instant>, where isWanted: (Event.Kind) -> Bool = { _ in true }
    ) throws(DatabaseError) {
        try read(
            "WHERE at >= ? AND at < ? ORDER BY at, id",
            [.integer(range.lowerBound.microseconds), .integer(range.upperBound.microseconds)], where: isWanted)
    }

    /// Reads the entries that `condition`, the end of a query, selects, and keeps those of the kinds that are wanted.
    mutating func read(
        _ condition: String, _ values: [Value], where isWanted: (Event.Kind) -> Bool = { _ in true }
    ) throws(DatabaseError) {
        let rows = try database.statement("SELECT \(EntryHead.columns) FROM entry \(condition)")
        try rows.bind(values)
        defer { rows.reset() }
        while try rows.step() {
            let kind = try EntryHead.kind(of: rows.row)
            guard isWanted(kind) else { continue }
            let head = try EntryHead(rows.row, kind)
            entries.append(head.entry(try event(of: head)))
        }
    }

    private mutating func event(of head: EntryHead) throws(DatabaseError) -> Event {
        guard let table = EventTable(head.kind) else { return try Event(silent: head.kind) }
        guard let row = try walk(table).row(of: head.id) else {
            throw .unreadable("entry \(head.id.number) without its \(head.kind.rawValue)")
        }
        return try Event(head.kind, from: row)
    }

    private mutating func walk(_ table: EventTable) throws(DatabaseError) -> TableWalk {
        if let known = walks.first(where: { $0.table == table }) { return known }
        let walk = TableWalk(table, try database.statement(table.walk))
        walks.append(walk)
        return walk
    }
}

/// A table's rows, each a step from the one before. While it lives, nobody else may use its statement.
private final class TableWalk {
    let table: EventTable
    private let rows: Statement
    /// The entry whose row the statement is at; nil where it is at none.
    private var place: Entry.ID?

    init(_ table: EventTable, _ rows: Statement) {
        self.table = table
        self.rows = rows
    }

    deinit { rows.reset() }

    /// The row of an entry, valid until the next call; nil when there is none.
    func row(of entry: Entry.ID) throws(DatabaseError) -> Row? {
        if let place, place < entry { try step() }
        if place != entry {
            rows.reset()
            try rows.bind([.integer(entry.number)])
            try step()
        }
        return place == entry ? rows.row : nil
    }

    private func step() throws(DatabaseError) {
        place = nil
        if try rows.step() { place = Entry.ID(try rows.row.integer(rows.row.lastColumn)) }
    }
}
