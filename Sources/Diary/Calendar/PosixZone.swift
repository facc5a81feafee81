// SPDX-License-Identifier: Apache-2.0

/// A zone as POSIX writes it in `TZ` and TZif files in their footer, such as "CET-1CEST,M3.5.0,M10.5.0/3":
/// an offset and, where there is one, the summer time of every year.
///
/// Source: POSIX.1-2017, 8.3; RFC 8536, 3.3.1, for times from -167 to 167 hours.
struct PosixZone: Hashable, Sendable {
    /// Seconds east of UTC outside summer time.
    let standard: Int32
    let summer: Summer?

    /// The part of a year in which the clock stands elsewhere.
    struct Summer: Hashable, Sendable {
        /// Seconds east of UTC.
        let offset: Int32
        let begin: Turn
        let end: Turn
    }

    /// When a clock is turned: a day of the year and seconds after its midnight by the clock until then.
    struct Turn: Hashable, Sendable {
        enum Rule: Hashable, Sendable {
            /// 1 to 365; February 29 is never counted.
            case withoutLeapDay(Int)
            /// 0 to 365; February 29 is counted.
            case withLeapDay(Int)
            /// A month, a week (5 is the last) and days since Sunday.
            case weekday(month: Int, week: Int, sinceSunday: Int)
        }
        let rule: Rule
        let time: Int

        func day(in year: Int) -> Day {
            let newYear = Day(firstOf: 1, in: year)
            switch rule {
            case .withoutLeapDay(let day):
                return newYear.advanced(by: Day.isLeap(year: year) && day >= 60 ? day : day - 1)
            case .withLeapDay(let day):
                return newYear.advanced(by: day)
            case .weekday(let month, let week, let sinceSunday):
                let first = Day(firstOf: month, in: year)
                let untilFirst = (sinceSunday - first.weekday.rawValue % 7 + 7) % 7
                let inMonth = untilFirst + (week - 1) * 7
                let isPastEnd = inMonth >= Day.count(ofMonth: month, inYear: year)
                return first.advanced(by: isPastEnd ? inMonth - 7 : inMonth)
            }
        }

        /// Seconds since 1970 at which a clock that stands at `offset` until then is turned.
        func seconds(in year: Int, from offset: Int32) -> Int64 {
            Int64(day(in: year).number) * 86400 + Int64(time) - Int64(offset)
        }
    }

    /// A change of the offset: from `seconds` since 1970 on it is `offset`.
    struct Change: Hashable, Sendable {
        let seconds: Int64
        let offset: Int32
    }

    /// The changes of the year around `seconds` since 1970 and of the years before and after it, in order.
    func changes(around seconds: Int64) -> [Change] {
        guard let summer else { return [] }
        let year = Day(number: Int(seconds.quotient(86400))).year
        var changes: [Change] = []
        for year in (year - 1)...(year + 1) {
            let begin = Change(seconds: summer.begin.seconds(in: year, from: standard), offset: summer.offset)
            let end = Change(seconds: summer.end.seconds(in: year, from: summer.offset), offset: standard)
            changes += begin.seconds < end.seconds ? [begin, end] : [end, begin]
        }
        // A summer that ends at the very moment the next begins never ends: the beginning wins.
        changes.sort {
            ($0.seconds, $0.offset == summer.offset ? 1 : 0) < ($1.seconds, $1.offset == summer.offset ? 1 : 0)
        }
        return changes.indices.compactMap { index in
            let isOverruled = index + 1 < changes.count && changes[index + 1].seconds == changes[index].seconds
            return isOverruled ? nil : changes[index]
        }
    }

    /// The offset at `seconds` since 1970.
    func offset(at seconds: Int64) -> Int32 {
        changes(around: seconds).last { $0.seconds <= seconds }?.offset ?? standard
    }
}

extension PosixZone {
    /// Reads a zone; nil when `text` is not one.
    init?(_ text: some StringProtocol) {
        var cursor = Cursor(text)
        guard PosixZone.skipName(&cursor), let west = PosixZone.clock(&cursor, hours: 0...24) else { return nil }
        standard = Int32(-west)
        guard !cursor.isAtEnd else {
            summer = nil
            return
        }
        guard PosixZone.skipName(&cursor) else { return nil }
        var offset = standard + 3600
        if let next = cursor.next, next != "," {
            guard let west = PosixZone.clock(&cursor, hours: 0...24) else { return nil }
            offset = Int32(-west)
        }
        var begin = Turn(rule: .weekday(month: 3, week: 2, sinceSunday: 0), time: 7200)
        var end = Turn(rule: .weekday(month: 11, week: 1, sinceSunday: 0), time: 7200)
        // Without rules POSIX leaves them open; the C library, too, takes those of the United States.
        if !cursor.isAtEnd {
            guard cursor.accept(","), let given = PosixZone.turn(&cursor), cursor.accept(","),
                let givenEnd = PosixZone.turn(&cursor), cursor.isAtEnd
            else { return nil }
            (begin, end) = (given, givenEnd)
        }
        summer = Summer(offset: offset, begin: begin, end: end)
    }

    /// Steps over "CET" or "<+03>".
    private static func skipName(_ cursor: inout Cursor) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte & 0xdf) }
        if cursor.accept("<") {
            let name = cursor.text { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d }
            return !name.isEmpty && cursor.accept(">")
        }
        return cursor.text(while: isLetter).utf8.count >= 3
    }

    /// Reads "2", "-3:30" or "+1:00:00" as seconds.
    private static func clock(_ cursor: inout Cursor, hours range: ClosedRange<Int>) -> Int? {
        let sign = cursor.accept(anyOf: "+-") == "-" ? -1 : 1
        guard let hours = cursor.number(digits: 1...3), range.contains(hours) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where cursor.accept(":") {
            guard let part = cursor.number(digits: 1...2), part < 60 else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    /// Reads "M3.5.0", "J60/2" or "0/-1".
    private static func turn(_ cursor: inout Cursor) -> Turn? {
        let rule: Turn.Rule
        if cursor.accept("M") {
            guard let month = cursor.number(digits: 1...2), (1...12).contains(month), cursor.accept("."),
                let week = cursor.number(digits: 1...1), (1...5).contains(week), cursor.accept("."),
                let sinceSunday = cursor.number(digits: 1...1), sinceSunday < 7
            else { return nil }
            rule = .weekday(month: month, week: week, sinceSunday: sinceSunday)
        } else if cursor.accept("J") {
            guard let day = cursor.number(digits: 1...3), (1...365).contains(day) else { return nil }
            rule = .withoutLeapDay(day)
        } else {
            guard let day = cursor.number(digits: 1...3), (0...365).contains(day) else { return nil }
            rule = .withLeapDay(day)
        }
        guard cursor.accept("/") else { return Turn(rule: rule, time: 7200) }
        return clock(&cursor, hours: 0...167).map { Turn(rule: rule, time: $0) }
    }
}
