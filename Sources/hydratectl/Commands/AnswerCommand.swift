// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary

struct AnswerCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer what is being asked, as the buttons of the bubble do.",
        discussion: """
            After a cramp: whether it has let go. In a workout that was left running: whether it still goes on.

            Examples:
              hydratectl answer yes
              hydratectl answer no
              hydratectl answer still-hurts
            """)

    @Argument(help: "yes, no or still-hurts.")
    var answer: String

    /// What is asked; the other buttons go with a reminder of their own.
    private enum Word: String, CaseIterable {
        case yes, no
        case stillHurts = "still-hurts"

        var answer: ReminderAnswer {
            switch self {
            case .yes: .yes
            case .no: .no
            case .stillHurts: .stillHurts
            }
        }
    }

    func mutation(at place: Place) throws -> Mutation {
        let word: Word = try choice(answer)
        return .answer(nil, word.answer)
    }
}
