// SPDX-License-Identifier: Apache-2.0
// Where a program's messages go.

import CSystemd
import Glibc

/// Writes messages: natively to journald where standard error leads there, else as lines to standard error.
public final class Journal {
    /// Where messages go.
    public enum Target: String, Sendable {
        /// To journald, with all fields.
        case journal
        /// To standard error, a line each.
        case console
    }

    public let identifier: String
    /// Messages of a higher number are not written.
    public var maximum: JournalPriority
    public var target: Target
    private let descriptor: Int32
    /// Something that understands `<6>` reads the lines; a person at a terminal does not.
    private let marksPriority: Bool

    /// - Parameters:
    ///   - identifier: `SYSLOG_IDENTIFIER`.
    ///   - target: nil to see whether standard error leads to the journal (`$JOURNAL_STREAM`).
    ///   - descriptor: where lines go: standard error.
    public init(
        identifier: String, maximum: JournalPriority = .info, target: Target? = nil, descriptor: Int32 = 2
    ) {
        self.identifier = identifier
        self.maximum = maximum
        self.descriptor = descriptor
        self.target = target ?? (Journal.leadsToJournal(descriptor) ? .journal : .console)
        marksPriority = isatty(descriptor) == 0
    }

    /// Writes a message.
    /// - Parameters:
    ///   - messageID: the kind of event, which the message catalogue explains.
    ///   - fields: what a program may want to know of it. On the console they follow the message while ``maximum``
    ///     is `debug`.
    public func send(
        _ priority: JournalPriority, _ message: String, messageID: ID128? = nil,
        _ fields: [(field: JournalField, value: String)] = []
    ) {
        guard priority <= maximum else { return }
        if target == .journal, sendNatively(priority, message, messageID, fields) { return }
        let details = maximum == .debug ? fields.map { " \($0.field.name)=\($0.value)" }.joined() : ""
        write(priority, message + details)
    }

    /// - Returns: whether journald took it.
    private func sendNatively(
        _ priority: JournalPriority, _ message: String, _ messageID: ID128?, _ fields: [(JournalField, String)]
    ) -> Bool {
        var entries = ["MESSAGE=\(message)", "PRIORITY=\(priority.rawValue)", "SYSLOG_IDENTIFIER=\(identifier)"]
        if let messageID { entries.append("MESSAGE_ID=\(messageID)") }
        entries += fields.map { "\($0.0.name)=\($0.1)" }
        let bytes = entries.map { Array($0.utf8) }
        let joined = bytes.joined()
        return Array(joined).withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            var offset = 0
            let vectors = bytes.map { entry in
                defer { offset += entry.count }
                return iovec(iov_base: UnsafeMutableRawPointer(mutating: base + offset), iov_len: entry.count)
            }
            return sd_journal_sendv(vectors, Int32(vectors.count)) == 0
        }
    }

    private func write(_ priority: JournalPriority, _ message: String) {
        let prefix = marksPriority ? "<\(priority.rawValue)>" : ""
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { "\(prefix)\($0)\n" }
        var rest = Array(lines.joined().utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                // Nobody is left to be told.
                return
            }
        }
    }

    /// systemd tells a service which stream is the journal's, by device and inode: it may have been redirected since.
    private static func leadsToJournal(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard let stream = getenv("JOURNAL_STREAM"), fstat(descriptor, &status) == 0 else { return false }
        return String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
    }
}
