// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Physiology

struct ActivitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities", abstract: "List the activities that a workout can be.",
        discussion: """
            With the multiple of rest (MET) of each when taken easily, moderately and hard. In JSON also the code of \
            the Compendium of Physical Activities, other names, the clothes in clo and the own speed in m/s that count \
            unless another is given.
            """)

    @OptionGroup var format: FormatFlag

    func run() throws {
        let activities = ActivityTable.all
        let heading = ["NAME", "ACTIVITY", "EASY", "MODERATE", "HARD"]
        Output.print(
            format.json
                ? JSON.document(["activities": .array(activities.map(\.json))]).text
                : Table(rows: [heading] + activities.map(\.row)).text)
    }
}

extension Activity {
    fileprivate var row: [String] {
        [name, title] + Intensity.allCases.map { DecimalText.string(met(at: $0).met, fractionDigits: 1) }
    }

    fileprivate var json: JSON {
        .object([
            "name": .string(name), "title": .string(title), "code": .string(code),
            "aliases": .array(aliases.map(JSON.string)),
            "metabolicEquivalent": .object([
                "easy": .rounded(easy.met), "moderate": .rounded(moderate.met), "hard": .rounded(hard.met),
            ]),
            "clothing": .rounded(clothing.clo),
            "speed": typicalSpeed.map { .rounded($0.metersPerSecond) } ?? .null,
            "setting": .string(setting.rawValue),
        ])
    }
}
