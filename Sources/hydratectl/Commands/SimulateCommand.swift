// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Wording

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Live through a made-up day, and show what hydrated would say.",
        discussion: """
            A scenario is text, one thing a line, from a # on a comment:
              set Profile.Mass=75kg                 any key of hydrated.conf; the rest is as it is by default
              set Beverage.morning-mug.Volume=350ml
              date 2026-07-01                       2026-01-01 if nothing is said; a later one begins a new day
              policy obey 10min                     press the first button then; obey: at once; ignore: never
              07:15 drink 300ml coffee              whatever hydratectl logs
              end 18:00                             midnight if nothing is said

            The clock is UTC unless Day.Zone is set. Your own diary and settings are neither read nor changed.
            """)

    @Argument(help: ArgumentHelp("The scenario.", valueName: "file"))
    var file: String

    @Flag(help: "Write JSON, one object a line.")
    var json = false

    func run() throws {
        do {
            try simulate()
        } catch let error as ScenarioError {
            Output.warn(error.text)
            throw ExitCode(error.status.rawValue)
        }
    }

    private func simulate() throws {
        let scenario = try ScenarioReader.scenario(try ScenarioFile.text(file), file: file)
        var narrator = Narrator()
        var table = DayTable()
        // A scenario that goes wrong in its last line has shown nothing yet.
        var lines: [String] = []
        try ScenarioRun.run(scenario) { happening, idiom in
            let occurrence = narrator.occurrence(happening, in: idiom)
            lines += json ? [occurrence.json(in: idiom.zone).text] : table.lines(occurrence, in: idiom)
        }
        lines += json ? [] : table.end
        if !lines.isEmpty { Output.print(lines.joined(separator: "\n")) }
    }
}
