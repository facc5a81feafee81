// SPDX-License-Identifier: Apache-2.0

/// A time on a wall clock, without a day.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// Seconds since midnight, 0 to 86,399.
    public let seconds: Int

    public static let midnight = LocalTime(seconds: 0)

    /// `seconds` since midnight; whole days are dropped.
    public init(seconds: Int) { self.seconds = ((seconds % 86400) + 86400) % 86400 }

    public init(hour: Int, minute: Int = 0) { self.init(seconds: hour * 3600 + minute * 60) }

    /// Reads "14:30", "7:05" or "14:30:15"; nil when it is anything else or no time of the day.
    public init?(_ text: some StringProtocol) {
        var cursor = Cursor(text)
        guard let time = LocalTime(&cursor), cursor.isAtEnd else { return nil }
        self = time
    }

    /// Reads a time where `cursor` stands.
    init?(_ cursor: inout Cursor) {
        guard let hour = cursor.number(digits: 1...2), hour < 24, cursor.accept(":"),
            let minute = cursor.number(digits: 2...2), minute < 60
        else { return nil }
        var second = 0
        if cursor.accept(":") {
            guard let given = cursor.number(digits: 2...2), given < 60 else { return nil }
            second = given
        }
        seconds = hour * 3600 + minute * 60 + second
    }

    public var hour: Int { seconds / 3600 }
    public var minute: Int { seconds / 60 % 60 }
    public var second: Int { seconds % 60 }

    /// The time as a 24-hour clock shows it: "07:05", with seconds only when there are any.
    public var text: String {
        let hoursAndMinutes = "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
        return second == 0 ? hoursAndMinutes : "\(hoursAndMinutes):\(second.padded(to: 2))"
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.seconds < rhs.seconds }
}
