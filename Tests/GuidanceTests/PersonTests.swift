// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Random days of all sorts of people")
struct PersonTests {
    @Test("no rule is broken, whoever they are and whatever the day")
    func rules() {
        RandomDays.check("no rule was broken") { days, _ in
            var watch = Watch(days)
            let entries = days.run { watch.see($0) }.entries
            return watch.failure(leaving: entries)
        }
    }

    @Test("the same days tell the same, and a restart at any instant changes nothing, nor does being asked once more")
    func restart() {
        RandomDays.check("the same was told after restarts") { days, random in
            func told(_ also: [(at: Instant, act: Simulation.Act)]) -> [String] {
                var told: [String] = []
                days.run(also: also) { happening in
                    guard case .reminder(let reminder) = happening.what else { return }
                    told.append("\(happening.at.microseconds / 10_000) \(reminder.id.text) \(reminder.volume as Any)")
                }
                return told
            }
            // What is configured anew is planned anew, from the diary alone.
            let restarts = (0..<20).map { _ in
                let at = Scene.instant(random.number(0...RandomDays.length))
                return (at: at, act: Simulation.Act.configure(days.configuration))
            }
            return told(restarts) == told([]) ? nil : "\(days.person): asked more often, told something else"
        }
    }

    @Test("on a day with a workout, less is lacking an hour after what was obeyed than had it been ignored")
    func helps() {
        RandomDays.check("what was obeyed helped", of: [.obeys]) { days, _ in
            var asked: [ReminderID: Instant] = [:]
            var obeyed: [(asked: Instant, drunk: Instant)] = []
            let entries = days.run { happening in
                switch happening.what {
                case .reminder(let reminder): asked[reminder.id] = happening.at
                case .answer(let id, .some): obeyed.append((asked[id] ?? happening.at, happening.at))
                default: break
                }
            }.entries
            let course = BalanceCourse(days.timeline(of: entries, days.end))
            for day in days.wakingDays
            where days.workouts.contains(where: { day.contains(Scene.instant($0.lowerBound)) }) {
                let drinks = obeyed.filter { day.contains($0.asked) && day.contains($0.drunk + .hours(1)) }.map(\.drunk)
                if drinks.isEmpty { continue }
                let ignored = days.run(ignoring: day.wake) { _ in }.entries
                let other = BalanceCourse(days.timeline(of: ignored, days.end))
                for drink in drinks {
                    let later = drink + .hours(1)
                    let (with, without) = (course.runs(at: later).lower, other.runs(at: later).lower)
                    // Beyond thirst no deficit grows at rest where it is ignored: silence is not dehydration.
                    let isHeld = without.freeWaterDeficit >= course.body.thirstThreshold * (1 - 1e-9)
                    if with.freeWaterDeficit >= without.freeWaterDeficit, !isHeld {
                        return "\(with.freeWaterDeficit) lacks, not less than \(without.freeWaterDeficit), "
                            + "at hour \(later.hours(since: Scene.midnight))"
                    }
                }
            }
            return nil
        }
    }

    @Test("at rest, more than four hours after a workout, nobody who obeys comes to be thirsty")
    func neverThirsty() {
        RandomDays.check("nobody came to be thirsty", of: [.obeys]) { days, _ in
            let entries = days.run { _ in }.entries
            let timeline = days.timeline(of: entries, days.end)
            let course = BalanceCourse(timeline)
            func thirsty(in peace: Peace) -> Instant? {
                peace.instants.first { course.runs(at: $0).lower.freeWaterDeficit >= timeline.body.thirstThreshold }
            }
            guard thirsty(in: Peace(days, course, timeline.workouts)) != nil else { return nil }
            // The caps outrank thirst. To ask about them all the time takes long, and is seldom needed.
            let uncapped = Peace(days, course, timeline.workouts) { isCapped(entries, days, $0) }
            return thirsty(in: uncapped).map { at in
                "\(course.runs(at: at).lower.freeWaterDeficit) lacks at hour \(at.hours(since: Scene.midnight))"
            }
        }
    }

    /// Whether the caps leave less to propose at `instant` than is lacking.
    private func isCapped(_ entries: [Entry], _ days: RandomDays, _ instant: Instant) -> Bool {
        let known = entries.filter { max($0.at, $0.recordedAt) <= instant }
        let situation = Situation(days.timeline(of: known, instant), days.configuration, .present)
        let lacking = min(situation.lower.waterDeficit, DrinkingLimits.largest).roundedDown(to: DrinkingLimits.step)
        switch DrinkingLimits(situation: situation).propose(DrinkingLimits.largest, meaning: .drink) {
        case .success(let proposed): return proposed.volume < lacking
        case .failure(let refusal): return refusal.silence == .capped
        }
    }
}
