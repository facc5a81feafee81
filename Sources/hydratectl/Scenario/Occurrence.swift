// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

/// Something that happened in a scenario, in words, with the balance right after it.
struct Occurrence {
    /// The raw value is what JSON says.
    enum Kind: String {
        /// The person logged something.
        case entry
        /// A bubble came.
        case reminder
        /// The person pressed its button.
        case answer
        /// It went away unanswered: it was no longer true, or another took its place.
        case withdrawn
    }

    let at: Instant
    let kind: Kind
    /// The guideline behind a bubble, its answer or its end.
    var guideline: String?
    /// What was drunk, or is proposed.
    var volume: Volume?
    /// Whether it has salts in it.
    var withElectrolytes = false
    /// What a person reads, in lines.
    var text: [String]
    /// Why a bubble came, in lines.
    var reason: [String] = []
    /// Of the run with the usual sweat rate, which every display shows; volumes are sized by the cautious one.
    let balance: WaterBalance
}

extension Occurrence {
    var surplus: Volume { max(.zero, -balance.waterDeficit) }

    /// `{"at":…,"balance":{…},"electrolytes":…,"event":…,"guideline":…,"text":…,"volume":…}`, millilitres and
    /// millimoles to a tenth.
    func json(in zone: ZoneRules) -> JSON {
        .object([
            "at": .instant(at, at: zone.offset(at:)),
            "event": .string(kind.rawValue),
            "guideline": guideline.map(JSON.string) ?? .null,
            "volume": volume.map { .tenths($0.milliliters) } ?? .null,
            "electrolytes": .boolean(withElectrolytes),
            "text": .string(text.joined(separator: "\n")),
            "balance": .object([
                "waterDeficit": .tenths(balance.waterDeficit.milliliters),
                "freeWaterDeficit": .tenths(balance.freeWaterDeficit.milliliters),
                "sodiumDeficit": .tenths(balance.electrolyteDeficit.millimoles),
                "surplus": .tenths(surplus.milliliters),
            ]),
        ])
    }
}

extension JSON {
    /// No model of a body is better than this, and a platform's last digit is not worth a difference.
    fileprivate static func tenths(_ number: Double) -> JSON {
        // Adding nothing makes a zero of what rounds to the negative one.
        .number((number * 10).rounded() / 10 + 0)
    }
}
