// SPDX-License-Identifier: Apache-2.0

/// The metabolic rate of running, walking and cycling on the level at any speed, between the rows of the 2024
/// Adult Compendium of Physical Activities.
///
/// A row that names a range of speeds stands at its middle; between rows it is linear, below the first it goes
/// linearly to rest (1 MET at 0), beyond the last it grows with the speed. The interpolation is a choice of this
/// project.
enum CompendiumSpeed {
    /// Miles per hour and MET of each row, by rising speed; empty for what has no speed.
    private static func rows(_ locomotion: Locomotion) -> [(mph: Double, met: Double)] {
        switch locomotion {
        case .running: running
        case .walking: walking
        case .cycling: cycling
        case .other: []
        }
    }

    private static let running: [(mph: Double, met: Double)] = [
        (4.1, 6.5), (4.55, 7.8), (5.1, 8.5), (5.65, 9.0), (6.15, 9.3), (6.7, 10.5), (7, 11), (7.5, 11.8), (8, 12),
        (8.6, 12.5), (9, 13), (10, 14.8),
    ]
    private static let walking: [(mph: Double, met: Double)] = [
        (2.2, 2.8), (2.5, 3.0), (3.1, 3.8), (3.7, 4.8), (4.2, 5.5),
    ]
    // The open ends of the table, "below 10" and "above 20 mph", stand at 9 and 21.
    private static let cycling: [(mph: Double, met: Double)] = [
        (9, 4.0), (10.95, 6.8), (12.95, 8), (14.95, 10), (17.5, 12), (21, 16.8),
    ]

    /// The metabolic rate at `speed`; nil for what has no rows, and at a speed that is not above zero.
    static func met(of locomotion: Locomotion, at speed: Speed) -> MetabolicEquivalent? {
        let rows = rows(locomotion)
        let mph = speed.milesPerHour
        guard let first = rows.first, let last = rows.last, mph > 0, mph.isFinite else { return nil }
        if mph >= last.mph { return .met(min(last.met * mph / last.mph, 100)) }
        var lower = (mph: 0.0, met: 1.0)
        if mph >= first.mph {
            for row in rows where row.mph <= mph { lower = row }
        }
        guard let upper = rows.first(where: { $0.mph > mph }) else { return .met(last.met) }
        let share = (mph - lower.mph) / (upper.mph - lower.mph)
        return .met(lower.met + share * (upper.met - lower.met))
    }
}
