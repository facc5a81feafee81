// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Foundation
import Physiology
import Testing

@Suite("The local zone", .serialized) struct LocalZoneTests {
    /// The zone under a value of `TZ`, which is put back afterwards.
    private func zone(_ setting: String?) -> ZoneRules {
        let before = ProcessInfo.processInfo.environment["TZ"]
        defer { if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") } }
        if let setting { setenv("TZ", setting, 1) } else { unsetenv("TZ") }
        return LocalZone.current()
    }

    private static let summer = Instant(seconds: 1_783_000_000)

    @Test(
        "is found by name, by path and by rule",
        arguments: [
            ("Europe/Berlin", 7200), (":Europe/Berlin", 7200), ("/usr/share/zoneinfo/Asia/Kathmandu", 20700),
            ("CET-1CEST,M3.5.0,M10.5.0/3", 7200), ("UTC", 0), ("", 0), ("Nowhere/At_All", 0), ("../../etc/passwd", 0),
        ])
    func setting(text: String, offset: Int32) {
        #expect(zone(text).offset(at: Self.summer).seconds == offset)
    }

    @Test("is that of /etc/localtime when TZ does not say") func system() {
        var local = tm()
        var seconds = time_t(Self.summer.seconds)
        let rules = zone(nil)
        unsetenv("TZ")
        tzset()
        localtime_r(&seconds, &local)
        #expect(rules.offset(at: Self.summer).seconds == Int32(local.tm_gmtoff))
    }

    @Test("has the name it goes by") func name() {
        #expect(zone("Europe/Berlin").name == "Europe/Berlin")
        #expect(LocalZone.named("/usr/share/zoneinfo/Asia/Tokyo")?.name == "Asia/Tokyo")
        #expect(LocalZone.named("Nowhere/At_All") == nil)
    }
}

@Suite("A token") struct TokenTests {
    @Test("is new each time") func fresh() {
        let tokens = Set((0..<1000).map { _ in Token.random() })
        #expect(tokens.count == 1000)
        #expect(tokens.allSatisfy { $0.text.count == 32 })
    }
}

@Suite("What is said of a workout") struct WorkoutOptionsTests {
    @Test("fills only the gaps of the climate around it") func climate() {
        var options = WorkoutOptions()
        #expect(options.details(of: "running", base: .indoor).climate == nil)
        options.wind = .metersPerSecond(4)
        let base = Climate(air: .celsius(30), humidity: .percent(60), sun: .full, radiant: .celsius(60))
        let details = options.details(of: "running", base: base)
        #expect(details.climate?.air == .celsius(30))
        #expect(details.climate?.wind == .metersPerSecond(4))
        #expect(details.climate?.radiant == .celsius(60))
        options.temperature = .celsius(20)
        #expect(options.details(of: "running", base: base).climate?.radiant == nil)
    }
}
