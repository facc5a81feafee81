// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import ControlTesting
import Diary
import Foundation
import Guidance
import Physiology
import Testing

/// What hydratectl shows, to people and to programs.
@Suite("hydratectl shows", .timeLimit(.minutes(10))) struct AskingTests {
    @Test("the log as JSON, newest first, with volumes in ml and times of RFC 3339") func log() throws {
        let desk = try Desk()
        _ = try desk.run(["drink", "250ml", "coffee", "--at", "2h ago"])
        _ = try desk.run("weigh 70.5kg")
        let json = try desk.run("log --json").json
        #expect(json["version"] as? Int == 1)
        let entries = try #require(json["entries"] as? [[String: Any]])
        #expect(entries.map { $0["kind"] as? String } == ["body-mass", "drink"])
        #expect(entries.map { $0["id"] as? Int } == [2, 1])
        #expect(entries[0]["mass"] as? Double == 70.5)
        #expect(entries[1]["volume"] as? Double == 250)
        #expect(entries[1]["beverage"] as? String == "coffee")
        let at = try #require(entries[1]["at"] as? String)
        let instant = try #require(Timestamp(at)).instant
        #expect(abs(instant.hours(since: FakeHydrated.now) + 2) < 0.01)
        let epoch = try #require(entries[1]["epoch"] as? Double)
        #expect(abs(epoch - Double(instant.microseconds) / 1e6) < 1e-3)
    }

    @Test("JSON with its keys in order, on one line") func order() throws {
        let desk = try Desk()
        _ = try desk.run("workout plan running tomorrow 18:00 1h")
        let output = try desk.run("log --json --from now").output
        #expect(output.hasPrefix("{\"entries\":[{\"activity\":\"running\",\"at\":\""))
        #expect(output.hasSuffix(",\"kind\":\"planned-workout\"}],\"version\":1}\n"))
        #expect(output.filter { $0 == "\n" }.count == 1)
    }

    @Test("the log as one line an entry, with the number that undo takes") func lines() throws {
        let desk = try Desk()
        _ = try desk.run("drink 250ml coffee")
        _ = try desk.run("meal")
        let lines = try desk.run("log").output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix("#2  a meal"))
        #expect(lines[1].hasSuffix("#1  250 ml of coffee"))
        #expect(try desk.run("log --limit 1").output.split(separator: "\n").count == 1)
        #expect(try desk.run(["log", "--from", "2020-01-01 00:00", "--to", "2020-02-01 00:00"]).output.isEmpty)
        #expect(try desk.run("log --days 1").output.split(separator: "\n").count == 2)
    }

    @Test("where the person stands") func status() throws {
        let desk = try Desk()
        let now = FakeHydrated.now
        desk.handler.status.nextReminder = .init(
            id: ReminderID("r"), guideline: .drinkBeforeThirst, at: now + .hours(1), volume: .milliliters(250))
        desk.handler.status.activeWorkout = .init(
            activity: "running", start: now - .minutes(10), expectedEnd: now + .minutes(50))
        desk.handler.status.notices = [.diaryUnavailable(.diskFull), .invalidConfiguration]
        let text = try desk.run("status").output
        for part in ["0 ml of 2 l", "drink-before-thirst", "running", "the disk is full", "hydrated.conf has errors"] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        let json = try desk.run("status --json").json
        #expect(json["version"] as? Int == 1)
        #expect(json["targetToday"] as? Double == 2000)
        #expect((json["nextReminder"] as? [String: Any])?["volume"] as? Double == 250)
        #expect(json["pausedUntil"] is NSNull)
        #expect(json["notices"] as? [String] == ["diary-unavailable:disk-full", "invalid-configuration"])
    }

    @Test("the balance as the daemon knows it now, however long ago it last decided anything") func balance() throws {
        let desk = try Desk()
        let now = FakeHydrated.now
        // A machine that was away for months: at 80 ml/h that would be far more than anybody can lack.
        desk.handler.status.balance.at = now - .days(160)
        #expect(try desk.run("status").output.contains("about 300 ml short"))
        let bounded = ForecastPoint(at: now - .hours(1), balance: WaterBalance(waterDeficit: .milliliters(900)))
        desk.handler.forecast = [ForecastPoint(at: now - .days(160), balance: WaterBalance()), bounded]
        #expect(try desk.run("status").output.contains("about 900 ml short"))
        let balance = try desk.run("status --json").json["balance"] as? [String: Any]
        #expect(balance?["water"] as? Double == 900)
    }

    @Test("why, with the numbers, the guideline and its sources") func why() throws {
        let desk = try Desk()
        var explanation = desk.handler.explanation
        explanation.standing = .shown
        explanation.silence = nil
        explanation.reminder = ReminderID("r")
        explanation.guideline = .drinkBeforeThirst
        explanation.trigger = .forecastThirst
        explanation.proposal = .milliliters(250)
        explanation.lower = WaterBalance(waterDeficit: .milliliters(400))
        explanation.measures = [Measure(.freeWater, .volume(.milliliters(400)), from: .volume(.milliliters(385)))]
        let run = WaterAccount.Cause.workout(Entry.ID(3), activity: "running", air: .celsius(31))
        explanation.account = WaterAccount(
            since: explanation.at - .hours(3),
            items: [
                .init(.baseline, usual: .milliliters(260), cautious: .milliliters(260)),
                .init(run, usual: .milliliters(640), cautious: .milliliters(480)),
                .init(.drinks(count: 2), usual: .milliliters(-500), cautious: .milliliters(-500)),
            ])
        explanation.sources = Catalogue[.drinkBeforeThirst].sources
        desk.handler.explanation = explanation
        let text = try desk.run("why").output
        for part in [
            "Drink before you feel thirsty", "drink-before-thirst", "250 ml", "400 ml", "D0", "D4", "from 390 ml",
            "+ 640 ml of sweat in running at 31 °C (480 ml by the cautious estimate)", "- 500 ml in 2 drinks",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        let json = try desk.run("why r --json").json
        #expect(json["guideline"] as? String == "drink-before-thirst")
        #expect(json["volume"] as? Double == 250)
        #expect((json["sources"] as? [[String: Any]])?.first?["document"] as? String == "D0")
        let account = try #require(json["account"] as? [[String: Any]])
        #expect(account.map { $0["cause"] as? String } == ["baseline", "workout", "drinks"])
        #expect(account[1]["usual"] as? Double == 640 && account[1]["air"] as? Double == 31)
        let measure = try #require((json["measures"] as? [[String: Any]])?.first)
        #expect(measure["subject"] as? String == "free-water" && measure["threshold"] as? Double == 385)
        #expect(json["version"] as? Int == 1)
    }

    @Test("why a guideline speaks or does not") func guideline() throws {
        let desk = try Desk()
        let measure = Measure(.freeWater, .volume(.milliliters(210)), from: .volume(.milliliters(390)))
        desk.handler.measures[.drinkBeforeThirst] = [measure]
        let text = try desk.run("why drink-before-thirst").output
        #expect(text.contains("210 ml short; it speaks from 390 ml.\n"))
        #expect(text == (try desk.run("guidance drink-before-thirst").output))
        let json = try desk.run("why drink-before-thirst --json").json
        #expect(json["on"] as? Bool == true && (json["measures"] as? [[String: Any]])?.count == 1)
        #expect(try desk.run("why drink-before-supper").status == ExitStatus.data.rawValue)
    }

    @Test("why nothing is said") func silence() throws {
        let desk = try Desk()
        let outcome = try desk.run("why")
        #expect(outcome.output.hasPrefix("Your balance is fine"), "\(outcome)")
    }

    @Test("its version, its help with examples, and every name there is, without any daemon") func alone() throws {
        let desk = try Desk(answers: false)
        #expect(try desk.run("--version").output == "0.1.0\n")
        for line in ["--help", "drink --help", "help drink", "workout add --help", "temperature --help"] {
            let outcome = try desk.run(line)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("hydratectl drink") || outcome.output.contains("Examples:"), "\(line)")
        }
        #expect(try desk.run("activities").output.contains("running  "))
        #expect(try desk.run("beverages").output.contains("\ncoffee "))
        #expect(desk.handler.performed.isEmpty)
    }
}
