// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology

struct DrinkCommand: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "drink", abstract: "Log a drink.",
        discussion: """
            Without a volume it is your usual cup, without a beverage it is water. Your own beverages, those of \
            hydrated.conf, go by their names.

            Examples:
              hydratectl drink
              hydratectl drink 250ml
              hydratectl drink 0.5l tea
              hydratectl drink 8floz coffee --at 14:30
            """)

    @Argument(help: ArgumentHelp("How much of what: 250ml coffee.", valueName: "volume> <beverage"))
    var words: [String] = []

    @OptionGroup var when: MomentFlag

    func mutation(at place: Place) throws -> Mutation {
        var words = Words(words)
        var beverage = words.takeName()
        var volume: Volume?
        if !words.isEmpty {
            volume = try words.take { (text) throws(QuantityError) in try Volume(parsing: text) }
            if beverage.isEmpty {
                beverage = words.text
            } else {
                try words.finish(after: "drink")
            }
        }
        if let volume, volume <= .zero { throw InputError("Nothing was drunk: the volume is zero.") }
        let drink = DrinkRequest(beverage: beverage, volume: volume, at: try place.instant(when.at))
        return .logDrink(drink)
    }
}
