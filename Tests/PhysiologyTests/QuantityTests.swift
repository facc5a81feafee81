// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Quantities")
struct QuantityTests {
    @Test("a volume rounds down to the step, and a hair below a step is that step")
    func rounding() {
        #expect(Volume.milliliters(299.99999999).roundedDown(to: .milliliters(50)) == .milliliters(300))
        #expect(Volume.milliliters(299).roundedDown(to: .milliliters(50)) == .milliliters(250))
        #expect(Volume.milliliters(287).rounded(to: .milliliters(50)) == .milliliters(300))
    }

    @Test("units agree with one another")
    func units() {
        #expect(isClose(Volume.cups(1).fluidOunces, 8, within: 1e-9))
        #expect(isClose(Temperature.celsius(31).fahrenheit, 87.8, within: 1e-9))
        #expect(isClose(Temperature.fahrenheit(88).celsius, 31.111, within: 0.001))
        #expect(isClose(Speed.milesPerHour(6).kilometersPerHour, 9.656, within: 0.001))
        #expect(isClose(Mass.milligrams(100).kilograms, 0.0001, within: 1e-12))
    }

    @Test(
        "seconds before 1970 round towards the past, at the very ends too",
        arguments: [
            (0 as Int64, 0 as Int64), (999_999, 0), (-1, -1), (-1_000_000, -1), (-1_000_001, -2),
            (.max, 9_223_372_036_854), (.min, -9_223_372_036_855),
        ])
    func seconds(microseconds: Int64, seconds: Int64) {
        #expect(Instant(microseconds: microseconds).seconds == seconds)
    }

    @Test("no instant leaves its range")
    func instants() {
        #expect(Instant(seconds: .max) == .distantFuture)
        #expect(Instant(seconds: .min) == .distantPast)
        #expect(Instant.distantFuture + .hours(1) == .distantFuture)
        #expect(Instant.distantPast - .hours(1) == .distantPast)
        #expect(Instant(seconds: 0).advanced(byHours: .nan) == .distantFuture)
        #expect(Instant(seconds: 0).advanced(byHours: .infinity) == .distantFuture)
        #expect(Instant(seconds: 0).advanced(byHours: -1e300) == .distantPast)
    }

    @Test("an instant some hours on is never before the moment meant")
    func roundedUp() {
        Cases.check { random in
            let start = Instant(microseconds: Int64(random.number(-4e15...4e15)))
            let hours = random.number(0...1000)
            let reached = start.advanced(byHours: hours).hours(since: start)
            return reached >= hours - 1e-12 && reached <= hours + 1e-9 ? nil : "\(hours) h became \(reached)"
        }
    }
}
