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
        let changed = published.changedProperties(since: before)
        try? control?.propertiesChanged(changed)
        let line =
            desk.fault.map { StatusText.serviceStatus($0.controlFault.trouble) }
            ?? StatusText.serviceStatus(lastPlan, in: idiom)
        _ = try? ServiceManager.notify(.status(line))
    }

    private var notices: [ControlStatus.Notice] {
        var notices: [ControlStatus.Notice] = []
        if let fault = desk.fault { notices.append(.diaryUnavailable(fault.controlFault)) }
        if hasWrongConfiguration { notices.append(.invalidConfiguration) }
        if presence == .unreachable { notices.append(.noNotificationServer) }
        if !configuration.isTrustedForVolumes { notices.append(.untrustedProfile) }
        if !configuration.health.isChecked { notices.append(.healthUnchecked) }
        return notices
    }

    /// Says, once for each trouble, that the diary is not to be had: in the journal and in one bubble.
    func noteDiary() {
        if let salvage = desk.salvaged {
            desk.forgetSalvage()
            report(
                .diaryUnavailable,
                JournalText.diarySalvaged(entries: salvage.recovered, file: salvage.movedTo))
        }
        guard let fault = desk.fault else {
            toldOfDiary = nil
            return
        }
        guard toldOfDiary != fault.controlFault else { return }
        toldOfDiary = fault.controlFault
        report(
            .diaryUnavailable, JournalText.diaryUnavailable(fault.controlFault.trouble),
            [("HYDRATED_DETAIL", "\(fault)")])
        let text = Bubble.diaryUnavailable(fault.controlFault.trouble)
        bubble = nil
        if usesTerminal { terminal.show(text) { _ in } } else { presenter.show(text) { _ in } }
    }

    /// A workout that was left running and closed for want of an answer is said once.
    func reportClosedWorkouts() {
        for workout in lastTimeline.workouts where workout.status == .closed {
            guard closedWorkouts.insert(workout.id).inserted, workout.end > now - .hours(1) else { continue }
            report(
                .workoutClosed,
                JournalText.workoutClosed(
                    activity: workout.activity.name, at: workout.end, now: now, in: idiom),
                [("HYDRATED_ENTRY", String(workout.id.number))])
        }
    }
}

/// The journal.
extension Hydrated {
    func report(_ event: DaemonEvent, _ message: String, _ fields: [(JournalField, String)] = []) {
        journal.send(
            event.priority, message, messageID: event.messageID, fields.map { (field: $0.0, value: $0.1) })
    }

    /// A reminder with its reason: the numbers and the guideline behind it.
    func report(_ reminder: Reminder) {
        func milliliters(_ volume: Volume) -> String { String(Int(volume.milliliters.rounded())) }
        var fields: [(JournalField, String)] = [
            ("HYDRATED_GUIDELINE", reminder.guideline.rawValue), ("HYDRATED_REMINDER", reminder.id.text),
            ("HYDRATED_TRIGGER", reminder.reason.trigger.rawValue),
            ("HYDRATED_ELECTROLYTES", reminder.withElectrolytes ? "yes" : "no"),
            ("HYDRATED_WATER_DEFICIT_ML", milliliters(reminder.reason.lower.waterDeficit)),
            ("HYDRATED_FREE_WATER_DEFICIT_ML", milliliters(reminder.reason.lower.freeWaterDeficit)),
            ("HYDRATED_THRESHOLD_ML", milliliters(reminder.reason.threshold)),
        ]
        if let volume = reminder.volume { fields.append(("HYDRATED_AMOUNT_ML", milliliters(volume))) }
        if let thirst = reminder.reason.thirstAt { fields.append(("HYDRATED_THIRST_AT", String(thirst.seconds))) }
        report(.reminderShown, JournalText.reminderShown(reminder.record, in: idiom), fields)
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
            nextReminder: plan.coming.map {
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
