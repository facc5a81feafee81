// SPDX-License-Identifier: Apache-2.0

import Diary
import Foundation
import Physiology
import Testing

@testable import DiaryStore

@Suite("The diary's file")
struct DiaryFileTests {
    private let scratch = Scratch()

    private func failure(_ body: () throws -> Void) -> DiaryStoreError? {
        do {
            try body()
            return nil
        } catch {
            return error as? DiaryStoreError
        }
    }

    @Test("a new diary is for the user's eyes alone, whatever the umask")
    func permissions() async {
        await #expect(processExitsWith: .success) {
            for mask in [0o000, 0o022, 0o777] as [mode_t] {
                umask(mask)
                let scratch = Scratch()
                try scratch.make()
                let store = try scratch.open()
                try store.append(draft(.meal))
                try #require(try mode(scratch.path + "/state") == 0o700)
                try #require(try mode(scratch.path + "/state/hydrated") == 0o700)
                for name in ["", "-wal", "-shm"] { try #require(try mode(scratch.diary + name) == 0o600) }
            }
        }
    }

    @Test("the diary keeps its beginning, and SQLite the promises of the file")
    func settings() throws {
        try scratch.open().close()
        let store = try DiaryStore(path: scratch.diary, createdAt: noon + .days(5))
        #expect(store.createdAt == noon - .days(1))
        func pragma(_ name: String) throws -> Int64? {
            try store.database.first("PRAGMA \(name)") { row throws(DatabaseError) in try row.integer(0) }
        }
        #expect(try pragma("synchronous") == 2)
        #expect(try pragma("foreign_keys") == 1)
        #expect(try pragma("trusted_schema") == 0)
        #expect(try pragma("application_id") == 0x6879_6472)
        #expect(try pragma("user_version") == 2)
        #expect(
            try store.database.first("PRAGMA journal_mode") { row throws(DatabaseError) in try row.text(0) } == "wal")
    }

    @Test("closing leaves everything in the one file")
    func closing() throws {
        let store = try scratch.open()
        try store.append(draft(.meal))
        #expect(try scratch.names() == ["diary.sqlite", "diary.sqlite-shm", "diary.sqlite-wal"])
        store.close()
        #expect(try scratch.names() == ["diary.sqlite"])
        #expect(try scratch.open().count() == 1)
    }

    @Test("a diary of a later version is refused by name and left as it is")
    func newer() throws {
        let store = try scratch.open()
        try store.database.execute("PRAGMA user_version = 7")
        store.close()
        let before = try Data(contentsOf: URL(filePath: scratch.diary))
        #expect(failure { _ = try scratch.open() } == .newer(path: scratch.diary, found: 7, known: 2))
        #expect(try Data(contentsOf: URL(filePath: scratch.diary)) == before)
    }

    @Test("another program's database is refused and left as it is")
    func notOurs() throws {
        try scratch.open().close()
        for change in ["PRAGMA application_id = 1", "PRAGMA application_id = 0"] {
            let database = try Database(path: scratch.diary)
            try database.execute(change)
            database.close()
            #expect(failure { _ = try scratch.open() } == .notOurs(path: scratch.diary))
        }
    }

    @Test("a file that is no database is damaged")
    func notADatabase() throws {
        try scratch.open().close()
        try Data("not a database, but long enough to have a header of one hundred bytes".utf8 + Data(count: 8192))
            .write(to: URL(filePath: scratch.diary))
        guard case .damaged(let path, _) = failure({ _ = try scratch.open() }) else {
            Issue.record("opened")
            return
        }
        #expect(path == scratch.diary)
    }

    @Test("a directory in the diary's place cannot be opened")
    func directory() throws {
        try FileManager.default.createDirectory(atPath: scratch.diary, withIntermediateDirectories: true)
        guard case .cannotOpen = failure({ _ = try scratch.open() }) else {
            Issue.record("opened")
            return
        }
    }

    @Test("a file in the place of the diary's directory is told, not overwritten")
    func fileForDirectory() throws {
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: scratch.path + "/state"))
        guard case .cannotOpen = failure({ _ = try scratch.open() }) else {
            Issue.record("opened")
            return
        }
    }

    @Test("where an ordinary user may not write, the diary is read-only, and nothing is made or changed")
    func readOnlyDirectory() async {
        await #expect(processExitsWith: .success) {
            becomeOrdinary()
            let scratch = Scratch()
            try scratch.make()
            try #require(chmod(scratch.path, 0o500) == 0)
            #expect(throws: DiaryStoreError.readOnly(path: scratch.diary)) { try scratch.open() }
            try #require(chmod(scratch.path, 0o700) == 0)

            let store = try scratch.open()
            try store.append(draft(.meal))
            store.close()
            // The file alone, its directory alone, then both.
            for (file, directory) in [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)] as [(mode_t, mode_t)] {
                chmod(scratch.diary, file)
                chmod(scratch.path + "/state/hydrated", directory)
                #expect(throws: DiaryStoreError.readOnly(path: scratch.diary)) { try scratch.open() }
            }
            chmod(scratch.path + "/state/hydrated", 0o700)
            chmod(scratch.diary, 0o000)
            let error = #expect(throws: DiaryStoreError.self) { try scratch.open() }
            guard case .cannotOpen = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            chmod(scratch.diary, 0o600)
            try #require(try scratch.open().count() == 1)
        }
    }

    @Test("no more room for the diary is told as that, loses nothing, and passes when there is room again")
    func fullDatabase() throws {
        let store = try scratch.open()
        try store.append(draft(.meal))
        let pages = try store.database.first("PRAGMA page_count") { row throws(DatabaseError) in try row.integer(0) }
        try store.database.execute("PRAGMA max_page_count = \(pages ?? 0)")
        let drafts = (0..<500).map { _ in draft(.drink(water)) }
        #expect(failure { _ = try store.append(drafts) } == .full(path: scratch.diary))
        #expect(try store.count() == 1)
        try store.database.execute("PRAGMA max_page_count = 100000")
        try store.append(drafts)
        #expect(try store.count() == 501)
    }

    @Test("a file that may grow no further is a full disk")
    func fileSizeLimit() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            let scratch = Scratch()
            let store = try scratch.open()
            try store.append(draft(.meal))
            var limit = rlimit(rlim_cur: 150_000, rlim_max: .max)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var written = 1
            var error: DiaryStoreError?
            while error == nil {
                do {
                    try store.append(draft(.drink(water)))
                    written += 1
                } catch let failure as DiaryStoreError {
                    error = failure
                }
            }
            #expect(error == .full(path: scratch.diary))
            #expect(try store.count() == written)
            limit.rlim_cur = .max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            try store.append(draft(.meal))
            store.close()
            #expect(try scratch.open().count() == written + 1)
        }
    }

    @Test("a diary locked by another program is busy, and well afterwards")
    func busy() throws {
        let store = try scratch.open()
        store.database.wait(upTo: .zero)
        let other = try Database(path: scratch.diary)
        try other.execute("BEGIN IMMEDIATE")
        #expect(failure { _ = try store.append(draft(.meal)) } == .busy(path: scratch.diary))
        #expect(try store.count() == 0)
        other.rollBack()
        try store.append(draft(.meal))
    }

    @Test("what is written to a diary that was deleted or replaced would be lost, and is refused")
    func moved() throws {
        let store = try scratch.open()
        try store.append(draft(.meal))
        try FileManager.default.removeItem(atPath: scratch.diary)
        #expect(failure { _ = try store.append(draft(.meal)) } == .moved(path: scratch.diary))
    }

    @Test("a migration that fails leaves the file as new as it was")
    func failedCreation() throws {
        struct Interrupted: Error {}
        #expect(throws: DiaryStoreError.self) {
            try DiaryStore(path: scratch.diary, createdAt: noon) { database throws(DatabaseError) in
                try database.run("INSERT INTO diary (id, created_at) VALUES (1, 0)")
            }
        }
        let store = try scratch.open()
        #expect(store.createdAt == noon - .days(1))
        #expect(try store.count() == 0)
    }
}
