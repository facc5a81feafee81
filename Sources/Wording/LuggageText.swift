// SPDX-License-Identifier: Apache-2.0

import Physiology

/// What to take along, in a sentence or two.
enum LuggageText {
    /// The forecast may be wrong, and the day hotter than anybody said.
    private static let nothing = "No drink is needed on the way. In heat have some water with you all the same."

    /// "Take 500 ml: about 150 ml every 20 min from 18:25, if you want to. Salt: not needed."
    static func sentence(_ luggage: Luggage, now: Instant, in idiom: Idiom) -> String {
        guard luggage.volume > .zero else { return nothing }
        var text = "Take \(idiom.volume(luggage.volume))"
        if let portion = luggage.portion, let every = luggage.every {
            text += ": about \(idiom.volume(portion)) every \(idiom.duration(every))"
            if let from = luggage.from { text += " from \(idiom.time(from, now: now))" }
        }
        text += ", if you want to."
        switch luggage.withElectrolytes {
        case true: text += " With salts, such as a sports drink."
        case false: text += " Salt: not needed."
        case nil: break
        }
        return text
    }
}
