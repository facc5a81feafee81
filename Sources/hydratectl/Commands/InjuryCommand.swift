// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary

struct InjuryCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "injury", abstract: "Log an injured muscle: it is not to be massaged for two days.",
        discussion: """
            Example:
              hydratectl injury calf --side left
            """)

    @OptionGroup var what: MuscleFlags
    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        let injury = Injury(muscle: try choice(what.muscle), side: try what.chosenSide(), severity: what.severity)
        return .logInjury(injury, at: try place.instant(when.at))
    }
}
