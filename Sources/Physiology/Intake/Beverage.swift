// SPDX-License-Identifier: Apache-2.0

/// Something to drink, and what it brings.
public struct Beverage: Hashable, Sendable {
    /// The canonical short name, lower case, words joined by hyphens.
    public var name: String
    /// The name as a heading.
    public var title: String
    /// Other names.
    public var aliases: [String]
    /// The share of the volume that is water, 0 to 1.
    public var waterFraction: Double
    public var sodium: Concentration
    public var potassium: Concentration
    public var caffeine: MassConcentration
    public var alcohol: AlcoholContent
    /// The time in which half of it is absorbed at rest; only the gut content for display depends on it.
    public var absorptionHalfLife: Duration
    /// How much of it is still in the body after two hours, against water: the beverage hydration index (Maughan 2016),
    /// nil where none was measured. It is shown and not counted: only rehydration solution, milk and perhaps juice
    /// differ from water enough to matter.
    public var hydrationIndex: Double?
    /// Sodium that comes with the drink once, whatever its volume, as with a salt tablet.
    public var sodiumPerServing: Amount

    public init(
        name: String, title: String, aliases: [String] = [], waterFraction: Double = 1, sodium: Concentration = .zero,
        potassium: Concentration = .zero, caffeine: MassConcentration = .zero, alcohol: AlcoholContent = .zero,
        absorptionHalfLife: Duration = .minutes(13), hydrationIndex: Double? = nil, sodiumPerServing: Amount = .zero
    ) {
        self.name = name
        self.title = title
        self.aliases = aliases
        self.waterFraction = waterFraction
        self.sodium = sodium
        self.potassium = potassium
        self.caffeine = caffeine
        self.alcohol = alcohol
        self.absorptionHalfLife = absorptionHalfLife
        self.hydrationIndex = hydrationIndex
        self.sodiumPerServing = sodiumPerServing
    }

    /// Whether it brings water but next to no salt (below 20 mmol/l of sodium and potassium, a choice of this project;
    /// a sports drink has 23): the kind that dilutes the blood when much of it replaces sweat.
    public var isPlainWater: Bool {
        countedWaterFraction > 0 && sodium + potassium < .millimolesPerLiter(20) && sodiumPerServing <= .zero
    }

    /// The share of the volume that counts as water: none above 4 % of alcohol, which the kidneys answer with urine
    /// (a choice of this project), else ``waterFraction`` within 0 to 1.
    public var countedWaterFraction: Double {
        guard !(alcohol > .percent(4)), waterFraction.isFinite else { return 0 }
        return min(max(0, waterFraction), 1)
    }

    /// The water that counts in `volume` of it.
    public func water(in volume: Volume) -> Volume { volume * countedWaterFraction }

    /// The sodium and potassium in `volume` of it; none where its water does not count.
    public func electrolytes(in volume: Volume) -> Amount {
        guard countedWaterFraction > 0 else { return .zero }
        let dissolved = (sodium + potassium).millimolesPerLiter * volume.liters
        return .millimoles(max(0, dissolved)) + max(.zero, sodiumPerServing)
    }

    /// The caffeine in `volume` of it.
    public func caffeine(in volume: Volume) -> Mass { .milligrams(caffeine.milligramsPerLiter * volume.liters) }
}

/// Text that names no beverage, or several.
public struct UnknownBeverage: Error, Hashable, Sendable {
    /// The text as given.
    public let input: String
    /// Names that it may have meant, the nearest first.
    public let nearest: [String]
}

extension Mass {
    /// Milligrams.
    public static func milligrams(_ value: Double) -> Self { .kilograms(value / 1e6) }
    /// Milligrams.
    public var milligrams: Double { kilograms * 1e6 }
}

extension WaterBalance {
    /// A drink of `volume` of `beverage`.
    public mutating func drink(_ volume: Volume, of beverage: Beverage) {
        drink(
            volume: volume, waterFraction: beverage.countedWaterFraction,
            electrolytes: beverage.electrolytes(in: volume))
    }
}
