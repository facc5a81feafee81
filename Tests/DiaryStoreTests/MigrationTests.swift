// SPDX-License-Identifier: Apache-2.0

import Diary
import Foundation
import Physiology
import Testing

@testable import DiaryStore

@Suite("A diary of the first version, in which nobody could ask for a quick recovery")
struct MigrationTests {
    private let scratch = Scratch()

    private static let run = WorkoutDetails(
        activity: "running", intensity: .hard, speed: .metersPerSecond(2.5),
        climate: Climate(air: .celsius(20), humidity: .percent(50), wind: .metersPerSecond(1), sun: .shade))

    /// What ``writeFirstVersion()`` writes, as it is read today.
    private let events: [Event] = [
        .drink(water), .workout(run, end: noon + .hours(1)), .workoutStarted(run, expectedEnd: nil), .workoutStopped(),
        .plannedWorkout(run, end: noon + .hours(9)), .meal, .retraction(of: Entry.ID(6)),
    ]

    /// Writes a diary with the tables and the statements of the first version.
    private func writeFirstVersion() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/state/hydrated", withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: scratch.diary))
        let database = try Database(path: scratch.diary)
        try database.execute("PRAGMA journal_mode = WAL")
        try database.execute(Schema.migrations[0])
        func entry(_ id: Int, _ kind: String) -> String {
            """
            INSERT INTO entry VALUES (\(id), '\(kind)', \(noon.microseconds), 3600, 'Europe/Berlin',
                \((noon + .seconds(1)).microseconds), 't\(id)');
            """
        }
        func workout(_ id: Int, until end: Instant?) -> String {
            """
            INSERT INTO workout (air_c, humidity_percent, wind_m_per_s, sun, radiant_c, activity, intensity, met,
                speed_m_per_s, power_w, clothing_clo, water_c, ends_at, entry)
            VALUES (20.0, 50.0, 1.0, 'shade', NULL, 'running', 'hard', NULL, 2.5, NULL, NULL, NULL,
                \(end.map { String($0.microseconds) } ?? "NULL"), \(id));
            """
        }
        try database.execute(
            """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = 1;
            INSERT INTO diary VALUES (1, \((noon - .days(1)).microseconds));
            \(entry(1, "drink")) INSERT INTO drink VALUES (1, 'water', 250.0, 1.0, 0.0, 0.0, 0.0, 0.0, NULL);
            \(entry(2, "workout")) \(workout(2, until: noon + .hours(1)))
            \(entry(3, "workout-started")) \(workout(3, until: nil))
            \(entry(4, "workout-stopped"))
            \(entry(5, "planned-workout")) \(workout(5, until: noon + .hours(9)))
            \(entry(6, "meal"))
            \(entry(7, "retraction")) INSERT INTO retraction VALUES (7, 6);
            """)
        database.close()
    }

    private var expected: [Entry] {
        events.enumerated().map { index, event in
            draft(event, token: "t\(index + 1)").entry(Entry.ID(Int64(index + 1)))
        }
    }

    private func entries(_ store: DiaryStore) throws -> [Entry] {
        try store.entries(from: .distantPast, to: .distantFuture, order: .oldestFirst)
    }

    @Test("is brought up to date when it is opened, with every entry, and takes what can be asked today")
    func migration() throws {
        try writeFirstVersion()
        for _ in 0..<2 {
            let store = try scratch.open()
            #expect(try entries(store) == expected)
            #expect(store.createdAt == noon - .days(1))
            let version = try store.database.first("PRAGMA user_version") { row throws(DatabaseError) in
                try row.integer(0)
            }
            #expect(version == Schema.version)
            store.close()
        }
        let store = try scratch.open()
        var run = Self.run
        run.recoversQuickly = true
        let asked: [Event] = [.workout(run, end: noon + .hours(1)), .workoutStopped(recoversQuickly: true)]
        try store.append(asked.map { draft($0) })
        store.close()
        let reopened = try scratch.open()
        #expect(try entries(reopened).suffix(2).map(\.event) == asked)
        let quick = try reopened.database.rows("SELECT recovers_quickly FROM workouts") { row throws(DatabaseError) in
            try row.integer(0)
        }
        #expect(quick.sorted() == [0, 0, 0, 1])
    }

    @Test("stays as it is when it cannot be brought up to date")
    func failedMigration() throws {
        try writeFirstVersion()
        let database = try Database(path: scratch.diary)
        // The last step of the migration meets a view that is not there.
        try database.execute("DROP VIEW workouts")
        #expect(throws: DiaryStoreError.self) { try scratch.open() }
        #expect(try database.first("PRAGMA user_version") { row throws(DatabaseError) in try row.integer(0) } == 1)
        let tables = try database.rows("SELECT name FROM sqlite_schema WHERE name = 'workout_stop'") { _ in true }
        #expect(tables.isEmpty)
        #expect(throws: DatabaseError.self) {
            try database.rows("SELECT recovers_quickly FROM workout") { _ in true }
        }
    }

    @Test("gives every entry back when it is salvaged")
    func salvage() throws {
        try writeFirstVersion()
        let (store, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
        #expect(report.recovered == events.count)
        #expect(report.lost == 0)
        #expect(try entries(store) == expected)
        // What was put aside is as it was.
        let wreck = try Database(path: report.movedTo)
        #expect(try wreck.first("PRAGMA user_version") { row throws(DatabaseError) in try row.integer(0) } == 1)
    }

    @Test("of today's version, a salvage brings back what was asked")
    func salvageOfToday() throws {
        let store = try scratch.open()
        var run = Self.run
        run.recoversQuickly = true
        let asked: [Event] = [
            .workout(run, end: noon + .hours(1)), .workoutStopped(recoversQuickly: true), .workoutStopped(),
        ]
        try store.append(asked.map { draft($0) })
        store.close()
        let (salvaged, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
        #expect(report.lost == 0)
        #expect(try entries(salvaged).map(\.event) == asked)
    }
}
