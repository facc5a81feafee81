// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import DiaryStore
import Guidance
import Physiology
import Systemd
import Wording

extension Hydrated {
    /// Asks the planner once, shows what is due, withdraws what no longer is, arms one timer for the next change and
    /// publishes the rest. But for the clock it is idempotent: calling it twice changes nothing.
    func reschedule() {
        presenceWatch.look()
        if desk.fault != nil { desk.open(now: now) }
        plan()
        tellOfDiary()
        // A screen that may be locked shows nothing yet.
        if !isStopping, presenceWatch.isSettled { act(on: lastPlan.decision) }
        timer?.arm(at: wakeUp.microseconds)
        publish()
        rest?.schedule()
    }

    /// Makes the plan of this instant the last one.
    func plan() {
        let now = self.now
        lastTimeline = Timeline(
            entries: desk.entries(now: now),
            circumstances: configuration.circumstances(zone: zone, began: desk.began), now: now)
        let before = lastPlan.decision
        lastPlan = Planner.plan(
            timeline: lastTimeline, configuration: configuration, presence: presence,
            activeSince: presenceWatch.activeSince, greets: true)
        if case .silent(let silence) = lastPlan.decision, lastPlan.decision != before {
            journal.send(.debug, JournalText.silent(silence))
        }
        reportClosedWorkouts()
        reportFreshStart()
        reportHeldBack()
    }

    /// When to look again. An entry that a clock step back has put ahead counts when its time comes; a diary that cannot
    /// be written to is tried again in a while, and by every change at once.
    private var wakeUp: Instant {
        guard desk.fault == nil else { return now + .minutes(10) }
        let ahead = lastTimeline.entries.first { $0.at > lastPlan.at }?.at
        return [lastPlan.nextChange, ahead, presenceWatch.nextChange].compactMap(\.self).min() ?? lastPlan.nextChange
    }

    private func act(on decision: Decision) {
        switch decision {
        case .show(let reminder):
            guard usesTerminal || server.capabilities != nil else { return server.ask() }
            // Committed before it is shown: neither a crash nor a restart shows the same slot twice.
            guard (try? record(.shown(reminder.record))) != nil else { return }
            show(reminder)
            plan()
        case .greet(let id): greet(id)
        case .keep(let id):
            if bubble != id { withdraw() }
        case .silent:
            withdraw()
        }
    }

    private func show(_ reminder: Reminder) {
        withdraw()
        report(reminder)
        emit(.reminderShown(reminder.id, guideline: reminder.guideline, at: now, volume: reminder.volume))
        let text = Bubble(reminder, of: lastPlan, in: idiom, asksAboutHealth: asksAboutHealth)
            .telling(lastPlan.heldBack, of: reminder, at: now, in: idiom)
        if usesTerminal { return terminal.show(text) }
        bubble = reminder.id
        presenter.show(text) { [weak self] presentation in self?.finish(reminder, presentation) }
    }

    /// Until the person has gone through the health questions, the first bubble of each day asks to.
    private var asksAboutHealth: Bool {
        guard !configuration.health.isChecked else { return false }
        let today = lastTimeline.day(at: now)?.wake ?? .distantPast
        return !lastTimeline.entries.contains { $0.event.kind == .shown && $0.at >= today }
    }

    /// Takes the bubble off the desktop, if there is one.
    func withdraw(_ end: ReminderEnd = .withdrawn, _ outcome: JournalText.Outcome = .withdrawn) {
        guard let id = bubble else { return }
        bubble = nil
        presenter.withdraw()
        close(id, end, outcome)
    }

    /// A bubble is over.
    private func finish(_ reminder: Reminder, _ presentation: Presentation) {
        bubble = nil
        switch presentation {
        case .pressed(let action): press(action, of: reminder)
        case .gone: close(reminder.id, .unanswered, .noAnswer)
        case .failed(let detail):
            _ = try? record(.undelivered(reminder.id))
            reportUndelivered(reminder, detail)
            emit(.reminderClosed(reminder.id, .undelivered))
        }
        reschedule()
    }

    /// A button of a bubble: what it says is what is logged.
    private func press(_ action: String, of reminder: Reminder) {
        presenceWatch.noteEntry()
        let pressed = Bubble.Action(rawValue: action)
        do {
            if pressed == .drank, let volume = reminder.volume {
                try record(.drink(reminder.drink(volume)))
                close(reminder.id, .drank, .drank(volume))
            } else if let answer = pressed.flatMap({ ReminderAnswer(rawValue: $0.rawValue) }) {
                try record(.answer(reminder.id, answer))
                close(reminder.id, .answered, .answered(answer, to: reminder.id))
            } else {
                // A click on the body: seen, and nothing to log.
                close(reminder.id, .unanswered, .noAnswer)
            }
        } catch {
            close(reminder.id, .unanswered, .noAnswer)
            // Whoever pressed believes it logged.
            showFault(error.controlFault)
        }
    }

    func close(_ id: ReminderID, _ end: ReminderEnd, _ outcome: JournalText.Outcome) {
        emit(.reminderClosed(id, end))
        let guideline = String(id.text.prefix { $0 != "@" })
        report(
            .reminderClosed, JournalText.reminderClosed(guideline: guideline, outcome, in: idiom),
            [("HYDRATED_GUIDELINE", guideline), ("HYDRATED_REMINDER", id.text), ("HYDRATED_ANSWER", end.rawValue)])
    }

    func serverChanged(_ change: NotificationServer.Change) {
        switch change {
        case .lost:
            report(.notificationServerLost, JournalText.notificationServerLost)
            presenter.serverLost()
        case .failed:
            // It was not committed as shown: nothing is lost.
            if case .show(let reminder) = lastPlan.decision { reportUndelivered(reminder, "no answer") }
        case .appeared, .ready: break
        }
        reschedule()
    }
}

extension Hydrated {
    /// Writes down what the daemon itself does or was told by a button.
    @discardableResult
    func record(_ event: Event) throws(DiaryStoreError) -> Entry {
        let now = self.now
        let draft = Draft(at: now, place: zone.offset(at: now), recordedAt: now, token: .random(), event: event)
        do throws(DiaryStoreError) {
            let entry = try desk.append(draft, now: now)
            announce(entry)
            return entry
        } catch {
            tellOfDiary()
            throw error
        }
    }

    /// Tells the bus and the journal of an entry that was just committed.
    func announce(_ entry: Entry) {
        emit(.entryAdded(ListedEntry(entry)))
        guard entry.event.kind.isByPerson else { return }
        presenceWatch.noteEntry()
        report(
            .entryLogged, JournalText.entryLogged(entry, now: now, in: idiom),
            [("HYDRATED_KIND", entry.event.kind.rawValue), ("HYDRATED_ENTRY", String(entry.id.number))]
                + entry.event.journalFields)
    }

    func emit(_ signal: ControlSignal) {
        // A signal that nobody could send is no reason to stop.
        try? control?.emit(signal)
    }
}
