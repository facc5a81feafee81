// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Glibc

/// A value as SQLite keeps it.
enum Value: Equatable {
    case integer(Int64)
    case real(Double)
    case text(String)
    case null

    init(_ real: Double?) { self = real.map(Value.real) ?? .null }
    init(_ text: String?) { self = text.map(Value.text) ?? .null }
    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

/// A prepared statement, used again and again.
final class Statement {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { sqlite3_finalize(pointer) }

    /// The row that the last step came to.
    var row: Row { Row(pointer) }

    /// Gives the statement its values, the first for the first question mark.
    func bind(_ values: [Value]) throws(DatabaseError) {
        for (offset, value) in values.enumerated() {
            let index = Int32(offset + 1)
            let code =
                switch value {
                case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
                case .real(let real): sqlite3_bind_double(pointer, index, real)
                case .text(let text): Statement.bind(text, to: pointer, index)
                case .null: sqlite3_bind_null(pointer, index)
                }
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    /// Goes to the next row; false when there is none.
    func step() throws(DatabaseError) -> Bool {
        errno = 0
        let code = sqlite3_step(pointer)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(code)
        }
    }

    /// Makes the statement ready for its next use; what a step failed of has been thrown already.
    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    private static func bind(_ text: String, to pointer: OpaquePointer, _ index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                diary_bind_text(pointer, index, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
    }

    private func error(_ code: Int32) -> DatabaseError { DatabaseError(code, of: sqlite3_db_handle(pointer)) }
}

/// One row of an answer, valid until the next step. A column of another type than asked for is damage.
struct Row {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

    var lastColumn: Int32 { sqlite3_column_count(pointer) - 1 }

    func integer(_ column: Int32) throws(DatabaseError) -> Int64 {
        sqlite3_value_int64(try value(column, SQLITE_INTEGER))
    }

    func real(_ column: Int32) throws(DatabaseError) -> Double {
        sqlite3_value_double(try value(column, SQLITE_FLOAT))
    }

    func text(_ column: Int32) throws(DatabaseError) -> String {
        let value = try value(column, SQLITE_TEXT)
        // The text first: it may be converted for that, which changes its length.
        let text = sqlite3_value_text(value)
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
        return String(decoding: bytes, as: UTF8.self)
    }

    func flag(_ column: Int32) throws(DatabaseError) -> Bool { try integer(column) != 0 }

    /// The case that a column names.
    func named<Name: RawRepresentable<String>>(
        _ column: Int32, as: Name.Type = Name.self
    ) throws(DatabaseError) -> Name {
        let text = try text(column)
        guard let name = Name(rawValue: text) else { throw .unreadable("\(Name.self) \"\(text)\"") }
        return name
    }

    func realOrNil(_ column: Int32) throws(DatabaseError) -> Double? { isNull(column) ? nil : try real(column) }
    func textOrNil(_ column: Int32) throws(DatabaseError) -> String? { isNull(column) ? nil : try text(column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    /// A column's value, with one look for its type and what it holds. SQLite allows that on the connection's own thread.
    private func value(_ column: Int32, _ type: Int32) throws(DatabaseError) -> OpaquePointer? {
        let value = sqlite3_column_value(pointer, column)
        guard sqlite3_value_type(value) == type else { throw .unreadable("column \(column)") }
        return value
    }
}
