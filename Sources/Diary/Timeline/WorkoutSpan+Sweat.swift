// SPDX-License-Identifier: Apache-2.0

import Physiology

extension WorkoutSpan {
    /// The workout of `interval` by a person of `body`, in the climate given with it or read nearest its middle.
    init(_ interval: WorkoutInterval, climate course: ClimateCourse, body: Body, calibration: Calibration) {
        let details = interval.details
        let middle = interval.start + (interval.end - interval.start) / 2
        let reading = course.nearest(to: middle)
        let climate = details.climate ?? reading?.climate ?? course.indoor
        let activity = Activity.named(details.activity)
        let effort = Effort(
            activity: activity, intensity: details.intensity, met: details.met, speed: details.speed,
            power: details.power, clothing: details.clothing,
            waterTemperature: details.waterTemperature ?? reading?.waterTemperature, climate: climate, body: body)
        let estimate = SweatModel.exercise(effort, climate: climate, body: body, calibration: calibration)
        self.init(
            id: interval.entry, details: details, activity: activity, status: interval.status,
            start: interval.start, end: interval.end, question: interval.question, climate: climate,
            metabolicRate: estimate.metabolicRate, met: effort.met,
            sweat: body.countsSweat
                ? SweatRates(median: estimate.median, lower: estimate.lower, body: body) : .none)
    }
}

extension Activity {
    /// The activity that an entry names; an entry outlives a table, so that something always stands for it.
    fileprivate static func named(_ name: String) -> Activity {
        byName[name] ?? (try? ActivityTable.find(name)) ?? ActivityTable.all[0]
    }

    /// Entries keep the table's own names: most are found without a search.
    private static let byName = Dictionary(ActivityTable.all.map { ($0.name, $0) }) { first, _ in first }
}
