// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct MealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "meal", abstract: "Log a meal: food brings salts.")

    @OptionGroup var when: MomentFlag

    func run() throws {
        let place = Place()
        try Acknowledging(place).perform(.logMeal(at: try place.instant(when.at)))
    }
}
