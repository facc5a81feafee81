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
        return Self.proposal(at: stage, of: logged, in: situation)
    }

    /// What is asked of the cramp at hand, by a bubble or not: who knows before the ten minutes are over may say so. Nil
    /// when nothing is.
    static func question(in situation: Situation) -> ReminderID? {
        guard let logged = situation.recollection.latestCramp, let stage = stage(of: logged, in: situation) else {
            return nil
        }
        let asked: Stage
        switch stage {
        case .steps, .question: asked = .question
        case .stillThere: asked = .stillThere
        case .urgent, .stillHurts: return nil
        }
        let slot = slot(asked, of: logged)
        if let shown = situation.recollection.said.last(where: { $0.reminder.id.text.hasSuffix(slot) }) {
            return shown.reminder.id
        }
        return proposal(at: asked, of: logged, in: situation).map {
            ReminderID($0.guideline, cause: logged.at, slot: asked.rawValue)
        }
    }

    /// Whether `reminder` is about the cramp that was written down last.
    static func isAbout(_ reminder: ReminderID, in situation: Situation) -> Bool {
        guard let logged = situation.recollection.latestCramp else { return false }
        return [Stage.question, .stillThere].contains { reminder.text.hasSuffix(slot($0, of: logged)) }
    }

    /// Whether the cramp that was written down last was not over long before.
    static func isAtHand(in situation: Situation) -> Bool {
        situation.recollection.latestCramp.map { $0.loggedAt - $0.at <= latest } ?? false
    }

    private static func proposal(
        at stage: Stage, of logged: Recollection.CrampLogged, in situation: Situation
    ) -> Proposal? {
        let steps = steps(at: stage, of: logged, in: situation)
        // With all relief switched off the signs alone would say nothing of this cramp.
        guard let first = steps.first, stage == .urgent || Catalogue[first].topic != .safety else { return nil }
        var proposal = Proposal(
            first, .cramp, .slot(cause: logged.at, slot: stage.rawValue), stage.trigger, in: situation)
        proposal.others = Array(steps.dropFirst())
        proposal.isCritical = stage == .urgent
        if steps.contains(.crampWaterFirst) {
            proposal.drink = (water, situation.isAwayFromDesk ? .total : .drink)
            proposal.isDrinkOptional = true
        }
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        guard let logged = situation.recollection.latestCramp else { return [] }
        let urgent = Self.shownUrgent(of: logged, in: situation).map { $0 + Arbiter.lifetimeOfStop }
        return [logged.loggedAt + Self.untilQuestion, logged.loggedAt + Self.longest] + [urgent].compactMap(\.self)
    }

    /// When its bubble of the signs that need help was shown; nil when it was not.
    private static func shownUrgent(of logged: Recollection.CrampLogged, in situation: Situation) -> Instant? {
        let slot = slot(.urgent, of: logged)
        return situation.recollection.said.last { $0.reminder.id.text.hasSuffix(slot) }?.at
    }

    /// Nil when there is nothing left to say of this cramp.
    private static func stage(of logged: Recollection.CrampLogged, in situation: Situation) -> Stage? {
        let age = situation.at - logged.loggedAt
        guard logged.loggedAt - logged.at <= latest, age >= .zero else { return nil }
        // The signs that need help stand for longer than anything is begun.
        if age >= longest { return shownUrgent(of: logged, in: situation) == nil ? nil : .urgent }
        func answer(to stage: Stage) -> ReminderAnswer? {
            let slot = slot(stage, of: logged)
            return situation.history.answers.last { $0.reminder.text.hasSuffix(slot) && $0.answer != nil }?.answer
        }
        switch (answer(to: .question), answer(to: .stillThere)) {
        case (_, .no): return .urgent
        case (_, .stillHurts), (.stillHurts, nil): return .stillHurts
        case (.no, nil): return .stillThere
        case (nil, nil): return age < untilQuestion ? .steps : .question
        default: return nil
        }
    }

    /// How the names of its bubbles end, whichever guideline speaks first in them.
    private static func slot(_ stage: Stage, of logged: Recollection.CrampLogged) -> String {
        "@\(logged.at.seconds).\(stage.rawValue)"
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
