// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Physiology

struct WeighCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh", abstract: "Log your body mass.",
        discussion: """
            Before and after a workout, without clothes, it tells how much you sweat.

            Examples:
              hydratectl weigh 70.4kg
              hydratectl weigh before 70.4kg
              hydratectl weigh after 69.5kg
            """)

    @Argument(help: ArgumentHelp("before or after a workout, and the mass: 70.4kg.", valueName: "moment> <mass"))
    var words: [String]

    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        var words = Words(words)
        let moment: WeighInMoment = words.take("before") ? .before : words.take("after") ? .after : .plain
        let mass: Mass = try quantity(words.text)
        return .logBodyMass(mass, moment, at: try place.instant(when.at))
    }
}
