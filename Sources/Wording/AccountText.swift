// SPDX-License-Identifier: Apache-2.0

import Guidance
import Physiology

/// How the water that is lacking came about, item by item.
enum AccountText {
    /// A line each, which add up to the balance as it is shown.
    static func lines(_ account: WaterAccount, in idiom: Idiom) -> [String] {
        // What is rounded is the sum so far: the rounded items then add up to the rounded balance.
        var sums = (usual: Volume.zero, cautious: Volume.zero)
        return account.items.compactMap { item in
            let before = (usual: idiom.rounded(sums.usual), cautious: idiom.rounded(sums.cautious))
            sums = (sums.usual + item.usual, sums.cautious + item.cautious)
            let usual = idiom.rounded(sums.usual) - before.usual
            let cautious = idiom.rounded(sums.cautious) - before.cautious
            guard usual != .zero || cautious != .zero else { return nil }
            let other = usual == cautious ? "" : " (\(idiom.volume(magnitude(cautious))) by the cautious estimate)"
            let sign = (usual == .zero ? cautious : usual) < .zero ? "-" : "+"
            return "\(sign) \(idiom.volume(magnitude(usual))) \(phrase(item.cause, in: idiom))\(other)"
        }
    }

    private static func magnitude(_ volume: Volume) -> Volume { max(volume, -volume) }

    private static func phrase(_ cause: WaterAccount.Cause, in idiom: Idiom) -> String {
        switch cause {
        case .carried: "short at waking"
        case .baseline: "by breath, skin and urine"
        case .workout(_, let activity, let air):
            "of sweat in \(idiom.activity(activity)) at \(idiom.temperature(air))"
        case .heat(let air): "of sweat at rest at \(idiom.temperature(air))"
        case .caffeine: "by much caffeine at once"
        case .urine: "passed as urine, of what was more than enough"
        case .unlogged: "taken as drunk and not logged: at rest nobody goes far beyond thirst"
        case .drinks(let count): "in \(count == 1 ? "one drink" : "\(count) drinks")"
        }
    }
}
