// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A scenario says", .timeLimit(.minutes(10))) struct ScenarioTests {
    @Test("what is logged by the commands of hydratectl, as they are typed")
    func commands() throws {
        let entries = try Simulated(
            """
            # All of them.
            07:00 drink                    # a cup of water
            07:15 drink 300 ml coffee
            07:20 drink coffee 8floz --at "10min ago"
            08:00 meal
            08:10 stretch --at 08:05
            09:00 temperature -5C 70% --sun full
            10:00 weigh before 70.4kg
            10:30 workout start running --for 1h --speed 10km/h
            11:30 workout stop
            11:35 weigh after 69.5kg
            12:00 workout add walking 20min
            12:01 workout plan cycling tomorrow 9:00 2h30
            12:10 cramp calf --side left --severe
            12:20 injury thigh
            13:00 drink 200ml
            13:01 undo
            14:00 snooze 20min
            15:00 pause 1h
            15:10 resume
            16:00 cramp toes
            16:01 undo 1
            """
        ).occurrences.of("entry")
        #expect(entries.count == 21)
        #expect(entries.map(\.time).prefix(5) == ["07:00", "07:15", "07:20", "08:00", "08:10"])
        #expect(entries[0].text.hasPrefix("Logged 250 ml of water."))
        #expect(entries[1].volume == 300)
        #expect(entries[2].text.hasPrefix("Logged 237 ml of coffee at 07:10."))
        #expect(entries[4].text == "Logged a stretch at 08:05.")
        #expect(entries[5].text == "Logged -5 °C, 70 %, in the sun.")
        #expect(entries[7].text.contains("Started running.\n"))
        #expect(entries[8].text == "Stopped running, after 1 h.")
        #expect(entries[11].text.contains("Planned cycling, tomorrow 09:00 to 11:30."))
        #expect(entries[15].text.hasPrefix("Took back 200 ml of water"))
        #expect(entries[20].text.hasPrefix("Took back 250 ml of water"))
        #expect(entries[15].balance.waterDeficit > entries[14].balance.waterDeficit + 150)
    }

    @Test("what is answered to the questions of a cramp and of a workout left running, bubbles or not")
    func answers() throws {
        let told = try Simulated(
            """
            set Health.Checked=yes
            policy ignore
            08:00 drink 300ml
            09:30 drink 200ml
            10:00 workout start walking
            11:00 drink 200ml
            12:30 drink 200ml
            13:10 answer yes
            16:20 answer no
            16:30 workout stop 15:50
            20:00 cramp calf
            20:04 answer no
            20:12 answer yes
            end 21:00
            """
        ).occurrences
        let questions = told.of("reminder").filter { $0.text.hasPrefix("Is the workout still going?") }
        #expect(questions.map(\.time) == ["13:00", "16:10"])
        #expect(questions[1].text.contains("Without an answer it counts as ended at 16:10."))
        let entries = told.of("entry").suffix(6).map(\.text)
        #expect(entries[0] == "Noted: the workout goes on. I will ask again.")
        #expect(entries[1].hasPrefix("Noted: the workout counts as ended when it was asked about."))
        #expect(entries[2] == "Stopped walking at 15:50, after 5 h 50 min.")
        #expect(
            entries[3].contains("When you know whether it has let go: hydratectl answer yes, or no, or still-hurts"))
        #expect(entries[4].hasPrefix("Noted: it has not let go.\nIf water alone did not do it"))
        #expect(entries[5] == "Good that it has let go. Go easy on it for a while.")
        // Whoever has said so before the ten minutes are over is not asked.
        #expect(!told.contains { $0.text.hasPrefix("Has it let go?") })
    }

    @Test("that nothing is asked, where that is so")
    func answersNothing() throws {
        let simulated = try Simulated("08:00 drink\n09:00 answer yes\n", json: true)
        #expect(simulated.status == 65 && simulated.errors.contains(":2: Nothing of the kind is being asked now."))
    }

    @Test(
        "that recovery is to be quick, as hydratectl is told so",
        arguments: [("--recover-quickly", ""), ("", "--recover-quickly")])
    func quickRecovery(atStart: String, atEnd: String) throws {
        func drunk(_ atStart: String, _ atEnd: String) throws -> (volume: Double, asked: Bool, salts: Bool) {
            let day = try Simulated(
                """
                policy obey 5min
                08:00 drink 100ml
                10:00 workout start running \(atStart) --temperature 24C --humidity 50%
                12:00 workout stop \(atEnd)
                """
            ).occurrences
            let after = day.filter { $0.guideline == "drink-after-workout" }
            let bubbles = after.of("reminder")
            return (
                after.of("answer").compactMap(\.volume).reduce(0, +),
                bubbles.contains { $0.text.contains("As you asked") }, bubbles.allSatisfy(\.electrolytes)
            )
        }
        let (plain, quick) = (try drunk("", ""), try drunk(atStart, atEnd))
        #expect(quick.asked && quick.salts && !plain.asked)
        #expect(quick.volume >= plain.volume + 100)
    }

    @Test("who it is about, by any key of hydrated.conf, and nothing else is read")
    func settings() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)")
        let folder = home.appending(path: "hydrated")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        try Data("[Reminders]\nCup=900ml\nnonsense".utf8).write(to: folder.appending(path: "hydrated.conf"))
        let entries = try Simulated(
            """
            set Beverage.morning-mug.Volume=350ml
            set Beverage morning-mug.Like=coffee
            set Units.System=us
            07:00 drink
            08:00 drink morning-mug
            set Reminders.Cup = 500ml   # from here on
            09:00 drink
            """, environment: ["XDG_CONFIG_HOME": home.path, "HOME": home.path]
        ).occurrences.of("entry")
        #expect(entries.map(\.volume) == [250, 350, 500])
        #expect(entries[1].text.contains("12 fl oz of morning mug"))
    }

    @Test("when it is: universal time on 2026-01-01, or the zone and the dates it gives")
    func time() throws {
        let plain = try Simulated("00:00 meal\n23:59 meal").occurrences.of("entry")
        #expect(plain.map(\.at) == ["2026-01-01T00:00:00Z", "2026-01-01T23:59:00Z"])
        // The night in which the clocks are turned: 02:30 is swallowed.
        let zoned = try Simulated(
            "set Day.Zone=Europe/Berlin\ndate 2026-03-28\n22:00 meal\ndate 2026-03-29\n02:30 meal\n03:30 meal"
        ).occurrences.of("entry")
        #expect(
            zoned.map(\.at) == [
                "2026-03-28T22:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T03:30:00+02:00",
            ])
    }

    @Test("when it ends: then, or at the midnight after the last line")
    func end() throws {
        let day = try Simulated("policy obey\n07:00 meal").occurrences
        #expect(day.last?.day == "2026-01-01")
        #expect(day.of("reminder").count > 2)
        let noon = try Simulated("policy obey\n07:00 meal\nend 12:00").occurrences
        #expect(noon.allSatisfy { $0.time <= "12:00" })
        #expect(noon.map(\.at) == day.filter { $0.time <= "12:00" }.map(\.at))
        let days = try Simulated("policy obey\n07:00 meal\ndate 2026-01-03").occurrences
        #expect(Set(days.map(\.day)) == ["2026-01-01", "2026-01-02", "2026-01-03"])
    }

    @Test("what the person does with a reminder, which may change")
    func policy() throws {
        func answers(_ policy: String) throws -> [Occurrence] {
            try Simulated("\(policy)\n07:00 weigh 70kg").occurrences.of("answer")
        }
        #expect(try answers("").isEmpty)
        #expect(try answers("policy ignore").isEmpty)
        let obeyed = try Simulated("policy obey 10min\n07:00 weigh 70kg").occurrences
        let pairs = zip(obeyed.of("reminder"), obeyed.of("answer"))
        #expect(obeyed.of("answer").count > 2)
        for (reminder, answer) in pairs {
            #expect(reminder.guideline == answer.guideline)
            #expect(reminder.volume == answer.volume)
            #expect(minutes(reminder.time) + 10 == minutes(answer.time))
            #expect(answer.balance.waterDeficit < reminder.balance.waterDeficit)
        }
        let changed = try Simulated("policy obey\n07:00 weigh 70kg\n16:00 meal\npolicy ignore").occurrences
        #expect(changed.of("answer").contains { $0.time < "16:00" })
        #expect(!changed.of("answer").contains { $0.time >= "16:00" })
    }

    private func minutes(_ time: String) -> Int {
        time.split(separator: ":").compactMap { Int($0) }.reduce(0) { $0 * 60 + $1 }
    }

    @Test("a surplus as what is to spare, and warns of it")
    func surplus() throws {
        let entries = try Simulated("07:00 drink 1.4l\n07:30 drink 0.7l").occurrences
        for occurrence in entries {
            #expect(occurrence.balance.surplus == max(0, -occurrence.balance.waterDeficit))
        }
        #expect(entries[1].balance.surplus > 1000)
        #expect(entries[1].text.contains("please stop drinking for now"))
        #expect(entries.contains { $0.event == "reminder" && $0.guideline == "too-much-water" && $0.volume == nil })
    }

    @Test("until the questions on health were read, to read them, once a day")
    func health() throws {
        let notice = "say so in hydrated.conf first"
        let asked = try Simulated("policy obey\n07:00 meal").occurrences.of("reminder")
        #expect(asked.map { $0.text.contains(notice) } == [true] + asked.dropFirst().map { _ in false })
        let checked = try Simulated("set Health.Checked=yes\npolicy obey\n07:00 meal").occurrences.of("reminder")
        #expect(!checked.contains { $0.text.contains(notice) })
    }

    @Test("the same every time")
    func same() throws {
        let scenario = "policy obey 7min\n06:30 drink\n17:00 workout start rowing --temperature 28C\n18:30 workout stop"
        #expect(try Simulated(scenario).output == Simulated(scenario).output)
    }
}
