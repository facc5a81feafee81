// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Random events from a seed, so that a failure can be seen again.
struct EventGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func real(_ range: ClosedRange<Double>) -> Double {
        // Whole numbers are kept differently by SQLite.
        Bool.random(using: &self)
            ? Double.random(in: range, using: &self) : Double.random(in: range, using: &self).rounded(.down)
    }

    mutating func instant() -> Instant {
        Instant(microseconds: Int64.random(in: -1_000_000_000_000_000...5_000_000_000_000_000, using: &self))
    }

    mutating func text() -> String {
        ["water", "morning-mug", "Tee mit Milch 🍵", "", "a'b\"c;--", "nul\0within"].randomElement(using: &self) ?? ""
    }

    mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
        Bool.random(using: &self) ? value(&self) : nil
    }

    mutating func one<Value: CaseIterable>(_ type: Value.Type = Value.self) -> Value {
        Array(Value.allCases).randomElement(using: &self)!
    }

    mutating func climate() -> Climate {
        Climate(
            air: .celsius(real(-40...60)), humidity: .percent(real(0...100)), wind: .metersPerSecond(real(0...60)),
            sun: one(), radiant: maybe { .celsius($0.real(-60...120)) })
    }

    mutating func details() -> WorkoutDetails {
        WorkoutDetails(
            activity: text(), intensity: one(), met: maybe { .met($0.real(1...23)) },
            speed: maybe { .metersPerSecond($0.real(0...33)) }, power: maybe { .watts($0.real(0...2500)) },
            clothing: maybe { .clo($0.real(0...5)) }, climate: maybe { $0.climate() },
            waterTemperature: maybe { .celsius($0.real(-2...45)) }, recoversQuickly: Bool.random(using: &self))
    }

    /// Any event but a retraction, which needs an entry to take back.
    mutating func event(_ kind: Event.Kind) -> Event {
        switch kind {
        case .drink:
            .drink(
                Drink(
                    beverage: text(), volume: .milliliters(real(1...3000)), waterFraction: real(0...1),
                    sodium: .millimolesPerLiter(real(0...200)), potassium: .millimolesPerLiter(real(0...80)),
                    caffeine: .milligramsPerLiter(real(0...4000)), alcohol: .percent(real(0...100)),
                    answers: maybe { ReminderID($0.text()) }))
        case .workout: .workout(details(), end: instant())
        case .plannedWorkout: .plannedWorkout(details(), end: instant())
        case .workoutStarted: .workoutStarted(details(), expectedEnd: maybe { $0.instant() })
        case .workoutStopped: .workoutStopped(recoversQuickly: .random(using: &self))
        case .climate:
            .climate(
                ClimateReading(
                    climate: climate(), isIndoor: Bool.random(using: &self),
                    waterTemperature: maybe { .celsius($0.real(-2...45)) }))
        case .bodyMass: .bodyMass(.kilograms(real(25...250)), one())
        case .meal: .meal
        case .stretch: .stretch
        case .cramp: .cramp(Cramp(muscle: one(), side: one(), severity: one()))
        case .injury: .injury(Injury(muscle: one(), side: one(), severity: one()))
        case .shown:
            .shown(
                ShownReminder(
                    id: ReminderID(text()), guideline: text(), volume: maybe { .milliliters($0.real(100...300)) },
                    withElectrolytes: Bool.random(using: &self)))
        case .undelivered: .undelivered(ReminderID(text()))
        case .answer: .answer(ReminderID(text()), one())
        case .snooze: .snooze(until: instant())
        case .pause: .pause(until: instant())
        case .resume, .retraction: .resume
        }
    }
}
