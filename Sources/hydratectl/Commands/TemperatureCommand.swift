// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

struct TemperatureCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "temperature", abstract: "Log how hot and humid it is.",
        discussion: """
            Examples:
              hydratectl temperature 31C 70% --sun full --wind 2m/s
              hydratectl temperature -5C
              hydratectl temperature 88F 60%
              hydratectl temperature 24C 50% --indoor
            """)

    @Argument(help: ArgumentHelp("Degrees in the shade and humidity: 31C 70%.", valueName: "degrees> <percent"))
    var words: [String]

    @Option(help: ArgumentHelp("Sun: shade, overcast, partly or full.", valueName: "how"))
    var sun: String?

    @Option(help: ArgumentHelp("Wind: 2m/s.", valueName: "speed"))
    var wind: String?

    @Option(help: ArgumentHelp("Temperature of the water to swim in: 19C.", valueName: "degrees"))
    var water: String?

    @Flag(help: "It was read inside.")
    var indoor = false

    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        var words = Words(words)
        let temperature = try words.take { (text) throws(QuantityError) in try Temperature(parsing: text) }
        let humidity: RelativeHumidity? = words.isEmpty ? nil : try quantity(words.text)
        let climate = ClimateRequest(
            temperature: temperature, humidity: humidity, at: try place.instant(when.at),
            wind: try wind.map(speed),
            sun: try sun.map { try choice($0) }, isIndoor: indoor, water: try water.map { try quantity($0) })
        return .logClimate(climate)
    }
}
