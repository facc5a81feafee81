// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Physiology

struct WorkoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workout", abstract: "Begin, end, log or plan a workout.",
        subcommands: [
            WorkoutStartCommand.self, WorkoutStopCommand.self, WorkoutAddCommand.self, WorkoutPlanCommand.self,
        ])
}

struct WorkoutStartCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Begin a workout; says what to take along.",
        discussion: """
            Examples:
              hydratectl workout start running
              hydratectl workout start cycling --for 1h30 --power 180W
            """)

    @Argument(help: ArgumentHelp("What you do, such as running.", valueName: "activity"))
    var words: [String]

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it is meant to last: 1h.", valueName: "time"))
    var length: String?

    @OptionGroup var flags: WorkoutFlags
    @OptionGroup var recovery: RecoveryFlag
    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        let workout = WorkoutStart(
            activity: Words(words).text, at: try place.instant(when.at), duration: try length.map(duration),
            options: try flags.options(recovery))
        return .startWorkout(workout)
    }
}

struct WorkoutStopCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "End the running workout.",
        discussion: """
            One that was left running and counts as over can still be given its right end.

            Examples:
              hydratectl workout stop
              hydratectl workout stop 18:40
              hydratectl workout stop 20min ago
            """)

    @Argument(help: ArgumentHelp("When it ended, if not now: 18:40.", valueName: "time"))
    var words: [String] = []

    @OptionGroup var recovery: RecoveryFlag
    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        guard words.isEmpty || when.at == nil else {
            throw InputError("When did it end? Say so once: hydratectl workout stop 18:40.")
        }
        let end = try place.instant(words.isEmpty ? when.at : Words(words).text)
        return .stopWorkout(at: end, recoversQuickly: recovery.recoverQuickly)
    }
}

struct WorkoutAddCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Log a workout that is over.",
        discussion: """
            Examples:
              hydratectl workout add running 45min
              hydratectl workout add running 45min --ended 18:30 --speed 10km/h
              hydratectl workout add tennis --started 10:00 --ended 11:30 --intensity hard
            """)

    @Argument(help: ArgumentHelp("What you did and how long: running 45min.", valueName: "activity> <time"))
    var words: [String]

    @Option(help: ArgumentHelp("When it began: 17:45.", valueName: "time"))
    var started: String?

    @Option(help: ArgumentHelp("When it ended, if not now: 18:30.", valueName: "time"))
    var ended: String?

    @OptionGroup var flags: WorkoutFlags
    @OptionGroup var recovery: RecoveryFlag

    func mutation(at place: Place) throws -> Mutation {
        var words = Words(words)
        let activity = words.takeName()
        let length = words.isEmpty ? nil : try duration(words.text)
        let (start, end) = try interval(length, place)
        let workout = WorkoutRequest(activity: activity, start: start, end: end, options: try flags.options(recovery))
        return .logWorkout(workout)
    }

    private func interval(_ length: Duration?, _ place: Place) throws -> (Instant, Instant) {
        switch (try place.instant(started), try place.instant(ended), length) {
        case (let start?, let end?, nil): (start, end)
        case (let start?, nil, let length?): (start, start + length)
        case (nil, let end, let length?): ((end ?? place.now) - length, end ?? place.now)
        case (_?, _?, _?): throw InputError("The length follows from when it began and ended. Leave one of them out.")
        case (_, _, nil): throw InputError("How long was it? Say so, as in: hydratectl workout add running 45min.")
        }
    }
}

struct WorkoutPlanCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan a workout; says what to take along.",
        discussion: """
            Examples:
              hydratectl workout plan running 18:00 1h
              hydratectl workout plan cycling tomorrow 9:00 2h30 --sun full
            """)

    @Argument(help: ArgumentHelp("What, when and how long: running 18:00 1h.", valueName: "activity> <start> <time"))
    var words: [String]

    @OptionGroup var flags: WorkoutFlags
    @OptionGroup var recovery: RecoveryFlag

    /// Words with which a time begins that does not begin with a digit.
    private static let timeWords: Set<String> = ["today", "tomorrow", "in", "now"]

    func mutation(at place: Place) throws -> Mutation {
        let start = words.firstIndex { word in
            Self.timeWords.contains(word.lowercased()) || word.first?.isNumber == true
        }
        let split = start ?? words.endIndex
        let activity = words[..<split].joined(separator: " ")
        let times = Words(Array(words[split...]))
        guard !activity.isEmpty,
            let (moment, length) = times.split(place.instant(_:) as (String) throws -> Instant, duration)
        else {
            throw InputError("What, when and how long? Say so, as in: hydratectl workout plan running 18:00 1h.")
        }
        let workout = WorkoutRequest(
            activity: activity, start: moment, end: moment + length, options: try flags.options(recovery))
        return .planWorkout(workout)
    }
}
