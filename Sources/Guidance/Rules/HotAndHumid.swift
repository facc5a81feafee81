// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// A reading that rises to warm or hot: once a day for each level.
struct HotAndHumid: Rule {
    let guideline = GuidelineID.hotAndHumid

    func proposal(in situation: Situation) -> Proposal? {
        guard let reading = situation.timeline.climate.reading(at: situation.at), let day = situation.day,
            DrinkingLimits.allowsVolumes(situation.configuration, situation.body)
        else { return nil }
        let levels = HeatLevel.allCases
        guard let level = levels.firstIndex(of: reading.reading.climate.heatLevel), level > 0 else { return nil }
        // Cooling down from hot to warm is no news.
        let isNews = !levels.indices.contains {
            $0 > level && situation.recollection.hasSaid(guideline, cause: day.wake, slot: $0)
        }
        guard isNews else { return nil }
        return Proposal(guideline, .heat, .slot(cause: day.wake, slot: level), .heat, in: situation)
    }
}
