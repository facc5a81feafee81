// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Glibc

/// What SQLite answered instead of doing what it was asked to.
struct DatabaseError: Error, Equatable {
    enum Cause: Equatable {
        case busy, readOnly, full, damaged, cannotOpen
        /// A table refused a value: a uniqueness, a check or a reference.
        case constraint
        case other
    }

    let cause: Cause
    /// SQLite's extended result code.
    let code: Int32
    let message: String

    /// The answer `code` of SQLite; `systemError` is the `errno` behind it.
    init(code: Int32, systemError: Int32, message: String) {
        self.code = code
        self.message = message
        cause =
            switch (code & 0xff, systemError) {
            case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): .busy
            // SQLite knows ENOSPC alone; a quota or a limit on the size of files is no less the end of space.
            case (SQLITE_FULL, _), (SQLITE_IOERR, ENOSPC), (SQLITE_IOERR, EDQUOT), (SQLITE_IOERR, EFBIG): .full
            case (SQLITE_READONLY, _), (SQLITE_CANTOPEN, EROFS), (SQLITE_IOERR, EROFS): .readOnly
            case (SQLITE_PERM, _), (SQLITE_CANTOPEN, EACCES), (SQLITE_CANTOPEN, EPERM): .readOnly
            case (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _), (SQLITE_FORMAT, _): .damaged
            case (SQLITE_CANTOPEN, _): .cannotOpen
            case (SQLITE_CONSTRAINT, _), (SQLITE_MISMATCH, _), (SQLITE_TOOBIG, _): .constraint
            default: .other
            }
    }

    /// A row that holds what no version of this program writes.
    static func unreadable(_ what: String) -> DatabaseError {
        DatabaseError(code: SQLITE_CORRUPT, systemError: 0, message: what)
    }

    /// A file or file system that SQLite cannot work on as it has to.
    static func unsuitable(_ what: String) -> DatabaseError {
        DatabaseError(code: SQLITE_ERROR, systemError: 0, message: what)
    }
}
