// SPDX-License-Identifier: Apache-2.0

import Physiology

extension [Entry] {
    /// The entries that still count, in order of time: without those taken back and without the retractions.
    ///
    /// Entries of one instant keep the order in which they were written down.
    public func effective() -> [Entry] {
        var retracted: Set<Entry.ID> = []
        var last: (Instant, Entry.ID)?
        var isInOrder = true
        for entry in self {
            if case .retraction(let id) = entry.event { retracted.insert(id) }
            if let last, (entry.at, entry.id) < last { isInOrder = false }
            last = (entry.at, entry.id)
        }
        // Mostly nothing was taken back, and a query has put them in order: then they are what they are.
        if retracted.isEmpty, isInOrder { return self }
        return filter { $0.event.kind != .retraction && !retracted.contains($0.id) }
            .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }
}
