// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Much plain water has gone in while sweating, or the blood's sodium nears its limit: salts in what comes next.
struct NoWaterAlone: Rule {
    let guideline = GuidelineID.noWaterAlone

    static let much = Volume.liters(1.5)
    static let window = Duration.hours(4)
    /// At rest salts are worth a word once this much is missing (physiology, section 7).
    private static let leastAtRest = Amount.millimoles(30)
    /// One above the limit at which drinking stops.
    static let low = Concentration.millimolesPerLiter(138)

    func proposal(in situation: Situation) -> Proposal? {
        let sweat = situation.course.node(at: situation.at).segment.sweat.median.water
        guard situation.workout != nil || sweat > .zero && situation.median.electrolyteDeficit >= Self.leastAtRest,
            ElectrolyteNeed.allowsSalts(situation.configuration, situation.body),
            let cause = situation.workout?.start ?? situation.day?.wake
        else { return nil }
        let plain = situation.history.plainWater(in: Self.window, endingAt: situation.at)
        let sodium = PlasmaSodium.predicted(for: situation.lower, in: situation.body).concentration
        guard plain > Self.much || sodium < Self.low else { return nil }
        var proposal = Proposal(guideline, .electrolytes, .slot(cause: cause, slot: 0), .plainWater, in: situation)
        proposal.withElectrolytes = true
        proposal.workout = situation.workout
        return proposal
    }

    func changes(after situation: Situation) -> [Instant] {
        situation.crossings(.median, of: .electrolyteDeficit(Self.leastAtRest))
    }
}
