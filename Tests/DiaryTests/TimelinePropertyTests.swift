// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("A timeline is what its entries say, and nothing else")
struct TimelinePropertyTests {
    private func nodes(_ story: Story, _ hour: Double) -> [BalanceCourse.Runs] {
        BalanceCourse(story.timeline(at: hour)).nodes.map(\.runs)
    }

    @Test("entries may come in any order")
    func permutation() {
        Cases.check(10_000) { random in
            let story = Story.random(&random)
            let shuffled = story.with(story.entries.shuffled(using: &random))
            let hour = random.number(0...96)
            return nodes(story, hour) == nodes(shuffled, hour) ? nil : "another order, another balance"
        }
    }

    @Test("what is taken back was never logged")
    func retraction() {
        Cases.check(10_000) { random in
            let story = Story.random(&random)
            let gone = random.pick(story.entries)
            let without = story.with(story.entries.filter { $0.id != gone.id })
            var retracted = story
            retracted.at(90, .retraction(of: gone.id))
            let hour = random.number(0...96)
            return nodes(retracted, hour) == nodes(without, hour) ? nil : "\(gone.event) left a trace"
        }
    }

    @Test("splitting a stretch of time changes nothing")
    func splitting() {
        Cases.check(10_000) { random in
            let story = Story.random(&random)
            let hour = random.number(1...90)
            let course = BalanceCourse(story.timeline(at: hour))
            // A reading of the climate that holds anyway.
            let timeline = story.timeline(at: hour)
            guard timeline.workout(at: Story.instant(hour - 0.5)) == nil,
                timeline.climate.reading(at: Story.instant(hour - 0.5)) == nil,
                timeline.climate.reading(at: Story.instant(hour)) == nil
            else { return nil }
            var split = story
            split.at(hour - 0.5, .climate(ClimateReading(climate: .indoor)))
            let other = BalanceCourse(split.timeline(at: hour))
            // The reading is an entry, too, and a sign of life.
            guard course.startsAfresh == other.startsAfresh, timeline.workouts == split.timeline(at: hour).workouts
            else {
                return nil
            }
            let at = Story.instant(hour)
            return course.runs(at: at).isClose(to: other.runs(at: at)) ? nil : "\(course.runs(at: at))"
        }
    }

    @Test("two half drinks are one whole, two half runs one run")
    func halves() {
        func story(parts: Int) -> Story {
            var story = Story()
            story.rhythm.meals = []
            for part in 0..<parts {
                story.drink(9, 400 / Double(parts))
                let start = 15 + 2 * Double(part) / Double(parts)
                story.at(start, .workout(.run, end: Story.instant(start + 2 / Double(parts))))
            }
            return story
        }
        let (one, two) = (story(parts: 1), story(parts: 2))
        for hour in [10.0, 16, 17, 20, 31] { #expect(one.runs(hour).isClose(to: two.runs(hour))) }
    }

    @Test("what is older than the window changes nothing")
    func window() {
        Cases.check(1000) { random in
            var story = Story.random(&random)
            story = story.with(story.entries.filter { $0.event.kind != .bodyMass })
            let later = 24 * 70 + random.number(0...48)
            var recent = story.with([])
            recent.began = -24 * 30
            var whole = story
            whole.began = -24 * 30
            for hour in stride(from: later - 60, to: later, by: random.number(2...9)) {
                recent.drink(hour, 300)
                whole.drink(hour, 300)
            }
            let (one, other) = (BalanceCourse(recent.timeline(at: later)), BalanceCourse(whole.timeline(at: later)))
            return one.nodes.map(\.runs) == other.nodes.map(\.runs) ? nil : "something remembered"
        }
    }

    @Test("what a clock step back has put ahead waits for its time")
    func ahead() {
        var story = Story()
        story.drink(8, 300)
        let before = nodes(story, 10)
        story.drink(11, 500)
        story.at(12, .climate(ClimateReading(climate: Climate(air: .celsius(38), humidity: .percent(60)))))
        story.at(12.5, .workout(.run, end: Story.instant(13.5)))
        story.at(13, .meal)
        #expect(nodes(story, 10) == before)
        #expect(nodes(story, 11) != before)
    }

    @Test("what the forecast says of a later instant comes true if nothing happens")
    func forecast() {
        Cases.check(1000) { random in
            let story = Story.random(&random)
            let hour = random.number(1...60)
            let later = hour + random.number(0...20)
            // What is assumed of a running workout is looked at again when its time is over.
            let known = story.with(
                story.entries.filter { entry in
                    entry.event.kind != .workoutStarted && max(entry.at, entry.recordedAt) <= Story.instant(hour)
                })
            let timeline = known.timeline(at: hour)
            let at = Story.instant(later)
            let (said, came) = (BalanceCourse(timeline).runs(at: at), known.runs(later))
            return said.isClose(to: came, within: 1e-3) ? nil : "said \(said), came \(came)"
        }
    }

    @Test("a crossing is where it is said to be, and not before")
    func crossing() {
        Cases.check(1000) { random in
            let story = Story.random(&random)
            let timeline = story.timeline(at: random.number(0...90))
            let course = BalanceCourse(timeline)
            let level = Volume.milliliters(random.number(-400...900))
            let end = timeline.now + Timeline.horizon
            let reached = course.first(.lower, reaches: .freeWaterDeficit(level), from: timeline.now, until: end)
            func stands(_ at: Instant) -> Double {
                course.runs(at: at).lower.freeWaterDeficit.milliliters - level.milliliters
            }
            if let reached, stands(reached) < -1e-5 { return "not reached: \(stands(reached))" }
            for _ in 0..<20 {
                let at = timeline.now.advanced(byHours: random.number(0...35.9))
                if at < reached ?? end, stands(at) > 1e-5 { return "reached before" }
            }
            return nil
        }
    }

    @Test("the same holds for salts")
    func saltsCrossing() {
        Cases.check(1000) { random in
            let timeline = Story.random(&random).timeline(at: random.number(0...90))
            let course = BalanceCourse(timeline)
            let level = Amount.millimoles(random.number(1...60))
            let end = timeline.now + Timeline.horizon
            let reached = course.first(.lower, reaches: .electrolyteDeficit(level), from: timeline.now, until: end)
            func stands(_ at: Instant) -> Double {
                course.runs(at: at).lower.electrolyteDeficit.millimoles - level.millimoles
            }
            if let reached, stands(reached) < -1e-6 { return "not reached: \(stands(reached))" }
            for _ in 0..<20 {
                let at = timeline.now.advanced(byHours: random.number(0...35.9))
                if at < reached ?? end, stands(at) > 1e-6 { return "reached before" }
            }
            return nil
        }
    }

    @Test("a surplus ends where it is said to end")
    func surplus() {
        Cases.check(1000) { random in
            var story = Story()
            story.drink(9, random.number(900...3000))
            story.drink(9.5, random.number(100...2000))
            let timeline = story.timeline(at: 10)
            let course = BalanceCourse(timeline)
            guard course.surplus(at: timeline.now) != nil else { return nil }
            guard let end = course.endOfSurplus(after: timeline.now, until: timeline.now + .days(1)) else {
                return "it never ends"
            }
            if course.surplus(at: end) != nil { return "it still stands" }
            return course.surplus(at: end - .microseconds(1)) == nil ? "it was over before" : nil
        }
    }
}
