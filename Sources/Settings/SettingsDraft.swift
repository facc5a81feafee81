// SPDX-License-Identifier: Apache-2.0

import Guidance
import Physiology

/// A configuration while it is read: drinks are put together only when all their keys are known.
struct SettingsDraft {
    var configuration: Configuration
    private var drinks: [BeverageDraft] = []
    private var places: [String: Int] = [:]

    /// A draft that goes on from `configuration`.
    init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
        for drink in configuration.beverages {
            self[drink: drink.title].base = drink
            self[drink: drink.title].serving = configuration.servings[drink.name]
        }
    }

    /// The drink of a name, which is made when it is set first.
    subscript(drink title: String) -> BeverageDraft {
        get { places[BeverageDraft.name(title)].map { drinks[$0] } ?? BeverageDraft(title: title) }
        set {
            if let place = places[newValue.name] {
                drinks[place] = newValue
            } else {
                places[newValue.name] = drinks.count
                drinks.append(newValue)
            }
        }
    }

    /// The configuration with the drinks.
    var finished: Configuration {
        var configuration = configuration
        configuration.beverages = drinks.map(\.beverage)
        configuration.servings = Dictionary(
            drinks.compactMap { drink in drink.serving.map { (drink.name, $0) } }, uniquingKeysWith: { $1 })
        return configuration
    }
}
