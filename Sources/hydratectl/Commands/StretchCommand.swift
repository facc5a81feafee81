// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct StretchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stretch", abstract: "Log that you stretched.")

    @OptionGroup var when: MomentFlag

    func run() throws {
        let place = Place()
        try Acknowledging(place).perform(.logStretch(at: try place.instant(when.at)))
    }
}
