// SPDX-License-Identifier: Apache-2.0

/// An activity of the 2024 Adult Compendium of Physical Activities (Herrmann 2024).
public struct Activity: Hashable, Sendable {
    /// The Compendium's code, five digits; "sauna" for the one that is none of its.
    public let code: String
    /// The canonical short name, lower case, words joined by hyphens.
    public let name: String
    /// The name as a heading.
    public let title: String
    /// Other names.
    public let aliases: [String]
    public let easy: MetabolicEquivalent
    /// The Compendium's value of `code`.
    public let moderate: MetabolicEquivalent
    public let hard: MetabolicEquivalent
    /// What people wear for it (from memory, not checked against the source).
    public let clothing: Clothing
    /// How wind and own speed combine.
    public let airSpeed: AirSpeed
    /// The speed people have in it, for the air they feel; nil on the spot.
    public let typicalSpeed: Speed?
    public let setting: Effort.Setting
    public let locomotion: Locomotion

    /// Whether it takes place in water.
    public var isSwim: Bool { setting == .water }

    /// The metabolic rate at an intensity.
    public func met(at intensity: Intensity) -> MetabolicEquivalent {
        switch intensity {
        case .easy: easy
        case .moderate: moderate
        case .hard: hard
        }
    }
}

/// Text that names no activity, or several.
public struct UnknownActivity: Error, Hashable, Sendable {
    /// The text as given.
    public let input: String
    /// Names that it may have meant, the nearest first.
    public let nearest: [String]
}
