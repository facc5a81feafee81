// SPDX-License-Identifier: Apache-2.0

/// The units in which quantities are shown. Reading takes both everywhere.
public enum UnitSystem: String, CaseIterable, Hashable, Sendable {
    /// Millilitres, kilograms, degrees Celsius, kilometres.
    case metric
    /// US fluid ounces, pounds, degrees Fahrenheit, miles.
    case us
}
