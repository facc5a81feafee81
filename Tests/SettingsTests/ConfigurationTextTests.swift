// SPDX-License-Identifier: Apache-2.0

import Foundation
import Guidance
import Physiology
import Testing

@testable import Settings

@Suite("Setting a key in a hydrated.conf that somebody wrote")
struct ConfigurationTextTests {
    private func edited(_ text: String, _ key: String, _ section: String, _ value: String) throws -> String {
        var edited = ConfigurationText(Array(text.utf8))
        try edited.set(key, in: section, to: value)
        return String(decoding: edited.bytes, as: UTF8.self)
    }

    @Test("replaces the line that holds, and leaves the rest to the byte")
    func replaces() throws {
        let text = "# mine\n\n[Profile]\n; heavy\nMass = 80kg\n\nColour=blue\n[Health]\nKidney=no"
        #expect(
            try edited(text, "Mass", "Profile", "75kg")
                == "# mine\n\n[Profile]\n; heavy\nMass=75kg\n\nColour=blue\n[Health]\nKidney=no\n")
        // Of two lines the later one holds.
        let twice = "[Profile]\nMass=1kg\n[Day]\n[Profile]\nMass=80kg\n"
        #expect(try edited(twice, "Mass", "Profile", "75kg") == "[Profile]\nMass=1kg\n[Day]\n[Profile]\nMass=75kg\n")
    }

    @Test("takes a line that goes on over several with it, but not the comments between them")
    func continued() throws {
        let text = "[Day]\nMeals=08:00 \\\n# late\n  13:00 \\\n  19:00\nWake=06:00\n"
        #expect(try edited(text, "Meals", "Day", "12:00") == "[Day]\nMeals=12:00\n# late\nWake=06:00\n")
        // A file that ends in the middle of a line.
        #expect(try edited("[Day]\nWake=06:00 \\", "Bed", "Day", "22:00") == "[Day]\nWake=06:00 \\\n\nBed=22:00\n")
        #expect(
            try edited("[Day]\nWake=06:00 \\\n", "Cup", "Reminders", "300ml")
                == "[Day]\nWake=06:00 \\\n\n[Reminders]\nCup=300ml\n")
    }

    @Test("goes behind the commented default, else to the end of the section, else to a new one")
    func inserts() throws {
        let text = "[Profile]\n# Your mass.\n#Mass=70kg\n#Height=170cm\nSex=male\n\n[Day]\nBed=22:00\n"
        #expect(
            try edited(text, "Mass", "Profile", "75kg")
                == "[Profile]\n# Your mass.\n#Mass=70kg\nMass=75kg\n#Height=170cm\nSex=male\n\n[Day]\nBed=22:00\n")
        #expect(
            try edited(text, "Pregnant", "Profile", "yes").contains("Sex=male\nPregnant=yes\n\n[Day]"))
        #expect(try edited(text, "Checked", "Health", "yes") == text + "\n[Health]\nChecked=yes\n")
        #expect(try edited("", "Checked", "Health", "yes") == "[Health]\nChecked=yes\n")
        // A default that stands in another section is not the one.
        #expect(
            try edited("[Day]\n#Mass=70kg\n[Profile]\n", "Mass", "Profile", "75kg")
                == "[Day]\n#Mass=70kg\n[Profile]\nMass=75kg\n")
        // Nor one in the middle of a longer line.
        #expect(
            try edited("[Profile]\nSex= \\\n#Mass=70kg\n male\n", "Mass", "Profile", "75kg")
                == "[Profile]\nSex= \\\n#Mass=70kg\n male\nMass=75kg\n")
    }

    @Test("ends its lines as the file does")
    func endings() throws {
        #expect(
            try edited("\u{FEFF}[Profile]\r\nMass=80kg\r\n", "Mass", "Profile", "75kg")
                == "\u{FEFF}[Profile]\r\nMass=75kg\r\n")
        #expect(
            try edited("[Profile]\r\n", "Checked", "Health", "yes") == "[Profile]\r\n\r\n[Health]\r\nChecked=yes\r\n")
    }

    @Test(
        "refuses what hydrated.conf would not take, and changes nothing",
        arguments: [
            ("Mass", "Profile", "heavy"), ("Mass", "Profile", "75kg\nKidney=no"), ("Mass", "Profile", "75kg\\"),
            ("Maas", "Profile", "75kg"), ("Mass", "Person", "75kg"), ("too-much-water", "Guidance", "no"),
        ])
    func refuses(key: String, section: String, value: String) throws {
        var text = ConfigurationText(Array("[Profile]\nMass=80kg\n".utf8))
        let before = text
        #expect(throws: Diagnostic.self) { try text.set(key, in: section, to: value) }
        #expect(text == before)
    }

    @Test("takes every key of the file that is shipped, each at its place")
    func shipped() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shipped = try Data(contentsOf: root.appendingPathComponent("Config/hydrated.conf"))
        let lines = String(decoding: shipped, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for key in Settings.keys where !["Guidance", "Beverage"].contains(key.section) {
            let value = key.standard.isEmpty ? "" : key.standard
            var text = ConfigurationText(Array(shipped))
            try text.set(key.name, in: key.section, to: value)
            var expected = lines
            let place = try #require(
                lines.firstIndex { $0 == "#\(key.name)=\(key.standard)" }, "\(key.section).\(key.name)")
            expected.insert("\(key.name)=\(value)", at: place + 1)
            #expect(String(decoding: text.bytes, as: UTF8.self) == expected.joined(separator: "\n"))
        }
    }

    // MARK: Any file

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let fragments = [
        "[Profile]", "[Health]", "[Day]", "[Units]", "[Nonsense]", "[Profile", " [ Day ] ", "Mass=80kg", "Mass = 90 kg",
        "Height=5ft7in", "Checked=yes", "Wake=06:30", "System=us", "Colour=blue", "Meals=08:00 \\", "  13:00", "\\",
        "#Mass=70kg", "# Mass=70kg", ";Wake=07:00", "# a word \\", "#Checked=no", "", "  ", "Mass", "=3", "\u{FEFF}",
        "Kidney=yes\r", "\t#System=metric", "Mass=\\", "80kg",
    ]
    private static let changes = [
        ("Mass", "Profile", "75kg"), ("Mass", "Profile", ""), ("Checked", "Health", "yes"), ("Wake", "Day", "06:15"),
        ("System", "Units", "us"), ("Cup", "Reminders", "300ml"), ("Sex", "Profile", "female"),
    ]

    /// What a file assigns, in order, with the section that each stands in.
    private func assignments(_ bytes: [UInt8]) -> [[String]] {
        var section = ""
        return Syntax.statements(in: bytes).compactMap { statement in
            switch statement {
            case .section(let name, _): section = name
            case .fault(.badSection, _, _): section = ""
            case .fault(let code, let text, _): return [section, code.rawValue, text]
            case .assignment(let key, let value): return [section, key.text, value.text]
            }
            return nil
        }
    }

    @Test(
        "In any file the key then has its value, every other is as it was, and once is enough",
        arguments: [UInt64.random(in: 0...(.max))])
    func anything(seed: UInt64) throws {
        var generator = Generator(state: seed)
        for round in 0..<3_000 {
            var text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                Self.fragments.randomElement(using: &generator) ?? ""
            }.joined(separator: "\n")
            if Bool.random(using: &generator) { text += "\n" }
            let (key, section, value) = Self.changes.randomElement(using: &generator) ?? Self.changes[0]
            let bytes = Array(text.utf8)
            var edited = ConfigurationText(bytes)
            try edited.set(key, in: section, to: value)

            func others(_ bytes: [UInt8]) -> [[String]] {
                var all = assignments(bytes)
                if let index = all.lastIndex(where: { $0[0] == section && $0[1] == key }) { all.remove(at: index) }
                return all
            }
            func comments(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
                bytes.split(separator: 0x0A).filter { line in
                    let first = line.first { $0 != 0x20 && $0 != 0x09 }
                    return first == UInt8(ascii: "#") || first == UInt8(ascii: ";")
                }
            }
            let place = Comment("seed \(seed), round \(round): \(text.debugDescription) set \(section).\(key)=\(value)")
            #expect(edited.value(of: key, in: section) == value, place)
            #expect(others(edited.bytes) == others(bytes), place)
            #expect(comments(edited.bytes) == comments(bytes), place)
            let once = edited
            try edited.set(key, in: section, to: value)
            #expect(edited == once, place)
            guard edited.value(of: key, in: section) == value, others(edited.bytes) == others(bytes) else { return }
        }
    }
}
