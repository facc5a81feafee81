// SPDX-License-Identifier: Apache-2.0

/// Why a text is not the quantity it should be.
public struct QuantityError: Error, Hashable, Sendable {
    public enum Reason: Error, Hashable, Sendable {
        /// Nothing but space.
        case empty
        /// It does not begin with a number, or goes on after it in a way that no unit does.
        case notANumber
        /// A comma in a number: whether it separates decimals or thousands, only the writer knows.
        case decimalComma
        /// A power of ten, as in 1e3.
        case exponent
        /// Below zero, where that means nothing.
        case negative
        /// A number of more than twelve digits.
        case tooManyDigits
        /// A number alone, where it could mean several things.
        case missingUnit
        /// A unit that this quantity does not have.
        case unknownUnit(String)
        /// Beyond what the quantity's type holds exactly.
        case tooLarge
    }

    /// The text as given.
    public let input: String
    public let reason: Reason
    /// Forms that are accepted, as examples: "250ml, 0.25l, 25cl, 8floz or 1cup".
    public let accepted: String

    public init(input: String, reason: Reason, accepted: String) {
        self.input = input
        self.reason = reason
        self.accepted = accepted
    }
}
