// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Whether a workout costs enough sodium and potassium to suggest salts (physiology, section 7).
struct ElectrolyteNeed {
    /// Whether salts are worth a word, to this person.
    let isPrompted: Bool

    /// The sodium and potassium of a workout that are worth replacing, and those of one in the heat.
    static let much = Amount.millimoles(60)
    private static let muchInHeat = Amount.millimoles(30)
    /// How fast sweat flows in a long workout that is.
    private static let fast = WaterRate.litersPerHour(0.6)

    init(_ workout: WorkoutSpan, in situation: Situation) {
        isPrompted =
            Self.allowsSalts(situation.configuration, situation.body)
            && (Self.loss(in: workout).isReached || Self.sweat(in: workout)?.isReached ?? false
                || Self.isSecondHeavyOfDay(workout, in: situation))
    }

    /// What `workout` cost, by every measure that may make it much.
    static func measures(of workout: WorkoutSpan, in situation: Situation) -> [Measure] {
        let isSecondHeavy = isSecondHeavyOfDay(workout, in: situation)
        let heavy = isSecondHeavy ? Measure(.heavyWorkouts, .count(2), from: .count(2)) : nil
        return [loss(in: workout), sweat(in: workout), heavy].compactMap(\.self)
    }

    private static func loss(in workout: WorkoutSpan) -> Measure {
        let isLongInHeat = workout.duration.hours >= 1 && workout.climate.heatLevel >= .hot
        return Measure(
            .workoutElectrolytes, .amount(workout.electrolyteLoss), from: .amount(isLongInHeat ? muchInHeat : much))
    }

    /// Nil where it was not long.
    private static func sweat(in workout: WorkoutSpan) -> Measure? {
        guard workout.duration.hours > 1.5 else { return nil }
        return Measure(.workoutSweat, .rate(workout.sweat.median.water), from: .rate(fast))
    }

    /// Whether salts are suggested to this person at all.
    static func allowsSalts(_ configuration: Configuration, _ body: Body) -> Bool {
        !configuration.health.forbidsSalts && DrinkingLimits.allowsVolumes(configuration, body)
    }

    /// *Heavy* means a median sweat above 0.8 L.
    private static func isSecondHeavyOfDay(_ workout: WorkoutSpan, in situation: Situation) -> Bool {
        let heavy = Volume.liters(0.8)
        guard workout.medianSweat > heavy, let day = situation.timeline.day(at: workout.start) else { return false }
        return situation.timeline.workouts.contains { other in
            other.id != workout.id && other.status != .planned && other.end <= workout.start
                && other.start >= day.wake && other.medianSweat > heavy
        }
    }
}
