// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Exercise")
struct ExerciseTests {
    private let body = Body(profile: Profile(), year: 2026)

    @Test("the equations of ACSM give the published oxygen uptake", arguments: Vectors.rows("metabolic_acsm.csv"))
    func equations(_ row: Row) {
        let mass = Mass.kilograms(row["mass_kg"])
        let speed = Speed.kilometersPerHour(row["speed_kmh"])
        let met =
            switch row[text: "mode"] {
            case "walk": MetabolicEquation.walking(speed: speed, grade: row["grade"])
            case "run": MetabolicEquation.running(speed: speed, grade: row["grade"])
            default: MetabolicEquation.cycling(power: .watts(row["power_w"]), mass: mass)
            }
        #expect(isClose(met.met * 3.5, row["vo2"], within: 1e-5))
        #expect(isClose(met.met, row["met"], within: 1e-5))
        #expect(isClose(MetabolicEquation.heat(of: met, mass: mass).watts, row["m_w"], within: 1e-3))
    }

    @Test("every row of the Compendium is there, by its code", arguments: Vectors.rows("compendium_2024_subset.csv"))
    func compendium(_ row: Row) throws {
        let activity = try ActivityTable.find(row[text: "code"])
        #expect(activity.code == row[text: "code"])
        #expect(isClose(activity.moderate.met, row["met"], within: 1e-9), "\(activity.name)")
        #expect(activity.isSwim == (activity.code.hasPrefix("18") || activity.code == "02120"))
    }

    @Test("every activity is found by its name and its other names, and no name is taken twice")
    func ownNames() throws {
        var taken: Set<String> = []
        for activity in ActivityTable.all {
            #expect(try ActivityTable.find(activity.name.uppercased()) == activity)
            for alias in activity.aliases {
                #expect(try ActivityTable.find(alias) == activity, "\(alias)")
            }
            for name in [activity.name] + activity.aliases {
                #expect(taken.insert(name.replacing(" ", with: "-")).inserted, "\(name) is taken twice")
            }
            #expect(activity.easy <= activity.moderate && activity.moderate <= activity.hard)
        }
    }

    @Test(
        "what people type finds what they mean",
        arguments: [
            ("run", "running"), ("Running", "running"), ("  jog ", "jogging"), ("bike", "cycling"), ("cyc", "cycling"),
            ("gym", "strength-training"), ("5-a-side", "soccer"), ("football", "soccer"), ("socc", "soccer"),
            ("walk", "walking"), ("swim", "swimming"), ("row", "rowing"), ("hik", "hiking"), ("spin", "spin-class"),
            ("table tennis", "table-tennis"), ("ping pong", "table-tennis"), ("TENNIS", "tennis"), ("yog", "yoga"),
            ("beach_volleyball", "beach-volleyball"), ("treadm", "treadmill"), ("stairs", "stair-climbing"),
        ])
    func typed(text: String, name: String) throws {
        #expect(try ActivityTable.find(text).name == name)
    }

    @Test(
        "what names nothing, or several things, is refused with the nearest names",
        arguments: [
            ("runing", "running"), ("cyclign", "cycling"), ("hockey", "field-hockey"), ("hockey", "ice-hockey"),
            ("ba", "basketball"), ("swiming", "swimming"),
        ])
    func refused(text: String, nearest: String) {
        let error = #expect(throws: UnknownActivity.self) { try ActivityTable.find(text) }
        #expect(error?.input == text)
        #expect(error?.nearest.contains(nearest) == true, "\(error?.nearest ?? [])")
        #expect((error?.nearest.count ?? 0) <= 3)
    }

    @Test("nonsense is refused without a guess", arguments: ["", "   ", "quidditch", "zzzzzzzzzzzzzzzzzzzz"])
    func nonsense(text: String) {
        let error = #expect(throws: UnknownActivity.self) { try ActivityTable.find(text) }
        #expect(error?.nearest == [])
    }

    @Test("a known multiple of rest comes before power, power before speed, speed before intensity")
    func precedence() throws {
        let ride = try ActivityTable.find("cycling")
        func met(_ met: Double?, _ power: Double?, _ speed: Double?) -> Double {
            Effort(
                activity: ride, intensity: .hard, met: met.map { .met($0) },
                speed: speed.map { .milesPerHour($0) }, power: power.map { .watts($0) }, climate: .indoor, body: body
            ).met.met
        }
        #expect(met(5, 200, 13) == 5)
        #expect(isClose(met(nil, 200, 13), (7 + 10.8 * 200 / 70) / 3.5, within: 1e-9))
        #expect(isClose(met(nil, nil, 12.95), 8, within: 1e-9))
        #expect(met(nil, nil, nil) == 9)
    }

