// SPDX-License-Identifier: Apache-2.0

/// The syntax of systemd.syntax(7): bytes in, statements out, each with its place in the file.
///
/// Sections in brackets, `Key=Value`, comments after `#` or `;` at the start of a line, and a backslash at the end of
/// a line that joins it to the next one that is no comment. There is no quoting. Any bytes may come in: what cannot
/// be read becomes a ``Statement/fault(_:text:_:)``.
struct Syntax {
    enum Statement: Hashable, Sendable {
        case section(String, Position)
        case assignment(key: Located, value: Located)
        case fault(Diagnostic.Code, text: String, Position)
    }

    /// Line and column, both from 1; a column is a Unicode scalar, a tab one of them.
    struct Position: Hashable, Sendable {
        var line: Int
        var column: Int
    }

    /// A text and the place of every byte of it.
    struct Located: Hashable, Sendable {
        let text: String
        fileprivate let pieces: [Piece]

        /// Where the byte `offset` of the text's UTF-8 stands in the file.
        func position(at offset: Int = 0) -> Position {
            // The pieces are in order and there is always a first.
            guard let piece = pieces.last(where: { $0.offset <= offset }) ?? pieces.first else {
                return Position(line: 1, column: 1)
            }
            let before = text.utf8.dropFirst(max(0, piece.offset)).prefix(max(0, offset - max(0, piece.offset)))
            return Position(line: piece.line, column: piece.column + before.count { $0.startsScalar })
        }

        init(_ text: String, at position: Position = Position(line: 0, column: 0)) {
            self.text = text
            pieces = [Piece(offset: 0, line: position.line, column: position.column)]
        }

        fileprivate init(_ text: String, pieces: [Piece]) {
            self.text = text
            self.pieces = pieces
        }
    }

    /// A run of bytes that stand together on one line of the file.
    fileprivate struct Piece: Hashable, Sendable {
        /// The run's first byte within its text.
        var offset: Int
        var line: Int
        var column: Int
    }

    /// A logical line: what it says, and the lines of the file that it is made of.
    struct Placed {
        /// Nil when it is blank.
        let statement: Statement?
        /// From 0, in order; comments between them are not among them.
        let lines: [Int]
        /// Whether the file ends before it does: what is written behind would join it.
        let isOpen: Bool
    }

    /// What some editors put before a text in UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func statements(in bytes: some Sequence<UInt8>) -> [Statement] {
        placed(in: bytes).compactMap(\.statement)
    }

    /// Every logical line, blank ones too.
    static func placed(in bytes: some Sequence<UInt8>) -> [Placed] {
        var bytes = Array(bytes)[...]
        if bytes.starts(with: byteOrderMark) { bytes.removeFirst(byteOrderMark.count) }

        var placed: [Placed] = []
        var pending: Line?
        for (index, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let indent = raw.prefix(while: \.isBlank).count
            let content = raw.dropFirst(indent)
            if let first = content.first, first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { continue }

            var line = pending ?? Line()
            // Not shared with `pending` while it grows: a copy for each of a million joined lines would take for ever.
            pending = nil
            line.append(content, line: index + 1, column: indent + 1)
            if line.continues {
                pending = line
            } else {
                placed.append(Placed(statement: line.statement, lines: line.indices, isOpen: false))
            }
        }
        // The last line of a file may end in a backslash too.
        if let pending { placed.append(Placed(statement: pending.statement, lines: pending.indices, isOpen: true)) }
        return placed
    }
}

/// One logical line: the lines of the file that backslashes join.
private struct Line {
    private var bytes: [UInt8] = []
    private var pieces: [Syntax.Piece] = []
    /// Whether the line goes on in the next one.
    private(set) var continues = false

    mutating func append(_ content: ArraySlice<UInt8>, line: Int, column: Int) {
        pieces.append(Syntax.Piece(offset: bytes.count, line: line, column: column))
        bytes += content.last == 0x0D ? content.dropLast() : content
        // Two backslashes are one that was escaped, not the end of a line to be continued.
        let end = bytes.lastIndex { $0 != UInt8(ascii: "\\") }.map { $0 + 1 } ?? 0
        continues = !(bytes.count - end).isMultiple(of: 2)
        if continues { bytes[bytes.count - 1] = UInt8(ascii: " ") }
    }

    /// The lines of the file that it is made of, from 0.
    var indices: [Int] { pieces.map { $0.line - 1 } }

    var statement: Syntax.Statement? {
        let range = trimmed(bytes.startIndex..<bytes.endIndex)
        guard let first = bytes[range].first else { return nil }
        let whole = located(range)
        guard let whole else { return .fault(.badText, text: "", place(of: range.lowerBound)) }

        if first == UInt8(ascii: "[") {
            let name = range.dropFirst().dropLast()
            guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "]"),
                !bytes[name].contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }),
                let name = located(trimmed(name)), !name.text.isEmpty
            else { return .fault(.badSection, text: whole.text, whole.position()) }
            return .section(name.text, whole.position())
        }
        guard let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) else {
            return .fault(.noEqualsSign, text: whole.text, whole.position())
        }
        guard let key = located(trimmed(range.lowerBound..<equals)), !key.text.isEmpty,
            let value = located(trimmed(equals + 1..<range.upperBound))
        else { return .fault(.noKey, text: whole.text, whole.position()) }
        return .assignment(key: key, value: value)
    }

    /// The text of a part of the line; nil when it is not UTF-8 or holds control characters.
    private func located(_ range: Range<Int>) -> Syntax.Located? {
        guard !bytes[range].contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }),
            let text = String(validating: bytes[range], as: UTF8.self)
        else { return nil }
        let inside = pieces.filter { $0.offset > range.lowerBound && $0.offset < range.upperBound }
        let start = place(of: range.lowerBound)
        return Syntax.Located(
            text,
            pieces: [Syntax.Piece(offset: 0, line: start.line, column: start.column)]
                + inside.map {
                    Syntax.Piece(offset: $0.offset - range.lowerBound, line: $0.line, column: $0.column)
                })
    }

    private func place(of offset: Int) -> Syntax.Position {
        guard let piece = pieces.last(where: { $0.offset <= offset }) else {
            return Syntax.Position(line: 1, column: 1)
        }
        let column = piece.column + bytes[piece.offset..<offset].count { $0.startsScalar }
        return Syntax.Position(line: piece.line, column: column)
    }

    /// The part of `range` between its first and its last byte that is not blank.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = bytes[range].firstIndex(where: { !$0.isBlank }),
            let last = bytes[range].lastIndex(where: { !$0.isBlank })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}

extension UInt8 {
    /// White space within a line, as systemd.syntax(7) has it.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
    /// Whether the byte begins a Unicode scalar in UTF-8.
    fileprivate var startsScalar: Bool { self & 0xC0 != 0x80 }
}
