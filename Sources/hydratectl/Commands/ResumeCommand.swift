// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct ResumeCommand: ChangeCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "End a pause or a snooze.")

    func mutation(at place: Place) throws -> Mutation {
        .resume
    }
}
