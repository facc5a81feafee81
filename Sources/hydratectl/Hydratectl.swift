// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

/// `hydratectl`: tells hydrated what happened, and asks it what it makes of it.
struct Hydratectl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hydratectl",
        abstract: "Tell hydrated what you drink and do, and ask what it makes of it.",
        discussion: """
            Examples:
              hydratectl drink                       one cup of water, now
              hydratectl drink 250ml coffee --at 14:30
              hydratectl temperature 31C 70% --sun full
              hydratectl workout start running
              hydratectl status

            hydrated starts by itself with the first of these. It is not a medical device; in an emergency call \
            your local emergency number.
            """,
        version: Version.current,
        subcommands: [],
        groupedSubcommands: [
            CommandGroup(
                name: "Logging",
                subcommands: [
                    DrinkCommand.self, WorkoutCommand.self, TemperatureCommand.self, WeighCommand.self,
                    MealCommand.self,
                    StretchCommand.self, CrampCommand.self, AnswerCommand.self, InjuryCommand.self, UndoCommand.self,
                ]),
            CommandGroup(
                name: "Asking",
                subcommands: [
                    StatusCommand.self, LogCommand.self, WhyCommand.self, GuidanceCommand.self, EstimateCommand.self,
                    SimulateCommand.self, ActivitiesCommand.self,
                    BeveragesCommand.self,
                ]),
            CommandGroup(
                name: "Reminder",
                subcommands: [
                    SnoozeCommand.self, PauseCommand.self, ResumeCommand.self,
                ]),
            CommandGroup(name: "Configuration", subcommands: [SetupCommand.self, ReloadCommand.self]),
        ])
}

extension Hydratectl {
    /// What to answer when the first argument is no command; nil when it is one, or an option.
    static func unknownCommand(_ arguments: some Collection<String>) -> InputError? {
        guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
        let names = configuration.groupedSubcommands.flatMap { $0.subcommands }.compactMap {
            $0.configuration.commandName
        }
        guard word != "help", !names.contains(word) else { return nil }
        let nearest = NearestName.of(word, among: names).map { " Did you mean \($0)?" } ?? ""
        return InputError("\(quoted(word)) is no command.\(nearest) See hydratectl --help.")
    }
}
