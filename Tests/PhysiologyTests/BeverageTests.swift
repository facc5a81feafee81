// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Beverages")
struct BeverageTests {
    private static let names = [
        "water": "water", "sports drink (Gatorade type)": "sports-drink", "WHO reduced-osmolarity ORS": "ors",
        "coconut water": "coconut-water", "whole milk": "milk", "skimmed milk": "skimmed-milk",
        "orange juice": "orange-juice", "cola": "cola", "coffee, black": "coffee", "tea": "tea",
        "lager beer 4%": "lager", "sparkling water": "sparkling-water",
        "salt tablet 1 g NaCl (per tablet, mmol)": "salt-tablet",
    ]

    @Test("the published drinks bring what was published", arguments: Vectors.rows("published_drinks.csv"))
    func published(_ row: Row) throws {
        let beverage = try BeverageTable.find(try #require(Self.names[row[text: "drink"]]))
        if beverage.name == "salt-tablet" {
            #expect(beverage.electrolytes(in: .milliliters(200)) == .millimoles(row["na_mmol_l"]))
            #expect(beverage.water(in: .milliliters(200)) == .milliliters(200))
            return
        }
        #expect(beverage.waterFraction == row["water_fraction"])
        #expect(beverage.sodium == .millimolesPerLiter(row["na_mmol_l"]))
        #expect(beverage.potassium == .millimolesPerLiter(row["k_mmol_l"]))
        #expect(beverage.hydrationIndex == Double(row[text: "bhi_2h"]))
        #expect(beverage.countedWaterFraction == beverage.waterFraction)
        let half = beverage.electrolytes(in: .milliliters(500)).millimoles
        #expect(isClose(half, (row["na_mmol_l"] + row["k_mmol_l"]) / 2, within: 1e-9))
    }

    @Test("every beverage is found by its name and its other names, and no name is taken twice")
    func ownNames() throws {
        var taken: Set<String> = []
        for beverage in BeverageTable.all {
            for name in [beverage.name] + beverage.aliases {
                #expect(try BeverageTable.find(name) == beverage, "\(name)")
                #expect(taken.insert(name.replacing(" ", with: "-")).inserted, "\(name) is taken twice")
            }
            #expect((0...1).contains(beverage.waterFraction))
        }
    }

    @Test(
        "what people type finds what they mean",
        arguments: [
            ("Tea", "tea"), ("oj", "orange-juice"), ("espr", "espresso"), ("isotonic powder", "sports-drink"),
            ("bouillon", "broth"), ("sports drink", "sports-drink"), ("wat", "water"), ("skim milk", "skimmed-milk"),
            ("oral rehydration solution", "ors"), ("red wine", "wine"), ("salt", "salt-tablet"), ("coke", "cola"),
        ])
    func typed(text: String, name: String) throws {
        #expect(try BeverageTable.find(text).name == name)
    }

    @Test("a slip of the keys is refused with the nearest names")
    func refused() {
        let error = #expect(throws: UnknownBeverage.self) { try BeverageTable.find("cofee") }
        #expect(error?.nearest.first == "coffee")
    }

    @Test("somebody's own beverage comes before the table's")
    func own() throws {
        var mug = try BeverageTable.find("coffee")
        mug.name = "morning-mug"
        mug.aliases = ["coffee"]
        #expect(try BeverageTable.find("coffee", own: [mug]).name == "morning-mug")
        #expect(try BeverageTable.find("morn", own: [mug]) == mug)
        #expect(try BeverageTable.find("tea", own: [mug]).name == "tea")
    }

    @Test("nothing above 4 % of alcohol counts as a drink; a shandy does")
    func alcohol() throws {
        let wine = try BeverageTable.find("wine")
        #expect(wine.water(in: .milliliters(200)) == .zero)
        #expect(wine.electrolytes(in: .milliliters(200)) == .zero)
        var balance = WaterBalance(waterDeficit: .milliliters(300), electrolyteDeficit: .millimoles(10))
        balance.drink(.milliliters(200), of: wine)
        #expect(balance == WaterBalance(waterDeficit: .milliliters(300), electrolyteDeficit: .millimoles(10)))
        balance.drink(.milliliters(500), of: try BeverageTable.find("shandy"))
        #expect(isClose(balance.waterDeficit.milliliters, 300 - 460, within: 1e-9))
    }

    @Test(
        "water, tea and cola are plain; what has salt, much potassium or much alcohol is not",
        arguments: [
            ("water", true), ("tea", true), ("cola", true), ("coffee", true), ("sports-drink", false), ("ors", false),
            ("milk", false), ("salt-tablet", false), ("wine", false), ("orange-juice", false),
        ])
    func plain(name: String, isPlain: Bool) throws {
        #expect(try BeverageTable.find(name).isPlainWater == isPlain)
    }

    @Test("caffeine costs water only beyond 300 mg in three hours, a millilitre a milligram")
    func caffeine() throws {
        let mug = try BeverageTable.find("coffee").caffeine(in: .milliliters(250))
        #expect(isClose(mug.milligrams, 100, within: 1e-9))
        #expect(CaffeineRule.waterLost(to: mug) == .zero)
        #expect(isClose(CaffeineRule.waterLost(to: mug, after: .milligrams(250)).milliliters, 50, within: 1e-6))
        #expect(isClose(CaffeineRule.waterLost(to: mug, after: .milligrams(400)).milliliters, 100, within: 1e-6))
    }
}
