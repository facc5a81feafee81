// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Whether a workout costs enough sodium and potassium to suggest salts (physiology, section 7).
struct ElectrolyteNeed {
    /// Whether salts are worth a word, to this person.
    let isPrompted: Bool

    init(_ workout: WorkoutSpan, in situation: Situation) {
        let hours = workout.duration.hours
        let liters = workout.sweat.median.water.litersPerHour
        let loss = workout.electrolyteLoss
        let isMuch =
            loss >= .millimoles(60)
            || hours > 1.5 && liters > 0.6
            || hours >= 1 && workout.climate.heatLevel >= .hot && loss >= .millimoles(30)
            || Self.isSecondHeavyOfDay(workout, in: situation)
        isPrompted = isMuch && Self.allowsSalts(situation.configuration, situation.body)
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
