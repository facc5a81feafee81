// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct StretchCommand: ChangeCommand {
    static let configuration = CommandConfiguration(commandName: "stretch", abstract: "Log that you stretched.")

    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        .logStretch(at: try place.instant(when.at))
    }
}
