// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// One line of the diary: something that happened, when, and how it came to be known.
///
/// Entries are only ever appended. To take one back, a ``Event/retraction(of:)`` is appended.
public struct Entry: Identifiable, Hashable, Sendable {
    /// The entry's number in its diary, growing with every entry.
    public struct ID: Hashable, Comparable, Sendable {
        public let number: Int64
        public init(_ number: Int64) { self.number = number }
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
    }

    public let id: ID
    /// When it happened, as the person says.
    public let at: Instant
    /// Where the person's clock stood then: past entries keep it, whatever the zone's rules become.
    public let place: LocalOffset
    /// When it was written down. Earlier than ``at`` only for plans, and after a clock step back.
    public let recordedAt: Instant
    /// Makes a repeated call harmless: no two entries share a token.
    public let token: Token
    public let event: Event

    public init(id: ID, at: Instant, place: LocalOffset, recordedAt: Instant, token: Token, event: Event) {
        self.id = id
        self.at = at
        self.place = place
        self.recordedAt = recordedAt
        self.token = token
        self.event = event
    }
}

/// An entry before the diary has given it its number.
public struct Draft: Hashable, Sendable {
    public var at: Instant
    public var place: LocalOffset
    public var recordedAt: Instant
    public var token: Token
    public var event: Event

    public init(at: Instant, place: LocalOffset, recordedAt: Instant, token: Token, event: Event) {
        self.at = at
        self.place = place
        self.recordedAt = recordedAt
        self.token = token
        self.event = event
    }

    /// The entry it becomes under `id`.
    public func entry(_ id: Entry.ID) -> Entry {
        Entry(id: id, at: at, place: place, recordedAt: recordedAt, token: token, event: event)
    }
}

/// A caller's own name for one change, 1 to 64 printable ASCII characters, so that a retry never logs twice.
public struct Token: Hashable, Sendable {
    public let text: String

    /// Nil when `text` is empty, longer than 64 characters or not printable ASCII.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard (1...64).contains(bytes.count), bytes.indices.allSatisfy({ (0x21...0x7e).contains(bytes[$0]) }) else {
            return nil
        }
        self.text = text
    }
}

/// An offset from UTC and the zone it came from.
public struct LocalOffset: Hashable, Sendable {
    /// Seconds east of UTC.
    public let seconds: Int32
    /// The zone's name, such as "Europe/Berlin"; "UTC" when it is not known.
    public let zone: String

    public init(seconds: Int32, zone: String) {
        self.seconds = seconds
        self.zone = zone
    }

    public static let utc = LocalOffset(seconds: 0, zone: "UTC")
}
