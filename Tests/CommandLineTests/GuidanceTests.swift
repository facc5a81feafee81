// SPDX-License-Identifier: Apache-2.0

import ControlTesting
import Foundation
import Guidance
import Testing

/// The guidelines, for people and for programs; nobody needs to be asked for them.
@Suite("hydratectl guidance", .timeLimit(.minutes(10))) struct GuidanceCommandTests {
    @Test("lists every guideline under its topic") func list() throws {
        let lines = try Desk().run("guidance").output.split(separator: "\n").map(String.init)
        #expect(lines.filter { !$0.hasPrefix(" ") } == Topic.allCases.map(\.rawValue))
        #expect(lines.count == Topic.allCases.count + GuidelineID.allCases.count)
        #expect(lines.contains { $0.contains("stretch-before-bed") && $0.contains("off unless switched on") })
    }

    @Test("shows one with its sources, when it speaks and how to switch it") func one() throws {
        let text = try Desk().run("guidance cramp-heat").output
        for part in ["Rub and warm it", "When: ", "Evidence: ", "Source: D1, How To Relieve", "cramp-heat=no"] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test("as JSON, all or one") func json() throws {
        func guidelines(_ line: String) throws -> [[String: Any]] {
            let output = try Desk().run(line).output
            return try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
        }
        let all = try guidelines("guidance --json")
        #expect(Set(all.compactMap { $0["id"] as? String }) == Set(GuidelineID.allCases.map(\.rawValue)))
        let one = try #require(try guidelines("guidance vitamins --json").first)
        #expect(Set(one.keys) == ["id", "topic", "title", "advice", "sources", "evidence", "enabled"])
        #expect(one["topic"] as? String == "diet" && one["enabled"] as? Bool == false)
        let sources = try #require(one["sources"] as? [[String: String]])
        #expect(sources.contains { $0["document"] == "D3" && $0["title"]?.contains("reader's comment") == true })
    }
}
