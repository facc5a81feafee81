// SPDX-License-Identifier: Apache-2.0

import Diary
public import Physiology

/// What became of a damaged diary.
public struct SalvageReport: Hashable, Sendable {
    /// Where the damaged file is now, its companions beside it under the same name.
    public let movedTo: String
    /// How many entries are in the new diary.
    public let recovered: Int
    /// How many of which only the number is left.
    public let lost: Int
}

extension DiaryStore {
    /// Puts a damaged diary aside and brings what can be read of it into a new one at the same path.
    ///
    /// The main file, its log and the log's index are renamed together: the log may hold entries that the main file
    /// does not. Entries keep their numbers. No store may be open on `path`. If there is no room for a new diary, the
    /// old one is put back as it was; should the machine fail meanwhile, it is still there under its new name.
    ///
    /// - Parameter at: the present; it gives the old files their name and, if need be, the new diary its beginning.
    public static func salvage(
        path: String, at: Instant
    ) throws(DiaryStoreError) -> (store: DiaryStore, report: SalvageReport) {
        let (file, aside) = (DiaryFile(path: path), DiaryFile(path: freeName(for: path, at: at)))
        try file.move(to: aside)
        do {
            return try refill(path, from: aside.path, at: at)
        } catch {
            file.remove()
            try aside.move(to: file)
            throw error
        }
    }

    private static func refill(
        _ path: String, from aside: String, at: Instant
    ) throws(DiaryStoreError) -> (store: DiaryStore, report: SalvageReport) {
        let wreck = Wreck(path: aside)
        var counts = (recovered: 0, lost: 0)
        let store = try DiaryStore(path: path, createdAt: wreck.createdAt ?? at) { database throws(DatabaseError) in
            counts = try wreck.copy(into: database)
        }
        return (store, SalvageReport(movedTo: aside, recovered: counts.recovered, lost: counts.lost))
    }

    /// A name such as "diary.sqlite.damaged-20261121T143000Z", with a number if it is taken.
    private static func freeName(for path: String, at: Instant) -> String {
        let stamp = Timestamp(Instant(seconds: at.seconds), at: .utc).text.filter { $0 != "-" && $0 != ":" }
        let name = "\(path).damaged-\(stamp)"
        var candidate = name
        var number = 2
        while DiaryFile(path: candidate).exists {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }
}

/// A damaged diary put aside. What cannot be read of it is passed over.
private struct Wreck {
    /// Nil when not even the header can be read.
    private let database: Database?

    init(path: String) {
        database = try? Database(path: path)
        database?.keepLog()
    }

    var createdAt: Instant? { try? database?.createdAt() }

    /// Copies every entry that can be read whole, each by its number: a damaged page costs only what lies on it.
    func copy(into target: Database) throws(DatabaseError) -> (recovered: Int, lost: Int) {
        guard let database else { return (0, 0) }
        var recovered = 0
        let last = lastNumber
        for number in stride(from: 1, through: last, by: 1) {
            guard let draft = try? draft(number, in: database) else { continue }
            do {
                try target.run("SAVEPOINT row")
                try target.insert(draft, id: .integer(number))
                try target.run("RELEASE row")
                recovered += 1
            } catch {
                // What the tables refuse is damage too; that the disk is full is not.
                guard error.cause == .constraint else { throw error }
                try target.run("ROLLBACK TO row")
                try target.run("RELEASE row")
            }
        }
        return (recovered, Int(last) - recovered)
    }

    private func draft(_ number: Int64, in database: Database) throws(DatabaseError) -> Draft? {
        let head = try database.first("SELECT \(EntryHead.columns) FROM entry WHERE id = ?", [.integer(number)]) {
            row throws(DatabaseError) in try EntryHead(row)
        }
        guard let head, head.id.number == number else { return nil }
        return try event(of: head, in: database).map(head.draft)
    }

    /// What an entry says, whichever version wrote its table: a wreck is read as it is, and never migrated.
    private func event(of head: EntryHead, in database: Database) throws(DatabaseError) -> Event? {
        guard let table = EventTable(head.kind) else { return try Event(silent: head.kind) }
        for select in table.selects {
            if let event = try? database.event(of: head, by: select) { return event }
        }
        return nil
    }

    /// The highest number that any table knows of. Numbers have no gaps, so those up to it that cannot be read are
    /// lost; one that no diary reaches is damage itself.
    private var lastNumber: Int64 {
        let queries =
            ["SELECT max(id) FROM entry", "SELECT max(id) FROM entry INDEXED BY entry_by_time"]
            + EventTable.allCases.map { "SELECT max(entry) FROM \($0.rawValue)" }
        let numbers = queries.compactMap { query in
            try? database?.first(query) { row throws(DatabaseError) in try row.integer(0) }
        }
        return numbers.filter { $0 <= 10_000_000 }.max() ?? 0
    }
}
