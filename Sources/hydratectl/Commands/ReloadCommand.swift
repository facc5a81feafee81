// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Wording

struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Read hydrated.conf anew.")

    func run() throws {
        let warnings = try ControlClient().reload()
        for warning in warnings { Output.warn(DiagnosticText.line(ConfigurationFault(warning))) }
        Output.print("The configuration is in force.")
    }
}
