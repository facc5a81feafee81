// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology
import Wording

struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate", abstract: "Say what a workout would cost, and when thirst would come.",
        discussion: """
            Examples:
              hydratectl estimate running 45min --temperature 27C --humidity 60% --sun full
              hydratectl estimate cycling 2h30 --power 180W --mass 82kg --height 185cm
              hydratectl estimate --met 9.4 1h --wind 2.8m/s --json

            Nothing is logged, the service is not asked, and nobody's hydrated.conf is read: what is not said is 22C, \
            50%, shade, hardly any wind, 0.3clo, 70kg, 170cm, sex unspecified. With --met the wind is the air that is \
            felt; with an activity it is the larger of the wind and its own speed. In water and in a sauna the heat \
            balance does not hold: its two terms are null in JSON.
            """)

    @Argument(
        help: ArgumentHelp("What, unless --met says it, and how long: running 45min.", valueName: "activity> <time"))
    var words: [String]

    @OptionGroup var flags: WorkoutFlags

    @Option(help: ArgumentHelp("Mean radiant temperature, instead of what the sun adds: 45C.", valueName: "degrees"))
    var radiant: String?

    @Option(help: ArgumentHelp("Grade of the ground: 5%.", valueName: "percent"))
    var grade: String?

    @Option(help: "Body mass: 70kg, 154lb.")
    var mass: String?

    @Option(help: "Body height: 170cm, 5ft7in.")
    var height: String?

    @OptionGroup var format: FormatFlag

    func run() throws {
        var subject = try EstimateSubject(words, options: flags.options())
        subject.radiant = try radiant.map { try quantity($0) }
        subject.grade = try grade.map { try quantity($0) }
        subject.mass = try mass.map { try quantity($0) } ?? subject.mass
        subject.height = try height.map { try quantity($0) } ?? subject.height
        let estimate = try subject.estimate()
        Output.print(
            format.json
                ? estimate.json.text
                : EstimateText.lines(estimate, activity: subject.activity, in: Idiom()).joined(separator: "\n"))
    }
}
