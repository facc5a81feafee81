// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Looking ahead")
struct OutlookTests {
    /// What anybody could see at an instant, with the diary as it is.
    private func view(_ timeline: Timeline, _ configuration: Configuration) -> View {
        View(Situation(timeline, configuration, .present))
    }

    @Test("nothing changes before the next change, at any minute, and something does then")
    func nextChange() {
        var ends = 0
        Cases.check(Cases.count(12)) { random in
            var days = RandomDays(&random)
            days.acts.removeAll { if case .be = $0.act { true } else { false } }
            let entries = days.run { _ in }.entries
            let circumstances = days.configuration.circumstances(zone: .utc, began: Scene.midnight)
            for _ in 0..<4 {
                let now = Scene.instant(random.number(1...RandomDays.length))
                let known = entries.filter { max($0.at, $0.recordedAt) <= now }
                func timeline(_ at: Instant) -> Timeline {
                    Timeline(entries: known, circumstances: circumstances, now: at)
                }
                let plan = Planner.plan(timeline: timeline(now), configuration: days.configuration, presence: .present)
                if case .show = plan.decision { continue }
                let before = view(timeline(now), days.configuration)
                var at = now + .minutes(1)
                while at < plan.nextChange {
                    if !view(timeline(at), days.configuration).looksLike(before) {
                        return "\(days.person): a change at \(at.hours(since: now)) h was missed"
                    }
                    at = at + .minutes(1)
                }
                ends += 1
                // What was planned is looked at again when its time is over.
                let isEndOfPlan = timeline(now).workouts.contains { $0.status == .running && $0.end == plan.nextChange }
                if !isEndOfPlan, view(timeline(plan.nextChange), days.configuration).looksLike(before) {
                    return "\(days.person): woken for nothing after \(plan.nextChange.hours(since: now)) h"
                }
            }
            return nil
        }
        #expect(ends > 0)
    }

    @Test("what is said to come comes, when it is said to")
    func coming() {
        Cases.check(Cases.count(40)) { random in
            var days = RandomDays(&random)
            days.acts.removeAll { if case .be = $0.act { true } else { false } }
            let entries = days.run { _ in }.entries
            let circumstances = days.configuration.circumstances(zone: .utc, began: Scene.midnight)
            let now = Scene.instant(random.number(1...RandomDays.length))
            let known = entries.filter { max($0.at, $0.recordedAt) <= now }
            func plan(_ at: Instant) -> Plan {
                let timeline = Timeline(entries: known, circumstances: circumstances, now: at)
                return Planner.plan(timeline: timeline, configuration: days.configuration, presence: .present)
            }
            let first = plan(now)
            // What is assumed of a workout that runs or is planned may turn out otherwise.
            guard first.activeWorkout == nil, let coming = first.coming, coming.at > now else { return nil }
            var at = now
            for _ in 0..<100 where at < coming.at {
                let next = plan(at).nextChange
                if next >= coming.at { break }
                at = next
                if case .show = plan(at).decision { return "\(days.person): something came before" }
            }
            guard case .show(let reminder) = plan(coming.at).decision else {
                return "\(days.person): nothing came after \(coming.at.hours(since: now)) h"
            }
            return reminder.id == coming.reminder.id ? nil : "\(reminder.id.text), not \(coming.reminder.id.text)"
        }
    }

    @Test("what is older than sixty days changes no plan")
    func window() {
        Cases.check(Cases.count(40)) { random in
            let old = RandomDays(&random).run { _ in }.entries.filter { $0.event.kind != .bodyMass }
            var recent = Scene()
            for hour in stride(from: 24 * 65.0, to: 24 * 66, by: random.number(2...6)) {
                recent.drink(hour, random.number(100...400))
            }
            let hour = 24 * 65 + random.number(8...23)
            let known = recent.entries.filter { $0.at <= Scene.instant(hour) }
            func plan(_ entries: [Entry]) -> Plan {
                Planner.plan(
                    timeline: Timeline(
                        entries: entries,
                        circumstances: Configuration().circumstances(zone: .utc, began: Scene.midnight),
                        now: Scene.instant(hour)), configuration: Configuration(), presence: .present)
            }
            return plan(known) == plan(old + known) ? nil : "something was remembered"
        }
    }
}
