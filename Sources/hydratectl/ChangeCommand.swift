// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

/// A command that asks for one change, and prints what became of it.
///
/// What it asks for depends on its arguments and the place alone, so that a scenario means the same by a line as
/// somebody who types it.
protocol ChangeCommand: ParsableCommand {
    /// The change, as somebody at `place` means it. Throws an ``InputError`` for what is not understood.
    func mutation(at place: Place) throws -> Mutation
}

extension ChangeCommand {
    func run() throws {
        let place = Place()
        try Acknowledging(place).perform(try mutation(at: place))
    }
}

extension Hydratectl {
    /// The names of the commands that ask for a change, themselves or by their subcommands.
    static var changeCommands: [String] {
        let commands = configuration.groupedSubcommands.flatMap { $0.subcommands }
        let changes = commands.filter { command in
            ([command] + command.configuration.subcommands).contains { $0 is any ChangeCommand.Type }
        }
        return changes.compactMap { $0.configuration.commandName }
    }
}
