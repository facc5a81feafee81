// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import ControlTesting
import Foundation
import Guidance
import Physiology
import Testing

/// The guidelines, for people and for programs, with what the person has switched and where their numbers stand.
@Suite("hydratectl guidance", .timeLimit(.minutes(10))) struct GuidanceCommandTests {
    @Test("lists every guideline under its topic") func list() throws {
        let lines = try Desk().run("guidance").output.split(separator: "\n").map(String.init)
        #expect(lines.filter { !$0.hasPrefix(" ") } == Topic.allCases.map(\.rawValue))
        #expect(lines.count == Topic.allCases.count + GuidelineID.allCases.count)
        #expect(lines.contains { $0.contains("stretch-before-bed") && $0.hasSuffix("(off)") })
    }

    @Test("marks as off what the person has switched off, and not what they have switched on") func switched() throws {
        let desk = try Desk()
        desk.handler.explanation.enabled = GuidelineID.allCases.filter { $0 != .easeStress && $0 != .crampHeat }
        let off = try desk.run("guidance").output.split(separator: "\n").filter { $0.hasSuffix("(off)") }
        #expect(off.map { $0.split(separator: " ")[0] } == ["ease-stress", "cramp-heat"])
        let json = try guidelines(try desk.run("guidance --json"))
        let disabled = json.filter { $0["enabled"] as? Bool == false }.compactMap { $0["id"] as? String }
        #expect(Set(disabled) == ["ease-stress", "cramp-heat"])
        #expect(try guidelines(try desk.run("guidance vitamins --json")).first?["enabled"] as? Bool == true)
        #expect(try desk.run("guidance vitamins").output.contains("On. To switch it off: vitamins=no"))
        #expect(try desk.run("guidance cramp-heat").output.contains("Off. To switch it on: cramp-heat=yes"))
    }

    @Test("shows one with its sources, when it speaks and how to switch it") func one() throws {
        let text = try Desk().run("guidance cramp-heat").output
        for part in ["Rub and warm it", "When: ", "Evidence: ", "Source: D1, How To Relieve", "cramp-heat=no"] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test("shows where one stands on the person's own numbers, in their units") func numbers() throws {
        let desk = try Desk()
        desk.handler.measures[.lessCoffee] = [
            Measure(.caffeine, .mass(.milligrams(90)), from: .mass(.milligrams(200)))
        ]
        desk.handler.measures[.drinkBeforeWorkout] = [
            Measure(.workoutCost, nil, from: .volume(.milliliters(700)))
        ]
        #expect(
            try desk.run("guidance less-coffee").output.contains("\nCaffeine today: 90 mg; it speaks from 200 mg.\n"))
        let text = try desk.run("guidance drink-before-workout").output
        #expect(text.contains("will cost: none now; it speaks from 700 ml (1 % of 70 kg).\n"))
        desk.handler.status.units = .us
        let us = try desk.run("guidance drink-before-workout").output
        #expect(us.contains("it speaks from 24 fl oz (1 % of 154 lb).\n"))
    }

    @Test("says so in a line when hydrated does not answer, and shows the defaults") func alone() throws {
        let desk = try Desk(answers: false)
        for line in ["guidance", "guidance less-coffee", "guidance --json"] {
            let outcome = try desk.run(line)
            #expect(outcome.status == 0)
            #expect(
                outcome.errors
                    == "hydratectl: hydrated does not answer: these are the defaults, without your numbers.\n")
        }
        #expect(try desk.run("guidance").output.contains("(off unless switched on)"))
        #expect(try desk.run("guidance less-coffee").output.contains("Off unless less-coffee=yes"))
        #expect(try guidelines(try desk.run("guidance --json")).count == GuidelineID.allCases.count)
        let unknown = try desk.run("guidance less-cofee")
        #expect(unknown.status == ExitStatus.usage.rawValue && unknown.errors.contains("Did you mean less-coffee?"))
    }

    @Test("as JSON, all or one") func json() throws {
        let desk = try Desk()
        let all = try guidelines(try desk.run("guidance --json"))
        #expect(Set(all.compactMap { $0["id"] as? String }) == Set(GuidelineID.allCases.map(\.rawValue)))
        let one = try #require(try guidelines(try desk.run("guidance vitamins --json")).first)
        #expect(Set(one.keys) == ["id", "topic", "title", "advice", "sources", "evidence", "enabled"])
        #expect(one["topic"] as? String == "diet" && one["enabled"] as? Bool == false)
        let sources = try #require(one["sources"] as? [[String: String]])
        #expect(sources.contains { $0["document"] == "D3" && $0["title"]?.contains("reader's comment") == true })
    }

    private func guidelines(_ outcome: Outcome) throws -> [[String: Any]] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }
}
