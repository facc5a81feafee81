// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Whoever has just typed the temperature knows it")
struct HeatTests {
    /// Between the level that heat has and the usual one, which comes about half an hour later.
    private static let typed = 12.0
    private static let notice = Timeline.noticeOfHeat / .hours(1)

    private func office(_ readings: Double...) -> Scene {
        var scene = Scene.office
        for hour in readings { scene.at(hour, .climate(Self.heat)) }
        return scene
    }

    private static let heat = ClimateReading(climate: Climate(air: .celsius(31), humidity: .percent(70)))

    @Test("it brings no bubble before ten minutes, and then one that says that it is hot")
    func notice() throws {
        #expect(Scene.office.reminder(Self.typed + Self.notice) == nil)
        let scene = office(Self.typed)
        #expect(scene.reminder(Self.typed) == nil)
        #expect(scene.reminder(Self.typed + Self.notice - 0.001) == nil)
        #expect(isClose(scene.comingAt(Self.typed), Self.typed + Self.notice))
        let reminder = try #require(scene.reminder(Self.typed + Self.notice))
        #expect(reminder.guidelines == [.drinkBeforeThirst, .hotAndHumid])
    }

    @Test("what is due without the heat comes at once")
    func due() {
        #expect(office(14).reminder(14)?.guideline == .drinkBeforeThirst)
    }

    @Test("a workout typed right after it has its own bubble right then")
    func workout() {
        var scene = office(Self.typed)
        #expect(scene.show(Self.typed) == nil)
        let run = WorkoutDetails(activity: "running", climate: Climate(air: .celsius(31), humidity: .percent(70)))
        scene.at(10, .workout(run, end: Scene.instant(11.9)), made: Self.typed + 0.01)
        #expect(scene.reminder(Self.typed + 0.01)?.guideline == .drinkAfterWorkout)
    }

    @Test("a reading that repeats the last is no news, and puts nothing off")
    func repeated() {
        var scene = Scene.office
        for step in 0...40 { scene.at(11.5 + Double(step) / 60, .climate(Self.heat)) }
        #expect(scene.reminder(12.1)?.guidelines == [.drinkBeforeThirst, .hotAndHumid])
        let often = (0...60).reduce(Story().drinking(500, at: 9)) { $0.climate(9 + Double($1) / 12, air: 31) }
        #expect(often.told().filter { $0.guidelines.contains(.hotAndHumid) }.count == 1)
    }

    @Test("it is named to the young too, but not where only a doctor's limit counts")
    func persons() {
        let story = Story().climate(9, air: 33, humidity: 70).until(12)
        let child = story.set { $0.profile.birthYear = 2014 }.told()
        #expect(child.map(\.guideline) == [.hotAndHumid] && child.allSatisfy { $0.volume == nil })
        #expect(!story.set { $0.health.fluid = [.heartFailure] }.says(.hotAndHumid))
        #expect(!story.set { $0.isTrustedForVolumes = false }.says(.hotAndHumid))
    }

    @Test("of a workout in it, in pregnancy, a midwife or doctor is to be asked")
    func pregnancy() {
        let run = Story().plans("running", 15, 16, air: 36)
        func trigger(_ story: Story) -> Reason.Trigger? {
            story.told().first { $0.guideline == .hotSeasonStrain }?.reason.trigger
        }
        #expect(trigger(run) == .workoutInHeat)
        #expect(trigger(run.set { $0.profile.isPregnant = true }) == .heatInPregnancy)
    }

    @Test("a day that begins hot is one, whenever that was read")
    func morning() {
        let night = Story().climate(2, air: 30).from(0).until(12)
        #expect(night.says(.hotAndHumid))
    }
}

@Suite("How long it has been so hot")
struct HotSinceTests {
    private func since(_ level: HeatLevel, _ hour: Double, indoor: Double = 22, _ readings: (Double, Double)...)
        -> Double?
    {
        var scene = Scene()
        scene.configuration.indoor = Climate(air: .celsius(indoor), humidity: .percent(50))
        for (hour, air) in readings {
            let climate = Climate(air: .celsius(air), humidity: .percent(50))
            scene.at(hour, .climate(ClimateReading(climate: climate)))
        }
        return scene.timeline(24).climate.since(level, at: Scene.instant(hour), limit: Scene.instant(0))?
            .hours(since: Scene.midnight)
    }

    @Test("not at all where it is cool, or no longer hot")
    func cool() {
        #expect(since(.warm, 12) == nil)
        #expect(since(.warm, 12, (10, 20)) == nil)
        #expect(since(.warm, 12, (5, 33)) == nil)
        #expect(since(.hot, 12, (11, 29)) == nil)
    }

    @Test("since the first of the readings that followed each other")
    func readings() {
        #expect(since(.warm, 12, (11, 33)) == 11)
        #expect(since(.warm, 12, (9, 20), (10, 30), (11, 34)) == 10)
        #expect(since(.hot, 12, (9, 20), (10, 29), (11, 36)) == 11)
        #expect(since(.warm, 12, (10, 30), (10.5, 20), (11, 30)) == 11)
    }

    @Test("a reading that has run out makes a break, one that is followed as it ends does not")
    func breaks() {
        #expect(since(.warm, 12, (4, 30), (10, 30)) == 4)
        #expect(since(.warm, 12, (3, 30), (10, 30)) == 10)
    }

    @Test("where the usual room is hot it always has been, but for a reading that was not")
    func indoor() {
        #expect(since(.warm, 12, indoor: 35) == 0)
        #expect(since(.warm, 12, indoor: 35, (9, 33)) == 0)
        #expect(since(.warm, 12, indoor: 35, (3, 20)) == 9)
        #expect(since(.warm, 12, indoor: 35, (3, 20), (5, 33)) == 5)
        #expect(since(.warm, 12, indoor: 35, (1, 20), (9, 33)) == 7)
        #expect(since(.warm, 9, indoor: 35, (3, 20)) == 9)
    }
}
