// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The tables that hydratectl lists by itself.
@Suite("hydratectl lists") struct TableTests {
    struct Activities: Decodable {
        struct Activity: Decodable {
            struct Demand: Decodable { let easy, moderate, hard: Double }
            let name, title, code, setting: String
            let aliases: [String]
            let metabolicEquivalent: Demand
            let clothing: Double
            let speed: Double?
        }
        let version: Int
        let activities: [Activity]
    }

    struct Beverages: Decodable {
        struct Beverage: Decodable {
            let name, title: String
            let aliases: [String]
            let water, countedWater, sodium, potassium, sodiumPerServing, caffeine, alcohol: Double
            let absorptionHalfLife: Double
            let hydrationIndex: Double?
        }
        let version: Int
        let beverages: [Beverage]
    }

    @Test("every activity, as the estimate takes it") func activities() throws {
        let list = try Run("activities --json").decoded(Activities.self)
        #expect(list.version == 1)
        #expect(list.activities.count > 85)
        let running = try #require(list.activities.first { $0.name == "running" })
        #expect(running.code == "12050")
        #expect(running.metabolicEquivalent.moderate == 9.3)
        #expect(running.speed == 2.75)
        let lines = try Run("activities").output.split(separator: "\n")
        #expect(lines.count == list.activities.count + 1)
        for (activity, line) in zip(list.activities, lines.dropFirst()) {
            #expect(line.hasPrefix("\(activity.name) "))
            #expect(line.contains(activity.title))
        }
        #expect(lines.allSatisfy { $0.count <= 100 && $0.last != " " })
    }

    @Test("an activity that is estimated by its listed name, or by another one") func known() throws {
        let list = try Run("activities --json").decoded(Activities.self)
        for activity in list.activities {
            let run = try Run(["estimate", activity.aliases.last ?? activity.name, "1h", "--json"])
            let estimate = try run.decoded(EstimateDocument.self)
            #expect(
                abs(estimate.metabolicEquivalent - activity.metabolicEquivalent.moderate) < 1e-3, "\(activity.name)")
        }
    }

    @Test("every beverage, with what is in it") func beverages() throws {
        let list = try Run("beverages --json").decoded(Beverages.self)
        #expect(list.version == 1)
        let coffee = try #require(list.beverages.first { $0.name == "coffee" })
        #expect(coffee.potassium == 12 && coffee.caffeine == 400 && coffee.hydrationIndex == 0.91)
        let wine = try #require(list.beverages.first { $0.name == "wine" })
        #expect(wine.water == 0.86 && wine.countedWater == 0)
        let tablet = try #require(list.beverages.first { $0.name == "salt-tablet" })
        #expect(tablet.sodiumPerServing == 17.1)
        let lines = try Run("beverages").output.split(separator: "\n")
        #expect(lines.count == list.beverages.count + 1)
        #expect(lines.allSatisfy { $0.count <= 100 && $0.last != " " })
    }
}
