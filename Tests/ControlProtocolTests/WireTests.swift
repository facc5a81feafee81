// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Systemd
import Testing

@testable import ControlProtocol

/// What one end writes the other reads, whatever it is.
@Suite("On the wire") struct WireTests {
    static let seed = UInt64.random(in: 0...UInt64.max)
    static let rounds = 200

    private func each(_ check: (inout SeededGenerator) throws -> Void) throws {
        print("seed \(Self.seed)")
        var generator = SeededGenerator(seed: Self.seed)
        for _ in 0..<Self.rounds { try check(&generator) }
    }

    @Test("an entry of every kind comes out as it went in", arguments: Event.Kind.allCases)
    func entry(_ kind: Event.Kind) throws {
        try each { (generator: inout SeededGenerator) throws in
            let event = generator.event(kind)
            #expect(event.kind == kind)
            #expect(try Event(kind: kind, fields: event.fields) == event)
            let entry = ListedEntry(
                id: Entry.ID(.random(in: 1...Int64.max, using: &generator)), at: generator.instant(), offset: -3600,
                event: event)
            #expect(ListedEntry(entry.dbusValue) == entry)
            #expect(entry.dbusValue.signature == ListedEntry.dbusSignature)
        }
    }

    @Test("every change comes out as it went in, with its token, in the declared arguments")
    func mutation() throws {
        try each { (generator: inout SeededGenerator) throws in
            for mutation in generator.mutations() {
                let token = generator.token()
                let arguments = mutation.arguments + [.string(token.text)]
                #expect(arguments.signature == mutation.member.input.signature)
                let read = try Mutation.read(mutation.member, arguments)
                #expect(read?.0 == mutation)
                #expect(read?.1 == token)
            }
        }
    }

    @Test("an acknowledgement comes out as it went in, in the declared values")
    func acknowledgement() throws {
        try each { (generator: inout SeededGenerator) throws in
            let state = generator.state()
            let answers: [(Member, Acknowledgement)] = [
                (.logDrink, .logged(Entry.ID(7), state)), (.retract, .takenBack(Entry.ID(7), .bodyMass, state)),
                (.pause, .changed(state)),
            ]
            for (member, answer) in answers {
                #expect(answer.values.signature == member.output.signature)
                #expect(try Acknowledgement(member, answer.values) == answer)
            }
        }
    }

    @Test("an explanation comes out as it went in") func explanation() throws {
        try each { (generator: inout SeededGenerator) throws in
            let explanation = generator.explanation()
            #expect(try Explanation(explanation.fields) == explanation)
        }
    }

    @Test("a guideline's standing comes out as it went in") func standing() throws {
        try each { (generator: inout SeededGenerator) throws in
            let standing = generator.guidelineStanding()
            #expect(try GuidelineStanding(standing.fields) == standing)
        }
    }

    @Test("the properties come out as they went in, of their declared types") func status() throws {
        try each { (generator: inout SeededGenerator) throws in
            let status = generator.status()
            var properties: [String: DBusValue] = [:]
            for property in StatusProperty.allCases {
                properties[property.rawValue] = status.value(of: property)
                #expect(status.value(of: property).signature == property.signature)
            }
            #expect(try ControlStatus(properties) == status)
            #expect(status.changedProperties(since: status) == [])
            var later = status
            later.intakeToday += .milliliters(1e300)
            later.pausedUntil = Instant(seconds: 5)
            #expect(later.changedProperties(since: status) == ["IntakeToday", "PausedUntil"])
        }
    }

    @Test("a forecast's points come out as they went in") func forecast() throws {
        try each { (generator: inout SeededGenerator) throws in
            let point = ForecastPoint(at: generator.instant(), balance: generator.balance())
            #expect(ForecastPoint(point.dbusValue) == point)
        }
    }

    @Test("a diagnostic comes out as it went in, alone and as a detail of an error") func diagnostic() throws {
        try each { (generator: inout SeededGenerator) throws in
            let diagnostic = ConfigurationDiagnostic(
                file: generator.text(), line: 3, column: 0, severity: .error, code: "wrong-value",
                section: generator.text(), key: generator.text(), value: generator.text(), accepted: generator.text())
            #expect(ConfigurationDiagnostic(diagnostic.dbusValue) == diagnostic)
            #expect(ConfigurationDiagnostic(errorDetail: diagnostic.errorDetail) == diagnostic)
        }
    }

    @Test("a key that a newer daemon adds to its answers does no harm") func newerDaemon() throws {
        var generator = SeededGenerator(seed: Self.seed)
        let state = generator.state()
        guard var fields = [String: DBusValue](state.dbusValue) else {
            Issue.record("no a{sv}")
            return
        }
        fields["moon"] = .string("waxing")
        #expect(try AcknowledgedState(fields) == state)
        let explanation = generator.explanation()
        let more = explanation.fields.merging(["moon": .double(0.4)]) { first, _ in first }
        #expect(try Explanation(more) == explanation)
        let tides = DBusValue.options([
            "subject": .string("tides"), "unit": .string("m"), "value": .double(2), "threshold": .double(3),
        ])
        let measures = DBusValue.array([tides] + explanation.measures.map(\.dbusValue), of: "a{sv}")
        let other = explanation.fields.merging(["measures": measures]) { $1 }
        #expect(try Explanation(other) == explanation)
    }
}
