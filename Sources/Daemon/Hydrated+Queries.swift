// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
public import Diary
import DiaryStore
import Guidance
public import Physiology
import Systemd

/// What the control interface is asked.
extension Hydrated {
    public func entries(from: Instant, to: Instant, limit: Int?) throws(ControlError) -> [ListedEntry] {
        defer { rest?.schedule() }
        let entries = try diary { () throws(DiaryStoreError) in
            try desk.entries(from: from, to: to, limit: limit, now: now)
        }
        return entries.reversed().map(ListedEntry.init)
    }

    public func forecast(until: Instant) throws(ControlError) -> [ForecastPoint] {
        let course = BalanceCourse(lastTimeline)
        let now = lastPlan.at
        let end = min(until, now + Timeline.horizon)
        guard end >= now else { return [] }
        let ahead = course.nodes(from: now, to: end).map(\.at).filter { $0 > now }
        return ([now] + ahead + [end]).map { ForecastPoint(at: $0, balance: course.runs(at: $0).median) }
    }

    public func explain(_ reminder: ReminderID?) throws(ControlError) -> Explanation {
        let plan = lastPlan
        let segment = BalanceCourse(lastTimeline).node(at: plan.at).segment
        var explanation = Explanation(
            standing: .silent, at: plan.at, nextChange: plan.nextChange, lower: plan.lower, median: plan.median,
            thirstAt: plan.thirstAt, losses: plan.losses, baselineRate: segment.baseline,
            sweatRate: segment.sweat.median.water, intakeToday: plan.intakeToday,
            targetToday: plan.targetToday, units: configuration.units)
        explanation.threshold = lastTimeline.reminderThreshold(at: plan.at)

        if let reminder {
            if let shown = shownEntry(reminder) {
                explain(shown, standing: .shown, in: &explanation)
            } else if let coming = plan.coming, coming.reminder.id == reminder {
                explain(coming, in: &explanation)
            } else {
                throw .unknownReminder(reminder)
            }
            return explanation
        }
        switch plan.decision {
        case .show(let due):
            explanation.standing = .due
            explanation.take(due)
        case .keep(let id):
            if let shown = shownEntry(id) { explain(shown, standing: .due, in: &explanation) }
        case .greet(let id):
            explanation.standing = .due
            explanation.reminder = id
        case .silent(let silence):
            explanation.silence = silence
            if let coming = plan.coming { explain(coming, in: &explanation) }
        }
        return explanation
    }

    private func explain(_ coming: Plan.Coming, in explanation: inout Explanation) {
        explanation.standing = .coming
        explanation.at = coming.at
        let (lower, median, thirstAt) = (explanation.lower, explanation.median, explanation.thirstAt)
        explanation.take(coming.reminder)
        // The numbers are those of now: nobody can check the ones to come.
        (explanation.lower, explanation.median, explanation.thirstAt) = (lower, median, thirstAt)
    }

    /// A reminder that was shown. The reason is not kept: the planner is asked again for that instant, with what the
    /// diary held then, and answers the same.
    private func explain(_ shown: Entry, standing: Explanation.Standing, in explanation: inout Explanation) {
        guard case .shown(let record) = shown.event else { return }
        let before = lastTimeline.entries.filter { $0.id < shown.id }
        let then = Planner.plan(
            timeline: Timeline(entries: before, circumstances: lastTimeline.circumstances, now: shown.at),
            configuration: configuration, presence: .present,
            // Not in the diary, but in the name: somebody was there, and had been for so long.
            activeSince: record.guideline == GuidelineID.moveOften.rawValue ? record.id.cause : nil)
        explanation.standing = standing
        explanation.at = shown.at
        explanation.reminder = record.id
        explanation.guideline = GuidelineID(rawValue: record.guideline)
        explanation.proposal = record.volume
        explanation.withElectrolytes = record.withElectrolytes
        explanation.sources = explanation.guideline.map { Catalogue[$0].sources } ?? []
        // Another configuration, or an entry taken back since, may have another answer: the record stands.
        if case .show(let reminder) = then.decision, reminder.id == record.id { explanation.take(reminder) }
    }

    private func shownEntry(_ id: ReminderID) -> Entry? {
        lastTimeline.entries.last { entry in
            if case .shown(let reminder) = entry.event { reminder.id == id } else { false }
        }
    }
}