    @Test(
        "between two rows of the Compendium a speed lies between their values",
        arguments: [
            ("running", 6.15, 9.3), ("running", 6.425, 9.9), ("running", 10, 14.8), ("running", 12, 17.76),
            ("walking", 3.1, 3.8), ("walking", 3.4, 4.3), ("cycling", 12.95, 8), ("cycling", 13.95, 9),
            ("walking", 1.1, 1.9),
        ])
    func bySpeed(name: String, mph: Double, met: Double) throws {
        let effort = Effort(
            activity: try ActivityTable.find(name), speed: .milesPerHour(mph), climate: .indoor, body: body)
        #expect(isClose(effort.met.met, met, within: 1e-6), "\(effort.met)")
    }

    @Test("a hill costs what ACSM says on top, and lifts the body; downhill counts as level")
    func hill() throws {
        let run = try ActivityTable.find("running")
        func effort(_ grade: Double) -> Effort {
            Effort(activity: run, speed: .kilometersPerHour(10), grade: grade, climate: .indoor, body: body)
        }
        let (flat, up, down) = (effort(0), effort(0.05), effort(-0.05))
        #expect(isClose((up.met - flat.met).met, 0.9 * 10_000 / 60 * 0.05 / 3.5, within: 1e-9))
        #expect(isClose(up.externalWork.watts, 70 * 9.81 * 10 / 3.6 * 0.05, within: 0.2))
        #expect(flat.externalWork == .zero)
        #expect(down == flat)
    }

    @Test("a fifth of a cyclist's heat is work, unless a power meter says otherwise; a power means nothing on foot")
    func work() throws {
        let ride = try ActivityTable.find("cycling")
        let guessed = Effort(activity: ride, climate: .indoor, body: body)
        #expect(isClose(guessed.externalWork.watts, 0.2 * 1.2 * 7 * 70, within: 1e-9))
        let measured = Effort(activity: ride, power: .watts(150), climate: .indoor, body: body)
        #expect(measured.externalWork == .watts(150))
        let run = try ActivityTable.find("running")
        let running = Effort(activity: run, power: .watts(250), climate: .indoor, body: body)
        #expect(running == Effort(activity: run, climate: .indoor, body: body))
        let erg = Effort(activity: try ActivityTable.find("rowing"), power: .watts(150), climate: .indoor, body: body)
        #expect(isClose(erg.met.met, 150 / 0.2 / 84, within: 1e-9))
    }

    @Test("the air that passes depends on how one moves through it")
    func air() throws {
        var breeze = Climate.indoor
        breeze.wind = .metersPerSecond(2)
        func speed(_ name: String, _ own: Double?) throws -> Double {
            Effort(
                activity: try ActivityTable.find(name), speed: own.map { .metersPerSecond($0) }, climate: breeze,
                body: body
            ).airSpeed.metersPerSecond
        }
        #expect(isClose(try speed("running", 2.5), (4 + 6.25).squareRoot(), within: 1e-9))
        #expect(try speed("walking", 1.4) == 2)
        #expect(try speed("treadmill", 3) == 2)
        breeze.wind = .zero
        #expect(try speed("treadmill", 3) == 0.3)
        #expect(try speed("stationary-bike", 9) == 0.3)
        #expect(try speed("walking", 1.4) == 1.4)
    }

    @Test("games not fitted on come out within a standard deviation of what was measured")
    func games() throws {
        let norms = Vectors.rows("published_norms.csv")
        var profile = Profile()
        profile.mass = .kilograms(75)
        profile.height = .centimeters(178)
        let player = Body(profile: profile, year: 2026)
        let sunny = Climate(air: .celsius(25), humidity: .percent(50), wind: .metersPerSecond(1), sun: .partly)
        for (name, item) in [("soccer-match", "sweat rate soccer"), ("basketball-game", "sweat rate basketball")] {
            let norm = try #require(norms.first { $0[text: "item"] == item })
            let climate = name == "soccer-match" ? sunny : Climate(air: .celsius(22), humidity: .percent(50))
            let effort = Effort(activity: try ActivityTable.find(name), climate: climate, body: player)
            let rate = SweatModel.exercise(effort, climate: climate, body: player).median
            #expect(isClose(rate.litersPerHour, norm["mean"], within: norm["sd"]), "\(name) \(rate)")
        }
    }
}
