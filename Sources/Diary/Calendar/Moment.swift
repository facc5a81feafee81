// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// A point in time as people type it: "14:30", "yesterday 14:30", "2026-11-20 14:30", "30min ago", "in 2h",
/// "2026-11-20T14:30:00+01:00", "now".
///
/// It is read against the present and the zone only when asked, so the same value means the same words.
public enum Moment: Hashable, Sendable {
    case now
    /// A time of the day, so many days after today.
    case clock(LocalTime, daysFromToday: Int)
    case calendar(Day, LocalTime)
    case exactly(Instant)
    /// So long after the present; negative is before it.
    case fromNow(Duration)

    /// A text of each form, for messages.
    public static let examples = ["14:30", "yesterday 14:30", "2026-11-20 14:30", "30min ago", "now"]

    public init(_ text: some StringProtocol) throws(MomentError) {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        func error(_ reason: MomentError.Reason) -> MomentError { MomentError(input: String(text), reason: reason) }

        guard let first = words.first, let last = words.last else { throw error(.empty) }
        let joined = words.joined(separator: " ")
        if joined == "now" {
            self = .now
        } else if last == "ago" || first == "in" || first.hasPrefix("+") {
            let isPast = last == "ago"
            let span = isPast ? joined.dropLast(3) : joined.hasPrefix("+") ? joined.dropFirst() : joined.dropFirst(2)
            guard let duration = Moment.duration(span) else { throw error(.notADuration) }
            self = .fromNow(isPast ? .zero - duration : duration)
        } else if let days = ["yesterday": -1, "today": 0, "tomorrow": 1][first] {
            guard words.count == 2, let time = LocalTime(last) else { throw error(.notATime) }
            self = .clock(time, daysFromToday: days)
        } else if first.contains("-") {
            self = try Moment(date: joined, error)
        } else if words.count == 1, first.contains(":") {
            guard let time = LocalTime(first) else { throw error(.notATime) }
            self = .clock(time, daysFromToday: 0)
        } else {
            throw error(.unknownForm)
        }
    }

    private init(date text: String, _ error: (MomentError.Reason) -> MomentError) throws(MomentError) {
        if let timestamp = Timestamp(text) {
            self = .exactly(timestamp.instant)
            return
        }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "t" }
        guard let day = parts.first.flatMap({ Day($0) }) else { throw error(.notADay) }
        guard parts.count == 2, let time = LocalTime(parts[1]) else { throw error(.notATime) }
        self = .calendar(day, time)
    }

    /// Reads "90s", "30min", "1h 30min" or "2d".
    private static func duration(_ text: Substring) -> Duration? {
        let units = [
            "s": 1, "sec": 1, "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "h": 3600, "hour": 3600,
            "hours": 3600, "d": 86400, "day": 86400, "days": 86400,
        ]
        var cursor = Cursor(text.filter { $0 != " " })
        var seconds = 0
        repeat {
            guard let count = cursor.number(digits: 1...6),
                let unit = units[cursor.text { (0x61...0x7a).contains($0) }]
            else { return nil }
            seconds += count * unit
        } while !cursor.isAtEnd
        return .seconds(seconds)
    }

    /// The instant meant by someone who says it at `now` in the zone of `rules`.
    public func instant(now: Instant, in rules: ZoneRules) -> Instant {
        switch self {
        case .now: now
        case .clock(let time, let days): rules.instant(of: time, on: rules.day(of: now).advanced(by: days))
        case .calendar(let day, let time): rules.instant(of: time, on: day)
        case .exactly(let instant): instant
        case .fromNow(let duration): now + duration
        }
    }
}

/// Why a text is no point in time.
public struct MomentError: Error, Hashable, Sendable {
    /// What was typed.
    public let input: String
    public let reason: Reason

    public init(input: String, reason: Reason) {
        self.input = input
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        case empty
        /// None of ``Moment/examples``.
        case unknownForm
        /// The calendar has no such day, or it is not written like 2026-11-20.
        case notADay
        /// The clock has no such time, or it is not written like 14:30.
        case notATime
        /// Not a span such as 30min or 1h 30min.
        case notADuration
    }
}
