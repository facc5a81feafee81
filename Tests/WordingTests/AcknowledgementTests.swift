// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Testing

@testable import Wording

@Suite("What a logged change is answered with")
struct AcknowledgementTests {
    private let now = Sample.at(14)
    private let standing = Standing(
        intakeToday: .milliliters(1250), targetToday: .liters(2), nextAt: Sample.at(15, 43))

    private func text(_ change: Change, _ warnings: [IntakeWarning] = [], in idiom: Idiom = Sample.metric) -> String {
        var standing = standing
        standing.warnings = warnings
        return Acknowledgement.text(change, standing, now: now, in: idiom)
    }

    @Test("A drink: what was logged, how the day stands, what comes, how to undo it")
    func drink() {
        #expect(
            text(.drink(.milliliters(250), beverage: "sports-drink", at: now)) == """
                Logged 250 ml of sports drink.
                Today: 1.25 of 2 l.
                Next reminder about 15:45.
                Undo: hydratectl undo
                """)
        #expect(
            text(.drink(.milliliters(250), beverage: "coffee", at: Sample.at(13, 5)), in: Sample.us) == """
                Logged 8 fl oz of coffee at 13:05.
                Today: 42 of 68 fl oz.
                Next reminder about 15:45.
                Undo: hydratectl undo
                """)
    }

    @Test("More than a body can deal with is answered with the warning and its signs, once")
    func warnings() {
        let drink = Change.drink(.liters(1), beverage: "water", at: now)
        for warnings in [[IntakeWarning.surplus], [.tooFast], [.largeDrink, .tooFast, .surplus]] {
            let text = text(drink, warnings)
            #expect(text.contains("please stop drinking for now"))
            #expect(text.components(of: SafetyText.signs) == 1)
        }
        #expect(text(drink, [.largeDrink]).contains("not beyond thirst"))
        #expect(!text(drink).contains("stop"))
    }

    @Test("A workout: what to carry, when, and whether with salts")
    func workouts() {
        let luggage = Luggage(
            volume: .milliliters(500), portion: .milliliters(150), every: .minutes(20), from: Sample.at(18, 25),
            withElectrolytes: false)
        let plan = Change.workoutPlanned(activity: "running", from: Sample.at(18), to: Sample.at(19, 30), luggage)
        #expect(
            text(plan) == """
                Planned running, 18:00 to 19:30.
                Take 500 ml: about 150 ml every 20 min from 18:25, if you want to. Salt: not needed.
                Undo: hydratectl undo
                """)
        #expect(text(plan, in: Sample.us).contains("Take 17 fl oz: about 5 fl oz every 20 min from 18:25"))
        var salty = luggage
        salty.withElectrolytes = true
        #expect(
            text(.workoutStarted(activity: "running", at: now, salty)).contains("With salts, such as a sports drink."))
        #expect(
            text(.workoutStarted(activity: "yoga", at: now, Luggage(volume: .zero))).contains(
                "No drink is needed on the way. In heat have some water with you all the same."))
        #expect(
            text(.workoutStarted(activity: "yoga", at: now, Luggage(volume: .milliliters(500)))).contains(
                "Take 500 ml, if you want to."))
        #expect(
            text(.workoutStopped(activity: "running", from: Sample.at(13, 10), at: now)).hasPrefix(
                "Stopped running, after 50 min."))
        #expect(text(.workoutStopped(activity: nil, from: nil, at: now)).hasPrefix("Stopped the workout."))
        #expect(
            text(.workoutAdded(activity: "trail-running", from: Sample.at(12), to: Sample.at(13))).hasPrefix(
                "Logged trail running, 12:00 to 13:00."))
    }

    @Test("Everything else, in a line")
    func others() {
        let climate = Climate(air: .celsius(31), humidity: .percent(70), sun: .full)
        let cases: [(Change, String, String)] = [
            (
                .climate(ClimateReading(climate: climate), at: now), "Logged 31 °C, 70 %, in the sun.",
                "Logged 88 °F, 70 %, in the sun."
            ),
            (
                .bodyMass(.kilograms(72.4), .after, at: now), "Logged 72.4 kg after the workout.",
                "Logged 160 lb after the workout."
            ),
            (
                .meal(at: Sample.at(13, day: 14)), "Logged a meal yesterday at 13:00.",
                "Logged a meal yesterday at 13:00."
            ),
            (.stretch(at: now), "Logged a stretch.", "Logged a stretch."),
            (
                .cramp(Cramp(muscle: .calf, side: .left, severity: .severe), at: now),
                "Logged a severe cramp (left calf).",
                "Logged a severe cramp (left calf)."
            ),
            (.undone(.drink), "Took back the last entry: a drink.", "Took back the last entry: a drink."),
            (
                .takenBack(.bodyMass(.kilograms(72), .plain), at: Sample.at(13)), "Took back 72 kg at 13:00.",
                "Took back 159 lb at 13:00."
            ),
            (.snoozed(until: Sample.at(14, 45)), "Snoozed until 14:45.", "Snoozed until 14:45."),
            (.resumed, "Reminders are back.", "Reminders are back."),
            (.answered(.later), "I will ask again later.", "I will ask again later."),
        ]
        for (change, metric, us) in cases {
            #expect(Acknowledgement.lines(change, standing, now: now, in: Sample.metric).first == metric)
            #expect(Acknowledgement.lines(change, standing, now: now, in: Sample.us).first == us)
        }
        #expect(text(.paused(until: Sample.at(8, day: 16))).hasPrefix("Paused until tomorrow 08:00."))
        #expect(text(.paused(until: now)).contains("Sooner: hydratectl resume"))
        #expect(text(.cramp(Cramp(muscle: .calf), at: now)).contains("get medical help now"))
        #expect(
            text(.injury(Injury(muscle: .calf, side: .both), at: now)).hasPrefix(
                "Logged an injury (calf, both sides).\nNo massage"))
        #expect(!text(.undone(.drink)).contains("Undo:"))
    }
}

extension String {
    /// How often `part` stands in the text.
    func components(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}
