// SPDX-License-Identifier: Apache-2.0

/// What the service manager says of a unit, in its own words.
public struct UnitState: Hashable, Sendable {
    /// Such as `loaded`, `not-found` or `masked`.
    public var load: String
    /// Such as `inactive`, `activating` or `failed`.
    public var active: String
    /// Such as `dead` or `auto-restart`.
    public var sub: String
    /// Such as `success`, `exit-code` or `start-limit-hit`.
    public var result: String

    public init(load: String, active: String, sub: String, result: String) {
        self.load = load
        self.active = active
        self.sub = sub
        self.result = result
    }
}
