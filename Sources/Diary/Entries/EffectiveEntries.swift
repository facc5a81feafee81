// SPDX-License-Identifier: Apache-2.0

extension Sequence<Entry> {
    /// The entries that still count, in order of time: without those taken back and without the retractions.
    ///
    /// Entries of one instant keep the order in which they were written down.
    public func effective() -> [Entry] {
        var retracted: Set<Entry.ID> = []
        for case .retraction(let id) in lazy.map(\.event) { retracted.insert(id) }
        return filter { $0.event.kind != .retraction && !retracted.contains($0.id) }
            .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }
}
