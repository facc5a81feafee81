// SPDX-License-Identifier: Apache-2.0

/// How lengths of time are written: as systemd.time(7) writes them, "1h 30min".
extension Duration {
    // In microseconds, of which a hundred thousand days are a whole number that a double still holds exactly.
    private static let grammar = QuantityGrammar(
        units: [
            .init(names: ["us", "µs", "μs", "usec"]),
            .init(names: ["ms", "msec"], scale: 1000),
            .init(names: ["s", "sec", "second", "seconds"], scale: 1_000_000),
            .init(names: ["m", "min", "mins", "minute", "minutes"], scale: 60_000_000),
            .init(names: ["h", "hr", "hrs", "hour", "hours"], scale: 3_600_000_000, bareNext: 60_000_000),
            .init(names: ["d", "day", "days"], scale: 86_400_000_000),
            .init(names: ["w", "week", "weeks"], scale: 604_800_000_000),
        ], symbol: "us", resolution: 0, accepted: "45min, 1h 30min, 1h30 or 90s", isCompound: true, largest: 8.64e15)

    /// Reads a length of time of at most 100,000 days, to the microsecond; a bare number is refused, "1h30" are ninety
    /// minutes.
    public init(parsing text: some StringProtocol) throws(QuantityError) {
        self = .microseconds(Int64(try Self.grammar.canonical(text)))
    }

    /// The length of time in systemd's style, to the microsecond: reading it gives the same again.
    public var text: String {
        var left = microseconds.magnitude
        guard left > 0 else { return "0s" }
        var parts: [String] = []
        for (unit, length) in [
            ("d", 86_400_000_000), ("h", 3_600_000_000), ("min", 60_000_000), ("s", 1_000_000), ("ms", 1000),
            ("us", 1),
        ] as [(String, UInt64)] {
            let (count, rest) = left.quotientAndRemainder(dividingBy: length)
            if count > 0 { parts.append("\(count)\(unit)") }
            left = rest
        }
        return (microseconds < 0 ? "-" : "") + parts.joined(separator: " ")
    }

    /// The length of time as a person reads it, to the minute, below ten minutes to the second.
    public func formatted() -> String {
        let step: Int64 = microseconds.magnitude < 600_000_000 ? 1_000_000 : 60_000_000
        let steps = (Double(microseconds) / Double(step)).rounded()
        return Duration.microseconds(Int64(min(max(steps * Double(step), -9e18), 9e18))).text
    }
}
