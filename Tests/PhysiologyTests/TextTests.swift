// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Quantities as text")
struct TextTests {
    @Test(
        "volumes are read in every unit that bottles have",
        arguments: [
            ("250ml", 250), ("250 ml", 250), (" 0.25l ", 250), ("25cl", 250), ("2.5 dl", 250), ("8floz", 236.588),
            ("8 fl oz", 236.588), ("1cup", 236.588), ("250", 250), ("20", 20), ("3000", 3000), ("0.5L", 500),
            (".5l", 500), ("1 litre", 1000), ("0ml", 0),
        ])
    func volumes(text: String, milliliters: Double) throws {
        #expect(try Volume(parsing: text).milliliters == milliliters)
    }

    @Test(
        "a text that is no volume is refused with the reason",
        arguments: [
            ("", QuantityError.Reason.empty), ("  ", .empty), ("ml", .notANumber), ("nan", .notANumber),
            ("inf", .notANumber), ("infinity ml", .notANumber), ("0x10", .notANumber), ("0x10ml", .notANumber),
            ("1e400", .exponent), ("1e3ml", .exponent), ("2E-3l", .exponent), ("0,25l", .decimalComma),
            ("1,500ml", .decimalComma), ("1.2.3l", .notANumber), ("1.ml", .notANumber), ("-250ml", .negative),
            ("+250ml", .notANumber), ("19", .missingUnit), ("3001", .missingUnit), ("0.25", .missingUnit),
            ("250kg", .unknownUnit("kg")), ("250 m l x", .unknownUnit("m l x")), ("1l 2l", .unknownUnit("l 2l")),
            ("1234567890123ml", .tooManyDigits), ("0.0000000000001ml", .tooManyDigits), ("999999999999l", .tooLarge),
            ("٢٥٠ml", .notANumber), ("250 ml!", .unknownUnit("ml!")),
        ])
    func refusedVolumes(text: String, reason: QuantityError.Reason) {
        let error = #expect(throws: QuantityError.self) { try Volume(parsing: text) }
        #expect(
            error
                == QuantityError(
                    input: text, reason: reason, accepted: "250ml, 0.25l, 25cl, 8floz or 1cup"))
    }

    @Test(
        "temperatures need their scale and may be below zero",
        arguments: [
            ("31C", 31), ("31 °C", 31), ("31.5c", 31.5), ("88F", 31.111), ("-5C", -5), ("14°F", -10), ("-0C", 0),
        ])
    func temperatures(text: String, celsius: Double) throws {
        #expect(try Temperature(parsing: text).celsius == celsius)
    }

    @Test("a temperature without its scale is refused")
    func bareTemperature() {
        let error = #expect(throws: QuantityError.self) { try Temperature(parsing: "31") }
        #expect(error?.reason == .missingUnit)
    }

    @Test("humidity is per cent, with or without the sign, but a fraction is not guessed")
    func humidity() throws {
        #expect(try RelativeHumidity(parsing: "70%") == .percent(70))
        #expect(try RelativeHumidity(parsing: "70") == .percent(70))
        #expect(throws: QuantityError.self) { try RelativeHumidity(parsing: "0.7") }
    }

    @Test("masses and lengths are read in both systems")
    func massesAndLengths() throws {
        #expect(try Mass(parsing: "70kg") == .kilograms(70))
        #expect(isClose(try Mass(parsing: "154 lb").kilograms, 69.853225, within: 1e-9))
        #expect(throws: QuantityError.self) { try Mass(parsing: "70") }
        for text in ["170cm", "1.7m", "1.70 m"] { #expect(try Length(parsing: text) == .meters(1.7)) }
        for text in ["5'7\"", "5'7", "5ft7in", "5 ft 7 in", "5ft 7", "67in"] {
            #expect(try Length(parsing: text) == .meters(1.7018), "\(text)")
        }
        #expect(throws: QuantityError.self) { try Length(parsing: "170") }
    }

    @Test(
        "speeds are read, and paces",
        arguments: [
            ("10km/h", 2.7778), ("3m/s", 3), ("6mph", 2.6822), ("6 min/km", 2.7778), ("5:30min/km", 3.0303),
            ("5:30 /km", 3.0303), ("9:00min/mi", 2.9803), ("5.5min/km", 3.0303),
        ])
    func speeds(text: String, metersPerSecond: Double) throws {
        #expect(try Speed(parsing: text).metersPerSecond == metersPerSecond)
    }

    @Test("a pace that is none is refused", arguments: ["5:60min/km", "5.5:30min/km", "0min/km", "min/km", "5:3x/km"])
    func refusedPaces(text: String) {
        #expect(throws: QuantityError.self) { try Speed(parsing: text) }
    }

    @Test(
        "lengths of time are read as systemd writes them",
        arguments: [
            ("45min", 2700), ("1h 30min", 5400), ("1h30", 5400), ("1h30m", 5400), ("90s", 90), ("2h", 7200),
            ("1.5h", 5400), ("1d", 86400), ("2 weeks", 1_209_600), ("0s", 0),
        ])
    func durations(text: String, seconds: Int) throws {
        #expect(try Duration(parsing: text) == .seconds(seconds))
    }

    @Test(
        "a length of time without a unit, below zero or longer than history is refused",
        arguments: [
            ("45", QuantityError.Reason.missingUnit), ("1h 30 5s", .missingUnit), ("45min30", .missingUnit),
            ("-5min", .negative), ("999999999999w", .tooLarge), ("1:30", .unknownUnit(":")),
            ("1h,30", .unknownUnit("h,")),
        ])
    func refusedDurations(text: String, reason: QuantityError.Reason) {
        let error = #expect(throws: QuantityError.self) { try Duration(parsing: text) }
        #expect(error?.reason == reason)
    }

    @Test("salt and caffeine are read from labels")
    func labels() throws {
        #expect(try Concentration(parsing: "20 mmol/l") == .millimolesPerLiter(20))
        #expect(isClose(try Concentration(parsing: "460mg/l", of: .sodium).millimolesPerLiter, 20.009, within: 1e-9))
        #expect(isClose(try Concentration(parsing: "391mg/l", of: .potassium).millimolesPerLiter, 10.0, within: 0.001))
        #expect(throws: QuantityError.self) { try Concentration(parsing: "460mg/l") }
        #expect(try MassConcentration(parsing: "0.4g/l") == .milligramsPerLiter(400))
        #expect(try AlcoholContent(parsing: "5 %") == .percent(5))
        #expect(try Mass(parsing: "80mg").milligrams == 80)
    }

    @Test("what exercise is measured in is read")
    func exercise() throws {
        #expect(try Power(parsing: "200W") == .watts(200))
        #expect(try MetabolicEquivalent(parsing: "9.4") == .met(9.4))
        #expect(try MetabolicEquivalent(parsing: "9.4MET") == .met(9.4))
        #expect(try Clothing(parsing: "0.3") == .clo(0.3))
    }

    @Test("a person reads round numbers with units")
    func formatted() {
        #expect(Volume.milliliters(250).formatted(.metric) == "250 ml")
        #expect(Volume.milliliters(999.4).formatted(.metric) == "999 ml")
        #expect(Volume.milliliters(1250).formatted(.metric) == "1.25 l")
        #expect(Volume.milliliters(-1250).formatted(.metric) == "-1.25 l")
        #expect(Volume.milliliters(-0.2).formatted(.metric) == "0 ml")
        #expect(Volume.milliliters(250).formatted(.us) == "8 fl oz")
        #expect(Temperature.celsius(31).formatted(.metric) == "31 °C")
        #expect(Temperature.celsius(31.25).formatted(.metric) == "31.3 °C")
        #expect(Temperature.celsius(31).formatted(.us) == "88 °F")
        #expect(Mass.kilograms(70).formatted(.metric) == "70 kg")
        #expect(Mass.kilograms(70).formatted(.us) == "154 lb")
        #expect(Length.meters(1.7).formatted(.metric) == "170 cm")
        #expect(Length.meters(1.7).formatted(.us) == "5 ft 7 in")
        #expect(Speed.kilometersPerHour(10).formatted(.metric) == "10 km/h")
        #expect(Speed.kilometersPerHour(10).formatted(.us) == "6.2 mph")
        #expect(RelativeHumidity.percent(70).formatted(.metric) == "70 %")
        #expect(WaterRate.litersPerHour(0.914).formatted(.metric) == "0.91 l/h")
        #expect(Duration.seconds(5400).formatted() == "1h 30min")
        #expect(Duration.seconds(95).formatted() == "1min 35s")
        #expect(Duration.zero.formatted() == "0s")
    }

    @Test(
        "a decimal is printed with no more digits than asked, and never with an exponent",
        arguments: [
            (0.1 + 0.2, 3, "0.3"), (1e-9, 3, "0"), (-0.0004, 3, "0"), (-1.5, 0, "-2"), (1234.5678, 2, "1234.57"),
            (2.05, 9, "2.05"), (1e300, 0, "900000000000000000"), (.nan, 2, "?"), (-0.05, 2, "-0.05"), (7, -3, "7"),
            (0.007, 3, "0.007"),
        ])
    func decimals(value: Double, digits: Int, text: String) {
        #expect(DecimalText.string(value, fractionDigits: digits) == text)
    }
}
