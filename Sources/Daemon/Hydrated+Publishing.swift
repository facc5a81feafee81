// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import DiaryStore
import Guidance
import Physiology
import Systemd
import Wording

/// What the daemon tells of its plan: D-Bus properties, the status line, the journal.
extension Hydrated {
    /// Publishes what the last plan has changed.
    func publish() {
        let before = published
        published = ControlStatus(lastPlan, configuration: configuration, presence: presence, notices: notices)
        if published.presence != before.presence {
            journal.send(.debug, JournalText.presence(published.presence))
        }
        let changed = published.changedProperties(since: before)
        try? control?.propertiesChanged(changed)
        let trouble = desk.fault?.controlFault.trouble
        let line =
            trouble.map(StatusText.serviceStatus) ?? StatusText.serviceStatus(lastPlan, presence: presence, in: idiom)
        _ = try? ServiceManager.notify(.status(line))
    }

    private var notices: [ControlStatus.Notice] {
        var notices: [ControlStatus.Notice] = []
        if let fault = desk.fault { notices.append(.diaryUnavailable(fault.controlFault)) }
        if configurationIsWrong == true { notices.append(.invalidConfiguration) }
        if !isReachable { notices.append(.noNotificationServer) }
        if !configuration.isTrustedForVolumes { notices.append(.untrustedProfile) }
        if !configuration.health.isChecked { notices.append(.healthUnchecked) }
        return notices
    }

    /// Says, once for each trouble, that the diary is not to be had: in the journal and in one bubble.
    func tellOfDiary() {
        if let salvage = desk.takeSalvage() {
            report(
                .diaryUnavailable, JournalText.diarySalvaged(entries: salvage.recovered, file: salvage.movedTo),
                [("HYDRATED_FILE", desk.path)])
        }
        guard let fault = desk.fault else {
            if reportedFault != nil, bubble == nil { presenter.withdraw() }
            (reportedFault, shownFault) = (nil, nil)
            return
        }
        let name = fault.controlFault
        if reportedFault != name {
            reportedFault = name
            report(
                .diaryUnavailable, JournalText.diaryUnavailable(name.trouble),
                [("HYDRATED_FILE", desk.path), ("HYDRATED_DETAIL", "\(fault)")])
        }
        if shownFault != name, !isStopping { showFault(name) }
    }

    /// Shows that nothing can be logged, as soon as there is somebody to show it.
    func showFault(_ fault: DiaryFault) {
        let text = Bubble.diaryUnavailable(fault.trouble)
        if usesTerminal {
            terminal.show(text)
        } else if server.capabilities != nil {
            withdraw()
            presenter.show(text) { _ in }
        } else {
            return server.ask()
        }
        shownFault = fault
    }

    /// A workout that was left running and closed for want of an answer is said once.
    func reportClosedWorkouts() {
        for workout in lastTimeline.workouts where workout.status == .closed {
            guard closedWorkouts.insert(workout.id).inserted, workout.end > now - .hours(1) else { continue }
            report(
                .workoutClosed,
                JournalText.workoutClosed(activity: workout.activity.name, at: workout.end, now: now, in: idiom),
                [("HYDRATED_ENTRY", String(workout.id.number))])
        }
    }
}

extension Hydrated {
    /// A balance that started afresh, because nobody had logged anything for so long, is said once a waking.
    func reportFreshStart() {
        guard let wake = lastPlan.startedAfresh, wake != reportedFreshStart, now - wake < .days(1) else { return }
        reportedFreshStart = wake
        report(.freshStart, JournalText.freshStart(at: wake, now: now, in: idiom))
    }
}

/// The journal.
extension Hydrated {
    func report(_ event: DaemonEvent, _ message: String, _ fields: [(JournalField, String)] = []) {
        let all = [("HYDRATED_EVENT", event.rawValue)] + fields
        journal.send(event.priority, message, messageID: event.messageID, all.map { (field: $0.0, value: $0.1) })
    }

    /// A reminder that is due and that nobody shows.
    func reportUndelivered(_ reminder: Reminder, _ detail: String) {
        report(
            .reminderUndelivered, JournalText.reminderUndelivered(guideline: reminder.guideline.rawValue),
            [
                ("HYDRATED_GUIDELINE", reminder.guideline.rawValue), ("HYDRATED_REMINDER", reminder.id.text),
                ("HYDRATED_DETAIL", detail),
            ])
    }

    /// A reminder with its reason: the numbers and the guideline behind it.
    func report(_ reminder: Reminder) {
        report(
            .reminderShown, JournalText.reminderShown(reminder.record, in: idiom),
            reminder.journalFields + Planner.account(lastTimeline).journalFields)
    }
}

extension Event {
    /// What a program may want to know of an entry in the journal.
    var journalFields: [(JournalField, String)] {
        guard case .drink(let drink) = self else { return [] }
        return [
            ("HYDRATED_AMOUNT_ML", String(Int(drink.volume.milliliters.rounded()))),
            ("HYDRATED_BEVERAGE", drink.beverage),
        ]
    }
}

extension ControlStatus {
    init(_ plan: Plan, configuration: Configuration, presence: Presence, notices: [Notice]) {
        self.init(
            version: Version.current,
            balance: .init(at: plan.at, balance: plan.median, losses: plan.losses),
            nextReminder: plan.next.map {
                .init(id: $0.reminder.id, guideline: $0.reminder.guideline, at: $0.at, volume: $0.reminder.volume)
            },
            thirstAt: plan.thirstAt,
            activeWorkout: plan.activeWorkout.map {
                .init(activity: $0.activity, start: $0.start, expectedEnd: $0.expectedEnd)
            },
            climate: .init(
                readAt: plan.climate.readAt, air: plan.climate.climate.air, humidity: plan.climate.climate.humidity,
                wind: plan.climate.climate.wind),
            intakeToday: plan.intakeToday, targetToday: plan.targetToday, pausedUntil: plan.pausedUntil,
            heatLevel: plan.climate.climate.heatLevel, presence: presence, units: configuration.units,
            notices: notices)
    }
}
