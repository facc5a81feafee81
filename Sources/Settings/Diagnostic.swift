// SPDX-License-Identifier: Apache-2.0

/// Something wrong in a configuration file, as data; `Wording` makes the sentence.
public struct Diagnostic: Error, Hashable, Sendable {
    public enum Severity: String, CaseIterable, Sendable {
        /// The line cannot be taken as it is meant: the configuration that was in force stays.
        case error
        /// The line is passed over, all others hold.
        case warning
    }

    /// What is wrong; the raw value is the code on the bus and in the journal.
    public enum Code: String, CaseIterable, Sendable {
        /// The file is there and cannot be read.
        case unreadable
        /// Not UTF-8, or control characters.
        case badText = "bad-text"
        /// A line in brackets that names no section.
        case badSection = "bad-section"
        /// A line that is neither a section nor an assignment.
        case noEqualsSign = "no-equals-sign"
        /// An assignment to nothing.
        case noKey = "no-key"
        /// An assignment before the first section.
        case outsideSection = "outside-section"
        case unknownSection = "unknown-section"
        case unknownKey = "unknown-key"
        /// Not written in the accepted form.
        case wrongValue = "wrong-value"
        /// In the accepted form, and beyond what makes sense.
        case outOfRange = "out-of-range"
        /// Right by itself, and at odds with another key.
        case conflict
    }

    /// The file's name as it was handed in.
    public let file: String
    /// From 1; 0 when it is about the file as a whole.
    public let line: Int
    /// From 1, in Unicode scalars: the word that is wrong, not the line's start.
    public let column: Int
    public let severity: Severity
    public let code: Code
    /// The section's name; empty before the first.
    public let section: String
    /// The key's name; empty when the line has none.
    public let key: String
    /// What stands there, cut after 60 characters.
    public let value: String
    /// The form the value takes, with its range, such as "70kg or 154lb, 25 to 250 kg"; empty when there is none.
    public let accepted: String
    /// The known name nearest to the one given.
    public let nearest: String?

    init(
        file: String, at position: Syntax.Position, _ severity: Severity, _ code: Code, section: String = "",
        key: String = "", value: String = "", accepted: String = "", nearest: String? = nil
    ) {
        self.file = file
        line = position.line
        column = position.column
        self.severity = severity
        self.code = code
        self.section = Self.short(section)
        self.key = Self.short(key)
        self.value = Self.short(value)
        self.accepted = accepted
        self.nearest = nearest
    }

    private static func short(_ text: String) -> String {
        let head = text.unicodeScalars.prefix(61)
        guard head.count > 60 else { return text }
        return String(String.UnicodeScalarView(head.dropLast())) + "…"
    }
}
