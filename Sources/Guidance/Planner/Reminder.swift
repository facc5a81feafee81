// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// Something worth saying now, with everything needed to say it, show it and answer for it.
public struct Reminder: Hashable, Sendable, Identifiable {
    public let id: ReminderID
    /// The guideline that speaks first.
    public let guideline: GuidelineID
    /// Guidelines said in the same bubble because they belong together.
    public let others: [GuidelineID]
    /// From when it is true and may be said.
    public let due: Instant
    /// A drink to propose; nil when none is.
    public let proposal: ProposedVolume?
    /// Whether what is drunk should have salts in it.
    public let withElectrolytes: Bool
    /// Whether the bubble must not time out: the stop-drinking and emergency signs.
    public let isCritical: Bool
    public let reason: Reason
    /// What to take along to the workout it is about; nil when it is about none to come.
    public var provision: Provision?

    public var volume: Volume? { proposal?.volume }

    /// Everything that it says, in order.
    public var guidelines: [GuidelineID] { [guideline] + others }

    /// Whether it asks if a workout still runs, to be answered with yes or no.
    public var asksWhetherWorkoutRuns: Bool { reason.trigger == .workoutLeftRunning }

    /// Whether it asks if a cramp has let go, to be answered with yes, no or "still hurts".
    public var asksAboutCramp: Bool {
        reason.trigger == .crampFollowUp || reason.trigger == .crampStillThere && !isCritical
    }
}

/// A volume that has passed the hard rules. Only ``DrinkingLimits`` makes one, so no rule can go around them.
public struct ProposedVolume: Hashable, Sendable {
    public enum Meaning: Hashable, Sendable {
        /// A drink to have now.
        case drink
        /// "Up to this much since the last reminder, what you have already drunk included": during a workout and
        /// in the 6 h after one, when drinks are had away from the desk.
        case total
    }

    public let volume: Volume
    public let meaning: Meaning

    /// For ``DrinkingLimits`` alone.
    init(checked volume: Volume, meaning: Meaning) {
        self.volume = volume
        self.meaning = meaning
    }
}

/// Why a reminder is due: the numbers behind it.
public struct Reason: Hashable, Sendable {
    /// What made it due.
    public enum Trigger: String, CaseIterable, Sendable {
        /// The free-water deficit of the cautious run reached the reminder threshold.
        case forecastThirst = "forecast-thirst"
        /// A running workout would end beyond the limit without drinking.
        case workoutForecast = "workout-forecast"
        /// A workout left a deficit.
        case workoutDeficit = "workout-deficit"
        /// As ``workoutDeficit``, and nothing more is proposed for this workout.
        case lastOfWorkout = "last-of-workout"
        /// As ``workoutDeficit``, for who has asked for a quick recovery.
        case quickRecovery = "quick-recovery"
        /// As ``quickRecovery``, and nothing more is proposed for this workout.
        case lastOfQuickRecovery = "last-of-quick-recovery"
        /// A workout cost enough sodium and potassium to replace.
        case workoutElectrolytes = "workout-electrolytes"
        /// A workout runs for longer than anybody thought, and nobody has stopped it.
        case workoutLeftRunning = "workout-left-running"
        /// More has gone in than was lost.
        case surplus
        /// A workout that will cost enough comes up.
        case plannedWorkout = "planned-workout"
        /// A temperature reading rose to warm or hot.
        case heat
        /// Much plain water went in while sweating, or sodium runs low.
        case plainWater = "plain-water"
        /// A cramp was logged.
        case cramp
        /// Ten minutes later.
        case crampFollowUp = "cramp-follow-up"
        /// It was answered that the cramp is still there.
        case crampStillThere = "cramp-still-there"
        /// It was answered that it still hurts.
        case crampStillHurts = "cramp-still-hurts"
        /// A cramp, with those before it or with what is known of the person's health.
        case crampAdvice = "cramp-advice"
        /// At least three cramps in 14 days.
        case crampsRecur = "cramps-recur"
        /// A workout is planned or begun in great heat.
        case workoutInHeat = "workout-in-heat"
        /// As ``workoutInHeat``, in pregnancy.
        case heatInPregnancy = "heat-in-pregnancy"
        /// A swim is planned or begun.
        case swim
        case workoutBegins = "workout-begins"
        case workoutEnded = "workout-ended"
        case evening
        case bedtime
        /// The session has been active for long.
        case sitting
        /// More caffeine today than is thought harmless.
        case caffeine
        /// Hard workouts on several days.
        case load
        /// What the person has said of themselves.
        case profile
        /// A clinician's limit for the day is reached.
        case dailyLimit = "daily-limit"
    }

    public let trigger: Trigger
    /// The balance of the cautious run, from which volumes are sized.
    public let lower: WaterBalance
    /// The balance of the run with the usual sweat rate.
    public let median: WaterBalance
    /// The numbers it looked at, each with the level at which it speaks; none when a setting alone made it due.
    public let measures: [Measure]
    /// When thirst is expected if nothing is drunk.
    public let thirstAt: Instant?
    /// The workout it is about, by its entry.
    public let workout: Entry.ID?
    /// Sodium and potassium lost in that workout.
    public let electrolyteLoss: Amount?
}
