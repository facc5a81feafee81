// SPDX-License-Identifier: Apache-2.0
// Measures the pure core in this process, a line for each thing measured. Exits 1 if a budget is passed.

import Diary
import Glibc
import Guidance
import Physiology

let scene = Scene()
let busierScene = Scene(daysPerRun: 1)
let week = scene.entries(days: 7)

var benchmarks = [
    // Every two minutes of the last day: at night, between drinks, right after one, in the workout.
    Benchmark(
        "one plan, a week of entries", budget: .microseconds(100), reference: "\(week.count) entries", samples: 720
    ) { sample in
        let now = scene.start + .days(6) + .minutes(2 * sample)
        let past = week.prefix { $0.at <= now }
        let timeline = Timeline(entries: Array(past), circumstances: scene.circumstances, now: now)
        return Planner.plan(timeline: timeline, configuration: scene.configuration, presence: .present)
    },
    Benchmark("one estimate", samples: 1000) { sample in
        let climate = Climate(air: .celsius(Double(sample % 40)), humidity: .percent(60), sun: .full)
        let body = Body(profile: Profile(), year: 2026)
        let activity = ActivityTable.all[sample % ActivityTable.all.count]
        let effort = Effort(activity: activity, climate: climate, body: body)
        return WorkoutEstimate(effort, for: .hours(1), climate: climate, body: body)
    },
    Benchmark("a year of balance", reference: "365 days of 13 events", samples: 40) { _ in scene.yearOfBalance() },
    Benchmark("simulating a year", budget: .seconds(2), reference: "a run every other day", samples: 1) { _ in
        scene.simulatedYear()
    },
    Benchmark("simulating a busier year", budget: .seconds(2), reference: "a run every day", samples: 1) { _ in
        busierScene.simulatedYear()
    },
]

// One round of each after the other, so that something that disturbs the machine for a while does not hit all of one.
for _ in 0..<5 {
    for index in benchmarks.indices { benchmarks[index].run() }
}
for benchmark in benchmarks { print(benchmark.line) }
if benchmarks.contains(where: \.isOver) { exit(1) }
