// SPDX-License-Identifier: Apache-2.0

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The day `count`, 0 to 6, after a Monday.
    init(sinceMonday count: Int) { self = Weekday.allCases[count] }

    /// Reads an English name or its first three letters, in any case, as systemd.time(7) does.
    public init?(_ text: some StringProtocol) {
        let lowered = text.lowercased()
        guard let day = Weekday.allCases.first(where: { lowered == $0.name || lowered == $0.name.prefix(3) }) else {
            return nil
        }
        self = day
    }

    /// The English name in small letters.
    public var name: String { String(describing: self) }

    public var isWeekend: Bool { self >= .saturday }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
