// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The diary in its SQLite file. Entries are only ever appended, and count as written once their call returns.
///
/// For one thread. Several stores, in one process or many, may work on one file: each change is a transaction.
public final class DiaryStore {
    public let path: String
    /// When the diary was begun: what lies before is unknown, not empty.
    public let createdAt: Instant
    let database: Database

    /// Opens the diary at `path`, and makes one that begins at `createdAt` where there is none: its directory for the
    /// user alone (0700), its file too (0600), whatever the umask.
    public convenience init(path: String, createdAt: Instant) throws(DiaryStoreError) {
        try self.init(path: path, createdAt: createdAt) { _ throws(DatabaseError) in }
    }

    /// Opens the diary at `path`; a new one is filled by `fill` in the transaction that makes its tables.
    init(
        path: String, createdAt: Instant, fill: (Database) throws(DatabaseError) -> Void
    ) throws(DiaryStoreError) {
        try DiaryFile(path: path).createIfMissing()
        self.path = path
        do {
            database = try Database(path: path)
        } catch {
            // A file that may not even be read is something else than a diary that may only be read.
            if error.cause == .readOnly { throw .cannotOpen(path: path, detail: error.message) }
            throw DiaryStoreError(error, path: path)
        }
        database.wait(upTo: .seconds(2))
        guard !database.isReadOnly else { throw .readOnly(path: path) }
        try DiaryStore.checkOwner(of: database, path: path)
        do {
            try database.setUp()
            try database.migrate(createdAt: createdAt, fill: fill)
            self.createdAt = try database.createdAt()
        } catch {
            throw DiaryStoreError(error, path: path)
        }
    }

    /// Ends the connection, with everything in the main file.
    public func close() {
        // While another connection reads, the log stays in use; the entries are as safe in there.
        try? database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
    }

    /// How many entries there are, retracted ones and retractions included.
    public func count() throws(DiaryStoreError) -> Int {
        try translated { () throws(DatabaseError) in
            Int(
                try database.first("SELECT count(*) FROM entry") { row throws(DatabaseError) in try row.integer(0) }
                    ?? 0)
        }
    }

    private static func checkOwner(of database: Database, path: String) throws(DiaryStoreError) {
        let header: (owner: Int64, version: Int64, tables: Int64)
        do {
            header = (
                try database.integer("PRAGMA application_id"), try database.integer("PRAGMA user_version"),
                try database.integer("SELECT count(*) FROM sqlite_schema")
            )
        } catch {
            throw DiaryStoreError(error, path: path)
        }
        let isNew = header == (0, 0, 0)
        guard isNew || header.owner == Schema.applicationID else { throw .notOurs(path: path) }
        guard header.version <= Schema.version else {
            throw .newer(path: path, found: header.version, known: Schema.version)
        }
    }

    /// Runs `body` and says in the diary's terms what SQLite said in its own.
    func translated<Result>(_ body: () throws(DatabaseError) -> Result) throws(DiaryStoreError) -> Result {
        do {
            return try body()
        } catch {
            throw DiaryStoreError(error, path: path)
        }
    }

    /// Runs `body` as one change: all of it is in the file when this returns, or nothing.
    func transaction<Result>(_ body: () throws(DiaryStoreError) -> Result) throws(DiaryStoreError) -> Result {
        guard !database.hasMoved else { throw .moved(path: path) }
        try translated { () throws(DatabaseError) in try database.run("BEGIN IMMEDIATE") }
        do {
            let result = try body()
            try translated { () throws(DatabaseError) in try database.run("COMMIT") }
            return result
        } catch {
            database.rollBack()
            throw error
        }
    }
}

extension Database {
    fileprivate func integer(_ query: String) throws(DatabaseError) -> Int64 {
        try first(query) { row throws(DatabaseError) in try row.integer(0) } ?? 0
    }

    fileprivate func setUp() throws(DatabaseError) {
        // A page is checked before it is believed, and nothing in the file may call more than plain SQL. The cache is
        // small: what a plan needs are a few hundred pages, read once.
        try execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON")
        try execute("PRAGMA cache_size = -96")
        let mode = try first("PRAGMA journal_mode = WAL") { row throws(DatabaseError) in try row.text(0) }
        guard mode == "wal" else { throw DatabaseError.unsuitable("journal_mode is \(mode ?? "unknown")") }
        try execute("PRAGMA synchronous = FULL")
    }

    /// Brings the tables up to date in one transaction, so that no version between two is ever seen.
    fileprivate func migrate(
        createdAt: Instant, fill: (Database) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        guard try integer("PRAGMA user_version") < Schema.version else { return }
        try execute("BEGIN IMMEDIATE")
        do {
            // Another process may have been faster.
            let version = try integer("PRAGMA user_version")
            for migration in Schema.migrations.dropFirst(Int(version)) { try execute(migration) }
            if version == 0 {
                try execute("PRAGMA application_id = \(Schema.applicationID)")
                try run("INSERT INTO diary (id, created_at) VALUES (1, ?)", [.integer(createdAt.microseconds)])
                try fill(self)
            }
            try execute("PRAGMA user_version = \(max(version, Schema.version))")
            try execute("COMMIT")
        } catch {
            rollBack()
            throw error
        }
    }

    /// When the diary was begun.
    func createdAt() throws(DatabaseError) -> Instant {
        let begun = try first("SELECT created_at FROM diary") { row throws(DatabaseError) in
            Instant(microseconds: try row.integer(0))
        }
        guard let begun else { throw .unreadable("no beginning") }
        return begun
    }
}
