// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("A day of a runner, from its entries")
struct TimelineDayTests {
    /// The worked day of the model's specification: a man of 75 kg and 1.80 m who logs everything. One meal returns 50 mmol.
    private let story: Story = {
        var story = Story()
        story.profile.mass = .kilograms(75)
        story.profile.height = .centimeters(180)
        story.profile.sex = .male
        story.rhythm.meals = []
        story.began = -1
        story.at(-1, .bodyMass(.kilograms(75), .plain))
        let heat = Climate(air: .celsius(27), humidity: .percent(60), wind: .zero, radiant: .celsius(42))
        let run = WorkoutDetails(
            activity: "running", met: .met(9.4), speed: .metersPerSecond(2.8), clothing: .clo(0.3), climate: heat)
        let plain: [(Double, Double)] = [
            (7.25, 300), (10, 250), (13.5, 300), (16, 500), (third(1), 150), (third(2), 150),
        ]
        for (hour, volume) in plain { story.at(hour, .drink(Drink(of: volume))) }
        story.at(18, .workout(run, end: Story.instant(19)))
        story.at(19.25, .drink(Drink(of: 400, electrolytes: 8)))
        story.at(20, .drink(Drink(of: 350, electrolytes: 10)))
        story.at(20, .meal)
        story.at(21, .drink(Drink(of: 300, electrolytes: 6)))
        return story
    }()

    /// Hour, water deficit (ml), electrolyte deficit (mmol).
    private static let specified: [(Double, Double, Double)] = [
        (7, 470.738, 0), (7.25, 195.256, 0), (10, 214.949, 0), (13.5, 258.196, 0), (16, 3.372, 0), (18, 199.513, 0),
        (third(1), 424.568, 13.954), (third(2), 649.624, 27.909), (19, 1024.68, 41.863), (19.25, 649.197, 33.863),
        (20, 372.75, 0), (21, 170.82, 0),
    ]

    /// So many thirds of an hour into the run.
    private static func third(_ count: Double) -> Double { 18 + count / 3 }

    @Test("the balance is that of the specification, hour by hour", arguments: specified)
    func balance(hour: Double, water: Double, electrolytes: Double) {
        let median = story.runs(hour).median
        #expect(isClose(median.waterDeficit.milliliters, water, within: 0.1), "\(median)")
        #expect(isClose(median.electrolyteDeficit.millimoles, electrolytes, within: 0.01), "\(median)")
    }

    @Test("thirst without a drink is forecast 49 minutes into the run")
    func thirst() throws {
        let timeline = story.with(story.entries.filter { $0.at < Story.instant(18.1) }).timeline(at: 18)
        let thirst = BalanceCourse(timeline).first(
            .median, reaches: .freeWaterDeficit(.milliliters(900)), from: timeline.now, until: Story.instant(19))
        let hours = try #require(thirst).hours(since: Story.instant(18))
        #expect(isClose(hours, 0.8127, within: 0.0005))
    }

    @Test("the cautious run sweats less and never lacks more than the usual one")
    func lower() {
        for hour in stride(from: 18.0, through: 23, by: 0.25) {
            let runs = story.runs(hour)
            #expect(runs.lower.waterDeficit <= runs.median.waterDeficit)
        }
        #expect(story.runs(19).lower.waterDeficit < story.runs(19).median.waterDeficit)
    }

    @Test("in pregnancy neither run counts sweat")
    func pregnancy() {
        var story = story
        story.profile.isPregnant = true
        let timeline = story.timeline(at: 20)
        #expect(timeline.workouts.map(\.medianSweat) == [.zero])
        #expect(timeline.segments.allSatisfy { $0.sweat == .none })
    }

    @Test("much coffee within three hours costs water, a cup does not")
    func caffeine() {
        func deficit(_ name: String) -> Double {
            var story = Story()
            for hour in [9, 9.5, 10] { story.drink(hour, 300, name) }
            return story.deficit(10.01)
        }
        // 3 × 120 mg, of which 60 mg count.
        let lost = deficit("coffee") - deficit("decaf")
        #expect(lost > 0 && lost <= 60.001, "\(lost)")
        func cup(_ name: String) -> Double {
            var story = Story()
            story.drink(9, 300, name)
            return story.deficit(9.01)
        }
        #expect(isClose(cup("coffee"), cup("decaf")))
    }
}

extension Drink {
    /// Water with sodium and potassium in it, mmol.
    fileprivate init(of milliliters: Double, electrolytes: Double = 0) {
        self.init(
            beverage: "test", volume: .milliliters(milliliters), waterFraction: 1,
            sodium: .millimolesPerLiter(electrolytes / milliliters * 1000), potassium: .zero, caffeine: .zero,
            alcohol: .zero)
    }
}
