// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Systemd
import Testing

@testable import ControlProtocol

@Suite("An error") struct ErrorTests {
    static let at = Instant(seconds: 1_800_000_000)

    /// One of each that the daemon sends, with the exit status it means.
    static let sent: [(ControlError, ExitStatus)] = [
        (.invalidArgument(name: "volume", value: "nan"), .usage),
        (.unknownBeverage("co[f]ee = 100 %", nearest: ["coffee", "cocoa"]), .data),
        (.unknownActivity("", nearest: []), .data),
        (.implausible(.volume(.liters(5), limits: Plausibility.volume)), .data),
        (.implausible(.composition(.alcohol, 140, limits: 0...100)), .data),
        (.implausible(.airTemperature(.celsius(70), limits: Plausibility.airTemperature)), .data),
        (.implausible(.radiantTemperature(.celsius(700), limits: Plausibility.radiantTemperature)), .data),
        (.implausible(.waterTemperature(.celsius(70), limits: Plausibility.waterTemperature)), .data),
        (.implausible(.humidity(.percent(130), limits: Plausibility.humidity)), .data),
        (.implausible(.wind(.metersPerSecond(61.5), limits: Plausibility.wind)), .data),
        (.implausible(.bodyMass(.kilograms(2), limits: Plausibility.bodyMass)), .data),
        (.implausible(.speed(.kilometersPerHour(1000), limits: Plausibility.speed)), .data),
        (.implausible(.power(.watts(1e6), limits: Plausibility.power)), .data),
        (.implausible(.metabolicRate(.met(0.1), limits: Plausibility.metabolicRate)), .data),
        (.implausible(.clothing(.clo(9), limits: Plausibility.clothing)), .data),
        (.implausible(.tooFarAhead(at, latest: at)), .data),
        (.implausible(.tooLongAgo(.distantPast, earliest: at)), .data),
        (.implausible(.alreadyOver(at)), .data),
        (.implausible(.workoutLength(.hours(25), longest: .hours(24))), .data),
        (.implausible(.overlap(with: Entry.ID(7), from: at, to: at + .hours(1))), .data),
        (.implausible(.workoutRunning(Entry.ID(7), since: at)), .failure),
        (.implausible(.noWorkoutRunning(closed: at)), .failure),
        (.implausible(.noWorkoutRunning(closed: nil)), .failure),
        (.nothingToUndo, .failure),
        (.unknownEntry(Entry.ID(.max)), .data),
        (.unknownReminder(ReminderID("drink-before-thirst/1 ü")), .data),
        (.tokenReused, .data),
        (.diaryUnavailable(.diskFull), .unavailable),
        (
            .invalidConfiguration([
                ConfigurationDiagnostic(
                    file: "/home/a b/hydrated.conf", line: 3, column: 6, severity: .error, code: "wrong-value",
                    section: "Profile", key: "Mass", value: "70 [x]", accepted: "70kg or 154lb"),
                ConfigurationDiagnostic(
                    file: "b", line: 0, column: 0, severity: .warning, code: "unknown-key", nearest: "Mass"),
            ]), .configuration
        ),
    ]

    @Test("crosses the bus with all it says", arguments: sent.indices) func crosses(_ index: Int) {
        let (error, status) = Self.sent[index]
        #expect(ControlError(error.busError) == error)
        #expect(error.exitStatus == status)
        #expect(error.busError.name.hasPrefix("org.hydrated.Hydrated1.Error."))
    }

    @Test("that the caller finds out itself has its exit status") func local() {
        #expect(ControlError.noBus.exitStatus == .unavailable)
        #expect(ControlError.unavailable(nil).exitStatus == .unavailable)
        #expect(ControlError.timedOut.exitStatus == .retry)
        #expect(ControlError.unexpected(name: "a", message: "b").exitStatus == .failure)
    }

    @Test("reads well by hand") func byHand() {
        let error = ControlError.unknownBeverage("cofee", nearest: ["coffee", "cold brew"]).busError
        #expect(error.message == "No beverage of this name [name=cofee nearest=coffee nearest=cold%20brew]")
        #expect(ControlError.nothingToUndo.busError.message == "Nothing to undo")
    }

    @Test(
        "of others keeps its name and words",
        arguments: [
            "org.freedesktop.DBus.Error.AccessDenied", "org.hydrated.Hydrated1.Error.FromTheFuture",
            "org.hydrated.Hydrated1.Error.OutOfRange",
        ])
    func foreign(name: String) {
        let error = ControlError(BusError(name: name, message: "so it is"))
        #expect(error == .unexpected(name: name, message: "so it is"))
    }

    @Test(
        "with senseless details is taken as unknown, not as a trap",
        arguments: [
            "Out of range [measure=volume value=nan lowest=0 highest=1]",
            "Out of range [measure=volume value=1 lowest=9 highest=1]", "Out of range [measure=moon value=1]",
            "Out of range [", "]", "[%zz=%]", "Out of range [measure=%f]",
        ])
    func senseless(message: String) {
        let error = ControlError(BusError(name: "org.hydrated.Hydrated1.Error.OutOfRange", message: message))
        #expect(error == .unexpected(name: "org.hydrated.Hydrated1.Error.OutOfRange", message: message))
    }
}
