// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// An entry as a listing shows it.
public struct ListedEntry: Identifiable, Hashable, Sendable {
    public let id: Entry.ID
    public let at: Instant
    /// Where the person's clock stood then, in seconds east of UTC.
    public let offset: Int32
    public let event: Event

    public init(id: Entry.ID, at: Instant, offset: Int32, event: Event) {
        self.id = id
        self.at = at
        self.offset = offset
        self.event = event
    }

    public init(_ entry: Entry) {
        self.init(id: entry.id, at: entry.at, offset: entry.place.seconds, event: entry.event)
    }
}

/// Where a person will stand at an instant if nothing is drunk.
public struct ForecastPoint: Hashable, Sendable {
    public let at: Instant
    public let balance: WaterBalance

    public init(at: Instant, balance: WaterBalance) {
        self.at = at
        self.balance = balance
    }
}
