// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A cramp that was just logged: the steps at once, ten minutes later the question whether it has let go, and what is
/// left to try. The person began it, so that neither the hour nor the gap holds it back.
struct CrampAtHand: Rule {
    let guideline = GuidelineID.crampStopAndStretch
    /// Each step has its own switch.
    let isOnByItself = true

    /// A cramp that was over long before it was written down needs no steps.
    private static let latest = Duration.minutes(30)
    static let untilQuestion = Duration.minutes(10)
    static let longest = Duration.hours(1)
    /// A few sips: enough to see, too little to harm.
    private static let water = Volume.milliliters(200)

    /// How far things have come. The raw value is the slot of its bubble.
    enum Stage: Int {
        case steps, question, stillThere, urgent, stillHurts

        var trigger: Reason.Trigger {
            switch self {
            case .steps: .cramp
            case .question: .crampFollowUp
            case .stillThere, .urgent: .crampStillThere
            case .stillHurts: .crampStillHurts
            }
        }
    }

    func proposal(in situation: Situation) -> Proposal? {
        guard let logged = situation.recollection.latestCramp, let stage = Self.stage(of: logged, in: situation) else {
            return nil
        }
        let steps = Self.steps(at: stage, of: logged, in: situation)
        // With all relief switched off the signs alone would say nothing of this cramp.
        guard let first = steps.first, stage == .urgent || Catalogue[first].topic != .safety else { return nil }
        var proposal = Proposal(
            first, .cramp, .slot(cause: logged.at, slot: stage.rawValue), stage.trigger, in: situation)
        proposal.others = Array(steps.dropFirst())
        proposal.isCritical = stage == .urgent
        if steps.contains(.crampWaterFirst) {
            proposal.drink = (Self.water, situation.isAwayFromDesk ? .total : .drink)
            proposal.isDrinkOptional = true
        }
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let logged = situation.recollection.latestCramp else { return [] }
        return [logged.loggedAt + Self.untilQuestion, logged.loggedAt + Self.longest]
    }

    /// Nil when there is nothing left to say of this cramp.
    private static func stage(of logged: Recollection.CrampLogged, in situation: Situation) -> Stage? {
        let age = situation.at - logged.loggedAt
        guard logged.loggedAt - logged.at <= latest, age >= .zero, age < longest else { return nil }
        func answer(to stage: Stage) -> ReminderAnswer? {
            let slot = "@\(logged.at.seconds).\(stage.rawValue)"
            return situation.history.words.last { $0.reminder.id.text.hasSuffix(slot) && $0.answer != nil }?.answer
        }
        switch (answer(to: .question), answer(to: .stillThere)) {
        case (_, .no): return .urgent
        case (_, .stillHurts), (.stillHurts, nil): return .stillHurts
        case (.no, nil): return .stillThere
        case (nil, nil): return age < untilQuestion ? .steps : .question
        default: return nil
        }
    }

    /// What may help at this point, in the order in which it is said.
    private static func steps(
        at stage: Stage, of logged: Recollection.CrampLogged, in situation: Situation
    ) -> [GuidelineID] {
        let isSevere = logged.cramp.severity == .severe
        let isInWater = situation.workout(during: logged.at)?.activity.isSwim ?? false
        let allowsHeat = situation.allowsHeatAndCold
        var steps: [GuidelineID] = []
        switch stage {
        case .steps where isInWater: steps = [.crampInWater, .crampBreathe]
        case .steps:
            steps = [.crampStopAndStretch]
            if logged.cramp.muscle == .calf { steps.append(.crampToesTowardYou) }
            steps.append(.crampBreathe)
            if situation.isNight(at: logged.at) { steps.append(.crampStandAndLoad) }
            if DrinkingLimits.allowsVolumes(situation.configuration, situation.body) { steps.append(.crampWaterFirst) }
            if isSevere, allowsHeat { steps.append(.crampCold) }
        case .question: steps = [.crampStopAndStretch]
        case .stillThere:
            if ElectrolyteNeed.allowsSalts(situation.configuration, situation.body),
                situation.course.surplus(at: situation.at) == nil
            {
                steps.append(.crampThenSalts)
            }
            steps.append(.crampStandAndLoad)
            // Rubbing belongs to both.
            if allowsHeat, !situation.isInjured { steps += [.crampHeat, .crampPinch] }
            if isSevere, allowsHeat { steps.append(.crampCold) }
        case .urgent: break
        case .stillHurts:
            if isSevere { steps.append(.seeADoctorSevere) }
            if allowsHeat { steps.append(.crampCold) }
        }
        let guidance = situation.configuration.guidance
        steps = steps.filter { guidance.allows(Catalogue[$0]) }
        if stage == .steps || stage == .stillThere, situation.isInjured { steps.append(.crampNoMassageIfInjured) }
        return steps + [.crampUrgentSigns]
    }
}
