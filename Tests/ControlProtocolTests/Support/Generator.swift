// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology

/// Ours, not the one that Testing has for processes.
typealias ExitStatus = ControlProtocol.ExitStatus

/// Random numbers that come again with the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var position: UInt64

    init(seed: UInt64) { position = seed }

    mutating func next() -> UInt64 {
        position &+= 0x9e37_79b9_7f4a_7c15
        var z = position
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// Arbitrary values of what travels over the bus.
extension SeededGenerator {
    mutating func one<Value: CaseIterable>() -> Value where Value.AllCases == [Value] {
        Value.allCases.randomElement(using: &self)!
    }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        Bool.random(using: &self) ? make(&self) : nil
    }

    mutating func text() -> String {
        let letters = ["a", "Z", "7", "-", " ", "[", "]", "=", "%", "ü", "水", "💧", "\"", "\\", "\n", ":"]
        return (0..<Int.random(in: 1...12, using: &self)).map { _ in letters.randomElement(using: &self)! }.joined()
    }

    mutating func number() -> Double {
        switch Int.random(in: 0..<6, using: &self) {
        case 0: 0
        case 1: -273.15
        case 2: .greatestFiniteMagnitude
        case 3: .leastNonzeroMagnitude
        default: Double.random(in: -1000...5000, using: &self)
        }
    }

    mutating func quantity<Value: Quantity>() -> Value { Value(canonical: number()) }

    /// Any instant but the one that means "now" or "none" where one may be left out.
    mutating func instant() -> Instant {
        switch Int.random(in: 0..<8, using: &self) {
        case 0: .distantPast
        case 1: .distantFuture
        case 2: Instant(microseconds: 0)
        default: Instant(microseconds: .random(in: 0...4_000_000_000_000_000, using: &self))
        }
    }

    mutating func span() -> Duration { .microseconds(Int64.random(in: 0...Int64.max / 2, using: &self)) }

    mutating func reminder() -> ReminderID { ReminderID(text()) }

    mutating func token() -> Token { .random() }

    mutating func climate() -> Climate {
        Climate(
            air: quantity(), humidity: quantity(), wind: quantity(), sun: one(),
            radiant: maybe { $0.quantity() })
    }

    mutating func details() -> WorkoutDetails {
        WorkoutDetails(
            activity: text(), intensity: one(), met: maybe { $0.quantity() }, speed: maybe { $0.quantity() },
            power: maybe { $0.quantity() }, clothing: maybe { $0.quantity() }, climate: maybe { $0.climate() },
            waterTemperature: maybe { $0.quantity() }, recoversQuickly: .random(using: &self))
    }

    mutating func event(_ kind: Event.Kind) -> Event {
        switch kind {
        case .drink:
            .drink(
                Drink(
                    beverage: text(), volume: quantity(), waterFraction: number(), sodium: quantity(),
                    potassium: quantity(), caffeine: quantity(), alcohol: quantity(),
                    answers: maybe { $0.reminder() }))
        case .workout: .workout(details(), end: instant())
        case .plannedWorkout: .plannedWorkout(details(), end: instant())
        case .workoutStarted: .workoutStarted(details(), expectedEnd: maybe { $0.instant() })
        case .workoutStopped: .workoutStopped(recoversQuickly: .random(using: &self))
        case .climate:
            .climate(
                ClimateReading(
                    climate: climate(), isIndoor: .random(using: &self), waterTemperature: maybe { $0.quantity() }))
        case .bodyMass: .bodyMass(quantity(), one())
        case .meal: .meal
        case .stretch: .stretch
        case .cramp: .cramp(Cramp(muscle: one(), side: one(), severity: one()))
        case .injury: .injury(Injury(muscle: one(), side: one(), severity: one()))
        case .shown:
            .shown(
                ShownReminder(
                    id: reminder(), guideline: text(), volume: maybe { $0.quantity() },
                    withElectrolytes: .random(using: &self)))
        case .undelivered: .undelivered(reminder())
        case .answer: .answer(reminder(), one())
        case .snooze: .snooze(until: instant())
        case .pause: .pause(until: instant())
        case .resume: .resume
        case .retraction: .retraction(of: Entry.ID(.random(in: 1...Int64.max, using: &self)))
        }
    }

    mutating func event() -> Event { event(one()) }

    mutating func options() -> WorkoutOptions {
        var options = WorkoutOptions()
        options.intensity = maybe { $0.one() }
        options.met = maybe { $0.quantity() }
        options.speed = maybe { $0.quantity() }
        options.power = maybe { $0.quantity() }
        options.clothing = maybe { $0.quantity() }
        options.temperature = maybe { $0.quantity() }
        options.humidity = maybe { $0.quantity() }
        options.wind = maybe { $0.quantity() }
        options.sun = maybe { $0.one() }
        options.water = maybe { $0.quantity() }
        options.recoversQuickly = .random(using: &self)
        return options
    }

    mutating func mutations() -> [Mutation] {
        [
            .logDrink(
                DrinkRequest(
                    beverage: text(), volume: maybe { $0.quantity() }, at: maybe { $0.instant() },
                    answers: maybe { $0.reminder() })),
            .logWorkout(
                WorkoutRequest(
                    activity: text(), start: maybe { $0.instant() }, end: maybe { $0.instant() }, options: options())),
            .planWorkout(
                WorkoutRequest(
                    activity: text(), start: maybe { $0.instant() }, end: maybe { $0.instant() }, options: options())),
            .startWorkout(
                WorkoutStart(
                    activity: text(), at: maybe { $0.instant() }, duration: maybe { $0.span() }, options: options())),
            .stopWorkout(at: maybe { $0.instant() }, recoversQuickly: .random(using: &self)),
            .logClimate(
                ClimateRequest(
                    temperature: quantity(), humidity: maybe { $0.quantity() }, at: maybe { $0.instant() },
                    wind: maybe { $0.quantity() }, sun: maybe { $0.one() }, isIndoor: .random(using: &self),
                    water: maybe { $0.quantity() })),
            .logBodyMass(quantity(), one(), at: maybe { $0.instant() }),
            .logCramp(Cramp(muscle: one(), side: one(), severity: one()), at: maybe { $0.instant() }),
            .logInjury(Injury(muscle: one(), side: one(), severity: one()), at: maybe { $0.instant() }),
            .logMeal(at: maybe { $0.instant() }),
            .logStretch(at: maybe { $0.instant() }),
            .answer(maybe { $0.reminder() }, one()),
            .snooze(span()),
            .pause(until: instant()),
            .resume,
            .undo,
            .retract(Entry.ID(.random(in: 1...Int64.max, using: &self))),
        ]
    }

    mutating func state() -> AcknowledgedState {
        AcknowledgedState(
            intakeToday: quantity(), targetToday: quantity(), freeWaterDeficit: quantity(),
            nextAt: maybe { $0.instant() }, warning: maybe { $0.one() }, units: one(),
            subject: maybe { .init(at: $0.instant(), event: $0.event()) },
            provision: maybe {
                .init(
                    carry: $0.quantity(), portion: $0.quantity(), every: $0.span(), from: $0.instant(),
                    withElectrolytes: .random(using: &$0))
            },
            relief: maybe { generator in
                CrampRelief(
                    generator.one(), (0..<Int.random(in: 0...4, using: &generator)).map { _ in generator.one() },
                    volume: generator.maybe { $0.quantity() }, isBalanced: .random(using: &generator))
            },
            stopped: maybe { .init(activity: $0.text(), start: $0.instant()) },
            heldBack: maybe {
                .init(since: $0.instant(), until: $0.maybe { $0.instant() }, silence: $0.one())
            })
    }

    mutating func balance() -> WaterBalance {
        WaterBalance(
            waterDeficit: .milliliters(.random(in: -3000...3000, using: &self)),
            electrolyteDeficit: .millimoles(.random(in: 0...300, using: &self)))
    }

    mutating func losses() -> Losses {
        Losses(
            water: .millilitersPerHour(.random(in: 0...2000, using: &self)),
            electrolytes: .millimolesPerHour(.random(in: 0...100, using: &self)))
    }

    mutating func reading(_ unit: Reading.Unit) -> Reading {
        switch unit {
        case .count, .seconds, .milligrams: Reading(Double(Int.random(in: -1000...100_000, using: &self)), unit)
        default: Reading(.random(in: -5000...5000, using: &self), unit)
        }
    }

    mutating func measure() -> Measure {
        let unit: Reading.Unit = one()
        return Measure(one(), maybe { $0.reading(unit) }, from: reading(unit))
    }

    mutating func item(_ cause: WaterAccount.Cause) -> WaterAccount.Item {
        WaterAccount.Item(cause, usual: quantity(), cautious: quantity())
    }

    mutating func account() -> WaterAccount {
        let causes: [WaterAccount.Cause] = [
            .carried, .baseline,
            .workout(Entry.ID(.random(in: 1...9999, using: &self)), activity: text(), air: quantity()),
            .heat(air: quantity()), .caffeine, .urine, .unlogged, .drinks(count: .random(in: 1...99, using: &self)),
        ]
        return WaterAccount(since: instant(), items: causes.map { item($0) })
    }

    mutating func explanation() -> Explanation {
        var explanation = Explanation(
            standing: one(), at: instant(), lower: balance(), median: balance(), losses: losses(),
            intakeToday: quantity(), targetToday: quantity())
        explanation.reminder = maybe { $0.reminder() }
        explanation.guideline = maybe { $0.one() }
        explanation.others = [one(), one()]
        explanation.trigger = maybe { $0.one() }
        explanation.measures = [measure(), measure()]
        explanation.silence = maybe { $0.one() }
        explanation.nextChange = maybe { $0.instant() }
        explanation.account = maybe { $0.account() }
        explanation.threshold = maybe { $0.quantity() }
        explanation.thirstAt = maybe { $0.instant() }
        explanation.baselineRate = maybe { $0.quantity() }
        explanation.sweatRate = maybe { $0.quantity() }
        explanation.proposal = maybe { $0.quantity() }
        explanation.isTotal = .random(using: &self)
        explanation.withElectrolytes = .random(using: &self)
        explanation.workout = maybe { Entry.ID(.random(in: 1...9999, using: &$0)) }
        explanation.electrolyteLoss = maybe { $0.quantity() }
        explanation.glass = maybe { .init(volume: $0.quantity(), nextAt: $0.maybe { $0.instant() }) }
        explanation.last = maybe { .init($0.reminder(), at: $0.instant()) }
        explanation.enabled = [one(), one()]
        explanation.sources = [Source(document: text(), title: text())]
        explanation.units = one()
        return explanation
    }

    mutating func guidelineStanding() -> GuidelineStanding {
        GuidelineStanding(
            guideline: one(), isEnabled: .random(using: &self), isMuted: .random(using: &self), at: instant(),
            measures: [measure(), measure()], nextAt: maybe { $0.instant() }, mass: quantity(), units: one())
    }

    mutating func status() -> ControlStatus {
        ControlStatus(
            version: text(), balance: .init(at: instant(), balance: balance(), losses: losses()),
            nextReminder: maybe {
                .init(
                    id: $0.reminder(), guideline: $0.one(), at: $0.instant(),
                    volume: $0.maybe { .milliliters(.random(in: 1...500, using: &$0)) })
            },
            thirstAt: maybe { $0.instant() },
            activeWorkout: maybe { .init(activity: $0.text(), start: $0.instant(), expectedEnd: $0.instant()) },
            climate: .init(
                readAt: maybe { $0.instant() }, air: quantity(), humidity: quantity(), wind: quantity()),
            intakeToday: quantity(), targetToday: quantity(), pausedUntil: maybe { $0.instant() }, heatLevel: one(),
            presence: one(), units: one(), notices: [.diaryUnavailable(one()), .untrustedProfile, .healthUnchecked])
    }
}
