// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// How often something that asks for a drink is said: at once after a change, then ever later, then not until
/// something changes.
struct BackOff {
    /// What is ignored comes again after these.
    static let steps: [Duration] = [.minutes(30), .minutes(60), .minutes(120)]
    /// "Skip" is heard for this long.
    static let afterSkip = Duration.minutes(120)
    /// A drink of one's own that leaves the threshold passed opens one more bubble after this long.
    static let afterOwnDrink = Duration.minutes(60)

    /// The last thing that gave a reason to ask afresh.
    let change: Instant
    /// How many bubbles have asked since then.
    let count: Int
    /// When the next may come; nil when the back-off has run out.
    let next: Instant?

    init(_ situation: Situation) {
        change = Self.lastChange(in: situation)
        let history = situation.history
        // In whole seconds, as a slot's name counts them: what is drunk in the second of a bubble leaves it counted.
        let since = history.bubbles.reversed().prefix { [change] in $0.at.seconds >= change.seconds }
        count = since.count
        guard let last = since.first else {
            let isSkipped = history.answers.contains { [change] in $0.at == change && $0.answer == .skip }
            next = isSkipped ? change + Self.afterSkip : change
            return
        }
        if count <= Self.steps.count {
            next = last.at + Self.steps[count - 1]
        } else {
            let own = history.drinks.last { !$0.isAnswer }.flatMap { $0.at > last.at ? $0.at : nil }
            next = own.map { $0 + Self.afterOwnDrink }
        }
    }

    /// The last answer, waking, beginning or end of a workout, or drink that brought the deficit below the level at
    /// which reminders speak.
    private static func lastChange(in situation: Situation) -> Instant {
        let at = situation.at
        var change = situation.day?.wake ?? situation.timeline.circumstances.began
        if let answer = situation.history.answers.last { change = max(change, answer.at) }
        for workout in situation.timeline.workouts where workout.status != .planned {
            for edge in [workout.start, workout.end] where edge <= at { change = max(change, edge) }
        }
        let body = situation.body
        for node in situation.course.nodes(from: change, to: at) where node.cause == .drink && node.at > change {
            // In a workout it is the usual run that speaks, from 1 % of body water on.
            let isBelow =
                node.segment.state == .exercising
                ? node.runs.median.freeWaterDeficit < body.totalBodyWater * 0.01
                : node.runs.lower.freeWaterDeficit < situation.timeline.reminderThreshold(at: node.at)
            if isBelow { change = node.at }
        }
        return change
    }
}
