// SPDX-License-Identifier: Apache-2.0
// The names of the journal's fields, and its priorities.

/// A field of a journal entry. The journal silently drops fields whose name it does not like, so none is made here.
public struct JournalField: Hashable, Sendable {
    public let name: String

    /// - Parameter name: at most 64 of `A` to `Z`, `0` to `9` and `_`, beginning with a letter; nil for anything else.
    public init?(_ name: String) {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, letters.contains(first), name.utf8.count <= 64,
            name.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.name = name
    }
}

extension JournalField: ExpressibleByStringLiteral {
    /// For fields written in the source; a wrong one stops the program at its first use.
    public init(stringLiteral name: String) {
        guard let field = JournalField(name) else { preconditionFailure("Not a field of the journal: \(name)") }
        self = field
    }
}

/// How much a message matters, as in syslog(3): the lower the number the more.
public enum JournalPriority: Int, Comparable, CaseIterable, Sendable {
    case emergency, alert, critical, error, warning, notice, info, debug

    /// What systemctl calls it: `emerg`, `alert`, `crit`, `err`, `warning`, `notice`, `info`, `debug`.
    public var name: String {
        switch self {
        case .emergency: "emerg"
        case .alert: "alert"
        case .critical: "crit"
        case .error: "err"
        case .warning: "warning"
        case .notice: "notice"
        case .info: "info"
        case .debug: "debug"
        }
    }

    /// - Parameter name: see ``name``; nil for any other.
    public init?(name: String) {
        guard let priority = JournalPriority.allCases.first(where: { $0.name == name }) else { return nil }
        self = priority
    }

    /// By number: `.error < .debug`.
    public static func < (left: JournalPriority, right: JournalPriority) -> Bool {
        left.rawValue < right.rawValue
    }
}
