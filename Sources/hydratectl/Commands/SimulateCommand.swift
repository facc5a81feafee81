// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Wording

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Live through a made-up day, and show what hydrated would say.",
        discussion: """
            A scenario is text, one thing a line; from a # on a line is a comment:
              set Profile.Mass=75kg      any key of hydrated.conf; the defaults else
              set Beverage.morning-mug.Volume=350ml
              date 2026-07-01            begins a new day; without it 2026-01-01
              policy obey 10min          presses the first button after so long;
                                         obey: at once, ignore: never (as it is)
              07:15 drink 300ml coffee   whatever hydratectl logs
              end 18:00                  without it at midnight

            The clock is UTC unless Day.Zone is set. Your own diary and settings are \
            neither read nor changed. Eight such days come with hydrated, in \
            Config/examples or doc/hydrated/examples.
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
