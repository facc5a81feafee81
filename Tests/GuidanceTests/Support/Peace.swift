// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

@testable import Guidance

/// When nothing excuses being thirsty: somebody is awake, could be asked all the time, and any workout is long over.
struct Peace {
    /// Every so many minutes of it.
    let instants: [Instant]

    private static let step = Duration.minutes(5)
    /// What came up while nobody could be asked is asked for within the gap, and drunk some minutes later.
    private static let catchingUp = Duration.minutes(40)
    /// A night in the heat leaves as much as two or three drinks, and breakfast's salts ask for water of their own.
    private static let gettingUp = Duration.minutes(90)
    /// What a workout cost is made up within four hours in which somebody may be asked…
    private static let afterWorkout = Duration.hours(4)
    /// …unless it is more than this: at most 300 ml go in each half hour, and the hours cost something themselves.
    private static let ordinary = Volume.liters(2)
    private static let perHour = Volume.ml(300)

    /// - Parameter isCapped: whether the caps leave nothing to propose at an instant.
    init(
        _ days: RandomDays, _ course: BalanceCourse, _ workouts: [WorkoutSpan],
        isCapped: (Instant) -> Bool = { _ in false }
    ) {
        let silences = days.acts.compactMap { act -> Range<Instant>? in
            switch act.act {
            case .log(.pause(let until)), .log(.snooze(let until)): act.at..<until
            default: nil
            }
        }
        // A meal's salts ask at once for the water that was lost with those before it.
        let meals = course.nodes.filter { node in
            node.cause == .meal && course.runs(at: node.at - .microseconds(1)).lower.electrolyteDeficit > .zero
        }.map(\.at)
        // Asleep or nearly so, in quiet hours, in a silence that was asked for, where no bubble is seen, or at table.
        func isDisturbed(_ at: Instant) -> Bool {
            days.isNight(at) || days.isNight(at + Arbiter.beforeBed) || days.configuration.quiet.contains(at, in: .utc)
                || (silences + days.absences).contains { $0.contains(at) }
                || meals.contains { $0 <= at && at < $0 + Self.step }
        }
        var instants: [Instant] = []
        // What is left of the time that is given after what disturbed, and after a workout.
        var (left, leftOfWorkout) = (Duration.zero, Duration.zero)
        var at = Scene.midnight
        while at < days.end {
            if let workout = workouts.last(where: { $0.contains(at) }) {
                let beyond = course.runs(at: workout.end).lower.waterDeficit - Self.ordinary
                leftOfWorkout = Self.afterWorkout + .seconds(3600 * max(0, beyond / Self.perHour))
            } else if isDisturbed(at) || isCapped(at) {
                left = max(left, days.isNight(at) ? Self.gettingUp : Self.catchingUp)
            } else {
                if left <= .zero, leftOfWorkout <= .zero { instants.append(at) }
                left -= Self.step
                leftOfWorkout -= Self.step
            }
            at = at + Self.step
        }
        self.instants = instants
    }
}
