// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("How often something is said")
struct BackOffTests {
    /// The hours at which an ignoring person is asked after `hour`, until `end`.
    private func asked(_ scene: inout Scene, after hour: Double, until end: Double) -> [Double] {
        var hours: [Double] = []
        var now = hour
        while let due = scene.nextShow(after: now), due < end {
            scene.show(due)
            hours.append(due)
            now = due
        }
        return hours
    }

    private func gaps(_ hours: [Double]) -> [Int] {
        zip(hours, hours.dropFirst()).map { Int((($1 - $0) * 60).rounded()) }
    }

    @Test("what is ignored comes again after 30, 60 and 120 minutes, then not until something changes")
    func ladder() {
        var scene = Scene.office
        let hours = asked(&scene, after: 9, until: 22)
        #expect(gaps(hours) == [30, 60, 120])
    }

    @Test("waking is a change")
    func waking() {
        var scene = Scene.office
        scene.at(20, .meal)
        let hours = asked(&scene, after: 9, until: 31.5)
        #expect(hours.count == 5)
        #expect(hours.last == 31)
    }

    @Test("an answer is a change: after \"Skip\" two hours of silence, then afresh")
    func skip() throws {
        var scene = Scene.office
        let due = try #require(scene.nextShow(after: 9))
        let shown = scene.show(due)
        scene.at(due + 0.1, .answer(try #require(shown).id, .skip))
        #expect(isClose(scene.nextShow(after: due + 0.1), due + 2.1))
        var afresh = scene
        #expect(gaps(asked(&afresh, after: due + 0.1, until: 22)) == [30, 60, 120])
    }

    @Test("a drink that brings the deficit below the threshold is a change")
    func drinkBelow() {
        var scene = Scene.office
        _ = asked(&scene, after: 9, until: 16.9)
        scene.drink(17, 500)
        var afresh = scene
        let hours = asked(&afresh, after: 17, until: 22.5)
        #expect(!hours.isEmpty)
    }

    @Test("another drink of one's own opens one more bubble an hour later")
    func drinkAbove() {
        var scene = Scene.office
        #expect(asked(&scene, after: 9, until: 17.4).count == 4)
        scene.drink(17.5, 100)
        #expect(scene.plan(17.5).lower.freeWaterDeficit > .ml(385))
        let hours = asked(&scene, after: 17.5, until: 22.4)
        #expect(hours.count == 1)
        #expect(isClose(hours.first, 18.5))
    }

    @Test("the end of a workout is a change")
    func workout() {
        var scene = Scene.office
        #expect(asked(&scene, after: 9, until: 17.4).count == 4)
        scene.at(17.5, .workout(WorkoutDetails(activity: "yoga"), end: Scene.instant(18)))
        #expect(isClose(asked(&scene, after: 18, until: 22.4).first, 18))
    }

    @Test("half an hour passes after a drink or a bubble, a quarter in a workout")
    func gap() {
        var scene = Scene.office
        scene.drink(15, 100)
        #expect(scene.silence(15.4) == .gap)
        #expect(scene.reminder(15.5) != nil)
        var run = Scene.running(air: 33, planned: 4)
        run.drink(11, 100)
        #expect(run.silence(11.2) == .gap)
        #expect(run.reminder(11.26) != nil)
    }

    @Test("after two silent days one bubble a day, and one a workout")
    func longSilence() {
        var scene = Scene.office
        scene.at(54, .meal)
        let hours = asked(&scene, after: 57, until: 78)
        #expect(hours.count == 1)
        scene.at(78, .meal)
        let run = WorkoutDetails(activity: "running", climate: Climate(air: .celsius(33), humidity: .percent(60)))
        scene.at(85, .workoutStarted(run, expectedEnd: Scene.instant(87.5)))
        #expect(asked(&scene, after: 85.01, until: 87.4).count == 1)
    }
}
