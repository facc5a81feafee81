// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("What nobody logs does not become dehydration")
struct TimelineNightTests {
    /// What eight hours of sleep cost somebody of unspecified sex, 70 kg and 1.70 m, ml.
    private let night: Double = Body(profile: Profile(), year: 2026).asleepBaseline.millilitersPerHour * 8

    @Test("at rest the deficit stops where thirst would set in")
    func bound() {
        var story = Story()
        story.drink(8, 100)
        #expect(isClose(story.deficit(22), 770))
    }

    @Test("in a workout it does not, and what is above stays until something is drunk")
    func workoutBound() {
        var story = Story()
        story.rhythm.meals = []
        story.drink(8, 100)
        story.at(14, .workout(.run, end: Story.instant(17)))
        let after = story.runs(17).lower.freeWaterDeficit.milliliters
        #expect(after > 1000)
        #expect(isClose(story.runs(20).lower.freeWaterDeficit.milliliters, after))
    }

    @Test("a night leaves no more than it costs")
    func wake() {
        var story = Story()
        story.drink(20, 100)
        #expect(story.deficit(22.9) > 700)
        #expect(isClose(story.deficit(31), night))
        let runs = story.runs(31)
        #expect(runs.median == runs.lower)
        #expect(runs.lower.electrolyteDeficit == .zero)
    }

    @Test("a night after plenty leaves less")
    func plenty() {
        var story = Story()
        for hour in [8.0, 12, 16, 20, 22.9] { story.drink(hour, 400) }
        #expect(story.deficit(31) < night)
    }

    @Test("after an evening run the deficit is carried over, if half of the day's drinks were logged")
    func carryOver() {
        func morning(drunk: Double) -> WaterBalance {
            var story = Story()
            story.rhythm.meals = []
            story.drink(9, drunk / 2)
            story.drink(15, drunk / 2)
            story.at(19, .workout(.run, end: Story.instant(21)))
            return story.runs(31).lower
        }
        let body = Body(profile: Profile(), year: 2026)
        let carried = morning(drunk: 1000)
        #expect(carried.waterDeficit.milliliters > night + 100)
        #expect(carried.electrolyteDeficit.millimoles > 10 && carried.electrolyteDeficit.millimoles <= 50)
        let most = body.totalBodyWater * 0.01 + .milliliters(night + 1e-6)
        #expect(carried.freeWaterDeficit <= most)
        #expect(morning(drunk: 800).waterDeficit.milliliters <= night + 1e-6)
        #expect(morning(drunk: 800).electrolyteDeficit == .zero)
    }

    @Test("after eighteen hours without an entry the next waking starts from nothing, and says so")
    func silence() {
        var story = Story()
        story.drink(12.9, 100)
        #expect(story.deficit(31) == 0)
        #expect(BalanceCourse(story.timeline(at: 32)).startsAfresh.contains(Story.instant(31)))
        story.at(13.1, .meal)
        #expect(story.deficit(31) > 0)
        #expect(!BalanceCourse(story.timeline(at: 32)).startsAfresh.contains(Story.instant(31)))
    }

    @Test("bubbles are no sign of life")
    func bubbles() {
        var story = Story()
        story.drink(12, 100)
        let bubble = ShownReminder(
            id: ReminderID("x"), guideline: "drink-before-thirst", volume: nil, withElectrolytes: false)
        story.at(22, .shown(bubble))
        #expect(story.deficit(31) == 0)
    }

    @Test("a run across the time of waking counts, and stays after it")
    func earlyRun() {
        var story = Story()
        story.drink(20, 300)
        story.at(30, .workout(.run, end: Story.instant(32)))
        let sweat = story.timeline(at: 33).workouts[0].lowerSweat.milliliters
        #expect(story.deficit(32) > sweat)
        #expect(story.runs(31.9).lower.electrolyteDeficit > .zero)
    }

