// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Physiology

struct BeveragesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beverages", abstract: "List the beverages that hydrated knows by itself.",
        discussion: """
            With sodium and potassium in mmol/l, caffeine in mg/l and alcohol in per cent. Above 4 % of alcohol nothing \
            counts as water. In JSON also the share of water, what of it counts, what comes with a serving (mmol), the \
            half-life of absorption in minutes and the beverage hydration index.

            Your own ones stand in hydrated.conf, each under [Beverage NAME].
            """)

    @OptionGroup var format: FormatFlag

    func run() throws {
        let beverages = BeverageTable.all
        let heading = ["NAME", "BEVERAGE", "SODIUM", "POTASSIUM", "CAFFEINE", "ALCOHOL"]
        Output.print(
            format.json
                ? JSON.document(["beverages": .array(beverages.map(\.json))]).text
                : Table(rows: [heading] + beverages.map(\.row)).text)
    }
}

extension Beverage {
    fileprivate var row: [String] {
        // A tablet brings its salt with each serving, whatever the volume.
        let salt = sodiumPerServing > .zero ? "\(Self.cell(sodiumPerServing.millimoles)) mmol" : nil
        return [
            name, title, salt ?? Self.cell(sodium.millimolesPerLiter), Self.cell(potassium.millimolesPerLiter),
            Self.cell(caffeine.milligramsPerLiter), Self.cell(alcohol.percent),
        ]
    }

    /// Nothing where there is nothing.
    private static func cell(_ number: Double) -> String {
        number > 0 ? DecimalText.string(number, fractionDigits: 1) : ""
    }

    fileprivate var json: JSON {
        .object([
            "name": .string(name), "title": .string(title), "aliases": .array(aliases.map(JSON.string)),
            "water": .rounded(waterFraction), "countedWater": .rounded(countedWaterFraction),
            "sodium": .rounded(sodium.millimolesPerLiter), "potassium": .rounded(potassium.millimolesPerLiter),
            "sodiumPerServing": .rounded(sodiumPerServing.millimoles),
            "caffeine": .rounded(caffeine.milligramsPerLiter), "alcohol": .rounded(alcohol.percent),
            "absorptionHalfLife": .rounded(absorptionHalfLife.minutes),
            "hydrationIndex": hydrationIndex.map(JSON.rounded) ?? .null,
        ])
    }
}
