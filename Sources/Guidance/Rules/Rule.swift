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
}

/// What a rule wants to say, before the arbiter has decided whether it may and the limits how much.
struct Proposal {
    /// Whose turn it is when several speak; the first wins.
    enum Precedence: Int, Comparable {
        case stop, duringWorkout, afterWorkout, beforeThirst, electrolytes
        static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// When it may be said again.
    enum Cadence: Hashable {
        /// The shared back-off of everything that asks for a drink.
        case drinking
        /// Once for its cause.
        case once(cause: Instant)
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
    var withElectrolytes = false
    var isCritical = false
}

/// The rules in force, in the order of their precedence.
enum Rules {
    static let all: [any Rule] = [
        TooMuchWater(), DrinkDuringWorkout(), DrinkAfterWorkout(), DrinkBeforeThirst(), ReplaceElectrolytes(),
    ]
}
