// SPDX-License-Identifier: Apache-2.0

public import Guidance
public import Physiology

/// How things stand after a change, as every change is answered with: from a plan, or from the bus.
public struct Standing: Hashable, Sendable {
    public var intakeToday: Volume
    public var targetToday: Volume
    /// When the next reminder would come; nil when none is in sight.
    public var nextAt: Instant?
    public var warnings: [IntakeWarning]
    /// What a silence that has just ended held back; nil when it was nothing.
    public var heldBack: Held?

    public init(
        intakeToday: Volume, targetToday: Volume, nextAt: Instant?, warnings: [IntakeWarning] = [],
        heldBack: Held? = nil
    ) {
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.nextAt = nextAt
        self.warnings = warnings
        self.heldBack = heldBack
    }

    public init(_ plan: Plan) {
        self.init(
            intakeToday: plan.intakeToday, targetToday: plan.targetToday, nextAt: plan.coming?.at,
            warnings: plan.warnings)
    }
}

/// What to take along to a workout: from the planner, or from the bus.
public struct Luggage: Hashable, Sendable {
    /// All of it; zero when nothing is needed.
    public var volume: Volume
    /// How much at once, and how often; nil when the bus does not say.
    public var portion: Volume?
    public var every: Duration?
    /// When to begin.
    public var from: Instant?
    public var withElectrolytes: Bool?

    public init(
        volume: Volume, portion: Volume? = nil, every: Duration? = nil, from: Instant? = nil,
        withElectrolytes: Bool? = nil
    ) {
        self.volume = volume
        self.portion = portion
        self.every = every
        self.from = from
        self.withElectrolytes = withElectrolytes
    }

    public init(_ provision: Provision) {
        self.init(
            volume: provision.carry, portion: provision.portion, every: provision.every, from: provision.from,
            withElectrolytes: provision.withElectrolytes)
    }
}
