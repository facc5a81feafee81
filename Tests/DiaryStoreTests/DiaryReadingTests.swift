// SPDX-License-Identifier: Apache-2.0

import Diary
import Foundation
import Physiology
import Testing

@testable import DiaryStore

@Suite("Reading the diary")
struct DiaryReadingTests {
    private let scratch = Scratch()

    @Test("a span holds its first instant and not its last, either way round, up to a limit")
    func spans() throws {
        let store = try scratch.open()
        for hour in [3, 1, 2, 4, 2] { try store.append(draft(.meal, at: noon + .hours(hour))) }
        func read(_ limit: Int? = nil, _ order: DiaryStore.Order = .newestFirst) throws -> [Int64] {
            try store.entries(from: noon + .hours(1), to: noon + .hours(4), limit: limit, order: order).map(\.id.number)
        }
        #expect(try read() == [1, 5, 3, 2])
        #expect(try read(nil, .oldestFirst) == [2, 3, 5, 1])
        #expect(try read(2) == [1, 5])
        #expect(try read(0) == [])
        try store.retract(Entry.ID(3), recordedAt: noon, token: token("u"))
        #expect(try read(2, .oldestFirst) == [2, 3, 6])
        #expect(try read(3) == [1, 6, 5])
        #expect(try store.entry(Entry.ID(6))?.event == .retraction(of: Entry.ID(3)))
        #expect(try store.entry(Entry.ID(7)) == nil)
    }

