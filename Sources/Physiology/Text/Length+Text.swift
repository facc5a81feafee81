// SPDX-License-Identifier: Apache-2.0

// How lengths and speeds are written.

extension Length: TextQuantity {
    /// Metres to a tenth of a millimetre; feet and inches add up.
    public static let grammar = QuantityGrammar(
        units: [
            .init(names: ["m", "meter", "meters", "metre", "metres"]),
            .init(names: ["cm"], scale: 0.01),
            .init(names: ["ft", "foot", "feet", "'", "′", "’"], scale: 0.3048, bareNext: 0.0254),
            .init(names: ["in", "inch", "inches", "\"", "″", "”", "''"], scale: 0.0254),
        ], symbol: "m", resolution: 4, accepted: "170cm, 1.7m, 67in or 5ft7in", isCompound: true)

    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .metric: return DecimalText.string(centimeters, fractionDigits: 0) + " cm"
        case .us:
            guard isFinite, abs(inches) < 1e9 else { return DecimalText.string(inches, fractionDigits: 0) + " in" }
            let (feet, rest) = Int(inches.rounded()).quotientAndRemainder(dividingBy: 12)
            return feet == 0 ? "\(rest) in" : "\(feet) ft \(abs(rest)) in"
        }
    }
}

extension Speed: TextQuantity {
    /// Metres per second to a tenth of a millimetre.
    public static let grammar = QuantityGrammar(
        units: [
            .init(names: ["m/s", "mps"]),
            .init(names: ["km/h", "kmh", "kph"], scale: Speed.kilometersPerHour(1).metersPerSecond),
            .init(names: ["mph", "mi/h"], scale: Speed.milesPerHour(1).metersPerSecond),
        ], symbol: "m/s", resolution: 4, accepted: "10km/h, 3m/s, 6mph, 5:30min/km or 9:00min/mi")

    /// Reads a speed, or a pace: the minutes that a kilometre or a mile takes.
    public init(parsing text: some StringProtocol) throws(QuantityError) {
        let trimmed = QuantityGrammar.trimmed(Substring(text))
        let compact = trimmed.filter { !$0.isWhitespace }.lowercased()
        for (suffix, meters) in [("min/km", 1000), ("/km", 1000), ("min/mi", 1609.344), ("/mi", 1609.344)]
        where compact.hasSuffix(suffix) {
            do throws(QuantityError.Reason) {
                let seconds = try Self.pace(Substring(compact.dropLast(suffix.count)))
                let speed = (meters / seconds * 10_000).rounded() / 10_000
                self.init(canonical: speed)
                return
            } catch {
                throw QuantityError(input: String(text), reason: error, accepted: Self.grammar.accepted)
            }
        }
        self.init(canonical: try Self.grammar.canonical(text))
    }

    /// The seconds of a pace: "5:30" or "5.5".
    private static func pace(_ text: Substring) throws(QuantityError.Reason) -> Double {
        let minutes = try NumberText(text, signed: false)
        var seconds = minutes.value * 60
        if minutes.rest.first == ":" {
            let part = try NumberText(minutes.rest.dropFirst(), signed: false)
            guard part.rest.isEmpty, part.value < 60, minutes.value.rounded() == minutes.value else {
                throw .notANumber
            }
            seconds += part.value
        } else if !minutes.rest.isEmpty {
            throw .notANumber
        }
        // A pace under a second is faster than anything that sweats.
        guard seconds >= 1 else { throw .tooLarge }
        return seconds
    }

    public func formatted(_ system: UnitSystem) -> String {
        switch system {
        case .metric: DecimalText.string(kilometersPerHour, fractionDigits: 1) + " km/h"
        case .us: DecimalText.string(milesPerHour, fractionDigits: 1) + " mph"
        }
    }
}
