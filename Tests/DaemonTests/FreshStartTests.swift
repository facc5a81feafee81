// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Systemd
import Testing

/// Whatever time does to a running daemon, it then knows what one knows that is started at that very instant.
@Suite("A daemon that time has played a trick on") struct FreshStartTests {
    /// What time may do, from the instant at which the day has been lived so far.
    enum Trick: String, CaseIterable {
        case sleepsForFiveHours = "sleeps for five hours"
        case sleepsForTwoDays = "sleeps for two days"
        case isSetAhead = "is set half an hour ahead"
        case isSetBack = "is set half an hour back"
        case losesAnHour = "loses an hour to summer"
        case winsAnHour = "wins an hour back in autumn"
        case passesALeapDay = "passes a leap day"
        case passesMidnight = "passes midnight"
        case movesToAnotherZone = "moves to another zone"

        /// The noon of the day on which it happens, in Berlin.
        var noon: Instant {
            switch self {
            case .losesAnHour: Instant(seconds: 1_774_695_600)
            case .winsAnHour: Instant(seconds: 1_792_836_000)
            case .passesALeapDay: Instant(seconds: 1_835_262_000)
            default: Session.noon
            }
        }
    }

    @Test("knows what one would that is started then", arguments: Trick.allCases)
    func knowsTheSame(trick: Trick) throws {
        let session = try Session()
        let server = try session.server()
        try session.configure("[Day]\nZone=Europe/Berlin\n")
        let start = trick.noon - .hours(3)
        let program = try session.start(at: start)
        try session.sweat(before: start)
        try session.until { !server.open.isEmpty }
        for hour in 1...4 { try program.clock("advance", start + .hours(hour)) }
        try session.drink(200)

        var now = start + .hours(4)
        switch trick {
        case .sleepsForFiveHours: now = now + .hours(5)
        case .sleepsForTwoDays: now = now + .hours(48)
        case .isSetAhead: now = now + .minutes(30)
        case .isSetBack: now = now - .minutes(30)
        case .losesAnHour, .winsAnHour, .passesALeapDay, .passesMidnight: now = now + .hours(20)
        case .movesToAnotherZone: now = now + .minutes(1)
        }
        try program.clock("step", now)
        if trick == .movesToAnotherZone {
            try session.configure("[Day]\nZone=Pacific/Auckland\n")
            _ = try session.call("Reload")
        }
        let known = try knowledge(of: session)

        program.signal(SIGTERM)
        _ = try program.ended()
        _ = try session.start(at: now)
        #expect(try knowledge(of: session) == known)
    }

    private func knowledge(of session: Session) throws -> [String: DBusValue] {
        let properties = [
            "Balance", "NextReminder", "ThirstAt", "ActiveWorkout", "Climate", "IntakeToday", "TargetToday",
            "PausedUntil", "HeatLevel", "Presence",
        ]
        return try Dictionary(uniqueKeysWithValues: properties.map { ($0, try session.property($0)) })
    }
}
