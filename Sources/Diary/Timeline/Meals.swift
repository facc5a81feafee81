// SPDX-License-Identifier: Apache-2.0

import Physiology

/// Which of the usual meals to assume (physiology, section 10).
struct Meals {
    private let logged: [Instant]
    private let workouts: [WorkoutSpan]

    /// A logged meal stands for a usual one up to this far away.
    private static let nearness = Duration.hours(2)
    /// A meal that falls into a workout is had this long after it.
    private static let afterWorkout = Duration.hours(1)

    /// - Parameter logged: the instants of the meals that the diary tells of.
    init(logged: [Instant], workouts: [WorkoutSpan]) {
        self.logged = logged
        self.workouts = workouts
    }

    /// When the meal usually had at `usual` is assumed; nil when a logged one stands for it.
    func assumed(at usual: Instant) -> Instant? {
        let workout = workouts.last { $0.contains(usual) }
        let meal = workout.map { $0.end + Self.afterWorkout } ?? usual
        let near = [meal, usual].map { $0 - Self.nearness...$0 + Self.nearness }
        return logged.contains { at in near.contains { $0.contains(at) } } ? nil : meal
    }
}
