// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
public import Diary
import DiaryStore
public import Guidance
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
        defer { rest?.schedule() }
        let course = BalanceCourse(lastTimeline)
        let now = lastPlan.at
        let end = min(until, now + Timeline.horizon)
        guard end >= now else { return [] }
        let ahead = course.nodes(from: now, to: end).map(\.at).filter { $0 > now }
        return ([now] + ahead + [end]).map { ForecastPoint(at: $0, balance: course.runs(at: $0).median) }
    }

    public func explain(_ reminder: ReminderID?) throws(ControlError) -> Explanation {
        defer { rest?.schedule() }
        let explanation = Planner.explain(
            reminder, of: lastPlan, timeline: lastTimeline, configuration: configuration, presence: presence,
            activeSince: presenceWatch.activeSince)
        guard let explanation else { throw .unknownReminder(reminder ?? ReminderID("")) }
        return explanation
    }

    public func standing(of guideline: GuidelineID) throws(ControlError) -> GuidelineStanding {
        defer { rest?.schedule() }
        return Planner.standing(
            of: guideline, in: lastPlan, timeline: lastTimeline, configuration: configuration, presence: presence,
            activeSince: presenceWatch.activeSince)
    }
}
