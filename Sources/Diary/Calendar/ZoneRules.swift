// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// How a zone's wall clocks stand to UTC, past and to come: a value made from the bytes of one TZif file.
///
/// Asking it costs a binary search; it never reads a file or the environment.
public struct ZoneRules: Hashable, Sendable {
    /// The zone's name, such as "Europe/Berlin".
    public let name: String
    private let changes: [Int64]
    private let changedOffsets: [Int32]
    private let firstOffset: Int32
    private let footer: PosixZone?

    /// The seconds east of UTC that a clock can stand at (RFC 8536, 3.2).
    static let offsets: ClosedRange<Int32> = -89_999...93_599

    /// Reads a TZif file of version 1, 2 or 3 (RFC 8536). `name` is kept as it is.
    public init(tzif: some Collection<UInt8>, name: String) throws(ZoneError) {
        let file = try TZifFile(Array(tzif))
        self.name = name
        changes = file.changes
        changedOffsets = file.offsets
        firstOffset = file.first
        footer = file.footer
    }

    /// Reads a zone as POSIX writes it in `TZ`, such as "CET-1CEST,M3.5.0,M10.5.0/3".
    public init(posix: String, name: String) throws(ZoneError) {
        guard let zone = PosixZone(posix) else { throw .badRule(posix) }
        self.init(name: name, zone: zone)
    }

    private init(name: String, zone: PosixZone) {
        self.name = name
        (changes, changedOffsets, firstOffset, footer) = ([], [], zone.standard, zone)
    }

    /// Universal time, which knows no summer.
    public static let utc = ZoneRules(name: "UTC", zone: PosixZone(standard: 0, summer: nil))

    /// Where the zone's clocks stand at `instant`.
    public func offset(at instant: Instant) -> LocalOffset {
        LocalOffset(seconds: offset(atSeconds: instant.wholeSeconds), zone: name)
    }

    /// The day it is in the zone at `instant`.
    public func day(of instant: Instant) -> Day { offset(at: instant).day(of: instant) }

    /// What the zone's clocks show at `instant`, in whole seconds.
    public func localTime(of instant: Instant) -> LocalTime { offset(at: instant).localTime(of: instant) }

    /// The weekday it is in the zone at `instant`.
    public func weekday(of instant: Instant) -> Weekday { day(of: instant).weekday }

    /// When the clocks show `time` on `day`: the first instant after a gap that swallows it, and the first
    /// of two when it comes twice. A day skipped altogether is a gap too.
    public func instant(of time: LocalTime, on day: Day) -> Instant {
        guard day.number.magnitude < 100_000_000 else { return day.number < 0 ? .distantPast : .distantFuture }
        let wall = Int64(day.number) * 86400 + Int64(time.seconds)
        // No clock stands further from UTC than the range, so the answer is not before this.
        var start = wall - Int64(ZoneRules.offsets.upperBound) - 1
        var offset = offset(atSeconds: start)
        while let next = nextChange(afterSeconds: start) {
            if wall - Int64(offset) < next.seconds { break }
            (start, offset) = (next.seconds, next.offset)
            if wall - Int64(offset) < start { return Instant(wholeSeconds: start) }
        }
        return Instant(wholeSeconds: wall - Int64(offset))
    }

    /// The next instant after `instant` at which the zone's clocks are turned; nil if they never are again.
    public func nextChange(after instant: Instant) -> Instant? {
        var seconds = instant.wholeSeconds
        let offset = offset(atSeconds: seconds)
        // A change of the zone's abbreviation alone turns no clock, and a rule may name two a year for ever.
        for _ in 0..<(changes.count + 4) {
            guard let next = nextChange(afterSeconds: seconds) else { break }
            if next.offset != offset { return Instant(wholeSeconds: next.seconds) }
            seconds = next.seconds
        }
        return nil
    }

    private func offset(atSeconds seconds: Int64) -> Int32 {
        let passed = countOfChanges(upTo: seconds)
        if passed == changes.count, let footer { return footer.offset(at: seconds) }
        return passed == 0 ? firstOffset : changedOffsets[passed - 1]
    }

    private func nextChange(afterSeconds seconds: Int64) -> PosixZone.Change? {
        let passed = countOfChanges(upTo: seconds)
        if passed < changes.count {
            return PosixZone.Change(seconds: changes[passed], offset: changedOffsets[passed])
        }
        return footer?.changes(around: seconds).first { $0.seconds > seconds }
    }

    /// How many changes lie at or before `seconds`.
    private func countOfChanges(upTo seconds: Int64) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Instant {
    /// Seconds since 1970, rounded towards the past, at any instant there is.
    var wholeSeconds: Int64 { microseconds.quotient(1_000_000) }

    /// The instant so many seconds after 1970, held at the ends of the range: a zone file may name any.
    fileprivate init(wholeSeconds: Int64) {
        let (microseconds, overflow) = wholeSeconds.multipliedReportingOverflow(by: 1_000_000)
        self.init(microseconds: overflow ? (wholeSeconds < 0 ? .min : .max) : microseconds)
    }
}

/// Why a zone's rules cannot be read.
public enum ZoneError: Error, Hashable, Sendable {
    /// The bytes do not begin as a TZif file does.
    case notTZif
    /// The file ends before its last part does.
    case truncated
    case malformed(Fault)
    /// The POSIX rule cannot be read.
    case badRule(String)

    public enum Fault: Hashable, Sendable {
        case changesOutOfOrder, offsetOutOfRange, unknownType
    }
}
