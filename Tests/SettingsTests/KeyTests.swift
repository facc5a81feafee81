// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Testing

@testable import Settings

/// Every key: what it takes, what it refuses, and where it says that the mistake is.
@Suite("The keys of the configuration")
struct KeyTests {
    /// The configuration after one line in one section.
    private func load(_ section: String, _ line: String) -> SettingsResult {
        Settings.load([SettingsFile(name: "hydrated.conf", bytes: Array("[\(section)]\n\(line)\n".utf8))])
    }

    @Test("The default that stands in the table is the default that holds")
    func defaults() throws {
        for key in Settings.keys where key.section != "Guidance" && key.section != "Beverage" {
            let result = load(key.section, "\(key.name)=\(key.standard)")
            #expect(result.diagnostics.isEmpty, "\(key.section).\(key.name)=\(key.standard)")
            #expect(result.configuration == Configuration(), "\(key.section).\(key.name)=\(key.standard)")
        }
        for key in Settings.keys where key.section == "Guidance" && !key.standard.isEmpty {
            let guideline = try #require(Catalogue.all.first { $0.id.rawValue == key.name })
            #expect(
                load("Guidance", "\(key.name)=\(key.standard)").configuration.guidance.allows(guideline)
                    == Configuration().guidance.allows(guideline))
        }
    }

    @Test("Every name is used once, and every section has keys")
    func names() {
        let names = Settings.keys.map { "\($0.section).\($0.name)" }
        #expect(Set(names).count == names.count)
        #expect(Set(Settings.keys.map(\.section)) == Set(SettingsKey.Section.allCases.map(\.rawValue)))
    }

    @Test("Profile values in metric and US units")
    func profile() {
        let text = """
            [Profile]
            Mass=154lb
            Height=5ft7in
            Sex=female
            BirthYear=1985
            Pregnant=yes
            Breastfeeding=true
            Acclimatised=on
            SaltySweat=1
            """
        let result = Settings.load([SettingsFile(name: "f", bytes: Array(text.utf8))])
        let profile = result.configuration.profile
        #expect(result.diagnostics.isEmpty)
        #expect(abs(profile.mass.kilograms - 69.853) < 0.001)
        #expect(abs(profile.height.centimeters - 170.18) < 0.01)
        #expect(profile.sex == .female)
        #expect(profile.birthYear == 1985)
        #expect(profile.isPregnant && profile.isBreastfeeding && profile.isAcclimatised && profile.hasSaltySweat)
    }

    @Test("Health flags join their sets and leave them again")
    func health() {
        let text =
            "[Health]\nChecked=yes\nKidney=yes\nDialysis=yes\nDialysis=no\nLowSaltDiet=yes\nSpine=yes\nDailyLimit=1.5l"
        let health = Settings.load([SettingsFile(name: "f", bytes: Array(text.utf8))]).configuration.health
        #expect(health.isChecked)
        #expect(health.fluid == [.kidney])
        #expect(health.salt == [.lowSaltDiet])
        #expect(health.cramp == [.spine])
        #expect(health.dailyLimit == .liters(1.5))
    }

    @Test("A night worker's day, quiet hours over midnight and quiet weekends")
    func day() {
        let text = """
            [Day]
            Wake=15:00
            Bed=07:00
            WeekendWake=9:30
            Meals=19:00 16:00 \\
              02:00
            Zone=America/Argentina/Buenos_Aires
            [Quiet]
            Hours=22:00-07:00 12:30-13:30
            Days=Sat sunday
            """
        let result = Settings.load([SettingsFile(name: "f", bytes: Array(text.utf8))])
        let day = result.configuration.day
        #expect(result.diagnostics.isEmpty)
        #expect(day.wake == LocalTime(hour: 15) && day.bed == LocalTime(hour: 7))
        #expect(day.weekendWake == LocalTime(hour: 9, minute: 30) && day.weekendBed == nil)
        #expect(day.meals == [LocalTime(hour: 2), LocalTime(hour: 16), LocalTime(hour: 19)])
        #expect(day.zone == "America/Argentina/Buenos_Aires")
        #expect(
            result.configuration.quiet.stretches == [
                .init(from: LocalTime(hour: 22), to: LocalTime(hour: 7)),
                .init(from: LocalTime(hour: 12, minute: 30), to: LocalTime(hour: 13, minute: 30)),
            ])
        #expect(result.configuration.quiet.days == [.saturday, .sunday])
    }

    @Test("Room, reminders, units and guidance")
    func others() {
        let text = """
            [Climate]
            Indoor=75F 40%
            [Reminders]
            Cup=8floz
            Gap=1h 30min
            Move=2h
            [Units]
            System=us
            [Guidance]
            drink-during-workout=no
            habits=yes
            too-much-water=yes
            """
        let result = Settings.load([SettingsFile(name: "f", bytes: Array(text.utf8))])
        let configuration = result.configuration
        #expect(result.diagnostics.isEmpty)
        #expect(abs(configuration.indoor.air.celsius - 23.889) < 0.001)
        #expect(configuration.indoor.humidity == .percent(40))
        #expect(configuration.reminders.gap == .minutes(90))
        #expect(configuration.reminders.move == .hours(2))
        #expect(configuration.units == .us)
        #expect(!configuration.guidance.allows(Catalogue[.drinkDuringWorkout]))
        #expect(configuration.guidance.switches["habits"] == true)
    }

    @Test("A drink of one's own takes over what is not said from the one it is like")
    func drinks() throws {
        let text = """
            [Beverage Morning mug]
            Sodium=230mg/l
            Volume=350ml
            Like=coffee
            [Beverage coffee]
            Caffeine=600mg
            [Beverage well]
            """
        let result = Settings.load([SettingsFile(name: "f", bytes: Array(text.utf8))])
        #expect(result.diagnostics.isEmpty)
        let mug = try #require(result.configuration.beverages.first)
        let coffee = try BeverageTable.find("coffee")
        #expect(mug.name == "morning-mug" && mug.title == "Morning mug" && mug.aliases.isEmpty)
        #expect(mug.caffeine == coffee.caffeine && mug.potassium == coffee.potassium)
        #expect(abs(mug.sodium.millimolesPerLiter - 10.0) < 0.01)
        #expect(result.configuration.beverages[1].caffeine == .milligramsPerLiter(600))
        #expect(result.configuration.beverages[1].potassium == coffee.potassium)
        #expect(result.configuration.beverages[2].waterFraction == 1)
        #expect(result.configuration.servings == ["morning-mug": .milliliters(350)])
    }

    @Test(
        "What is refused, with the column of the wrong word",
        arguments: [
            ("Profile", "Mass=heavy", "wrong-value", 6), ("Profile", "Mass=75", "wrong-value", 6),
            ("Profile", "Mass=24kg", "out-of-range", 6), ("Profile", "Mass = 251kg", "out-of-range", 8),
            ("Profile", "Mass=nan", "wrong-value", 6), ("Profile", "Mass=0x46kg", "wrong-value", 6),
            ("Profile", "Height=99cm", "out-of-range", 8), ("Profile", "Height=231cm", "out-of-range", 8),
            ("Profile", "Sex=femal", "wrong-value", 5), ("Profile", "BirthYear=85", "wrong-value", 11),
            ("Profile", "BirthYear=1899", "out-of-range", 11), ("Profile", "Pregnant=maybe", "wrong-value", 10),
            ("Health", "Kidney=2", "wrong-value", 8), ("Health", "DailyLimit=100ml", "out-of-range", 12),
            ("Day", "Wake=25:00", "wrong-value", 6), ("Day", "Meals=08:00 13.00 19:00", "wrong-value", 13),
            ("Day", "Zone=../../etc/passwd", "wrong-value", 6), ("Day", "Zone=/etc/localtime", "wrong-value", 6),
            ("Day", "Bed=07:00", "conflict", 5), ("Day", "WeekendWake=23:00", "conflict", 13),
            ("Quiet", "Hours=22:00-07:00 13:00", "wrong-value", 19),
            ("Quiet", "Hours=22:00-22:00", "out-of-range", 7), ("Quiet", "Days=Sat Snu", "wrong-value", 10),
            ("Climate", "Indoor=22C", "wrong-value", 8), ("Climate", "Indoor=22C 50", "", 0),
            ("Climate", "Indoor=60C 50%", "out-of-range", 8), ("Climate", "Indoor=22C 101%", "out-of-range", 12),
            ("Reminders", "Cup=49ml", "out-of-range", 5), ("Reminders", "Cup=1001ml", "out-of-range", 5),
            ("Reminders", "Gap=9min", "out-of-range", 5), ("Reminders", "Gap=30", "wrong-value", 5),
            ("Reminders", "Move=5h", "out-of-range", 6), ("Units", "System=imperial", "wrong-value", 8),
            ("Guidance", "too-much-water=no", "out-of-range", 16), ("Guidance", "safety=no", "out-of-range", 8),
            ("Beverage x", "Like=cofee", "wrong-value", 6), ("Beverage x", "Water=101%", "out-of-range", 7),
            ("Beverage x", "Alcohol=-5%", "wrong-value", 9), ("Beverage x", "Volume=5l", "out-of-range", 8),
            ("Profile", "Mas=75kg", "unknown-key", 1), ("Profile", "Mass", "no-equals-sign", 1),
        ])
    func refused(section: String, line: String, code: String, column: Int) {
        let diagnostics = load(section, line).diagnostics
        guard !code.isEmpty else {
            #expect(diagnostics.isEmpty)
            return
        }
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.code.rawValue == code)
        #expect(diagnostics.first?.line == 2)
        #expect(diagnostics.first?.column == column)
        #expect(diagnostics.first?.severity == (code == "unknown-key" ? .warning : .error))
    }

    @Test("What is misspelt is answered with what was probably meant")
    func nearest() {
        #expect(load("Profile", "mass=75kg").diagnostics.first?.nearest == "Mass")
        #expect(load("Health", "HighBlodPressure=yes").diagnostics.first?.nearest == "HighBloodPressure")
        #expect(load("Guidance", "drink-befor-thirst=no").diagnostics.first?.nearest == "drink-before-thirst")
        #expect(load("Profil", "Mass=75kg").diagnostics.map(\.nearest) == ["Profile"])
        #expect(load("Profile", "Favourite=blue").diagnostics.first?.nearest == nil)
        #expect(load("Profile", "Sex=femal").diagnostics.first?.nearest == "female")
        #expect(load("Beverage x", "Like=cofee").diagnostics.first?.nearest == "coffee")
        #expect(load("Beverages x", "Like=coffee").diagnostics.first?.code == .badSection)
    }

    @Test("A single assignment sets one key and nothing else, or says what is wrong")
    func assign() throws {
        var configuration = Configuration()
        try Settings.assign(section: "Profile", key: "Mass", value: "75kg", into: &configuration)
        #expect(configuration.profile.mass == .kilograms(75))
        try Settings.assign(section: "Beverage mug", key: "Like", value: "tea", into: &configuration)
        try Settings.assign(section: "Beverage mug", key: "Water", value: "95%", into: &configuration)
        #expect(configuration.beverages.count == 1)
        #expect(configuration.beverages[0].waterFraction == 0.95)
        #expect(configuration.beverages[0].caffeine == (try BeverageTable.find("tea").caffeine))
        try Settings.assign(section: "Profile", key: "Mass", value: "", into: &configuration)
        #expect(configuration.profile.mass == .kilograms(70))

        let before = configuration
        for (section, key, value, code) in [
            ("Profile", "Mass", "heavy", Diagnostic.Code.wrongValue), ("Profile", "Mas", "75kg", .unknownKey),
            ("Profil", "Mass", "75kg", .unknownSection), ("Day", "Bed", "07:00", .conflict),
            ("Profile", "Mass", "75kg\nSex=male", .badText), ("Profile", "Mass", "75kg\\", .badText),
        ] {
            let diagnostic = #expect(throws: Diagnostic.self) {
                try Settings.assign(section: section, key: key, value: value, into: &configuration)
            }
            #expect(diagnostic?.code == code)
        }
        #expect(configuration == before)
    }
}
