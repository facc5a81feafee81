// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// An instant together with the offset it is written at: what RFC 3339 calls a timestamp.
public struct Timestamp: Hashable, Sendable {
    public let instant: Instant
    /// Minutes east of UTC.
    public let offsetMinutes: Int

    /// `instant` as the clocks show it at `offset`; seconds of the offset, which only clocks before about
    /// 1930 had, are dropped from it, not from the instant.
    public init(_ instant: Instant, at offset: LocalOffset) {
        self.instant = instant
        offsetMinutes = Int(offset.seconds / 60)
    }

    /// Reads "2026-11-20T14:30:00+01:00", also with a space for the T, a fraction of a second (what is finer than
    /// microseconds is dropped) and Z; nil when it is anything else.
    public init?(_ text: some StringProtocol) {
        var cursor = Cursor(text)
        guard let day = Day(&cursor), cursor.accept(anyOf: "Tt ") != nil, let time = LocalTime(&cursor) else {
            return nil
        }
        var microseconds: Int64 = 0
        if cursor.accept(".") {
            let digits = cursor.text { (0x30...0x39).contains($0) }
            guard (1...18).contains(digits.utf8.count),
                let value = Int64((digits + "00000").prefix(6))
            else { return nil }
            microseconds = value
        }
        guard let offset = Timestamp.offset(&cursor), cursor.isAtEnd else { return nil }
        let seconds = Int64(day.number) * 86400 + Int64(time.seconds) - Int64(offset) * 60
        instant = Instant(microseconds: seconds * 1_000_000 + microseconds)
        offsetMinutes = offset
    }

    private static func offset(_ cursor: inout Cursor) -> Int? {
        if cursor.accept(anyOf: "Zz") != nil { return 0 }
        guard let sign = cursor.accept(anyOf: "+-"), let hours = cursor.number(digits: 2...2), hours < 24,
            cursor.accept(":"), let minutes = cursor.number(digits: 2...2), minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    /// The timestamp as RFC 3339 writes it, with a fraction only when there is one.
    public var text: String {
        let place = LocalOffset(seconds: Int32(offsetMinutes) * 60, zone: "")
        let time = place.localTime(of: instant)
        let clock = "\(time.hour.padded(to: 2)):\(time.minute.padded(to: 2)):\(time.second.padded(to: 2))"
        let microseconds = instant.microseconds - instant.microseconds.quotient(1_000_000) * 1_000_000
        var fraction = microseconds == 0 ? "" : "." + Int(microseconds).padded(to: 6)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(place.day(of: instant).text)T\(clock)\(fraction)\(offsetText)"
    }

    private var offsetText: String {
        guard offsetMinutes != 0 else { return "Z" }
        let minutes = abs(offsetMinutes)
        return "\(offsetMinutes < 0 ? "-" : "+")\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
    }
}
