// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

struct PauseCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "No reminders for a time.",
        discussion: """
            Examples:
              hydratectl pause 2h
              hydratectl pause until 14:00
              hydratectl pause until tomorrow
            """)

    @Argument(help: ArgumentHelp("2h, or until 14:00, or until tomorrow.", valueName: "time"))
    var words: [String]

    func mutation(at place: Place) throws -> Mutation {
        var words = Words(words)
        let until: Instant
        if words.take("until") {
            until =
                words.text.lowercased() == "tomorrow"
                ? place.startOfDay(daysFromToday: 1) : try place.coming(words.text)
        } else {
            until = place.now + (try duration(words.text))
        }
        return .pause(until: until)
    }
}
