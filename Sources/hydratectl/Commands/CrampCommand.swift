// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary

struct CrampCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "cramp", abstract: "Log a cramp, and show what may help.",
        discussion: """
            Ten minutes later a bubble asks whether it has let go. hydratectl answer says so too, at any time.

            Examples:
              hydratectl cramp calf --side left
              hydratectl cramp toes --severe --at "20min ago"
              hydratectl answer no
            """)

    @OptionGroup var what: MuscleFlags
    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        let cramp = Cramp(muscle: try choice(what.muscle), side: try what.chosenSide(), severity: what.severity)
        return .logCramp(cramp, at: try place.instant(when.at))
    }
}

/// Where it hurts, and how much.
struct MuscleFlags: ParsableArguments {
    @Argument(help: "calf, thigh, hamstring, foot, toes, shin, hip or other.")
    var muscle: String

    @Option(help: ArgumentHelp("left, right or both.", valueName: "which"))
    var side: String?

    @Flag(help: "It is strong.")
    var severe = false

    func chosenSide() throws -> Cramp.Side { try side.map { try choice($0) } ?? .unspecified }

    var severity: Cramp.Severity { severe ? .severe : .ordinary }
}
