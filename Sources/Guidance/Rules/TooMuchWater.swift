// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// More has gone in than was lost: stop drinking, and the signs that need help (Weschler 2005, Miller 2015).
///
/// It is a question of safety: no switch, no quiet hour and no back-off holds it back. Its cadence is a choice of this
/// project (physiology, section 5, rule 4).
struct TooMuchWater: Rule {
    let guideline = GuidelineID.tooMuchWater

    /// One bottle logged at once is no emergency: it is given this long to be explained.
    private static let grace = Duration.minutes(30)
    private static let again = Duration.hours(3)
    private static let soonest = Duration.minutes(30)
    /// A workout of this length, and the hours after it, are where people have died of drinking too much.
    private static let longWorkout = Duration.hours(2)
    private static let afterLongWorkout = Duration.hours(6)

    func proposal(in situation: Situation) -> Proposal? {
        guard let surplus = situation.course.surplus(at: situation.at) else { return nil }
        let standing = Standing(situation)
        guard standing.isHarmful else { return nil }
        let shown = situation.history.stops.filter { $0.at >= surplus.since && $0.at <= situation.at }
        if let last = shown.last {
            let since = situation.at - last.at
            let isWorse = since >= Self.soonest && standing.step > Standing(situation.seen(at: last.at)).step
            guard since >= Self.again || isWorse else { return nil }
        } else {
            let isUrgent = standing.isCritical || standing.isAfterLongWorkout
            guard isUrgent || situation.at - surplus.since >= Self.grace else { return nil }
        }
        return Proposal(
            guideline: guideline, precedence: .stop, cadence: .urgent(cause: surplus.since, slot: shown.count),
            trigger: .surplus, threshold: situation.reminderThreshold, isCritical: standing.isCritical)
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let surplus = situation.course.surplus(at: situation.at) else { return [] }
        let stops = situation.history.stops.filter { $0.at >= surplus.since }
        let longEnough = situation.timeline.workouts.map { $0.start + Self.longWorkout }
        return [surplus.since + Self.grace] + longEnough + stops.flatMap { [$0.at + Self.soonest, $0.at + Self.again] }
    }

    /// How bad it is.
    private struct Standing {
        /// The surplus as a part of body mass.
        let share: Double
        let sodium: Concentration
        let isAfterLongWorkout: Bool

        init(_ situation: Situation) {
            let balance = situation.lower
            share = -balance.waterDeficit.liters / situation.body.mass.kilograms
            sodium = PlasmaSodium.predicted(for: balance, in: situation.body).concentration
            isAfterLongWorkout = situation.timeline.workouts.contains { workout in
                guard workout.status != .planned, workout.start <= situation.at else { return false }
                let length = min(workout.end, situation.at) - workout.start
                return length >= TooMuchWater.longWorkout && situation.at - workout.end <= TooMuchWater.afterLongWorkout
            }
        }

        var isHarmful: Bool { share > 0.01 || sodium < .millimolesPerLiter(137) }

        var isCritical: Bool {
            share > 0.02 || sodium < .millimolesPerLiter(135) || isAfterLongWorkout && share > 0.01
        }

        /// Grows by one with every half per cent of body mass.
        var step: Int { Int((min(max(share, 0), 1) / 0.005).rounded(.down)) }
    }
}
