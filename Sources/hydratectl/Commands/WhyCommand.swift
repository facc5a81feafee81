// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Guidance

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Show why the last reminder came, or why there is none.",
        discussion: """
            Examples:
              hydratectl why
              hydratectl why --json
              hydratectl why drink-before-thirst
            """)

    @Argument(help: "A reminder, as the journal and the log name it, or a guideline.")
    var reminder: String?

    @OptionGroup var format: FormatFlag

    func run() throws {
        let client = try ControlClient()
        let place = Place()
        if let guideline = reminder.flatMap(GuidelineID.init(rawValue:)) {
            let standing = try client.standing(of: guideline)
            return Output.print(format.json ? standing.json(place).text : standing.text(place))
        }
        let explanation = try client.explain(reminder.map(ReminderID.init))
        Output.print(format.json ? explanation.json(place).text : explanation.text(place))
    }
}
