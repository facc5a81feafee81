// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import ControlTesting
import Diary
import Guidance
import Physiology
import Testing

/// What a person tells hydratectl reaches hydrated as they meant it, and they are told what became of it.
@Suite("hydratectl", .timeLimit(.minutes(10))) struct TellingTests {
    struct Telling: CustomTestStringConvertible, Sendable {
        let line: String
        let mutation: Mutation
        /// How what it prints begins.
        let answer: String
        var testDescription: String { line }
    }

    private static func workout(
        _ activity: String, for duration: Duration? = nil, _ change: (inout WorkoutOptions) -> Void = { _ in }
    ) -> WorkoutStart {
        var workout = WorkoutStart(activity: activity, duration: duration)
        change(&workout.options)
        return workout
    }

    static let tellings = [
        Telling(line: "drink", mutation: .logDrink(DrinkRequest()), answer: "Logged 250 ml of water."),
        Telling(
            line: "drink 250ml", mutation: .logDrink(DrinkRequest(volume: .milliliters(250))),
            answer: "Logged 250 ml of water."),
        Telling(
            line: "drink 0.5 l tea", mutation: .logDrink(DrinkRequest(beverage: "tea", volume: .milliliters(500))),
            answer: "Logged 500 ml of tea."),
        Telling(
            line: "drink coffee", mutation: .logDrink(DrinkRequest(beverage: "coffee")),
            answer: "Logged 250 ml of coffee."),
        Telling(
            line: "drink coffee 200ml",
            mutation: .logDrink(DrinkRequest(beverage: "coffee", volume: .milliliters(200))),
            answer: "Logged 200 ml of coffee."),
        Telling(
            line: "workout start running", mutation: .startWorkout(workout("running")), answer: "Started running."),
        Telling(
            line: "workout start cycling --for 1h30 --power 180W --intensity hard --met 9.5 --speed 10km/h",
            mutation: .startWorkout(
                workout("cycling", for: .minutes(90)) {
                    $0.power = .watts(180)
                    $0.intensity = .hard
                    $0.met = .met(9.5)
                    // Speeds are read to a tenth of a millimetre a second.
                    $0.speed = .metersPerSecond(2.7778)
                }), answer: "Started cycling"),
        Telling(
            line: "workout start running --recover-quickly",
            mutation: .startWorkout(workout("running") { $0.recoversQuickly = true }),
            answer: "Started running."),
        Telling(
            line: "temperature 31C 70% --sun full --wind 2m/s",
            mutation: .logClimate(
                ClimateRequest(
                    temperature: .celsius(31), humidity: .percent(70), wind: .metersPerSecond(2), sun: .full)),
            answer: "Logged 31 °C, 70 %"),
        Telling(
            line: "temperature -5C", mutation: .logClimate(ClimateRequest(temperature: .celsius(-5))),
            answer: "Logged -5 °C"),
        Telling(
            line: "temperature -.5 C 40 % --indoor --water -1C",
            mutation: .logClimate(
                ClimateRequest(
                    temperature: .celsius(-0.5), humidity: .percent(40), isIndoor: true, water: .celsius(-1))),
            answer: "Logged"),
        Telling(
            line: "weigh 70.4kg", mutation: .logBodyMass(.kilograms(70.4), .plain, at: nil), answer: "Logged 70.4 kg"),
        Telling(
            line: "weigh before 70.4 kg", mutation: .logBodyMass(.kilograms(70.4), .before, at: nil),
            answer: "Logged 70.4 kg before"),
        Telling(
            line: "weigh after 69.5kg", mutation: .logBodyMass(.kilograms(69.5), .after, at: nil),
            answer: "Logged 69.5 kg after"),
        Telling(line: "meal", mutation: .logMeal(at: nil), answer: "Logged a meal."),
        Telling(line: "stretch", mutation: .logStretch(at: nil), answer: "Logged a stretch."),
        Telling(
            line: "cramp calf --side left --severe",
            mutation: .logCramp(Cramp(muscle: .calf, side: .left, severity: .severe), at: nil),
            answer: "Logged a severe cramp (left calf)."),
        Telling(
            line: "injury calf", mutation: .logInjury(Injury(muscle: .calf), at: nil),
            answer: "Logged an injury"),
        Telling(line: "snooze", mutation: .snooze(.minutes(20)), answer: "Snoozed until"),
        Telling(line: "snooze 1h 30min", mutation: .snooze(.minutes(90)), answer: "Snoozed until"),
        Telling(line: "resume", mutation: .resume, answer: "Reminders are back."),
    ]

    @Test("passes on what it is told", arguments: tellings) func telling(_ telling: Telling) throws {
        let desk = try Desk()
        let outcome = try desk.run(telling.line)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.errors.isEmpty)
        #expect(desk.handler.performed.map(\.mutation) == [telling.mutation])
        #expect(outcome.output.hasPrefix(telling.answer), "\(outcome.output)")
        #expect(outcome.output.hasSuffix("\n"))
    }

    @Test("says what changed, how the day goes and how to undo it") func acknowledgement() throws {
        let desk = try Desk()
        _ = try desk.run("drink 1l")
        let outcome = try desk.run("drink 250ml coffee")
        #expect(
            outcome.output == """
                Logged 250 ml of coffee.
                Today: 1.25 of 2 l.
                Undo: hydratectl undo

                """)
    }

    @Test("speaks in the units of the configuration, which come with the answer") func units() throws {
        let desk = try Desk()
        desk.handler.status.units = .us
        #expect(try desk.run("drink 8floz").output.hasPrefix("Logged 8 fl oz of water.\nToday: 8 of 68 fl oz."))
    }

    @Test("warns when more went in than is good") func warning() throws {
        let desk = try Desk()
        desk.handler.warning = .surplus
        let outcome = try desk.run("drink 2l")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("please stop drinking for now"))
    }

    @Test("says what to carry and when, for a workout that starts or is planned") func provision() throws {
        let desk = try Desk()
        desk.handler.provision = .init(
            carry: .milliliters(500), portion: .milliliters(150), every: .minutes(20),
            from: FakeHydrated.now + .minutes(20), withElectrolytes: false)
        for line in ["workout start running", "workout plan running tomorrow 18:00 1h"] {
            let outcome = try desk.run(line)
            #expect(outcome.output.contains("Take 500 ml: about 150 ml every 20 min from"), "\(outcome)")
            #expect(outcome.output.contains("Salt: not needed."))
            #expect(outcome.output.contains("Undo: hydratectl undo"))
        }
    }

    @Test("ends the running workout, and says which") func stop() throws {
        let desk = try Desk()
        _ = try desk.run(["workout", "start", "running", "--at", "40min ago"])
        let outcome = try desk.run("workout stop")
        #expect(outcome.output.hasPrefix("Stopped running, after 40 min."), "\(outcome)")
    }

    @Test("takes the end of a workout as a word or as an option, and not twice") func end() throws {
        let desk = try Desk()
        for line in [["stop", "20min", "ago"], ["stop", "--at", "20min ago"]] {
            _ = try desk.run(["workout", "start", "running", "--at", "40min ago"])
            #expect(try desk.run(["workout"] + line).output.hasPrefix("Stopped running at "))
            for _ in 0..<2 { _ = try desk.run("undo") }
        }
        let twice = try desk.run(["workout", "stop", "18:40", "--at", "18:50"])
        #expect(twice.status == ExitStatus.usage.rawValue && twice.errors.contains("Say so once"))
    }

    @Test("says of a cramp what hydrated says, in the person's units, and passes answers on to what is asked")
    func cramp() throws {
        let desk = try Desk()
        desk.handler.status.units = .us
        desk.handler.relief = CrampRelief(
            .cramp, [.crampInWater, .crampWaterFirst, .crampUrgentSigns], volume: .milliliters(200), isBalanced: false)
        let steps = try desk.run("cramp calf")
        #expect(steps.output.contains("at the surface") && steps.output.contains("7 fl oz of water first"))
        #expect(steps.output.contains("hydratectl answer yes, or no, or still-hurts"))

        let nothing = try desk.run("answer yes")
        #expect(nothing.status == ExitStatus.data.rawValue)
        #expect(nothing.errors.contains("Nothing of the kind is being asked now."))
        desk.handler.question = ReminderID("cramp-stop-and-stretch@0.1")
        desk.handler.relief = CrampRelief(.crampStillThere, [.crampThenSalts, .crampUrgentSigns], isBalanced: true)
        let more = try desk.run("answer no")
        #expect(more.output.hasPrefix("Noted: it has not let go.\nIf water alone did not do it"))
        desk.handler.relief = nil
        #expect(try desk.run("answer still-hurts").output.hasPrefix("Noted: it still hurts."))
        #expect(desk.handler.performed.suffix(2).map(\.mutation) == [.answer(nil, .no), .answer(nil, .stillHurts)])
        desk.handler.question = ReminderID("drink-during-workout@0.-1")
        #expect(try desk.run("answer yes").output.hasPrefix("Noted: the workout goes on."))
        #expect(try desk.run("answer no").output.contains("hydratectl workout stop"))
        #expect(try desk.run("answer perhaps").errors.contains("yes, no or still-hurts"))
    }

    @Test("passes on that recovery is to be quick, with the workout or with its end") func quickRecovery() throws {
        let desk = try Desk()
        _ = try desk.run("workout plan running tomorrow 18:00 1h --recover-quickly")
        _ = try desk.run(["workout", "add", "running", "45min", "--ended", "3h ago", "--recover-quickly"])
        _ = try desk.run(["workout", "start", "cycling", "--at", "40min ago"])
        let outcome = try desk.run("workout stop --recover-quickly")
        #expect(outcome.output.contains("Noted: you want to recover quickly."), "\(outcome)")
        let asked = desk.handler.entries.map { entry in
            switch entry.event {
            case .plannedWorkout(let details, _), .workout(let details, _), .workoutStarted(let details, _):
                details.recoversQuickly
            case .workoutStopped(let recoversQuickly): recoversQuickly
            default: false
            }
        }
        #expect(asked == [true, true, false, true])
        #expect(try desk.run("log").output.ranges(of: ", to recover quickly").count == 3)
        let json = try desk.run("log --json").output
        #expect(json.ranges(of: "\"recoverQuickly\":true").count == 3)
        #expect(!json.contains("\"recoverQuickly\":false"))
        // An estimate is about nobody's next hours.
        #expect(try desk.run("estimate running 45min --recover-quickly").status == ExitStatus.usage.rawValue)
    }

    @Test("takes back what was logged last, or one entry by its number") func undo() throws {
        let desk = try Desk()
        for line in ["drink 100ml", "drink 200ml", "meal"] { _ = try desk.run(line) }
        #expect(try desk.run("undo").output.contains("a meal"))
        #expect(try desk.run("undo 1").output.contains("a drink"))
        #expect(try desk.run("undo #2").status == 0)
        #expect(try desk.run("undo").status == ExitStatus.failure.rawValue)
        #expect(desk.handler.entries.effective().isEmpty)
    }

    @Test("counts a length back from the end, and forth from the start") func intervals() throws {
        let desk = try Desk()
        let now = FakeHydrated.now
        _ = try desk.run(["workout", "add", "running", "45min", "--ended", "3h ago", "--speed", "10km/h"])
        _ = try desk.run(["workout", "add", "running", "45min"])
        _ = try desk.run(["workout", "add", "running", "1h", "--started", "24h ago"])
        _ = try desk.run(["workout", "add", "running", "--started", "50h ago", "--ended", "49h ago"])
        let spans = desk.handler.performed.compactMap { performed -> [Double]? in
            guard case .logWorkout(let workout) = performed.mutation, let start = workout.start, let end = workout.end
            else { return nil }
            return [start, end].map { ($0.hours(since: now) * 4).rounded() / 4 }
        }
        #expect(spans == [[-3.75, -3], [-0.75, 0], [-24, -23], [-50, -49]])
    }

    @Test(
        "reads a clock time in the zone of whoever types",
        arguments: [
            ("Europe/Berlin", "2026-07-01 14:30", 1_782_909_000), ("Asia/Tokyo", "2026-07-01 14:30", 1_782_883_800),
            ("UTC", "2026-07-01T14:30:00+02:00", 1_782_909_000),
        ] as [(String, String, Int64)])
    func zone(zone: String, text: String, seconds: Int64) throws {
        let desk = try Desk()
        _ = try desk.run(["drink", "250ml", "coffee", "--at", text], zone: zone)
        #expect(
            desk.handler.performed.map(\.mutation) == [
                .logDrink(
                    DrinkRequest(beverage: "coffee", volume: .milliliters(250), at: Instant(seconds: seconds)))
            ])
    }

    @Test("pauses for a length, until a time that is yet to come, and until tomorrow") func pause() throws {
        let desk = try Desk()
        let now = FakeHydrated.now
        _ = try desk.run("pause 2h")
        _ = try desk.run("pause until 14:00")
        _ = try desk.run("pause until tomorrow")
        let untils = desk.handler.performed.compactMap { performed -> Instant? in
            if case .pause(let until) = performed.mutation { until } else { nil }
        }
        #expect(untils.count == 3)
        let rules = try #require(LocalZone.named("Europe/Berlin"))
        #expect(abs(untils[0].hours(since: now) - 2) < 0.01)
        #expect(rules.localTime(of: untils[1]) == LocalTime(hour: 14))
        #expect(untils[1] > now && untils[1].hours(since: now) <= 25)
        #expect(rules.localTime(of: untils[2]) == .midnight)
        #expect(rules.day(of: untils[2]) == rules.day(of: now).advanced(by: 1))
    }

    @Test("uses a new token for each change") func tokens() throws {
        let desk = try Desk()
        for _ in 0..<3 { _ = try desk.run("drink 100ml") }
        #expect(Set(desk.handler.performed.map(\.token)).count == 3)
        #expect(desk.handler.entries.count == 3)
    }

    @Test("reads the configuration anew, and shows what is wrong with it") func reload() throws {
        let desk = try Desk()
        #expect(try desk.run("reload").status == 0)
        desk.handler.diagnostics = [
            ConfigurationDiagnostic(
                file: "hydrated.conf", line: 3, column: 6, severity: .error, code: "wrong-value", section: "Profile",
                key: "Mass", value: "heavy", accepted: "70kg or 154lb")
        ]
        let outcome = try desk.run("reload")
        #expect(outcome.status == ExitStatus.configuration.rawValue)
        #expect(outcome.output.isEmpty)
        for part in ["hydrated.conf:3:6", "heavy", "70kg or 154lb"] { #expect(outcome.errors.contains(part)) }
    }
}
