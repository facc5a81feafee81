// SPDX-License-Identifier: Apache-2.0
// The command line's way in and out: arguments to a command, errors to a sentence and an exit status.

import ArgumentParser
import ControlProtocol
import Glibc

if let unknown = Hydratectl.unknownCommand(CommandLine.arguments.dropFirst()) {
    Output.fail(unknown.text, .usage)
}
do {
    var command = try Hydratectl.parseAsRoot(NegativeNumbers.shield(CommandLine.arguments.dropFirst()))
    try command.run()
} catch let error as InputError {
    Output.fail(error.text, error.status)
} catch let error as ControlError {
    Output.fail(error.text(Place()), error.exitStatus)
} catch {
    Hydratectl.exit(withError: error)
}
