// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary

struct UndoCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back what you logged last, or one entry of the log.",
        discussion: """
            Examples:
              hydratectl undo
              hydratectl undo 12        the entry that hydratectl log shows as #12
            """)

    @Argument(help: "The entry's number.")
    var number: String?

    func mutation(at place: Place) throws -> Mutation {
        guard let number = number.map(NegativeNumbers.restore) else {
            return .undo
        }
        let digits = number.first == "#" ? number.dropFirst() : number[...]
        guard let id = Int64(digits), id > 0 else {
            throw InputError("\(quoted(number)) is not the number of an entry. hydratectl log shows them.")
        }
        return .retract(Entry.ID(id))
    }
}
