// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("The account of the water adds up to the balance")
struct WaterAccountTests {
    private func account(_ scene: Scene, _ hour: Double) -> WaterAccount { Planner.account(scene.timeline(hour)) }

    private func usual(_ account: WaterAccount, _ word: String) -> Double {
        account.items.filter { $0.cause.word == word }.reduce(0) { $0 + $1.usual.milliliters }
    }

    /// What the items leave unexplained in either run.
    private func gap(_ scene: Scene, _ hour: Double) -> Double {
        let plan = scene.plan(hour)
        let items = account(scene, hour).items
        let usual = items.reduce(0) { $0 + $1.usual.milliliters } - plan.median.waterDeficit.milliliters
        let cautious = items.reduce(0) { $0 + $1.cautious.milliliters } - plan.lower.waterDeficit.milliliters
        return max(abs(usual), abs(cautious))
    }

    @Test("whatever is logged, at any hour, in both runs")
    func sum() {
        Cases.check(3000) { random in
            var scene = Scene()
            scene.began = random.number(-60...10)
            scene.configuration.day.wake = LocalTime(hour: Int(random.number(0...23)))
            for _ in 0..<Int(random.number(0...12)) {
                let hour = random.number(-30...40)
                switch Int(random.number(0...5)) {
                case 0, 1: scene.drink(hour, random.number(50...1500))
                case 2: scene.drink(hour, random.number(200...900), "coffee")
                case 3: scene.at(hour, .meal)
                case 4:
                    let air = Climate(air: .celsius(random.number(5...42)), humidity: .percent(random.number(20...95)))
                    scene.at(hour, .climate(ClimateReading(climate: air)))
                default:
                    let details = WorkoutDetails(
                        activity: "running",
                        climate: Climate(air: .celsius(random.number(0...38)), humidity: .percent(50)))
                    let end = hour + random.number(0.2...5)
                    scene.at(hour, .workout(details, end: Scene.instant(end)), made: end)
                }
            }
            let hour = random.number(10...45)
            let gap = gap(scene, hour)
            return gap < 1e-3 ? nil : "\(gap) ml at \(hour): \(account(scene, hour).items)"
        }
    }

    @Test("a run at 31 °C, the heat at rest, the night and the drinks each have their own number")
    func causes() throws {
        var scene = Scene()
        scene.at(7, .climate(ClimateReading(climate: Climate(air: .celsius(31), humidity: .percent(60)))))
        scene.drink(7.5, 250)
        scene.drink(8.5, 600)
        let run = WorkoutDetails(activity: "running", climate: Climate(air: .celsius(31), humidity: .percent(60)))
        let id = scene.at(8, .workout(run, end: Scene.instant(9)), made: 9)
        let account = account(scene, 9.2)
        #expect(account.since == Scene.instant(7))
        #expect(account.items.map(\.cause.word) == ["carried", "baseline", "workout", "heat", "drinks"])
        let sweat = try #require(scene.timeline(9.2).workouts.first).medianSweat
        #expect(isClose(usual(account, "workout"), sweat.milliliters, within: 1e-6))
        let heat = scene.timeline(9.2).sweat(.median, from: Scene.instant(7), to: Scene.instant(9.2)) - sweat
        #expect(isClose(usual(account, "heat"), heat.milliliters, within: 1e-6) && heat > .ml(50))
        #expect(usual(account, "drinks") == -850)
        #expect(account.items.map(\.cause).contains(.workout(id, activity: "running", air: .celsius(31))))
        #expect(account.items.map(\.cause).contains(.heat(air: .celsius(31))))
        #expect(account.items.map(\.cause).contains(.drinks(count: 2)))
        let baseline = scene.timeline(9.2).body.baseline.millilitersPerHour
        #expect(isClose(usual(account, "baseline"), baseline * 1.8, within: 1e-6))
    }

    @Test("what the kidneys shed, what caffeine takes and what thirst would have drunk are named")
    func corrections() {
        var scene = Scene()
        scene.drink(8, 1200)
        #expect(usual(account(scene, 10), "urine") > 300)
        #expect(account(scene, 10).items.allSatisfy { $0.cause.word != "unlogged" })

        // Nothing is drunk all day, and at rest thirst is as far as it goes.
        var dry = Scene()
        dry.at(7, .meal)
        #expect(usual(account(dry, 22), "unlogged") < -100)

        var coffee = Scene()
        coffee.drink(9, 1100, "coffee")
        #expect(usual(account(coffee, 9.5), "caffeine") > 50)
    }

    @Test("it begins with the diary where that is younger than the morning")
    func young() {
        var scene = Scene()
        scene.began = 12
        scene.drink(12, 250)
        let account = account(scene, 13)
        #expect(account.since == Scene.instant(12))
        #expect(usual(account, "carried") == 0)
        #expect(usual(account, "drinks") == -250)
    }
}
