// SPDX-License-Identifier: Apache-2.0

/// The sex that reference values of water need are given for.
public enum Sex: String, CaseIterable, Hashable, Sendable {
    case unspecified, female, male
}

/// What a person says about themselves, as far as the model of water asks.
///
/// The defaults are those of a person who has said nothing. Any value may stand here: ``Body`` moves
/// what is outside of human range into it, and a door that reads user input refuses it first.
public struct Profile: Hashable, Sendable {
    /// Body mass.
    public var mass: Mass = .kilograms(70)
    /// Standing height.
    public var height: Length = .centimeters(170)
    /// Sex, as far as reference values depend on it.
    public var sex: Sex = .unspecified
    /// Calendar year of birth; nil means an adult under 65.
    public var birthYear: Int?
    /// Whether pregnant: drinks for pregnancy, and no sweat model.
    public var isPregnant = false
    /// Whether breastfeeding: 700 ml a day more.
    public var isBreastfeeding = false
    /// Whether used to exercise in heat, so that sweat is less salty.
    public var isAcclimatised = false
    /// Whether sweat leaves salt crusts on skin or clothes.
    public var hasSaltySweat = false

    public init() {}
}
