// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

/// What may be said of any workout.
struct WorkoutFlags: ParsableArguments {
    @Option(help: ArgumentHelp("How hard: easy, moderate or hard.", valueName: "how"))
    var intensity: String?

    @Option(help: "Speed or pace: 10km/h, 5:30min/km, 6mph.")
    var speed: String?

    @Option(help: "Power on the pedals: 200W.")
    var power: String?

    @Option(help: "Multiple of rest, if you know it: 9.5.")
    var met: String?

    @Option(help: "Insulation of the clothes: 0.4clo.")
    var clothing: String?

    @Option(help: ArgumentHelp("Temperature of the air: 31C.", valueName: "degrees"))
    var temperature: String?

    @Option(help: ArgumentHelp("Relative humidity: 70%.", valueName: "percent"))
    var humidity: String?

    @Option(help: ArgumentHelp("Wind: 2m/s.", valueName: "speed"))
    var wind: String?

    @Option(help: ArgumentHelp("Sun: shade, overcast, partly or full.", valueName: "how"))
    var sun: String?

    @Option(help: ArgumentHelp("Temperature of the water you swim in: 24C.", valueName: "degrees"))
    var water: String?

    func options(_ recovery: RecoveryFlag? = nil) throws -> WorkoutOptions {
        var options = WorkoutOptions()
        options.recoversQuickly = recovery?.recoverQuickly ?? false
        options.intensity = try intensity.map { try choice($0) }
        options.speed = try speed.map { try hydratectl.speed($0) }
        options.power = try power.map { try quantity($0) }
        options.met = try met.map { try quantity($0) }
        options.clothing = try clothing.map { try quantity($0) }
        options.temperature = try temperature.map { try quantity($0) }
        options.humidity = try humidity.map { try quantity($0) }
        options.wind = try wind.map { try hydratectl.speed($0) }
        options.sun = try sun.map { try choice($0) }
        options.water = try water.map { try quantity($0) }
        return options
    }
}

/// Whether recovery is to be quick.
struct RecoveryFlag: ParsableArguments {
    @Flag(help: "Back to normal sooner, for another hard session within a day.")
    var recoverQuickly = false
}

/// When it happened.
struct MomentFlag: ParsableArguments {
    @Option(help: ArgumentHelp("When, if not now: 14:30, \"yesterday 14:30\", \"30min ago\".", valueName: "time"))
    var at: String?
}

/// How the answer is written.
struct FormatFlag: ParsableArguments {
    @Flag(help: "Write JSON.")
    var json = false
}
