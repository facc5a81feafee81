// SPDX-License-Identifier: Apache-2.0

import Guidance

/// The text of a `hydrated.conf` whose keys can be set: comments, order, blank lines and whatever hydrated does not know
/// stay as somebody wrote them.
public struct ConfigurationText: Hashable, Sendable {
    public private(set) var bytes: [UInt8]

    /// Any bytes; a file that is not there is an empty one.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What the text sets a key to: of several lines the last one holds. Nil when none sets it.
    public func value(of key: String, in section: String) -> String? {
        Layout(bytes).assignments.last { $0.section == section && $0.key == key }?.value
    }

    /// Sets a key, so that nothing later in the text outweighs it.
    ///
    /// The line that sets it now is replaced. Where none does, the new one goes behind the commented default of that key,
    /// else to the end of the section, which is made if there is none.
    ///
    /// - Parameters:
    ///   - section: "Profile"; without a name behind it.
    ///   - value: as the file would have it; empty for the default.
    /// - Throws: what is wrong with the value, without a file; an unknown section or key too. The text is then unchanged.
    public mutating func set(_ key: String, in section: String, to value: String) throws(Diagnostic) {
        var scratch = Configuration()
        do throws(Diagnostic) {
            try Settings.assign(section: section, key: key, value: value, into: &scratch)
        } catch {
            // At odds with a default, which the file may well have otherwise.
            guard error.code == .conflict else { throw error }
        }
        guard self.value(of: key, in: section) != value else { return }

        let mark = bytes.starts(with: Syntax.byteOrderMark) ? Syntax.byteOrderMark : []
        var lines = bytes.dropFirst(mark.count).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map(Array.init)
        // As the file ends its lines.
        let end: [UInt8] = lines.count > 1 && lines[0].last == 0x0D ? [0x0D] : []
        let line = Array("\(key)=\(value)".utf8) + end

        let layout = Layout(bytes)
        if let old = layout.assignments.last(where: { $0.section == section && $0.key == key }) {
            for index in old.lines.dropFirst().reversed() { lines.remove(at: index) }
            lines[old.lines[0]] = line
        } else if let place = layout.place(for: key, in: section) {
            // An empty line ends one that a backslash has left open.
            lines.insert(contentsOf: place.isOpen ? [end, line] : [line], at: place.index)
        } else {
            if lines.last == [] { lines.removeLast() }
            let isFirst = lines.isEmpty
            lines += (isFirst ? [] : [end]) + [Array("[\(section)]".utf8) + end, line]
        }
        if lines.last != [] { lines.append([]) }
        bytes = mark + lines.joined(separator: [0x0A])
    }
}

/// Where things stand in a file.
private struct Layout {
    struct Assignment {
        let section: String
        let key: String
        let value: String
        let lines: [Int]
    }

    private(set) var assignments: [Assignment] = []
    /// The last logical line of each section.
    private var ends: [String: Syntax.Placed] = [:]
    /// The lines that are comments, between the logical ones, with what they stand in.
    private var comments: [(line: Int, section: String, text: ArraySlice<UInt8>)] = []

    init(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        var section = ""
        var next = 0
        for placed in Syntax.placed(in: bytes) {
            guard let first = placed.lines.first, let last = placed.lines.last else { continue }
            // Comments within a logical line are no place to put another.
            for index in next..<max(next, first) { comments.append((index, section, lines[index])) }
            next = placed.isOpen ? lines.count : last + 1
            switch placed.statement {
            case .section(let name, _): section = name
            // Nobody knows what it was meant to begin.
            case .fault(.badSection, _, _): section = ""
            case .assignment(let key, let value):
                assignments.append(
                    Assignment(section: section, key: key.text, value: value.text, lines: placed.lines))
            case .fault, nil: break
            }
            if placed.statement != nil { ends[section] = placed }
        }
        for index in next..<max(next, lines.count) { comments.append((index, section, lines[index])) }
    }

    /// Where a line for `key` goes that nothing sets yet; nil when its section does not exist.
    func place(for key: String, in section: String) -> (index: Int, isOpen: Bool)? {
        let comment = comments.first { $0.section == section && Self.isDefault(of: key, $0.text) }
        if let comment { return (comment.line + 1, false) }
        return ends[section].flatMap { end in end.lines.last.map { ($0 + 1, end.isOpen) } }
    }

    /// Whether a comment is a setting that was put out of force: "#Mass=70kg".
    private static func isDefault(of key: String, _ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
        guard text.starts(with: key.utf8) else { return false }
        return text.dropFirst(key.utf8.count).first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "=")
    }
}
