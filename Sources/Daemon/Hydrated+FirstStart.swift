// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import DiaryStore
import Guidance
import Physiology
import Systemd
import Wording

/// The first minutes.
extension Hydrated {
    /// Says once that hydrated runs, and on what it relies.
    func greet(_ id: ReminderID) {
        guard usesTerminal || server.capabilities != nil else { return server.ask() }
        // Committed before it is shown, like every reminder: it never comes twice.
        let shown = ShownReminder(greeting: id)
        guard (try? record(.shown(shown))) != nil else { return }
        withdraw()
        report(
            .reminderShown, JournalText.greeted,
            [("HYDRATED_GUIDELINE", shown.guideline), ("HYDRATED_REMINDER", id.text)])
        let text = Bubble.greeting(configuration, in: idiom)
        if usesTerminal {
            terminal.show(text)
        } else {
            bubble = id
            presenter.show(text) { [weak self] presentation in self?.finishGreeting(id, presentation) }
        }
        plan()
    }

    private func finishGreeting(_ id: ReminderID, _ presentation: Presentation) {
        bubble = nil
        switch presentation {
        // A click on the body is all that can be pressed, and nothing to log.
        case .pressed, .gone: close(id, .unanswered, .noAnswer)
        case .failed(let detail):
            _ = try? record(.undelivered(id))
            let name = ShownReminder(greeting: id).guideline
            report(
                .reminderUndelivered, JournalText.reminderUndelivered(guideline: name),
                [("HYDRATED_GUIDELINE", name), ("HYDRATED_REMINDER", id.text), ("HYDRATED_DETAIL", detail)])
            emit(.reminderClosed(id, .undelivered))
        }
        reschedule()
    }
}

/// What was silenced.
extension Hydrated {
    /// Tells the journal, once, what a silence held back that has just ended. One that ended before this start is told of
    /// by the bubble alone: whoever ran then has told the journal.
    func reportHeldBack() {
        guard let heldBack = lastPlan.heldBack, heldBack.end > reportedSilence else { return }
        reportedSilence = heldBack.end
        report(
            .silenceEnded, JournalText.heldBack(heldBack, now: now, in: idiom),
            [
                ("HYDRATED_GUIDELINE", heldBack.guideline.rawValue), ("HYDRATED_SILENCE", heldBack.silence.rawValue),
                ("HYDRATED_HELD_SINCE", String(heldBack.since.seconds)),
                ("HYDRATED_HELD_UNTIL", String(heldBack.until.seconds)),
            ])
    }
}
