// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Systemd
import Testing

@testable import Daemon

/// A reason as a program finds it in the journal and on the bus.
@Suite("A reminder's reason") struct ReasonTests {
    @Test("goes to the journal with its trigger, its numbers and their levels", arguments: Measure.Subject.allCases)
    func isInTheJournal(_ subject: Measure.Subject) {
        let measure = Measure(subject, .count(3), from: .count(2))
        let fields = measure.journalFields.map { "\($0.0.name)=\($0.1)" }
        let word = subject.rawValue.uppercased().split(separator: "-").joined(separator: "_")
        #expect(fields == ["HYDRATED_\(word)=3", "HYDRATED_\(word)_THRESHOLD=2"])
    }

    @Test("goes to the journal with the unit of every number", arguments: Reading.Unit.allCases)
    func hasUnits(_ unit: Reading.Unit) {
        let measure = Measure(.caffeine, Reading(410.04, unit), from: Reading(400, unit))
        #expect(measure.journalFields.count == 2)
        let fields = Measure(.plainWater, .volume(.liters(1.6)), from: .volume(.liters(1.5))).journalFields
        #expect(
            fields.map { "\($0.0.name)=\($0.1)" } == [
                "HYDRATED_PLAIN_WATER_ML=1600", "HYDRATED_PLAIN_WATER_THRESHOLD_ML=1500",
            ])
    }

    @Test("goes to the journal with what was lost and drunk since waking, by cause") func hasAccount() {
        func run(_ number: Int64) -> WaterAccount.Cause {
            .workout(Entry.ID(number), activity: "running", air: .celsius(31))
        }
        let account = WaterAccount(
            since: Instant(seconds: 1_767_250_800),
            items: [
                .init(.baseline, usual: .milliliters(540.04), cautious: .milliliters(540)),
                .init(run(1), usual: .milliliters(300), cautious: .milliliters(200)),
                .init(run(2), usual: .milliliters(340), cautious: .milliliters(280)),
                .init(.drinks(count: 2), usual: .milliliters(-500), cautious: .milliliters(-500)),
            ])
        #expect(
            account.journalFields.map { "\($0.0.name)=\($0.1)" } == [
                "HYDRATED_ACCOUNT_SINCE=1767250800", "HYDRATED_ACCOUNT_BASELINE_ML=540",
                "HYDRATED_ACCOUNT_WORKOUT_ML=640",
                "HYDRATED_ACCOUNT_DRINKS_ML=-500",
            ])
    }

    @Test("is told over the bus, with numbers that add up, and a guideline tells its own") func isAsked() throws {
        let session = try Session()
        _ = try session.start(at: Session.noon)
        _ = try session.drink(250)
        let why = try #require([String: DBusValue](try session.call("Explain", [.string("")])[0]))
        let account = try #require(why["account"].flatMap { [[String: DBusValue]]($0) })
        let sum = account.compactMap { $0["usual"].flatMap { Double($0) } }.reduce(0, +)
        let water = try #require(why["medianWater"].flatMap { Double($0) })
        #expect(abs(sum - water) < 1e-6)
        #expect(account.last?["cause"] == .string("drinks"))
        let thirst = try #require(
            [String: DBusValue](try session.call("Explain", [.string("drink-before-thirst")])[0]))
        #expect(thirst["on"] == .boolean(true))
        let measures = try #require(thirst["measures"].flatMap { [[String: DBusValue]]($0) })
        #expect(measures.map { $0["subject"] } == [.string("free-water")])
        #expect(try session.failure("Explain", [.string("drink-before-supper")]) == "UnknownReminder")
    }
}
