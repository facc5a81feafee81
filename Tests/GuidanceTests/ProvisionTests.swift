// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("What to take along")
struct ProvisionTests {
    /// What is told of a workout in the evening.
    private func planned(
        _ activity: String = "running", air: Double = 28, hours: Double,
        for change: (inout Configuration) -> Void = { _ in }
    ) -> (provision: Provision?, lower: Volume) {
        var scene = Scene()
        change(&scene.configuration)
        for hour in [9.0, 12.5, 16] { scene.drink(hour, 400) }
        let climate = Climate(air: .celsius(air), humidity: .percent(60), sun: .partly)
        let id = scene.at(
            18, .plannedWorkout(WorkoutDetails(activity: activity, climate: climate), end: Scene.instant(18 + hours)),
            made: 10)
        let timeline = scene.timeline(17)
        let provision = Planner.provision(for: id, timeline: timeline, configuration: scene.configuration)
        return (provision, timeline.workouts[0].lowerSweat)
    }

    private func provision(
        _ activity: String = "running", air: Double = 28, hours: Double
    ) throws -> (provision: Provision, lower: Volume) {
        let (provision, lower) = planned(activity, air: air, hours: hours)
        return (try #require(provision), lower)
    }

    @Test("a long run in the heat: a bottle, in sips of every twenty minutes", arguments: [1.0, 1.5, 2, 3, 4.5])
    func long(hours: Double) throws {
        let (provision, lower) = try provision(hours: hours)
        #expect(provision.carry >= .ml(100))
        #expect(provision.carry <= lower * 0.8)
        #expect(provision.every == .minutes(20))
        #expect(provision.from == Scene.instant(18) + .minutes(20))
        #expect(provision.portion >= .ml(100) && provision.portion <= .ml(250))
        let sips = ((hours * 60 - 20) / 20).rounded(.up)
        let asked = provision.portion.milliliters * min(sips, (provision.carry.milliliters / 100).rounded(.down))
        #expect(asked <= provision.carry.milliliters + 1e-6)
        #expect(asked >= provision.carry.milliliters * 0.6)
    }

    @Test("a short or cool one needs nothing")
    func short() throws {
        #expect(try provision(air: 12, hours: 0.5).provision.carry == .zero)
        #expect(try provision("walking", air: 18, hours: 1).provision.carry == .zero)
    }

    @Test("nothing is drunk in water, and nothing is said to whom volumes are not told")
    func none() throws {
        #expect(try provision("swimming", hours: 3).provision.carry == .zero)
        #expect(planned(hours: 3) { $0.health.fluid = [.heartFailure] }.provision == nil)
    }

    @Test("that nothing is needed is told to nobody whose sweat is not counted")
    func uncounted() {
        #expect(planned(hours: 1) { $0.profile.isPregnant = true }.provision == nil)
        #expect(planned(hours: 1) { $0.profile.birthYear = 2014 }.provision == nil)
    }

    @Test("salts when it costs many")
    func salts() throws {
        #expect(try provision(hours: 2.5).provision.withElectrolytes)
        #expect(try !provision(air: 18, hours: 0.5).provision.withElectrolytes)
    }

    @Test("a workout that runs without a plan is provided for an hour at a time")
    func running() throws {
        let scene = Scene.running(air: 33)
        let provision = Planner.provision(
            for: Entry.ID(2), timeline: scene.timeline(10), configuration: scene.configuration)
        #expect(try #require(provision).carry <= .ml(600))
        #expect(
            Planner.provision(for: Entry.ID(1), timeline: scene.timeline(10), configuration: scene.configuration) == nil
        )
    }
}
