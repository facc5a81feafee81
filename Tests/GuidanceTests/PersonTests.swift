// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Random days of all sorts of people")
struct PersonTests {
    /// What must hold whenever a bubble is shown.
    private struct Watch {
        let days: RandomDays
        var entries: [Entry] = []
        var standing: ReminderID?
        var ids: Set<ReminderID> = []
        var lastBubble: Instant?
        var lastAnswer: Instant?
        var pending: [(at: Instant, id: ReminderID, volume: Volume)] = []
        var failure: String?

        mutating func see(_ happening: Simulation.Happening) {
            if happening.plan.nextChange <= happening.plan.at { fail("a change that is not ahead", happening) }
            switch happening.what {
            case .entry(let entry): entries.append(entry)
            case .withdrawn: standing = nil
            case .answer(let id, let volume):
                standing = nil
                lastAnswer = happening.at
                pending.removeAll { $0.id == id }
                if let volume { drunk.append((happening.at, volume)) }
            case .reminder(let reminder): check(reminder, happening)
            }
            if case .entry(let entry) = happening.what, case .drink(let drink) = entry.event {
                drunk.append((entry.at, drink.volume))
            }
        }

        private var drunk: [(at: Instant, volume: Volume)] = []

        init(_ days: RandomDays) { self.days = days }

        private mutating func fail(_ what: String, _ happening: Simulation.Happening) {
            failure = failure ?? "\(days.person), hour \(happening.at.hours(since: Scene.midnight)): \(what)"
        }

        private mutating func check(_ reminder: Reminder, _ happening: Simulation.Happening) {
            let at = happening.at
            if standing != nil { fail("two bubbles at once", happening) }
            standing = reminder.id
            if !ids.insert(reminder.id).inserted { fail("\(reminder.id.text) twice", happening) }
            if reminder.guideline != .tooMuchWater { checkTime(reminder, happening) }
            if let volume = reminder.volume {
                if volume < .ml(100) || volume > .ml(300) { fail("\(volume) proposed", happening) }
                if volume > happening.plan.lower.waterDeficit { fail("more than is lacking", happening) }
                let limit = days.configuration.health.dailyLimit ?? .liters(8)
                for (hours, cap) in [(1, Volume.liters(0.8)), (3, .liters(2)), (24, limit)]
                where used(hours, at) + volume > cap {
                    fail("\(used(hours, at)) and \(volume) within \(hours) h", happening)
                }
                pending.append((at, reminder.id, volume))
            }
            // To ask whether a workout still runs puts nothing else off.
            if !reminder.asksWhetherWorkoutRuns { lastBubble = at }
        }

        /// What was drunk or proposed within so many hours.
        private func used(_ hours: Int, _ at: Instant) -> Volume {
            drunk.reduce(.zero) { $1.at > at - .hours(hours) && $1.at <= at ? $0 + $1.volume : $0 }
                + pending.reduce(.zero) { $1.at > at - .hours(1) ? $0 + $1.volume : $0 }
        }

        private mutating func checkTime(_ reminder: Reminder, _ happening: Simulation.Happening) {
            let at = happening.at
            let hour = at.hours(since: Scene.midnight)
            if days.configuration.quiet.contains(at, in: .utc), !isAfterSnooze(at) { fail("in quiet hours", happening) }
            let isRunning = happening.plan.activeWorkout != nil
            let day = days.configuration.day.wakingDays(touching: at...at, in: .utc).last { $0.wake <= at }
            let signs = entries.filter { $0.event.kind.isByPerson }.map(\.recordedAt) + [lastAnswer].compactMap(\.self)
            let isUp = signs.contains { at - $0 < .minutes(30) }
            if let day, day.isNight(at: at), !isRunning, !isUp, !isAfterSnooze(at) { fail("asleep", happening) }
            for entry in entries {
                guard case .pause(let until) = entry.event else { continue }
                if entry.at <= at, at < until { fail("paused", happening) }
            }
            if reminder.asksWhetherWorkoutRuns { return }
            let gap = Duration.minutes(isRunning ? 15 : 30)
            let last = [lastBubble, drunk.map(\.at).filter { $0 <= at }.max()].compactMap(\.self).max()
            if let last, at - last < gap, !isAfterSnooze(at) { fail("too soon, at \(hour)", happening) }
        }

