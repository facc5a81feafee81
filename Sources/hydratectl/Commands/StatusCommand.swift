// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show where you stand, and what comes next.")

    @OptionGroup var format: FormatFlag

    func run() throws {
        let client = try ControlClient()
        let status = try client.status()
        let place = Place()
        // The balance was told when something was last decided. What has become of it since, and what bounds it, only the
        // daemon knows.
        let now = try client.forecast(until: place.now).last?.balance ?? status.balance.balance
        Output.print(format.json ? status.json(place, balance: now).text : status.text(place, balance: now))
    }
}
