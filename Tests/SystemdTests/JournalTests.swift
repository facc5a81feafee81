// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

@Suite("A journal") struct JournalTests {
    @Test("writes a line with its priority where nobody is at a terminal")
    func writesALineWith() throws {
        #expect(try written { $0.send(.warning, "the diary is read-only") } == "<4>the diary is read-only\n")
    }

    @Test("marks every line of a message") func marksEveryLineOf() throws {
        #expect(try written { $0.send(.info, "one\ntwo") } == "<6>one\n<6>two\n")
    }

    @Test("keeps its fields for those who debug") func keepsItsFieldsFor() throws {
        let send = { (journal: Journal) in
            journal.send(.info, "shown", messageID: "0123456789abcdef0123456789abcdef", [("AMOUNT_ML", "250")])
        }
        #expect(try written(send) == "<6>shown\n")
        #expect(try written(maximum: .debug, send) == "<6>shown AMOUNT_ML=250\n")
    }

    @Test("does not write what matters less than its level") func doesNotWriteWhat() throws {
        let all = { (journal: Journal) in JournalPriority.allCases.forEach { journal.send($0, $0.name) } }
        #expect(try written(maximum: .error, all) == "<0>emerg\n<1>alert\n<2>crit\n<3>err\n")
    }

    @Test("takes standard error for the journal only if it is the very stream")
    func takesStandardErrorFor()
        async throws
    {
        await #expect(processExitsWith: .success) {
            var status = stat()
            fstat(STDERR_FILENO, &status)
            setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino)", 1)
            #expect(Journal(identifier: "cup").target == .journal)
            setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino + 1)", 1)
            #expect(Journal(identifier: "cup").target == .console)
            unsetenv("JOURNAL_STREAM")
            #expect(Journal(identifier: "cup").target == .console)
        }
    }

    @Test("knows the names it may use", arguments: ["AMOUNT_ML", "A", "X1", String(repeating: "A", count: 64)])
    func knowsTheNamesIt(name: String) {
        #expect(JournalField(name)?.name == name)
    }

    @Test(
        "refuses names that journald would drop",
        arguments: ["", "amount", "_PID", "1A", "A-B", "A=B", "Ä", String(repeating: "A", count: 65)])
    func refusesNamesThatJournald(name: String) {
        #expect(JournalField(name) == nil)
    }

    @Test("reads identifiers as they are written") func readsIdentifiersAsThey() {
        let text = "00f1a2b3c4d5e6f70000000000000001"
        #expect(ID128(text)?.description == text)
        for wrong in ["", text.uppercased(), String(text.dropLast()), text + "0", "+" + text.dropFirst()] {
            #expect(ID128(wrong) == nil)
        }
    }

    @Test("reads the levels that systemctl uses") func readsTheLevelsThat() {
        for priority in JournalPriority.allCases { #expect(JournalPriority(name: priority.name) == priority) }
        #expect(JournalPriority(name: "loud") == nil)
        #expect(JournalPriority.error < .debug)
    }

    private func written(maximum: JournalPriority = .info, _ body: (Journal) -> Void) throws -> String {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        body(Journal(identifier: "cup", maximum: maximum, target: .console, descriptor: ends[1]))
        close(ends[1])
        defer { close(ends[0]) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }
}
