// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Body")
struct BodyTests {
    private func body(
        _ sex: Sex = .unspecified, kilograms: Double = 70, centimeters: Double = 170, born: Int? = nil,
        pregnant: Bool = false, breastfeeding: Bool = false
    ) -> Body {
        var profile = Profile()
        profile.sex = sex
        profile.mass = .kilograms(kilograms)
        profile.height = .centimeters(centimeters)
        profile.birthYear = born
        profile.isPregnant = pregnant
        profile.isBreastfeeding = breastfeeding
        return Body(profile: profile, year: 2026)
    }

    @Test("the drinks of a day are those of EFSA and ESPEN")
    func drinks() throws {
        let table = Vectors.rows("published_adequate_intake.csv")
        func published(_ organisation: String, _ group: String) throws -> Double {
            try #require(table.first { $0[text: "body"] == organisation && $0[text: "group"] == group })["drinks_ml_d"]
        }
        let cases: [(Body, Double)] = [
            (body(.male), try published("EFSA", "men >=14 y")),
            (body(.female), try published("EFSA", "women >=14 y")),
            (body(.male, born: 1950), try published("ESPEN", "men >=65")),
            (body(.female, born: 1950), try published("ESPEN", "women >=65")),
            (body(.male, born: 2016), try published("EFSA", "boy 9-13")),
            (body(.female, born: 2016), try published("EFSA", "girl 9-13")),
            (body(born: 2020), try published("EFSA", "child 4-8 y")),
            (body(born: 2023), try published("EFSA", "child 2-3 y")),
            (body(), 1800), (body(.female, pregnant: true), 1900), (body(.female, breastfeeding: true), 2300),
            (body(pregnant: true), 1900),
        ]
        for (body, milliliters) in cases {
            #expect(body.dailyDrinks == .milliliters(milliliters), "\(body.profile)")
        }
    }

    @Test("a man of reference size loses 96 ml/h awake and 58 asleep, a woman 77 and 46")
    func baseline() {
        // 1.90 and 1.70 m² are the reference surfaces.
        let man = body(.male, kilograms: 72, centimeters: 179.3)
        let woman = body(.female, kilograms: 62, centimeters: 168)
        #expect(isClose(man.surfaceArea.squareMeters, 1.90, within: 0.01))
        #expect(isClose(woman.surfaceArea.squareMeters, 1.70, within: 0.01))
        #expect(isClose(man.baseline.millilitersPerHour, 96, within: 0.8))
        #expect(isClose(man.asleepBaseline.millilitersPerHour, 58, within: 0.5))
        #expect(isClose(woman.baseline.millilitersPerHour, 77, within: 0.8))
        #expect(isClose(woman.exerciseBaseline.millilitersPerHour, 46, within: 0.5))
        #expect(woman.baseline(in: .asleep) == woman.asleepBaseline)
    }

    @Test("a day's baseline adds up to the day's drinks")
    func dayAddsUp() {
        let person = body(.unspecified, kilograms: 69.5, centimeters: 170)
        let day = person.baseline.millilitersPerHour * 16 + person.asleepBaseline.millilitersPerHour * 8
        #expect(isClose(day, 1800 * (person.surfaceArea.squareMeters / 1.80), within: 1e-6))
    }

    @Test("body size moves the baseline by a fifth down and a quarter up at most")
    func areaClamp() {
        let (small, large) = (body(.male, kilograms: 30, centimeters: 120), body(.male, kilograms: 180))
        #expect(isClose(small.baseline.millilitersPerHour, 2000 / 20.8 * 0.8, within: 1e-9))
        #expect(isClose(large.baseline.millilitersPerHour, 2000 / 20.8 * 1.25, within: 1e-9))
    }

    @Test("caps count an unspecified sex as the one that needs less")
    func caps() {
        let person = body()
        #expect(isClose(person.capBaseline / person.baseline, 1600 / 1800, within: 1e-12))
        #expect(body(.male).capBaseline == body(.male).baseline)
        #expect(body(pregnant: true).capBaseline == body(pregnant: true).baseline)
    }

    @Test(
        "body water is 60 % of a man, 50 % of a woman, 55 % of who does not say, and less from 65",
        arguments: [
            (Sex.male, nil as Int?, 42), (.female, nil, 35), (.unspecified, nil, 38.5), (.male, 1950, 35),
            (.female, 1950, 31.5), (.unspecified, 1950, 33.25),
        ])
    func water(sex: Sex, born: Int?, liters: Double) {
        let person = body(sex, born: born)
        #expect(isClose(person.totalBodyWater.liters, liters, within: 1e-9))
        #expect(isClose(person.thirstThreshold.liters, liters * 0.02, within: 1e-9))
        let share = born == nil ? 2.0 : 3.0
        #expect(isClose(person.reminderThreshold.liters, liters * 0.02 / share, within: 1e-9))
    }

    @Test(
        "childhood ends at 16 and seniority begins at 65",
        arguments: [
            (nil as Int?, AgeGroup.adult), (2011, .child), (2010, .adult), (1962, .adult), (1961, .senior),
            (2030, .child), (.min, .child),
        ])
    func ages(born: Int?, group: AgeGroup) {
        // A birth year that no calendar has still gives an age group.
        #expect(body(born: born).ageGroup == group)
    }

    @Test("sweat counts, but not in pregnancy")
    func pregnancy() {
        #expect(body().countsSweat)
        #expect(body(breastfeeding: true).countsSweat)
        #expect(!body(pregnant: true).countsSweat)
    }

    @Test("a mass or height that nobody has is moved to one that somebody has")
    func clamped() {
        #expect(body(kilograms: .nan).mass == .kilograms(70))
        #expect(body(kilograms: -5).mass == .kilograms(25))
        #expect(body(centimeters: 1e300).height == .meters(2.5))
    }
}
