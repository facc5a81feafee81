// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

/// Puts what happens in a scenario into the words that hydrated and hydratectl have for it.
struct Narrator {
    /// What was logged, so that it can be named when it is taken back.
    private var logged: [Entry.ID: Entry] = [:]
    /// The workout started last.
    private var started: AcknowledgedState.StoppedWorkout?
    /// What was shown last, and its first button.
    private var shown: Reminder?
    private var button: Bubble.Button?

    mutating func occurrence(_ happening: Simulation.Happening, in idiom: Idiom) -> Occurrence {
        let plan = happening.plan
        func occurrence(_ kind: Occurrence.Kind, _ text: [String]) -> Occurrence {
            Occurrence(at: happening.at, kind: kind, text: text, balance: plan.median)
        }
        switch happening.what {
        case .entry(let entry):
            var told = occurrence(.entry, answer(to: entry, happening, in: idiom))
            if case .drink(let drink) = entry.event {
                told.volume = drink.volume
                told.withElectrolytes = !drink.isPlain
            }
            return told
        case .reminder(let reminder):
            shown = reminder
            let bubble = Bubble(reminder, of: plan, in: idiom, asksAboutHealth: happening.asksAboutHealth)
                .telling(happening.heldBack, of: reminder, at: happening.at, in: idiom)
            button = bubble.buttons.first
            var told = occurrence(.reminder, [bubble.summary] + bubble.body.split(separator: "\n").map(String.init))
            told.guideline = reminder.guideline.rawValue
            told.volume = reminder.volume
            told.withElectrolytes = reminder.withElectrolytes
            told.reason = ExplanationText.reason(reminder.reason.trigger, reminder.reason.measures, in: idiom)
            return told
        case .answer(let id, let volume):
            var told = occurrence(.answer, [volume.map { "Drank \(idiom.volume($0))" } ?? label])
            told.guideline = id.guideline
            told.volume = volume
            told.withElectrolytes = shown.map { $0.id == id && $0.withElectrolytes } ?? false
            return told
        case .withdrawn(let id):
            var told = occurrence(.withdrawn, ["The bubble went away unanswered"])
            told.guideline = id.guideline
            return told
        }
    }

    /// What the first button says. Who obeys puts nothing off: a bubble that proposes nothing was seen.
    private var label: String { button.flatMap { $0.action == .later ? nil : $0.label } ?? Bubble.seenLabel }

    /// What hydratectl answers, but for the offer to take it back.
    private mutating func answer(
        to entry: Entry, _ happening: Simulation.Happening, in idiom: Idiom
    ) -> [String] {
        let plan = happening.plan
        logged[entry.id] = entry
        if case .workoutStarted(let details, _) = entry.event {
            started = .init(activity: details.activity, start: entry.at)
        }
        let change: Change
        if case .retraction(let id) = entry.event, let taken = logged[id] {
            change = .takenBack(taken.event, at: taken.at)
        } else {
            let state = AcknowledgedState(
                intakeToday: plan.intakeToday, targetToday: plan.targetToday,
                freeWaterDeficit: plan.median.freeWaterDeficit,
                provision: happening.provision.map(AcknowledgedState.Provision.init), relief: happening.relief,
                stopped: started)
            change = Change(.init(at: entry.at, event: entry.event), state)
        }
        let standing = Wording.Standing(
            intakeToday: plan.intakeToday, targetToday: plan.targetToday, nextAt: nil, warnings: plan.warnings,
            heldBack: happening.heldBack.map(Held.init))
        let lines = Wording.Acknowledgement.lines(change, standing, now: plan.at, in: idiom)
        let offersUndo = entry.event.kind != .retraction && entry.event.kind != .resume
        return offersUndo ? lines.dropLast() : lines
    }
}

extension ReminderID {
    /// The guideline in front of the cause and the slot.
    fileprivate var guideline: String { String(text.prefix { $0 != "@" }) }
}