    @Test("a plan sees 60 days, everything ahead, and pairs of weigh-ins however old")
    func planningWindow() throws {
        let store = try scratch.open()
        let old = noon - .days(300)
        let details = WorkoutDetails(activity: "running")
        func add(_ event: Event, _ at: Instant) throws { try store.append(draft(event, at: at)) }
        try add(.plannedWorkout(details, end: noon + .days(3)), noon + .days(2))  // 1
        try add(.drink(water), noon - .days(59))  // 2
        try add(.drink(water), noon - .days(61))  // 3, too old
        try add(.bodyMass(.kilograms(70), .plain), old - .days(2))  // 4, of no pair
        try add(.climate(ClimateReading(climate: .indoor)), old - .hours(5))  // 5
        try add(.bodyMass(.kilograms(70), .before), old)  // 6
        try add(.workoutStarted(details, expectedEnd: nil), old + .minutes(5))  // 7
        try add(.drink(water), old + .minutes(30))  // 8
        try add(.stretch, old + .minutes(40))  // 9, explains no sweat
        try add(.workoutStopped(), old + .hours(1))  // 10
        try add(.bodyMass(.kilograms(69), .after), old + .hours(1))  // 11
        try add(.drink(water), old + .hours(2))  // 12
        try add(.bodyMass(.kilograms(70), .before), old + .days(30))  // 13, never followed
        try add(.bodyMass(.kilograms(70), .after), old + .days(33))  // 14
        try add(.drink(water), old + .days(30))  // 15
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [5, 6, 7, 8, 10, 11, 2, 1])
        // The drink was none, then the second weighing was none: then nothing old is left.
        try store.retract(Entry.ID(8), recordedAt: noon, token: token("u"))
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [5, 6, 7, 10, 11, 2, 1])
        try store.retract(Entry.ID(11), recordedAt: noon, token: token("v"))
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [2, 1])
    }

    @Test("a pair of weigh-ins across the edge of the window is whole")
    func pairAcrossTheEdge() throws {
        let store = try scratch.open()
        let edge = noon - .days(60)
        try store.append([
            draft(.drink(water), at: edge - .days(2)), draft(.bodyMass(.kilograms(70), .before), at: edge - .hours(1)),
            draft(.drink(water), at: edge - .minutes(30)),
            draft(.bodyMass(.kilograms(69), .after), at: edge + .hours(1)),
        ])
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [2, 3, 4])
    }

    @Test("a pair of weigh-ins just within the window keeps the climate read before it")
    func climateBeforeTheEdge() throws {
        let store = try scratch.open()
        let edge = noon - .days(60)
        try store.append([
            draft(.climate(ClimateReading(climate: .indoor)), at: edge - .hours(4)),
            draft(.drink(water), at: edge - .hours(3)),
            draft(.bodyMass(.kilograms(70), .before), at: edge + .hours(1)),
            draft(.bodyMass(.kilograms(69), .after), at: edge + .hours(3)),
        ])
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [1, 3, 4])
    }

    @Test("of an old pair of weigh-ins come the drinks and answers in between, and not those before")
    func betweenTheWeighings() throws {
        let store = try scratch.open()
        let old = noon - .days(100)
        let no = Event.answer(ReminderID("drink-during-workout@1.-1"), .no)
        try store.append([
            draft(.drink(water), at: old - .minutes(1)), draft(no, at: old - .minutes(1)),
            draft(.bodyMass(.kilograms(70), .before), at: old), draft(.drink(water), at: old),
            draft(no, at: old + .hours(1)), draft(.drink(water), at: old + .hours(2)),
            draft(.bodyMass(.kilograms(69), .after), at: old + .hours(2)),
        ])
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [3, 4, 5, 6, 7])
    }

    @Test("entries written down in any order are read whole, in order of time")
    func anyOrder() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = EventGenerator(seed: seed)
        let store = try scratch.open()
        let drafts = (1...300).map { minute in
            var drink = water
            drink.volume = .milliliters(Double(minute))
            let event: Event = minute % 3 == 0 ? .snooze(until: noon + .minutes(minute)) : .drink(drink)
            return draft(event, at: noon - .minutes(minute))
        }
        for draft in drafts.shuffled(using: &random) { try store.append(draft) }
        let read = try store.planningWindow(endingAt: noon)
        #expect(read.map(\.at) == drafts.reversed().map(\.at), "seed \(seed)")
        #expect(read.map(\.event) == drafts.reversed().map(\.event), "seed \(seed)")
    }

    @Test("what two nearby pairs share comes once")
    func overlappingPairs() throws {
        let store = try scratch.open()
        let old = noon - .days(100)
        for hours in [0, 10] {
            try store.append([
                draft(.bodyMass(.kilograms(70), .before), at: old + .hours(hours)),
                draft(.bodyMass(.kilograms(69), .after), at: old + .hours(hours + 1)),
            ])
        }
        #expect(try store.planningWindow(endingAt: noon).map(\.id.number) == [1, 2, 3, 4])
    }

    @Test("of ten years of entries a start reads the last sixty days, and finds them by an index")
    func tenYears() throws {
        try fill(scratch, days: 3650)
        let store = try scratch.open()
        #expect(try store.count() == 98_550)
        #expect(try store.planningWindow(endingAt: noon).count == 60 * 27)
        #expect(try store.latestUndoable() != nil)
        let queries = [
            "SELECT id FROM entry WHERE at >= 0 ORDER BY at, id",
            "SELECT at FROM body_mass JOIN entry ON id = entry WHERE moment <> 'plain' AND at < 0 ORDER BY at, id",
        ]
        for query in queries {
            let steps = try store.database.rows("EXPLAIN QUERY PLAN \(query)") { row throws(DatabaseError) in
                try row.text(3)
            }
            #expect(!steps.isEmpty)
            #expect(
                steps.allSatisfy { $0.contains("INDEX") || $0.contains("PRIMARY KEY") || $0.contains("B-TREE") },
                "\(steps)")
        }
    }

    /// 27 entries a day up to noon, one a day taken for one of a weigh-in around nothing.
    private func fill(_ scratch: Scratch, days: Int) throws {
        let store = try scratch.open()
        let database = store.database
        let count = days * 27
        try database.execute(
            """
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
            INSERT INTO entry SELECT i, CASE i % 27 WHEN 0 THEN 'body-mass' ELSE 'drink' END,
                \(noon.microseconds) - (\(count) - i) * 3200000000 - 1, 3600, 'Europe/Berlin', 0, 'token-' || i FROM n;
            INSERT INTO drink SELECT id, 'water', 250.0, 1.0, 0.0, 0.0, 0.0, 0.0, NULL FROM entry WHERE kind = 'drink';
            INSERT INTO body_mass SELECT id, 70.0, 'plain' FROM entry WHERE kind = 'body-mass';
            COMMIT;
            """)
        store.close()
    }

    @Test("whoever opens the file with sqlite3 finds readable views of what counts")
    func views() throws {
        let store = try scratch.open()
        let run = WorkoutDetails(activity: "running")
        try store.append([
            draft(.drink(water), at: noon), draft(.drink(water), at: noon + .minutes(30)), draft(.drink(water)),
            draft(.workout(run, end: noon - .hours(1)), at: noon - .hours(2)),
        ])
        try store.retract(Entry.ID(3), recordedAt: noon, token: token("u"))
        let drinks = try store.database.rows("SELECT id, local_time, beverage, volume_ml FROM drinks") {
            row throws(DatabaseError) in
            "\(try row.integer(0)) \(try row.text(1)) \(try row.text(2)) \(try row.real(3))"
        }
        #expect(drinks == ["1 2026-11-21 13:00:00 water 250.0", "2 2026-11-21 13:30:00 water 250.0"])
        let days = try store.database.rows("SELECT day, drinks, volume_ml FROM drunk_by_day") {
            row throws(DatabaseError) in "\(try row.text(0)) \(try row.integer(1)) \(try row.real(2))"
        }
        #expect(days == ["2026-11-21 2 500.0"])
        let workouts = try store.database.rows("SELECT local_time, activity, minutes FROM workouts") {
            row throws(DatabaseError) in "\(try row.text(0)) \(try row.text(1)) \(try row.integer(2))"
        }
        #expect(workouts == ["2026-11-21 11:00:00 running 60"])
    }

    @Test("they say of each workout whether recovery is to be quick, whether its start or its stop asked")
    func quickRecoveryInViews() throws {
        let store = try scratch.open()
        func started(_ hour: Int, quickly: Bool = false) -> Draft {
            let run = WorkoutDetails(activity: "running", recoversQuickly: quickly)
            return draft(.workoutStarted(run, expectedEnd: nil), at: noon + .hours(hour))
        }
        func stopped(_ hour: Int, quickly: Bool = false) -> Draft {
            draft(.workoutStopped(recoversQuickly: quickly), at: noon + .hours(hour))
        }
        try store.append([
            started(0), stopped(1), started(2, quickly: true), stopped(3), started(4), stopped(5, quickly: true),
            started(6), stopped(7, quickly: true), stopped(8), started(9), started(10), stopped(11, quickly: true),
            started(12), stopped(25, quickly: true),
        ])
        try store.retract(Entry.ID(8), recordedAt: noon, token: token("u"))
        let quick = try store.database.rows("SELECT recovers_quickly FROM workouts") { row throws(DatabaseError) in
            try row.flag(0)
        }
        #expect(quick == [false, true, true, false, false, true, false])
    }
}
