// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
import Physiology

extension Bubble {
    /// The one bubble of the first start: that hydrated runs, on what it relies for want of better, and how that is
    /// changed. It has no button: there is nothing to answer.
    ///
    /// - Parameter configuration: the one in force, on which nobody has said a word about their health.
    public static func greeting(_ configuration: Configuration, in idiom: Idiom) -> Bubble {
        let (mass, day) = (configuration.profile.mass.formatted(idiom.units), configuration.day)
        let health = configuration.health
        let isWell = health.fluid.isEmpty && health.dailyLimit == nil
        return Bubble(
            summary: "hydrated is running",
            body: [
                "For now it goes by \(mass), up from \(day.wake.text) to \(day.bed.text)"
                    + (isWell ? ", and no doctor who limits what you drink." : "."),
                "A minute in a terminal makes it yours: hydratectl setup",
                "If you have heart, kidney or liver disease or are pregnant, please do that first.",
            ].joined(separator: "\n"),
            buttons: [], isCritical: false)
    }
}
