// SPDX-License-Identifier: Apache-2.0

public import Physiology

extension BalanceCourse {
    /// A stretch in which more has gone in than was lost, beyond what is harmless (physiology, section 5, rule 4).
    public struct Surplus: Hashable, Sendable {
        /// The drink that began it.
        public let since: Instant
        /// The lowest water deficit since then.
        public let worst: Volume

        /// Once begun it stands until nothing of it is left.
        func stillStands(_ balance: WaterBalance, in body: Body) -> Bool {
            balance.waterDeficit < .zero || balance.isHarmfulSurplus(in: body)
        }
    }

    /// Since when, at `instant`, more has gone in than was lost; nil when that is made up.
    public func surplus(at instant: Instant) -> Surplus? {
        let node = node(at: instant)
        return node.surplus.flatMap { $0.stillStands(runs(at: instant).lower, in: body) ? $0 : nil }
    }

    /// When the surplus that stands at `start` is made up if nothing more is drunk; nil when there is none, or not
    /// before `end`.
    public func endOfSurplus(after start: Instant, until end: Instant) -> Instant? {
        guard surplus(at: start) != nil else { return nil }
        var standing = start
        for node in nodes(from: start, to: end) where node.at > start && node.surplus != nil { standing = node.at }
        let next = nodes(from: standing, to: end).first { $0.at > standing }?.at ?? end
        guard surplus(at: next) == nil else { return nil }
        // What is left only shrinks on the way; the end is found to the microsecond.
        var (low, high) = (standing.microseconds, next.microseconds)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if surplus(at: Instant(microseconds: middle)) == nil { high = middle } else { low = middle }
        }
        return Instant(microseconds: high)
    }
}

extension WaterBalance {
    /// E below −1 % of body mass, or predicted plasma sodium below 137 mmol/L.
    func isHarmfulSurplus(in body: Body) -> Bool {
        waterDeficit.liters < -0.01 * body.mass.kilograms
            || PlasmaSodium.predicted(for: self, in: body).concentration < .millimolesPerLiter(137)
    }
}
