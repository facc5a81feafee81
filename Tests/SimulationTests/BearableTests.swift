// SPDX-License-Identifier: Apache-2.0

import Testing

/// How often a person is spoken to, and by how much.
@Suite("A day that a person can live with", .timeLimit(.minutes(10))) struct BearableTests {
    private static let obedience = ["obey", "obey 5min", "obey 20min"]

    private func count(_ scenario: String) throws -> Int {
        let occurrences = try Simulated(scenario).occurrences
        try expectSound(occurrences)
        return occurrences.of("reminder").count
    }

    @Test("an ordinary office day has at most eight reminders for one who obeys", arguments: obedience, persons)
    func office(policy: String, person: String) throws {
        let count = try count("set \(person)\npolicy \(policy)\n07:00 stretch")
        #expect((3...8).contains(count), "\(count)")
    }

    /// Light and heavier, old, and a nursing mother. Who weighs 90 kg loses more in such a day than sixteen drinks hold, and
    /// is asked again when thirst comes near.
    private static let persons = [
        "Profile.Mass=50kg", "Profile.Mass=70kg", "Profile.Mass=75kg", "Profile.BirthYear=1940",
        "Profile.Breastfeeding=yes", "Profile.Acclimatised=yes",
    ]

    @Test(
        "34 °C and 60 % all day: at most sixteen, be they light or heavier, old or nursing", arguments: obedience,
        persons)
    func heat(policy: String, person: String) throws {
        let count = try count(
            """
            set \(person)
            policy \(policy)
            00:00 temperature 34C 60%
            06:00 temperature 34C 60%
            12:00 temperature 34C 60%
            18:00 temperature 34C 60%
            """)
        #expect((6...16).contains(count), "\(count)")
    }

    @Test("an hour's run at 27 °C: at most fourteen", arguments: obedience)
    func run(policy: String) throws {
        let count = try count(
            """
            policy \(policy)
            18:00 workout start running --temperature 27C --humidity 60% --sun partly
            19:00 workout stop
            """)
        #expect((5...14).contains(count), "\(count)")
    }

    @Test("a marathon: at most twenty", arguments: obedience, ["16C", "24C"])
    func marathon(policy: String, temperature: String) throws {
        let count = try count(
            """
            policy \(policy)
            09:00 workout start running --for 4h --temperature \(temperature) --humidity 60% --sun partly
            13:00 workout stop
            """)
        #expect((8...20).contains(count), "\(count)")
    }

    @Test("one who ignores everything: at most five a day, and one a day after two silent days")
    func ignoring() throws {
        let occurrences = try Simulated("07:00 drink 250ml\ndate 2026-01-08\n23:00 stretch").occurrences
        try expectSound(occurrences)
        let days = occurrences.remindersByDay
        for day in 1...7 {
            let count = days["2026-01-0\(day)"] ?? 0
            #expect((1...(day <= 2 ? 5 : 1)).contains(count), "day \(day): \(count)")
        }
    }

    @Test("one who logs their own drinks and never answers: at most three in the office")
    func ownDrinks() throws {
        let count = try count(
            """
            07:15 drink 250ml coffee
            10:00 drink 250ml
            12:45 drink 300ml
            15:30 drink 250ml
            18:00 drink 250ml
            20:30 drink 250ml
            """)
        #expect(count <= 3, "\(count)")
    }

    @Test("the days that come with hydrated keep to the same", arguments: Examples.names)
    func examples(name: String) throws {
        let occurrences = try Examples.run(name).occurrences
        try expectSound(occurrences)
        // A long ride is another marathon; a cramp has its own few questions, asked because the person began it.
        let limits = [
            "office-heat-wave": 16, "evening-run": 14, "marathon": 20, "long-ride-in-heat": 20, "night-cramp": 12,
        ]
        let most = limits[name] ?? 8
        for (day, count) in occurrences.remindersByDay {
            #expect(count <= most, "\(name), \(day): \(count)")
        }
    }

    /// Nothing under 100 ml or over 300, and never two bubbles at once.
    private func expectSound(_ occurrences: [Occurrence]) throws {
        var standing: Occurrence?
        for occurrence in occurrences {
            switch occurrence.event {
            case "reminder":
                #expect(standing == nil, "\(occurrence.at): another stands since \(standing?.at ?? "")")
                if let volume = occurrence.volume { #expect((100...300).contains(volume), "\(occurrence.at)") }
                #expect(occurrence.guideline != nil)
                standing = occurrence
            case "answer", "withdrawn":
                #expect(standing?.guideline == occurrence.guideline, "\(occurrence.at)")
                standing = nil
            default: break
            }
        }
    }
}
