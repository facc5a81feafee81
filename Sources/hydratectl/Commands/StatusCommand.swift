// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show where you stand, and what comes next.")

    @OptionGroup var format: FormatFlag

    func run() throws {
        let status = try ControlClient().status()
        let place = Place()
        Output.print(format.json ? status.json(place).text : status.text(place))
    }
}