    @Test("before the diary nothing is lacking; what is logged of the time before it counts")
    func beginning() {
        var story = Story()
        story.began = 12
        #expect(story.deficit(12) == 0)
        story.at(9, .workout(.run, end: Story.instant(11)), made: 12)
        #expect(story.deficit(12) > 500)
    }
}

@Suite("The hours of a person")
struct WakingDayTests {
    private func days(_ rhythm: DailyRhythm, _ zone: ZoneRules = .utc, from: Double = 12, to: Double = 100) -> [(
        Double, Double
    )] {
        rhythm.wakingDays(touching: Story.instant(from)...Story.instant(to), in: zone).map {
            ($0.wake.hours(since: Story.midnight), $0.bed.hours(since: Story.midnight))
        }
    }

    @Test("an ordinary day runs from wake to bed")
    func ordinary() {
        #expect(days(DailyRhythm()).prefix(2).elementsEqual([(7, 23), (31, 47)], by: ==))
    }

    @Test("bed after midnight belongs to the day before")
    func late() {
        var rhythm = DailyRhythm()
        rhythm.bed = LocalTime(hour: 1)
        #expect(days(rhythm).prefix(2).elementsEqual([(7, 25), (31, 49)], by: ==))
    }

    @Test("a night shift gets up at four and goes to bed at eight in the morning")
    func nightShift() {
        var rhythm = DailyRhythm()
        rhythm.wake = LocalTime(hour: 16)
        rhythm.bed = LocalTime(hour: 8)
        #expect(days(rhythm, from: 20).prefix(2).elementsEqual([(16, 32), (40, 56)], by: ==))
        var story = Story()
        story.rhythm = rhythm
        story.drink(20, 300)
        story.drink(31, 300)
        #expect(story.timeline(at: 36).segments.contains { $0.start == Story.instant(32) && $0.state == .asleep })
        #expect(story.deficit(40) > 0)
    }

    @Test("weekends have their own times, and Friday night is none")
    func weekend() {
        var rhythm = DailyRhythm()
        rhythm.weekendWake = LocalTime(hour: 10)
        rhythm.weekendBed = LocalTime(hour: 2)
        // Thursday, Friday, Saturday, Sunday, Monday.
        let expected: [(Double, Double)] = [(7, 23), (31, 47), (58, 74), (82, 98), (103, 119)]
        #expect(days(rhythm, to: 110).elementsEqual(expected, by: ==))
    }

    @Test("on the days that clocks are turned, waking stays where the clock shows it")
    func daylightSaving() throws {
        let berlin = try ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3", name: "Europe/Berlin")
        // 2026-03-29, 87 days after New Year.
        let spring = 87.0 * 24
        let days = days(DailyRhythm(), berlin, from: spring - 12, to: spring + 36)
        #expect(days.map { $0.0 - spring } == [-18, 5, 29])
        #expect(days.map { $0.1 - spring } == [-2, 21, 45])
    }

    @Test("days follow each other without gaps, whatever is set")
    func gapless() {
        Cases.check(500) { random in
            var rhythm = DailyRhythm()
            func time() -> LocalTime { LocalTime(seconds: Int(random.number(0...86399))) }
            rhythm.wake = time()
            rhythm.bed = time()
            if random.chance(0.5) { rhythm.weekendWake = time() }
            if random.chance(0.5) { rhythm.weekendBed = time() }
            let from = random.number(0...500)
            let days = rhythm.wakingDays(touching: Story.instant(from)...Story.instant(from + 60), in: .utc)
            guard let first = days.first, first.contains(Story.instant(from)) else { return "the first day is missing" }
            for (day, next) in zip(days, days.dropFirst()) {
                if day.nextWake != next.wake { return "a gap after \(day.day.text)" }
                if day.bed < day.wake || day.bed > day.nextWake { return "bed outside of \(day.day.text)" }
            }
            return nil
        }
    }
}
