// SPDX-License-Identifier: Apache-2.0

import Physiology

/// A drink of the person's own while its section is read: what is nil follows from the drink it is like.
struct BeverageDraft: Hashable, Sendable {
    /// The name as the section gives it.
    let title: String
    /// What it was before, when a single key of it is set.
    var base: Beverage?
    var serving: Volume?
    var like: Beverage?
    var sodium: Concentration?
    var potassium: Concentration?
    var caffeine: MassConcentration?
    var alcohol: AlcoholContent?
    var waterFraction: Double?

    /// How it is called: lower case, words joined by hyphens.
    var name: String { Self.name(title) }

    static func name(_ title: String) -> String {
        title.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: "-")
    }

    /// The drink: what is not said of it is as in the one it is like, else as in the one known by the same name,
    /// else as in water.
    var beverage: Beverage {
        var beverage = like ?? base ?? BeverageTable.all.first { $0.name == name } ?? Beverage(name: name, title: title)
        beverage.name = name
        beverage.title = title
        if like != nil { beverage.aliases = [] }
        if let sodium { beverage.sodium = sodium }
        if let potassium { beverage.potassium = potassium }
        if let caffeine { beverage.caffeine = caffeine }
        if let alcohol { beverage.alcohol = alcohol }
        if let waterFraction { beverage.waterFraction = waterFraction }
        return beverage
    }
}
