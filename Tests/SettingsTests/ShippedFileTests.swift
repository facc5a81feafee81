// SPDX-License-Identifier: Apache-2.0

import Foundation
import Guidance
import Testing

@testable import Settings

/// `Config/hydrated.conf`, the documentation of every key.
@Suite("The configuration file that is shipped")
struct ShippedFileTests {
    /// The file with what is commented out put in force, but for what it only shows as examples.
    private func settings() throws -> [(section: String, key: String, value: String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Config/hydrated.conf"), encoding: .utf8)
        var section = ""
        var settings: [(section: String, key: String, value: String)] = []
        for line in text.split(separator: "\n") {
            // A setting stands right behind its `#`; prose has a space there.
            let content = line.first == "#" ? line.dropFirst() : line
            if content.hasPrefix("[") {
                section = String(content.dropFirst().prefix { $0 != "]" })
            } else if let equals = content.firstIndex(of: "="), content.first?.isWhitespace == false {
                settings.append((section, String(content[..<equals]), String(content[equals...].dropFirst())))
            }
        }
        return settings
    }

    @Test("It names every key with its default")
    func complete() throws {
        let settings = try settings()
        for key in Settings.keys where key.section != "Guidance" && key.section != "Beverage" {
            let line = settings.first { $0.section == key.section && $0.key == key.name }
            #expect(line?.value == key.standard, "\(key.section).\(key.name)")
        }
        let drinks = settings.filter { $0.section.hasPrefix("Beverage ") }.map(\.key)
        #expect(Set(drinks) == Set(Settings.keys.filter { $0.section == "Beverage" }.map(\.name)))
    }

    @Test("It names no key that there is not, and its examples are taken as they stand")
    func sound() throws {
        for line in try settings() where line.section != "Guidance" {
            let text = "[\(line.section)]\n\(line.key)=\(line.value)\n"
            let result = Settings.load([SettingsFile(name: "hydrated.conf", bytes: Array(text.utf8))])
            #expect(result.diagnostics.isEmpty, "\(text)")
        }
    }

    @Test("As it is shipped it changes nothing")
    func silent() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appendingPathComponent("Config/hydrated.conf"))
        let result = Settings.load([SettingsFile(name: "hydrated.conf", bytes: Array(bytes))])
        #expect(result.diagnostics.isEmpty)
        #expect(result.configuration == Configuration())
    }
}
