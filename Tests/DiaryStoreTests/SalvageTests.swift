// SPDX-License-Identifier: Apache-2.0

import Diary
import Foundation
import Physiology
import Testing

@testable import DiaryStore

@Suite("A damaged diary")
struct SalvageTests {
    private let scratch = Scratch()
    private let moved = "diary.sqlite.damaged-20261121T120000Z"

    private func overwrite(_ path: String, at offset: Int, with bytes: Data) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: bytes)
        try file.close()
    }

    /// A diary left as a crash leaves it: its entries in the log, next to nothing in the main file.
    private func crashed(entries: Int) throws -> Scratch {
        let source = Scratch()
        let store = try source.open()
        for number in 0..<entries {
            try store.append(draft(.drink(water), at: noon + .minutes(number), token: "t\(number)"))
        }
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/state/hydrated", withIntermediateDirectories: true)
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.copyItem(atPath: source.diary + suffix, toPath: scratch.diary + suffix)
        }
        return scratch
    }

    @Test("entries that only the log holds survive a destroyed main file")
    func destroyedMainFile() throws {
        let scratch = try crashed(entries: 50)
        try overwrite(scratch.diary, at: 0, with: Data(repeating: 0xa5, count: 4096))
        let (store, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
        #expect(report.recovered == 50)
        #expect(report.lost == 0)
        #expect(report.movedTo == scratch.path + "/state/hydrated/" + moved)
        #expect(try store.count() == 50)
        #expect(store.createdAt == noon - .days(1))
        #expect(
            try store.entries(from: noon, to: noon + .days(1), order: .oldestFirst).map(\.token.text)
                == (0..<50).map { "t\($0)" })
        #expect(try store.append(draft(.meal)).entry.id.number == 51)
        // What was put aside is whole, log and all.
        #expect(try scratch.names().filter { $0.hasPrefix(moved) } == [moved, moved + "-shm", moved + "-wal"])
        #expect(try mode(scratch.diary) == 0o600)
    }

    @Test("a damaged page costs what lies on it and no more")
    func damagedPage() throws {
        let store = try scratch.open()
        let drafts = (0..<2000).map { draft(.drink(water), at: noon + .seconds($0), token: "t\($0)") }
        try store.append(drafts)
        try store.retract(Entry.ID(2), recordedAt: noon, token: token("u"))
        store.close()
        let size = try #require(try FileManager.default.attributesOfItem(atPath: scratch.diary)[.size] as? Int)
        // Every page from the middle on is broken in turn; each must cost little.
        var worst = 0
        for page in stride(from: size / 4096 / 2, to: size / 4096, by: 7) {
            let copy = Scratch()
            try FileManager.default.createDirectory(
                atPath: copy.path + "/state/hydrated", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: scratch.diary, toPath: copy.diary)
            try overwrite(copy.diary, at: page * 4096, with: Data(repeating: 0xff, count: 4096))
            let (store, report) = try DiaryStore.salvage(path: copy.diary, at: noon)
            #expect(report.recovered + report.lost == 2001)
            #expect(try store.count() == report.recovered)
            worst = max(worst, report.lost)
            for entry in try store.entries(from: .distantPast, to: .distantFuture) where entry.id.number <= 2000 {
                #expect(entry == drafts[Int(entry.id.number) - 1].entry(entry.id))
            }
        }
        #expect(worst > 0 && worst < 200)
    }

    @Test("damage met while reading is told as damage")
    func damageWhileReading() throws {
        let store = try scratch.open()
        try store.append((0..<2000).map { draft(.drink(water), at: noon + .seconds($0)) })
        store.close()
        let size = try #require(try FileManager.default.attributesOfItem(atPath: scratch.diary)[.size] as? Int)
        for page in stride(from: 40, to: size / 4096, by: 3) {
            try overwrite(scratch.diary, at: page * 4096, with: Data(repeating: 0xff, count: 4096))
        }
        let reopened = try scratch.open()
        let error = #expect(throws: DiaryStoreError.self) { try reopened.planningWindow(endingAt: noon) }
        guard case .damaged(scratch.diary, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("rows that no version writes are damage, and passed over by the salvage")
    func strangeRows() throws {
        let store = try scratch.open()
        try store.append([draft(.meal), draft(.drink(water)), draft(.injury(Injury(muscle: .calf))), draft(.stretch)])
        try store.database.execute(
            """
            UPDATE entry SET kind = 'levitation' WHERE id = 1;
            DELETE FROM drink;
            UPDATE injury SET muscle = 'tongue';
            """)
        guard
            case .damaged = #expect(
                throws: DiaryStoreError.self, performing: { try store.planningWindow(endingAt: noon) })
        else {
            Issue.record("read")
            return
        }
        store.close()
        let (salvaged, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
        #expect(report.recovered == 1 && report.lost == 3)
        #expect(try salvaged.planningWindow(endingAt: noon).map(\.event) == [.stretch])
        #expect(try salvaged.planningWindow(endingAt: noon).map(\.id.number) == [4])
    }

    @Test("a retraction whose entry is lost goes with it")
    func retractionOfTheLost() throws {
        let store = try scratch.open()
        try store.append([draft(.drink(water)), draft(.meal)])
        try store.retract(Entry.ID(1), recordedAt: noon, token: token("u"))
        try store.database.execute("DELETE FROM drink")
        store.close()
        let (salvaged, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
        #expect(report.recovered == 1 && report.lost == 2)
        #expect(try salvaged.planningWindow(endingAt: noon).map(\.event) == [.meal])
    }

    @Test("nothing readable still makes a new diary, and nothing put aside before is overwritten")
    func nothingReadable() throws {
        for round in 1...3 {
            try scratch.open().close()
            try Data(repeating: 0x55, count: 10_000).write(to: URL(filePath: scratch.diary))
            let (store, report) = try DiaryStore.salvage(path: scratch.diary, at: noon)
            #expect(report.recovered == 0)
            #expect(report.movedTo.hasSuffix(round == 1 ? moved : "\(moved)-\(round)"))
            #expect(store.createdAt == noon)
            store.close()
        }
        #expect(try scratch.names() == ["diary.sqlite", moved, moved + "-2", moved + "-3"])
    }

    @Test("a salvage without room for a new diary puts the old one back, and succeeds when there is room")
    func noRoom() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            let suite = SalvageTests()
            let scratch = try suite.crashed(entries: 50)
            try suite.overwrite(scratch.diary, at: 0, with: Data(repeating: 0xa5, count: 4096))
            let names = try scratch.names()
            var limit = rlimit(rlim_cur: 60_000, rlim_max: .max)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #expect(throws: DiaryStoreError.full(path: scratch.diary)) {
                try DiaryStore.salvage(path: scratch.diary, at: noon)
            }
            #expect(try scratch.names() == names)
            limit.rlim_cur = .max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #expect(try DiaryStore.salvage(path: scratch.diary, at: noon).report.recovered == 50)
        }
    }

    @Test("a salvage where nothing may be renamed leaves everything where it was")
    func cannotMove() async {
        await #expect(processExitsWith: .success) {
            becomeOrdinary()
            let scratch = Scratch()
            let store = try scratch.open()
            try store.append(draft(.meal))
            chmod(scratch.path + "/state/hydrated", 0o500)
            let names = try scratch.names()
            #expect(throws: DiaryStoreError.readOnly(path: scratch.diary)) {
                try DiaryStore.salvage(path: scratch.diary, at: noon)
            }
            try #require(try scratch.names() == names)
            chmod(scratch.path + "/state/hydrated", 0o700)
        }
    }
}
