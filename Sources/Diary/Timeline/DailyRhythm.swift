// SPDX-License-Identifier: Apache-2.0

/// When a person gets up, goes to bed and eats.
public struct DailyRhythm: Hashable, Sendable {
    public var wake = LocalTime(hour: 7)
    /// May come before `wake` on the clock (23:00) or after it (08:00, for a night shift that gets up at 16:00).
    public var bed = LocalTime(hour: 23)
    /// Saturdays and Sundays; nil keeps the other days' time.
    public var weekendWake: LocalTime?
    public var weekendBed: LocalTime?
    /// Meals that are assumed when none is logged near them.
    public var meals = [LocalTime(hour: 8), LocalTime(hour: 13), LocalTime(hour: 19)]
    /// The zone these times are meant in; nil is the system's.
    public var zone: String?

    public init() {}
}
