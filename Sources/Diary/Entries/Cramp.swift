// SPDX-License-Identifier: Apache-2.0

/// A cramp, as the person describes it.
public struct Cramp: Hashable, Sendable {
    public enum Side: String, CaseIterable, Sendable { case unspecified, left, right, both }
    public enum Severity: String, CaseIterable, Sendable { case ordinary, severe }

    public var muscle: Muscle
    public var side: Side
    public var severity: Severity

    public init(muscle: Muscle, side: Side = .unspecified, severity: Severity = .ordinary) {
        self.muscle = muscle
        self.side = side
        self.severity = severity
    }
}

/// An injury of a leg, as the person describes it: no massage for the first two days.
public struct Injury: Hashable, Sendable {
    public var muscle: Muscle
    public var side: Cramp.Side
    public var severity: Cramp.Severity

    public init(muscle: Muscle, side: Cramp.Side = .unspecified, severity: Cramp.Severity = .ordinary) {
        self.muscle = muscle
        self.side = side
        self.severity = severity
    }
}

/// The muscles of the leg that people name when they cramp.
public enum Muscle: String, CaseIterable, Sendable {
    case calf, thigh, hamstring, foot, toes, shin, hip, other
}
