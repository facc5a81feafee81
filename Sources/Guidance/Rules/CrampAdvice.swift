// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What a cramp gives reason to raise: said in the cramp's own bubble, or by itself where that has passed. Several share
/// one.
struct CrampAdvice: Rule {
    let guideline: GuidelineID
    /// At most once in so long.
    let every: Duration
    /// Whether this cramp, the last one, gives reason to.
    let isDue: @Sendable (Recollection.CrampLogged, Situation) -> Bool

    /// Whoever was away when it fell due hears it when they are back.
    static let latest = Duration.days(2)

    func proposal(in situation: Situation) -> Proposal? {
        guard let last = situation.recollection.latestCramp, situation.at - last.loggedAt < Self.latest,
            isDue(last, situation)
        else { return nil }
        // What a workout brought on is said each time: this workout is the one to shorten.
        let cadence: Proposal.Cadence =
            guideline == .overExertion && situation.workout(during: last.at) != nil
            ? .slot(cause: last.at, slot: 0) : .seldom(cause: last.at, every: every)
        return Proposal(guideline, .crampAdvice, cadence, .crampAdvice, in: situation)
    }

    static let all: [CrampAdvice] = [
        CrampAdvice(guideline: .seeADoctorOften, every: .days(14)) { _, situation in
            guard !situation.crampsRecur else { return true }
            return situation.cramps(within: .days(7)).filter { situation.isNight(at: $0.at) }.count >= 2
        },
        CrampAdvice(guideline: .seeADoctorOneSided, every: .days(14)) { _, situation in
            let sides = situation.cramps(within: .days(60)).map(\.cramp.side).filter { $0 != .unspecified }
            return sides.count >= 3 && (sides.allSatisfy { $0 == .left } || sides.allSatisfy { $0 == .right })
        },
        CrampAdvice(guideline: .medicineAndPotassium, every: .days(30)) { _, situation in
            situation.configuration.health.salt.contains(.bloodPressureMedicine)
        },
        CrampAdvice(guideline: .conditionAndCramps, every: .days(30)) { _, situation in
            !situation.configuration.health.cramp.isEmpty && situation.crampsRecur
        },
        CrampAdvice(guideline: .spineWalkBent, every: .days(30)) { _, situation in
            situation.configuration.health.cramp.contains(.spine)
        },
        CrampAdvice(guideline: .overExertion, every: .days(7)) { last, situation in
            situation.workout(during: last.at) != nil
                || situation.crampsRecur && situation.hardDaysInARow >= 2
        },
    ]
}
