// SPDX-License-Identifier: Apache-2.0

import Physiology

extension WorkoutSpan {
    /// The workout of `interval` by a person of `body`, in the climate given with it or read nearest its middle.
    init(_ interval: WorkoutInterval, climate course: ClimateCourse, body: Body, calibration: Calibration) {
        let details = interval.details
        let middle = interval.start + (interval.end - interval.start) / 2
        let reading = course.nearest(to: middle)
        let climate = details.climate ?? reading?.climate ?? course.indoor
        let activity = (try? ActivityTable.find(details.activity)) ?? Activity.anything
        let effort = Effort(
            activity: activity, intensity: details.intensity, met: details.met, speed: details.speed,
            power: details.power, clothing: details.clothing,
            waterTemperature: details.waterTemperature ?? reading?.waterTemperature, climate: climate, body: body)
        let estimate = SweatModel.exercise(effort, climate: climate, body: body, calibration: calibration)
        self.init(
            id: interval.entry, details: details, activity: activity, status: interval.status,
            start: interval.start, end: interval.end, climate: climate,
            metabolicRate: estimate.metabolicRate, met: effort.met,
            sweat: body.countsSweat
                ? SweatRates(median: estimate.median, lower: estimate.lower, body: body) : .none)
    }
}

extension Activity {
    /// What stands for an activity that the table no longer knows: an entry outlives a table.
    fileprivate static let anything = ActivityTable.all[0]
}
