// SPDX-License-Identifier: Apache-2.0

/// The kinds of moving that have equations of their own.
public enum Locomotion: String, CaseIterable, Hashable, Sendable {
    case running, walking, cycling
    /// Everything else.
    case other
}

/// Steady-state oxygen uptake by the equations of the American College of Sports Medicine (Guidelines for Exercise
/// Testing and Prescription), in ml/(kg·min), with the speed S in m/min and the grade G as a fraction.
public enum MetabolicEquation {
    /// Walking: 3.5 + 0.1·S + 1.8·S·G. Valid for 50 to 100 m/min (3 to 6 km/h) and grades from 0 up.
    public static func walking(speed: Speed, grade: Double) -> MetabolicEquivalent {
        let meters = perMinute(speed)
        return met(3.5 + 0.1 * meters + 1.8 * meters * uphill(grade))
    }

    /// Running: 3.5 + 0.2·S + 0.9·S·G. Valid above 134 m/min (8 km/h) and grades from 0 up; reads about a tenth above
    /// the 2024 Compendium, which is preferred for that reason.
    public static func running(speed: Speed, grade: Double) -> MetabolicEquivalent {
        let meters = perMinute(speed)
        return met(3.5 + 0.2 * meters + 0.9 * meters * uphill(grade))
    }

    /// Leg cycling: 7 + 10.8·W/m. Valid for 50 to 200 W.
    public static func cycling(power: Power, mass: Mass) -> MetabolicEquivalent {
        guard power > .zero, power.isFinite, mass > .zero, mass.isFinite else { return met(7) }
        return met(7 + 10.8 * power.watts / mass.kilograms)
    }

    /// The heat set free: 20.6 J per ml of oxygen, 1.20 W per kg and MET.
    ///
    /// One MET here is 3.5 ml of oxygen per kg and minute, not the 58.15 W/m² of ASHRAE, which would overstate the
    /// heat by about a quarter.
    public static func heat(of met: MetabolicEquivalent, mass: Mass) -> Power {
        .watts(20.6 / 60 * 3.5 * met.met * mass.kilograms)
    }

    private static func met(_ uptake: Double) -> MetabolicEquivalent {
        .met(min(max(uptake, 0) / 3.5, 100))
    }

    private static func perMinute(_ speed: Speed) -> Double {
        speed.isFinite ? min(max(0, speed.metersPerSecond), 100) * 60 : 0
    }

    /// The equations are not valid downhill, which counts as level.
    private static func uphill(_ grade: Double) -> Double { grade.isFinite ? min(max(0, grade), 1) : 0 }
}
