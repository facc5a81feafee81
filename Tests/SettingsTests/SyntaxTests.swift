// SPDX-License-Identifier: Apache-2.0

import Guidance
import Testing

@testable import Settings

/// The syntax of systemd.syntax(7), without a word about keys.
@Suite("The syntax of the configuration")
struct SyntaxTests {
    private func read(_ text: String) -> [Syntax.Statement] { Syntax.statements(in: text.utf8) }

    /// Statements in short: "[Profile]", "Mass=75kg", "!bad-section".
    private func brief(_ text: String) -> [String] {
        read(text).map {
            switch $0 {
            case .section(let name, _): "[\(name)]"
            case .assignment(let key, let value): "\(key.text)=\(value.text)"
            case .fault(let code, _, _): "!\(code.rawValue)"
            }
        }
    }

    @Test(
        "Sections, assignments, comments and continued lines are read as systemd reads them",
        arguments: [
            ("[Profile]\nMass=75kg\n", ["[Profile]", "Mass=75kg"]),
            ("  [Profile]  \n  Mass \t=  75 kg  ", ["[Profile]", "Mass=75 kg"]),
            ("# a\n; b\n  # c\n\n[Day]", ["[Day]"]),
            (
                "[Day]\nMeals=08:00 \\\n  13:00 \\\n# between\n;too\n19:00\nBed=22:00",
                [
                    "[Day]", "Meals=08:00  13:00  19:00", "Bed=22:00",
                ]
            ),
            ("A=b # no comment", ["A=b # no comment"]),
            ("A=\"b\"", ["A=\"b\""]),
            ("A=b=c", ["A=b=c"]),
            ("A=", ["A="]),
            ("A=b\\\\\nC=d", ["A=b\\\\", "C=d"]),
            ("A=b\\", ["A=b"]),
            ("A=b\\\n\nC=d", ["A=b", "C=d"]),
            ("\u{FEFF}[Day]\r\nBed=22:00\r\n", ["[Day]", "Bed=22:00"]),
            ("[Beverage morning mug]", ["[Beverage morning mug]"]),
            ("", []), ("\n\n", []),
        ])
    func reads(text: String, statements: [String]) {
        #expect(brief(text) == statements)
    }

    @Test(
        "What is neither section nor assignment is a fault",
        arguments: [
            ("[Profile", "bad-section"), ("[]", "bad-section"), ("[ ]", "bad-section"), ("[a]b]", "bad-section"),
            ("Mass 75kg", "no-equals-sign"), ("=75kg", "no-key"), ("A=\u{0}", "bad-text"), ("A=\u{1b}[1m", "bad-text"),
        ])
    func faults(text: String, code: String) {
        #expect(brief(text) == ["!\(code)"])
    }

    @Test("Bytes that are not UTF-8 are a fault, in comments they are not")
    func notUnicode() {
        #expect(Syntax.statements(in: [0x41, 0x3D, 0xFF]) == [.fault(.badText, text: "", .init(line: 1, column: 1))])
        #expect(Syntax.statements(in: [0x23, 0xFF, 0x0A, 0x41, 0x3D, 0x42]).count == 1)
    }

    @Test("A place is line and column of the word, through umlauts, tabs and joined lines")
    func places() throws {
        let statements = read("[Day]\n\tMeals = 08:00 é \\\n   13:00\n")
        #expect(statements.first == .section("Day", .init(line: 1, column: 1)))
        guard case .assignment(let key, let value) = statements[1] else {
            Issue.record("no assignment: \(statements)")
            return
        }
        #expect(key.position() == .init(line: 2, column: 2))
        #expect(value.position() == .init(line: 2, column: 10))
        let offset = value.text.utf8.distance(
            from: value.text.startIndex, to: try #require(value.text.firstIndex(of: "1")))
        #expect(value.position(at: offset) == .init(line: 3, column: 4))
        let accent = value.text.utf8.distance(
            from: value.text.startIndex, to: try #require(value.text.firstIndex(of: "é")))
        #expect(value.position(at: accent) == .init(line: 2, column: 16))
        #expect(value.position(at: accent + 3) == .init(line: 2, column: 18))
    }

    @Test("A megabyte of joined lines, of sections or of one line is read in passing", .timeLimit(.minutes(10)))
    func large() {
        #expect(Syntax.statements(in: Array(repeating: "a\\\n", count: 100_000).joined().utf8).count == 1)
        #expect(Syntax.statements(in: ("A=" + String(repeating: "x", count: 1_000_000)).utf8).count == 1)
        let drinks = (0..<5_000).map { "[Beverage d\($0)]\nWater=90%\n" }.joined()
        #expect(
            Settings.load([SettingsFile(name: "f", bytes: Array(drinks.utf8))]).configuration.beverages.count == 5_000)
        let noise = Array(repeating: "Wate = 90 %", count: 20_000).joined(separator: "\n")
        let result = Settings.load([SettingsFile(name: "f", bytes: Array(noise.utf8))])
        #expect(result.diagnostics.count == SettingsResult.mostDiagnostics)
    }
}
