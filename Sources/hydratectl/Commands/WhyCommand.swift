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
            """)

    @Argument(help: "A reminder, as the journal and the log name it.")
    var reminder: String?

    @OptionGroup var format: FormatFlag

    func run() throws {
        let explanation = try ControlClient().explain(reminder.map(ReminderID.init))
        let place = Place()
        Output.print(format.json ? explanation.json(place).text : explanation.text(place))
    }
}
