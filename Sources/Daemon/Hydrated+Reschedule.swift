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
        plan()
        if desk.fault == nil { act(on: lastPlan.decision) }
        timer?.arm(at: wakeUp.microseconds)
        publish()
    }

    /// Makes the plan of this instant the last one.
    private func plan() {
        let now = self.now
        lastTimeline = Timeline(
            entries: desk.entries(now: now),
            circumstances: configuration.circumstances(zone: personsZone, began: desk.began), now: now)
        lastPlan = Planner.plan(timeline: lastTimeline, configuration: configuration, presence: presence)
        reportClosedWorkouts()
    }

    /// The zone that the times of the configuration are meant in.
    private var personsZone: ZoneRules { configuration.day.zone.flatMap(LocalZone.named) ?? zone }

    /// A diary that is not to be had is tried again in a while; every change tries it at once.
    private var wakeUp: Instant {
        desk.fault == nil ? lastPlan.nextChange : min(lastPlan.nextChange, now + .minutes(10))
    }

    private func act(on decision: Decision) {
        switch decision {
        case .show(let reminder):
            // Committed before it is shown: neither a crash nor a restart shows the same slot twice.
            guard record(.shown(reminder.record)) != nil else { return }
            show(reminder)
            plan()
        case .keep(let id):
            if let bubble, bubble != id { withdraw() }
        case .silent:
            if bubble != nil { withdraw() }
        }
    }

    private func show(_ reminder: Reminder) {
        report(reminder)
        emit(
            .reminderShown(
                reminder.id, guideline: reminder.guideline, at: now, volume: reminder.volume))
        let text = Bubble(reminder, of: lastPlan, in: idiom, asksAboutHealth: asksAboutHealth)
        if usesTerminal { return terminal.show(text) { _ in } }
        bubble = reminder.id
        presenter.show(text) { [weak self] presentation in self?.finish(reminder, presentation) }
    }

    /// How this person is spoken to.
    var idiom: Idiom { Idiom(units: configuration.units, zone: lastTimeline.circumstances.zone) }

    /// Until the person has gone through the health questions, the first bubble of each day asks to.
    private var asksAboutHealth: Bool {
        guard !configuration.health.isChecked else { return false }
        let today = lastTimeline.day(at: now)?.wake ?? .distantPast
        let shownToday = lastTimeline.entries.filter { $0.event.kind == .shown && $0.at >= today }
        return shownToday.isEmpty
    }

    private func withdraw() {
        guard let id = bubble else { return }
        bubble = nil
        presenter.withdraw()
        close(id, .withdrawn, .withdrawn)
    }

    /// A bubble is over.
    private func finish(_ reminder: Reminder, _ presentation: Presentation) {
        bubble = nil
        switch presentation {
        case .pressed(let action):
            press(action, of: reminder)
        case .gone:
            close(reminder.id, .unanswered, .noAnswer)
        case .failed(let detail):
            server.noteFailure()
            record(.undelivered(reminder.id))
            report(
                .reminderUndelivered, JournalText.reminderUndelivered(guideline: reminder.guideline.rawValue),
                [
                    ("HYDRATED_GUIDELINE", reminder.guideline.rawValue), ("HYDRATED_REMINDER", reminder.id.text),
                    ("HYDRATED_DETAIL", detail),
                ])
            emit(.reminderClosed(reminder.id, .undelivered))
        }
        reschedule()
    }

    /// A button of a bubble: what it says is what is logged.
    private func press(_ action: String, of reminder: Reminder) {
        let pressed = Bubble.Action(rawValue: action)
        if pressed == .drank, let volume = reminder.volume {
            record(.drink(reminder.drink(volume)))
            close(reminder.id, .drank, .drank(volume))
        } else if let answer = pressed.flatMap({ ReminderAnswer(rawValue: $0.rawValue) }) {
            record(.answer(reminder.id, answer))
            close(reminder.id, .answered, .answered(answer))
        } else {
            // A click on the body: seen, and nothing to log.
            close(reminder.id, .unanswered, .noAnswer)
        }
    }

    private func close(_ id: ReminderID, _ end: ReminderEnd, _ outcome: JournalText.Outcome) {
        emit(.reminderClosed(id, end))
        let guideline = id.text.prefix { $0 != "@" }
        report(
            .reminderOver, JournalText.reminderClosed(guideline: String(guideline), outcome, in: idiom),
            [
                ("HYDRATED_GUIDELINE", String(guideline)), ("HYDRATED_REMINDER", id.text),
                ("HYDRATED_ANSWER", end.rawValue),
            ])
    }

    func serverChanged(_ change: NotificationServer.Change) {
        if change == .lost {
            report(.notificationServerLost, JournalText.notificationServerLost)
            presenter.serverLost()
        }
        reschedule()
    }
}

extension Hydrated {
    /// Writes down what the daemon itself does or was told by a button; nil when the diary is not to be had.
    @discardableResult
    func record(_ event: Event) -> Entry? {
        let now = self.now
        let draft = Draft(at: now, place: zone.offset(at: now), recordedAt: now, token: .random(), event: event)
        do {
            let entry = try desk.append(draft, now: now).entry
            announce(entry)
            return entry
        } catch {
            noteDiary()
            return nil
        }
    }

    /// Tells the bus and the journal of an entry that was just committed.
    func announce(_ entry: Entry) {
        emit(.entryAdded(ListedEntry(entry)))
        guard entry.event.kind.isByPerson else { return }
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
