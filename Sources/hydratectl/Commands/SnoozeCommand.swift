// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

struct SnoozeCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Put reminders off for a while.",
        discussion: """
            Example:
              hydratectl snooze 20min
            """)

    @Argument(help: ArgumentHelp("How long; 20min if nothing is said.", valueName: "time"))
    var words: [String] = []

    func mutation(at place: Place) throws -> Mutation {
        let length = words.isEmpty ? .minutes(20) : try duration(Words(words).text)
        return .snooze(length)
    }
}
