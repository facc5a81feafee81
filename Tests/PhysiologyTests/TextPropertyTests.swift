// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Quantities as text, whatever the case")
struct TextPropertyTests {
    /// A text made of a number and one of `units`.
    private func quantityText(_ random: inout SplitMix64, _ units: [String]) -> String {
        let whole = Int.random(in: 0...random.pick([9, 500, 99_999]), using: &random)
        let digits = Int.random(in: 0...4, using: &random)
        let fraction =
            digits == 0 ? "" : "." + (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        return "\(whole)\(fraction)" + random.pick(["", " "]) + random.pick(units)
    }

    private func roundTrip<Q: TextQuantity>(
        _ type: Q.Type, units: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        Cases.check(sourceLocation: sourceLocation) { random in
            let text = quantityText(&random, units)
            do {
                let quantity = try Q(parsing: text)
                let again = try Q(parsing: quantity.description)
                if again != quantity { return "\(text) is \(quantity), and then \(again)" }
                for system in UnitSystem.allCases {
                    let shown = quantity.formatted(system)
                    let shownAgain = try Q(parsing: shown).formatted(system)
                    if shownAgain != shown { return "\(text) shows as \(shown), and then \(shownAgain)" }
                }
                return nil
            } catch {
                return "\(text): \(error)"
            }
        }
    }

    @Test("reading what was written gives what was read")
    func roundTrips() {
        roundTrip(Volume.self, units: ["ml", "l", "cl", "dl", "floz", "fl oz", "cup", "ML"])
        roundTrip(Mass.self, units: ["kg", "g", "mg", "lb"])
        roundTrip(Length.self, units: ["m", "cm", "ft", "in", "ft 3in"])
        roundTrip(Temperature.self, units: ["C", "°C", "F", "°F"])
        roundTrip(RelativeHumidity.self, units: ["%"])
        roundTrip(Speed.self, units: ["km/h", "m/s", "mph"])
        roundTrip(Power.self, units: ["W", "kW"])
        roundTrip(MetabolicEquivalent.self, units: ["MET", "met"])
        roundTrip(Clothing.self, units: ["clo"])
        roundTrip(Concentration.self, units: ["mmol/l"])
        roundTrip(MassConcentration.self, units: ["mg/l", "g/l"])
        roundTrip(AlcoholContent.self, units: ["%"])
        roundTrip(Amount.self, units: ["mmol"])
    }

    @Test("reading a length of time that was written gives what was read")
    func durations() {
        Cases.check { random in
            let text = (0...Int.random(in: 0...2, using: &random))
                .map { _ in quantityText(&random, ["s", "ms", "us", "min", "h"]) }.joined(separator: " ")
            do {
                let duration = try Duration(parsing: text)
                return try Duration(parsing: duration.text) == duration ? nil : "\(text) is \(duration.text)"
            } catch {
                return "\(text): \(error)"
            }
        }
    }

    @Test("no text, however odd, traps a reader or gives something undefined")
    func total() {
        let pieces = [
            "1", "9", "0", ".", ",", "-", "+", "e", "E", "x", "ml", "l", "h", "min", "km", "/", ":", "'", "\"", " ",
            "°", "C", "%", "\u{0301}", "👩‍👩‍👧", "\u{0}", "\u{202E}", "999999999999", "fl oz", "\n", "\u{00A0}",
        ]
        Cases.check { random in
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(pieces) }.joined()
            let numbers = [
                try? Volume(parsing: text).canonical, try? Length(parsing: text).canonical,
                try? Speed(parsing: text).canonical, try? Temperature(parsing: text).canonical,
                try? Duration(parsing: text).hours, try? Concentration(parsing: text, of: .sodium).canonical,
            ]
            return numbers.allSatisfy { $0?.isFinite ?? true } ? nil : "\(text.debugDescription) gives \(numbers)"
        }
    }
}
