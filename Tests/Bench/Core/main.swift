// SPDX-License-Identifier: Apache-2.0
// Measures the pure core in this process: what was measured, the median, the budget and "OVER", parted by tabs.
// Exits 1 if a budget is passed.

import Diary
import Guidance
import Physiology

var scene = Scene()
let week = scene.entries(days: 7)
let plans = Benchmark("one plan, a week of entries", budget: .microseconds(100), reference: "\(week.count) entries")
let estimates = Benchmark("one estimate", budget: nil, reference: "")
let balances = Benchmark("a year of balance", budget: nil, reference: "365 days of 13 events")
let years = Benchmark("simulating a year", budget: .seconds(2), reference: "a run every other day")

let results = [
    // Every four minutes of the last day: at night, between drinks, right after one, in the workout.
    plans.run(2000) { sample in
        let now = scene.start + .days(6) + .minutes(4 * (sample % 360))
        let past = week.prefix { $0.at <= now }
        let timeline = Timeline(entries: Array(past), circumstances: scene.circumstances, now: now)
        return Planner.plan(timeline: timeline, configuration: scene.configuration, presence: .present)
    },
    estimates.run(2000) { sample in
        let climate = Climate(air: .celsius(Double(sample % 40)), humidity: .percent(60), sun: .full)
        let body = Body(profile: Profile(), year: 2026)
        let activity = ActivityTable.all[sample % ActivityTable.all.count]
        let effort = Effort(activity: activity, climate: climate, body: body)
        return WorkoutEstimate(effort, for: .hours(1), climate: climate, body: body)
    },
    balances.run(200) { _ in scene.yearOfBalance() },
    years.run(3) { _ in scene.simulatedYear() },
]
for result in results { print(result.line) }
if results.contains(where: \.isOver) { exitOverBudget() }