        private func isAfterSnooze(_ at: Instant) -> Bool {
            entries.contains { entry in
                guard case .snooze(let until) = entry.event else { return false }
                return until <= at && at - until < .minutes(30)
            }
        }
    }

    @Test("no rule is broken, whoever they are and whatever the day")
    func rules() {
        Cases.check(Cases.count(40)) { random in
            let days = RandomDays(&random)
            var watch = Watch(days)
            _ = days.run { watch.see($0) }
            return watch.failure
        }
    }

    @Test("at rest, more than four hours after a workout, nobody who obeys comes to be thirsty")
    func neverThirsty() {
        Cases.check(Cases.count(40)) { random in
            var days = RandomDays(&random)
            // Nobody is kept from being asked here, or tells of a workout when it is too late to drink in it.
            days.configuration.quiet = QuietHours()
            days.configuration.health.dailyLimit = nil
            days.acts.removeAll { act in
                switch act.act {
                case .be, .tell, .log(.pause), .log(.snooze): true
                default: false
                }
            }
            guard days.person == .obeys else { return nil }
            let simulation = days.run { _ in }
            let timeline = Timeline(
                entries: simulation.entries,
                circumstances: days.configuration.circumstances(zone: .utc, began: Scene.midnight), now: simulation.end)
            let course = BalanceCourse(timeline)
            // What four hours of 300 ml each half hour cannot make up is no ordinary workout.
            let isTooMuch = timeline.workouts.contains { course.runs(at: $0.end).lower.waterDeficit > .liters(2) }
            if isTooMuch { return nil }
            for hour in stride(from: 8.0, to: RandomDays.length, by: 0.25) {
                let at = Scene.instant(hour)
                guard let day = timeline.day(at: at), !day.isNight(at: at), at - day.wake >= .hours(3) else { continue }
                // Nobody is asked in the night that follows a workout.
                let isSoonAfterWorkout = timeline.workouts.contains { workout in
                    let isOvernight = workout.end > day.wake - .hours(12)
                    let end = isOvernight ? max(workout.end, day.wake) : workout.end
                    return workout.start <= at && at < end + .hours(4)
                }
                if isSoonAfterWorkout { continue }
                let lacking = course.runs(at: at).lower.freeWaterDeficit
                if lacking >= timeline.body.thirstThreshold, isCapped(simulation, days, at) { continue }
                if lacking >= timeline.body.thirstThreshold {
                    return "\(days.person) lacks \(lacking) at hour \(hour)"
                }
            }
            return nil
        }
    }

    /// Whether what was drunk in the last day leaves nothing to propose at `at`, or a little before.
    private func isCapped(_ simulation: Simulation, _ days: RandomDays, _ at: Instant) -> Bool {
        [at, at - .minutes(15)].contains { instant in
            let timeline = Timeline(
                entries: simulation.entries.filter { $0.at <= instant },
                circumstances: days.configuration.circumstances(zone: .utc, began: Scene.midnight), now: instant)
            let plan = Planner.plan(timeline: timeline, configuration: days.configuration, presence: .present)
            return plan.decision == .silent(.capped)
        }
    }

    @Test("a restart at any instant changes nothing, nor does being asked once more")
    func restart() {
        Cases.check(Cases.count(15)) { random in
            let days = RandomDays(&random)
            guard !days.acts.contains(where: { if case .be = $0.act { true } else { false } }) else { return nil }
            func shown(_ also: [(at: Instant, act: Simulation.Act)]) -> [String] {
                var shown: [String] = []
                _ = days.run(also: also) { happening in
                    if case .reminder(let reminder) = happening.what {
                        shown.append(
                            "\(happening.at.microseconds / 10_000) \(reminder.id.text) \(reminder.volume as Any)")
                    }
                }
                return shown
            }
            let asked = (0..<60).map { _ in
                (at: Scene.instant(random.number(0...RandomDays.length)), act: Simulation.Act.be(.present))
            }
            return shown([]) == shown(asked) ? nil : "\(days.person): asked more often, told something else"
        }
    }
}

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
