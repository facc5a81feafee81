// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Glibc

/// A connection to one SQLite file, for one thread: SQL in, typed rows out. It knows nothing of diaries.
final class Database {
    private var handle: OpaquePointer?
    /// Prepared once, by their text.
    private var statements: [String: Statement] = [:]

    /// Opens an existing file for reading and writing; an empty one is an empty database.
    init(path: String) throws(DatabaseError) {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        errno = 0
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK else {
            let error = error(code)
            close()
            throw error
        }
    }

    deinit { close() }

    /// Whether the file could be opened for reading only.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Whether another file, or none, now stands where the open one was: what is written would be lost.
    var hasMoved: Bool {
        var moved: Int32 = 0
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        return moved != 0
    }

    /// The number of the last row inserted.
    var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Waits up to `duration` for another connection's write to end.
    func wait(upTo duration: Duration) { sqlite3_busy_timeout(handle, Int32(duration / .milliseconds(1))) }

    /// Leaves the log beside the file when the connection ends, instead of moving what it holds into the file.
    func keepLog() { diary_keep_log(handle) }

    /// Runs one or more statements without values or rows.
    func execute(_ sql: String) throws(DatabaseError) {
        errno = 0
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: [Value] = []) throws(DatabaseError) {
        let statement = try statement(sql)
        try statement.bind(values)
        defer { statement.reset() }
        while try statement.step() {}
    }

    /// The rows that a statement gives.
    func rows<Result>(
        _ sql: String, _ values: [Value] = [], _ read: (Row) throws(DatabaseError) -> Result
    ) throws(DatabaseError) -> [Result] {
        let statement = try statement(sql)
        try statement.bind(values)
        defer { statement.reset() }
        var results: [Result] = []
        while try statement.step() { results.append(try read(statement.row)) }
        return results
    }

    /// The first row that a statement gives.
    func first<Result>(
        _ sql: String, _ values: [Value] = [], _ read: (Row) throws(DatabaseError) -> Result
    ) throws(DatabaseError) -> Result? {
        try first(try statement(sql), values, read)
    }

    /// The same of a statement that is used over and over.
    func first<Result>(
        _ statement: Statement, _ values: [Value], _ read: (Row) throws(DatabaseError) -> Result
    ) throws(DatabaseError) -> Result? {
        try statement.bind(values)
        defer { statement.reset() }
        return try statement.step() ? try read(statement.row) : nil
    }

    /// Runs queries against one and the same state of the file, which also spares a lock for each.
    func snapshot<Result>(_ body: () throws(DatabaseError) -> Result) throws(DatabaseError) -> Result {
        // Within a transaction the state is one already.
        guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
        try run("BEGIN")
        // Nothing was written, so there is nothing to lose.
        defer { rollBack() }
        return try body()
    }

    /// Takes back what the open transaction did, if there still is one: some errors end it themselves.
    func rollBack() {
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        // Should even this fail, closing the connection does the same.
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }

    /// Ends the connection; it cannot be used after that.
    func close() {
        statements.removeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// The statement of a text, prepared at its first use.
    func statement(_ sql: String) throws(DatabaseError) -> Statement {
        if let known = statements[sql] { return known }
        var pointer: OpaquePointer?
        errno = 0
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw error(code) }
        let statement = Statement(pointer)
        statements[sql] = statement
        return statement
    }

    private func error(_ code: Int32) -> DatabaseError { DatabaseError(code, of: handle) }
}

extension DatabaseError {
    /// What `code`, just returned, means on `handle`.
    ///
    /// SQLite keeps the system's error only of some calls; of a failed commit only `errno` still knows. Whoever calls
    /// SQLite sets it to zero before.
    init(_ code: Int32, of handle: OpaquePointer?) {
        let lastError = errno
        let kept = sqlite3_system_errno(handle)
        let text = sqlite3_errmsg(handle) ?? sqlite3_errstr(code)
        self.init(
            code: code, systemError: kept == 0 ? lastError : kept, message: text.map { String(cString: $0) } ?? "")
    }
}
