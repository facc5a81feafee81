// SPDX-License-Identifier: Apache-2.0

import Physiology

/// Something that changes the balance at once.
struct Dose: Hashable, Sendable {
    let at: Instant
    let kind: Kind

    enum Kind: Hashable, Sendable {
        /// Getting up: both runs restart together, with what a night can explain (physiology, section 10).
        case wake
        case meal
        case drink(Sip)
    }

    /// A drink, as far as the balance is concerned.
    struct Sip: Hashable, Sendable {
        let volume: Volume
        let waterFraction: Double
        let electrolytes: Amount
        let caffeine: Mass

        init(_ drink: Drink) {
            volume = drink.volume
            waterFraction = drink.waterFraction
            electrolytes = drink.electrolytes
            caffeine = .milligrams(drink.caffeine.milligramsPerLiter * drink.volume.liters)
        }
    }

    /// What comes first of two at the same instant.
    private var rank: Int {
        switch kind {
        case .wake: 0
        case .meal: 1
        case .drink: 2
        }
    }

    static func precedes(_ one: Dose, _ other: Dose) -> Bool { (one.at, one.rank) < (other.at, other.rank) }
}
