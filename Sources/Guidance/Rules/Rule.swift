// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A guideline at work: looks at a situation and says whether there is something to say.
///
/// Adding one touches a file here, the list in ``Rules`` and the catalogue.
protocol Rule: Sendable {
    var guideline: GuidelineID { get }

    /// What the guideline has to say in `situation`; nil when nothing.
    func proposal(in situation: Situation) -> Proposal?

    /// Instants after the situation's own at which the answer may become another by itself: when a level is reached or
    /// a time is over. The beginnings and ends of days, workouts and readings need not be among them. One too many
    /// costs nothing, one too few a late reminder.
    func changes(after situation: Situation) -> [Instant]

    /// Whether it decides by itself when it speaks without having been switched on.
    var isOnByItself: Bool { get }
}

extension Rule {
    var isOnByItself: Bool { false }

    func changes(after situation: Situation) -> [Instant] { [] }
}

/// What a rule wants to say, before the arbiter has decided whether it may and the limits how much.
struct Proposal {
    /// Whose turn it is when several speak; the first wins.
    enum Precedence: Int, Comparable {
        case stop
        /// A cramp at hand, and what it gives reason to raise.
        case cramp
        /// Whether a workout still runs.
        case question
        case duringWorkout, afterWorkout, beforeWorkout, beforeThirst, electrolytes, heat
        case crampAdvice, advice, habit
        static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// When it may be said again. In all but the first the cause and the slot name it.
    enum Cadence: Hashable {
        /// The shared back-off of everything that asks for a drink.
        case drinking
        /// As ``drinking``; nothing is said about its cause after it.
        case lastDrinking(cause: Instant, slot: Int)
        /// Once for its cause.
        case once(cause: Instant)
        /// Once for this slot of its cause.
        case slot(cause: Instant, slot: Int)
        /// Not again before so long has passed.
        case seldom(cause: Instant, every: Duration)
        /// The rule has looked at the clock itself; nothing holds it back.
        case urgent(cause: Instant, slot: Int)
    }

    let guideline: GuidelineID
    let precedence: Precedence
    let cadence: Cadence
    let trigger: Reason.Trigger
    /// The deficit at which it speaks.
    let threshold: Volume
    /// The workout it is about.
    var workout: WorkoutSpan?
    /// The drink it asks for; nil when it asks for none.
    var drink: (volume: Volume, meaning: ProposedVolume.Meaning)?
    /// Whether there is something to say even where the limits allow no drink.
    var isDrinkOptional = false
    var withElectrolytes = false
    var isCritical = false
    /// What else the same bubble says, in order.
    var others: [GuidelineID] = []
    /// What to take along to the workout.
    var provision: Provision?
}

extension Proposal {
    /// Something to say that is not about a deficit.
    init(
        _ guideline: GuidelineID, _ precedence: Precedence, _ cadence: Cadence, _ trigger: Reason.Trigger,
        in situation: Situation
    ) {
        self.init(
            guideline: guideline, precedence: precedence, cadence: cadence, trigger: trigger,
            threshold: situation.reminderThreshold)
    }

    /// Whether it asks for a drink, or for something that goes with one.
    var isOfDrinking: Bool { precedence > .question && precedence < .heat }
}

/// The rules in force, in the order of their precedence.
enum Rules {
    static let all: [any Rule] =
        [
            TooMuchWater(), CrampAtHand(), WorkoutLeftRunning(), DrinkDuringWorkout(), DrinkAfterWorkout(),
            DrinkBeforeWorkout(),
            DrinkBeforeThirst(), ReplaceElectrolytes(), NoWaterAlone(), HotAndHumid(),
        ]
        + CrampAdvice.all
        + [
            HotSeasonStrain(), CrampInWater(), ColdWater(), FluidBalanceConditions(), WarmUpAndStretch(),
            StretchAfter(), StretchBeforeBed(), StretchDaily(), MoveOften(), LessCoffee(),
        ]
        + Habit.all
}
