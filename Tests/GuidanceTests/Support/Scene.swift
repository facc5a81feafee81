// SPDX-License-Identifier: Apache-2.0

// A diary with its settings, as a planner meets them, in hours since midnight of a Thursday.

import Diary
import Physiology

@testable import Guidance

struct Scene {
    /// 2026-01-01, a Thursday.
    static let midnight = Instant(seconds: 1_767_225_600)

    private(set) var entries: [Entry] = []
    var configuration = Configuration()
    var presence = Presence.present
    var zone = ZoneRules.utc
    /// When the diary was begun, in hours.
    var began = 0.0

    static func instant(_ hour: Double) -> Instant { midnight.advanced(byHours: hour) }

    /// Writes down at `made` (else at once) what happened at `hour`.
    @discardableResult
    mutating func at(_ hour: Double, _ event: Event, made: Double? = nil) -> Entry.ID {
        let id = Entry.ID(Int64(entries.count + 1))
        let instant = Self.instant(hour)
        entries.append(
            Entry(
                id: id, at: instant, place: .utc, recordedAt: made.map(Self.instant) ?? instant,
                token: Token("t\(id.number)")!, event: event))
        return id
    }

    @discardableResult
    mutating func drink(_ hour: Double, _ milliliters: Double, _ name: String = "water", made: Double? = nil)
        -> Entry.ID
    {
        let beverage = try! BeverageTable.find(name)
        return at(hour, .drink(Drink(beverage, volume: .milliliters(milliliters))), made: made)
    }

    /// Shows what the planner wants shown at `hour`; nil when it does not.
    @discardableResult
    mutating func show(_ hour: Double) -> Reminder? {
        guard let reminder = reminder(hour) else { return nil }
        at(hour, .shown(reminder.record))
        return reminder
    }

    func timeline(_ hour: Double) -> Timeline {
        Timeline(
            entries: entries.effective(),
            circumstances: configuration.circumstances(zone: zone, began: Self.instant(began)),
            now: Self.instant(hour))
    }

    func situation(_ hour: Double) -> Situation { Situation(timeline(hour), configuration, presence) }

    func plan(_ hour: Double) -> Plan {
        Planner.plan(timeline: timeline(hour), configuration: configuration, presence: presence)
    }

    /// What is to be shown at `hour`.
    func reminder(_ hour: Double) -> Reminder? {
        if case .show(let reminder) = plan(hour).decision { reminder } else { nil }
    }

    /// Why nothing is said at `hour`.
    func silence(_ hour: Double) -> Silence? {
        if case .silent(let silence) = plan(hour).decision { silence } else { nil }
    }

    /// The bubble that stays at `hour`.
    func kept(_ hour: Double) -> ReminderID? {
        if case .keep(let id) = plan(hour).decision { id } else { nil }
    }

    /// When the next reminder comes, in hours.
    func comingAt(_ hour: Double) -> Double? { plan(hour).coming?.at.hours(since: Self.midnight) }

    /// The first hour after `hour` at which the planner shows something, found by asking only when it says so.
    func nextShow(after hour: Double) -> Double? {
        var at = Self.instant(hour)
        for _ in 0..<50 {
            let plan = plan(at.hours(since: Self.midnight))
            if case .show = plan.decision { return at.hours(since: Self.midnight) }
            at = plan.nextChange
        }
        return nil
    }
}

extension Scene {
    /// Somebody awake and thirsty soon: a day in the office with one drink in the morning. Due from about 12:30 on.
    static let office: Scene = {
        var scene = Scene()
        scene.drink(8, 100)
        return scene
    }()

    /// Just after a long run in the heat, with little drunk.
    static func afterRun(of hours: Double = 2, ended: Double = 12, air: Double = 30) -> Scene {
        var scene = Scene()
        scene.configuration.day.meals = []
        scene.drink(8, 100)
        let climate = Climate(air: .celsius(air), humidity: .percent(60))
        scene.at(ended - hours, .workout(WorkoutDetails(activity: "running", climate: climate), end: instant(ended)))
        return scene
    }

    /// A run in the heat that has been going on since `start`.
    static func running(since start: Double = 10, air: Double = 28, planned: Double? = nil) -> Scene {
        var scene = Scene()
        scene.configuration.day.meals = []
        scene.drink(8, 300)
        let climate = Climate(air: .celsius(air), humidity: .percent(60), sun: .partly)
        let details = WorkoutDetails(activity: "running", climate: climate)
        scene.at(start, .workoutStarted(details, expectedEnd: planned.map { instant(start + $0) }))
        return scene
    }
}

extension Volume {
    static func ml(_ value: Double) -> Volume { .milliliters(value) }
}

func isClose(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-4) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
}
