// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct ResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "End a pause or a snooze.")

    func run() throws {
        try Acknowledging(Place()).perform(.resume)
    }
}
