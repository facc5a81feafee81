// SPDX-License-Identifier: Apache-2.0

import Physiology
import Testing

@Suite("Climate")
struct ClimateTests {
    @Test("the indices agree with the reference software", arguments: Vectors.rows("environment.csv"))
    func indices(_ row: Row) {
        let climate = Climate(air: .celsius(row["ta"]), humidity: .percent(row["rh"]))
        let saturated = Climate.saturationPressure(at: climate.air)
        #expect(isClose(saturated.kilopascals, row["psat_iso2023_kpa"], within: 1e-4))
        #expect(isClose(climate.wetBulb.celsius, row["wet_bulb_stull_c"], within: 1e-4))
        #expect(isClose(climate.wbgtSun.celsius, row["wbgt_bom_c"], within: 1e-4))
        #expect(isClose(climate.wbgtShade.celsius, row["wbgt_indoor_psychro_c"], within: 1e-4))
        #expect(isClose(climate.heatIndex.celsius, row["heat_index_nws_c"], within: 1e-4))
        #expect(isClose(climate.humidex.celsius, row["humidex_rana_c"], within: 1e-4))
    }

    @Test(
        "the heat index agrees with the printed chart within a degree Fahrenheit",
        arguments: Vectors.rows("published_heat_index_chart.csv"))
    func chart(_ row: Row) {
        let climate = Climate(air: .fahrenheit(row["t_f"]), humidity: .percent(row["rh"]))
        // The chart itself is rounded to a degree.
        #expect(isClose(climate.heatIndex.fahrenheit, row["hi_f"], within: 1.5))
    }

    @Test(
        "the heat levels begin where the action levels of ACSM do",
        arguments: [
            (18.3, HeatLevel.normal), (22.2, .normal), (22.3, .warm), (27.8, .warm), (27.9, .hot), (30.1, .hot),
            (32.2, .hot), (32.21, .extreme), (32.3, .extreme), (-10, .normal), (60, .extreme),
        ])
    func levels(wbgt: Double, level: HeatLevel) {
        #expect(HeatLevel(wbgt: .celsius(wbgt)) == level)
    }

    @Test("the action levels of ACSM that cancel events lie within hot and extreme")
    func publishedLevels() {
        for row in Vectors.rows("published_wbgt_acsm2007.csv") where row[text: "acclimatised"] == "cancel" {
            #expect(HeatLevel(wbgt: .celsius(row["wbgt_c_min"])) == .extreme)
        }
        #expect(HeatLevel.normal < .warm && HeatLevel.warm < .hot && HeatLevel.hot < .extreme)
    }

    @Test("sun counts in the outdoor index when full or partly, and never under an overcast sky")
    func sunInTheIndex() {
        for sun in Sun.allCases {
            let climate = Climate(air: .celsius(30), humidity: .percent(60), sun: sun)
            let expected = sun == .full || sun == .partly ? climate.wbgtSun : climate.wbgtShade
            #expect(climate.wbgt == expected)
        }
    }

    @Test("a known radiant temperature takes the place of the sun's")
    func radiant() {
        var climate = Climate(air: .celsius(27), humidity: .percent(60), sun: .partly)
        #expect(climate.radiantTemperature == .celsius(42))
        climate.radiant = .celsius(33)
        #expect(climate.radiantTemperature == .celsius(33))
    }

    @Test("no reading, however extreme, gives an undefined number")
    func total() {
        Cases.check { random in
            let climate = Climate(
                air: .celsius(random.extreme()), humidity: .percent(random.extreme()),
                wind: .metersPerSecond(random.extreme()), sun: random.pick(Sun.allCases))
            let numbers = [
                climate.vapourPressure.kilopascals, climate.wetBulb.celsius, climate.wbgt.celsius,
                climate.wbgtSun.celsius, climate.heatIndex.celsius, climate.humidex.celsius,
            ]
            return numbers.allSatisfy(\.isFinite) ? nil : "\(climate) gives \(numbers)"
        }
    }
}
