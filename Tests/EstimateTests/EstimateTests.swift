// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What an estimate takes for granted, what it says and what it refuses.
@Suite("An estimate") struct EstimateTests {
    @Test("is one object with the documented keys and no others") func keys() throws {
        let run = try Run("estimate running 45min --json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "version", "metabolicEquivalent", "surfaceArea", "metabolicRate", "requiredEvaporation",
                "maximumEvaporation", "sweatPower", "sweatRate", "sweatLoss", "sodiumConcentration", "electrolyteLoss",
                "wbgt", "heatLevel", "thirstAfter",
            ])
        #expect(object["version"] as? Int == 1)
        #expect(object["thirstAfter"] is NSNull)
        #expect(run.output.filter { $0 == "\n" }.count == 1)
    }

    @Test("without a flag is of 22 °C, 50 %, shade, 0.3 clo and the default profile") func defaults() throws {
        let explicit = """
            walking 1h --temperature 22C --humidity 50% --sun shade --radiant 22C --clothing 0.3 --mass 70kg \
            --height 170cm --intensity moderate
            """
        #expect(try EstimateDocument.of("walking 1h") == EstimateDocument.of(explicit))
        // The clothes of the activity are warmer, and would count in the daemon.
        #expect(try EstimateDocument.of("walking 1h --clothing 0.5") != EstimateDocument.of(explicit))
    }

    @Test("asks nobody: no bus, no home, and somebody's configuration changes nothing") func alone() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: home) }
        let folder = home.appending(path: "hydrated")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "[Profile]\nMass=120kg\n".write(
            to: folder.appending(path: "hydrated.conf"), atomically: true, encoding: .utf8)
        let arguments = ["estimate", "running", "45min", "--json"]
        let configured = try Run(arguments, environment: ["HOME": home.path, "XDG_CONFIG_HOME": home.path])
        #expect(try configured.decoded(EstimateDocument.self) == EstimateDocument.of("running 45min"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["hydrated"])
    }

    @Test(
        "takes the sun for a radiant temperature above the air",
        arguments: [("full", 60.0), ("partly", 45), ("overcast", 34), ("shade", 30)])
    func sun(_ sun: String, _ radiant: Double) throws {
        let warm = "running 1h --temperature 30C --humidity 60%"
        let sunny = try EstimateDocument.of("\(warm) --sun \(sun)")
        #expect(sunny.sweatPower == (try EstimateDocument.of("\(warm) --radiant \(radiant)C")).sweatPower)
        // BoM's in the sun, 0.7·Tw + 0.3·Ta without.
        let vapour = 0.6 * 6.105 * exp(17.27 * 30 / (237.7 + 30))
        let (humid, dry) = (atan(30 + 60.0), atan(60 - 1.676331))
        let wetBulb =
            30 * atan(0.151977 * (60 + 8.313659).squareRoot()) + humid - dry
            + 0.00391838 * pow(60, 1.5) * atan(0.023101 * 60) - 4.686035
        let expected =
            sun == "full" || sun == "partly" ? 0.567 * 30 + 0.393 * vapour + 3.94 : 0.7 * wetBulb + 0.3 * 30
        #expect(abs(sunny.wbgt - expected) < 1e-6)
    }

    @Test(
        "names the heat by WBGT",
        arguments: [
            ("22C --humidity 50%", "normal"), ("27C --humidity 60%", "warm"), ("32C --humidity 70%", "hot"),
            ("36C --humidity 80%", "extreme"),
        ])
    func heat(_ climate: String, _ level: String) throws {
        #expect(try EstimateDocument.of("running 1h --temperature \(climate)").heatLevel == level)
    }

    @Test("feels the larger of the wind and the own speed, and with a MET the wind as it stands") func wind() throws {
        func rate(_ line: String) throws -> Double {
            try EstimateDocument.of("\(line) 1h --temperature 34C --humidity 70%").sweatRate.median
        }
        // The table's runner of 9.3 MET does 9.9 km/h, 2.75 m/s.
        let own = try rate("running")
        #expect(try own == rate("--met 9.3 --wind 2.75m/s"))
        #expect(try own == rate("running --wind 2m/s"))
        #expect(try rate("running --wind 2.9m/s") == rate("--met 9.3 --wind 2.9m/s"))
        #expect(try rate("running --wind 2.9m/s") < own)
        #expect(try rate("--met 9.3 --wind 0.5m/s") > own)
        // On a treadmill the air stands, whatever the belt does.
        #expect(try rate("treadmill") == rate("--met 9.3 --wind 0.3m/s"))
    }

    @Test("forecasts thirst at 2 % of body water, from sweat and three fifths of the baseline") func thirst() throws {
        let hot = "running 2h --temperature 30C --humidity 60% --mass 75kg --height 180cm"
        let estimate = try EstimateDocument.of(hot)
        let baseline = 0.6 * 1800 / 20.8 * estimate.surfaceArea / 1.80
        let salts = estimate.sweatRate.median * (estimate.sodiumConcentration + 5)
        let freeWater = baseline + estimate.sweatRate.median * 1000 - 1000 * 1.03 / 163.8 * salts
        let expected = 0.02 * 0.55 * 75_000 / freeWater * 60
        let after = try #require(estimate.thirstAfter)
        #expect(abs(after - expected) < 1e-6)
        #expect((20.0...100).contains(after))
        #expect(abs(estimate.electrolyteLoss - salts * 2) < 1e-9)
        // Null when the workout ends before.
        let short = hot.replacing("2h", with: "\(Int(after))min")
        #expect(try EstimateDocument.of(short).thirstAfter == nil)
        let long = hot.replacing("2h", with: "\(Int(after) + 1)min")
        #expect(try EstimateDocument.of(long).thirstAfter == after)
    }

    @Test("takes power, speed, pace, grade and intensity") func effort() throws {
        func met(_ line: String) throws -> Double { try EstimateDocument.of(line).metabolicEquivalent }
        #expect(abs(try met("cycling 1h30 --power 200W --mass 80kg") - (7 + 10.8 * 200 / 80) / 3.5) < 1e-9)
        #expect(try met("running 1h --speed 12km/h") == met("running 1h --speed 5:00min/km"))
        #expect(try met("running 1h --intensity hard") == 11)
        #expect(try met("running 1h --intensity easy") == 8.5)
        let (flat, hill) = (try met("running 1h --speed 10km/h"), try met("running 1h --speed 10km/h --grade 5%"))
        #expect(abs(hill - flat - 0.9 * (10_000.0 / 60) * 0.05 / 3.5) < 1e-4)
        #expect(try met("running 1h --speed 10km/h --grade -5%") == flat)
        #expect(try met("running 6 mph 1h 30min") == 9.3)
        #expect(try met("5-a-side 1h") == met("soccer 60min"))
    }

    @Test("takes a temperature below zero") func frost() throws {
        let frost = try EstimateDocument.of("running 1h --temperature -5C")
        #expect(frost == (try EstimateDocument.of("running 1h --temperature=-5C")))
        #expect(frost == (try EstimateDocument.of("running 1h --temperature 23F")))
        #expect(frost.wbgt < 0)
    }

    @Test("has no heat balance in water and in a sauna", arguments: ["swimming", "sauna"])
    func noHeatBalance(_ activity: String) throws {
        let estimate = try EstimateDocument.of("\(activity) 1h")
        #expect(estimate.requiredEvaporation == nil)
        #expect(estimate.maximumEvaporation == nil)
        #expect(estimate.sweatLoss.median > 0.4)
        #expect(estimate.sweatLoss.lower < estimate.sweatLoss.median)
    }

    @Test("in plain words is rounded, and says how far people differ") func words() throws {
        let run = try Run("estimate running 1h --temperature 31C --humidity 70% --sun full")
        #expect(
            run.output == """
                Running for 1 h at 31 °C and humid in full sun, at 70 kg and 170 cm:
                Sweat: about 1.4 l an hour, 1.4 l in all, with 70 mmol of sodium and potassium.
                People differ by about 30 % either way. When it sizes drinks, hydrated counts on less: 1 l in all.
                Starting well watered and without drinking, you would be thirsty after about 45 min.
                Heat (WBGT) 34 °C: extreme. Better not to exercise in it.

                """)
        #expect(run.errors.isEmpty)
        #expect(try Run("estimate yoga 15min").output.contains("Next to no sweat."))
        #expect(try Run("estimate swimming 1h --water 19C").output.hasPrefix("Swimming for 1 h in water of 19 °C"))
    }

    @Test(
        "refuses what is not understood with 64 and what cannot be true with 65",
        arguments: [
            ("runing 45min", 65, "Did you mean running"),
            ("running 45min --humidity 130%", 65, "130 % cannot be the humidity"),
            ("running 45min --temperature 99C", 65, "99 °C"),
            ("running 45min --mass 10kg", 65, "10 kg"),
            ("running 45min --height 3m", 65, "300 cm"),
            ("running 45min --grade 300%", 65, "300 %"),
            ("running 45min --wind 200m/s", 65, "wind"),
            ("running 45min --radiant 500C", 65, "radiant"),
            ("--met 90 45min", 65, "90 MET"),
            ("running 25h", 65, "24 h"),
            ("running 0min", 65, "no time"),
            ("running", 64, "For how long?"),
            ("45min", 64, "What would you do?"),
            ("running 45", 64, "needs a unit"),
            ("running -45min", 64, "below zero"),
            ("running 45min --temperature 31", 64, "31C or 88F"),
            ("running 45min --sun bright", 64, "overcast"),
            ("running 45min --met 9", 64, "--met stands for an activity"),
            ("--met 9", 64, "time"),
            ("--met 9 45min --intensity hard", 64, "--intensity belongs to an activity"),
            ("--met 9 45min --speed 10km/h", 64, "--speed belongs to an activity"),
            ("--met nine 45min", 64, "not understood"),
            ("running 45min --met -9", 64, "below zero"),
            ("running 45min --warmth 3", 64, "--warmth"),
            ("", 64, "activity"),
        ])
    func refusals(_ line: String, _ status: Int, _ text: String) throws {
        let run = try Run("estimate \(line) --json")
        #expect(Int(run.status) == status, "\(run.errors)")
        #expect(run.errors.contains(text), "\(run.errors)")
        #expect(run.output.isEmpty)
    }
}
