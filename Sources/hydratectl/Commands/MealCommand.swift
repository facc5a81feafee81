// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol

struct MealCommand: ChangeCommand {
    static let configuration = CommandConfiguration(commandName: "meal", abstract: "Log a meal: food brings salts.")

    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        .logMeal(at: try place.instant(when.at))
    }
}
