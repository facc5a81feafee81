// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// What is said of a cramp at one point: guidelines in order, and the water that belongs to them.
public struct CrampRelief: Hashable, Sendable {
    /// What is left to say when the cramp was over long before it was written down is ``Reason/Trigger/crampAdvice``.
    public var trigger: Reason.Trigger
    public var guidelines: [GuidelineID]
    public var volume: Volume?
    /// Whether as much has gone in as was lost, or more.
    public var isBalanced: Bool

    public init(_ trigger: Reason.Trigger, _ guidelines: [GuidelineID], volume: Volume? = nil, isBalanced: Bool) {
        self.trigger = trigger
        self.guidelines = guidelines
        self.volume = volume
        self.isBalanced = isBalanced
    }

    /// What the bubble of `reminder` says.
    public init(_ reminder: Reminder) {
        self.init(
            reminder.reason.trigger, reminder.guidelines, volume: reminder.volume,
            isBalanced: reminder.reason.lower.waterDeficit <= .zero)
    }
}

/// What a person is told and asked whether or not there is anybody to show a bubble.
extension Planner {
    /// The question that `answer` would be given to now: about the cramp at hand, else about a workout left running. Nil
    /// when nothing of the kind is asked.
    public static func question(
        for answer: ReminderAnswer, timeline: Timeline, configuration: Configuration
    ) -> ReminderID? {
        let situation = Situation(timeline, configuration, .present)
        switch answer {
        case .yes, .no:
            if let cramp = CrampAtHand.question(in: situation) { return cramp }
            return WorkoutLeftRunning().proposal(in: situation).map { Arbiter(situation).identity(of: $0) }
        case .stillHurts: return CrampAtHand.question(in: situation)
        case .later, .skip, .seen: return nil
        }
    }

    /// What was to be said of a cramp right after entry `id`, the cramp itself or an answer about it, with what the diary
    /// held then. Nil for an entry that is about no cramp, and after a yes.
    public static func relief(after id: Entry.ID, timeline: Timeline, configuration: Configuration) -> CrampRelief? {
        guard let entry = timeline.entries.first(where: { $0.id == id }) else { return nil }
        let isCramp = entry.event.kind == .cramp
        guard isCramp || entry.event.kind == .answer else { return nil }
        let then = Timeline(
            entries: timeline.entries.filter { $0.id <= id }, circumstances: timeline.circumstances,
            now: max(entry.at, entry.recordedAt))
        let situation = Situation(then, configuration, .present)
        if case .answer(let reminder, _) = entry.event, !CrampAtHand.isAbout(reminder, in: situation) { return nil }
        let arbiter = Arbiter(situation)
        let speaking = situation.rules.compactMap { $0.proposal(in: situation) }
        if let cramp = speaking.first(where: { $0.precedence == .cramp }) {
            return CrampRelief(arbiter.reminder(cramp, with: speaking[...]))
        }
        guard isCramp else { return nil }
        let advice = speaking.filter { $0.precedence == .crampAdvice && !arbiter.isSaid($0) }.map(\.guideline)
        return CrampRelief(
            CrampAtHand.isAtHand(in: situation) ? .cramp : .crampAdvice, advice + [.crampUrgentSigns],
            isBalanced: situation.lower.waterDeficit <= .zero)
    }
}
