// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Testing

@testable import Settings

/// What holds when files say different things, and when some of it is wrong.
@Suite("Which configuration is in force")
struct PolicyTests {
    private func load(_ texts: String..., previous: Configuration? = nil) -> SettingsResult {
        Settings.load(
            texts.enumerated().map { SettingsFile(name: "\($0.offset).conf", bytes: Array($0.element.utf8)) },
            previous: previous)
    }

    private var previous: Configuration {
        var configuration = Configuration()
        configuration.profile.mass = .kilograms(82)
        return configuration
    }

    @Test("Nothing at all gives the defaults")
    func nothing() {
        #expect(load().configuration == Configuration())
        #expect(load("", "# only a comment").configuration == Configuration())
    }

    @Test("A later file wins, a later line too, and an empty value gives the default back")
    func order() {
        #expect(load("[Profile]\nMass=75kg", "[Profile]\nMass=80kg").configuration.profile.mass == .kilograms(80))
        #expect(load("[Profile]\nMass=75kg\n[Day]\n[Profile]\nMass=81kg").configuration.profile.mass == .kilograms(81))
        #expect(load("[Profile]\nMass=75kg", "[Profile]\nMass=").configuration.profile.mass == .kilograms(70))
        #expect(load("[Day]\nMeals=07:00", "[Day]\nMeals=").configuration.day.meals.count == 3)
        #expect(load("[Day]\nMeals=none").configuration.day.meals.isEmpty)
        #expect(load("[Health]\nKidney=yes", "[Health]\nKidney=").configuration.health.fluid.isEmpty)
        #expect(load("[Guidance]\nwater=no", "[Guidance]\nwater=").configuration.guidance.switches.isEmpty)
    }

    @Test("A section does not reach into the next file")
    func sectionsEnd() {
        let result = load("[Profile]", "Mass=75kg")
        #expect(result.diagnostics.map(\.code) == [.outsideSection])
        #expect(result.diagnostics.map(\.file) == ["1.conf"])
    }

    @Test("One wrong line keeps the whole previous configuration in force")
    func keepsPrevious() {
        let result = load("[Profile]\nMass=60kg\nHeight=tall\n[Units]\nSystem=us", previous: previous)
        #expect(result.configuration == previous)
        #expect(result.keepsPrevious && result.hasErrors)
    }

    @Test("A warning keeps nothing: all other lines hold")
    func warnings() {
        let result = load("[Profile]\nMass=60kg\nShoe=42\n[Colours]\nSky=blue\n[Units]\nSystem=us", previous: previous)
        #expect(result.configuration.profile.mass == .kilograms(60))
        #expect(result.configuration.units == .us)
        #expect(result.diagnostics.map(\.code) == [.unknownKey, .unknownSection])
        #expect(!result.keepsPrevious && !result.hasErrors)
        #expect(result.configuration.isTrustedForVolumes)
    }

    @Test("At the first start a wrong line counts as its key's default, the others hold")
    func firstStart() {
        let result = load("[Reminders]\nCup=300ml\nGap=soon\n[Profile]\nMass=75kg")
        #expect(result.configuration.reminders.gap == .minutes(30))
        #expect(result.configuration.reminders.cup == .milliliters(300))
        #expect(result.configuration.profile.mass == .kilograms(75))
        #expect(result.configuration.isTrustedForVolumes)
        #expect(load("[Day]\nBed=07:00").configuration.day == Configuration().day)
    }

    @Test(
        "At the first start nothing is proposed while a wrong line could hide a limit",
        arguments: [
            "[Profile]\nMass=heavy", "[Health]\nKidney=perhaps", "[Health]\nDailyLimit=little", "[Health]\nKidney",
            "[Health]\nHeartFailur=yes", "[Health]\nHeart=yes", "[Helth]\nKidney=yes", "[Health\nKidney=yes",
            "Kidney=yes", "[Profile]\nPregnnt=yes",
        ])
    func distrust(text: String) {
        #expect(!load(text).configuration.isTrustedForVolumes)
    }

    @Test("A file that cannot be read could hide a limit too")
    func unreadable() {
        let file = SettingsFile(name: "hydrated.conf", bytes: nil)
        let first = Settings.load([file])
        #expect(!first.configuration.isTrustedForVolumes)
        #expect(first.diagnostics.map(\.code) == [.unreadable])
        #expect(Settings.load([file], previous: previous).configuration == previous)
    }

    @Test("Mending the line restores trust")
    func mended() {
        let broken = load("[Health]\nKidney=perhaps").configuration
        #expect(load("[Health]\nKidney=no", previous: broken).configuration.isTrustedForVolumes)
        #expect(!load("[Health]\nKidney=perhaps", previous: broken).configuration.isTrustedForVolumes)
    }
}
