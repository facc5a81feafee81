// SPDX-License-Identifier: Apache-2.0

/// When caffeine costs water.
///
/// Coffee and tea count fully (habitual drinkers at 4 mg/kg a day lose nothing, Killer 2014; 3 mg/kg at once nothing,
/// 6 mg/kg 257 ml in 3 h, Seal 2017). What goes beyond 300 mg within 3 h at rest costs 1 ml per mg (a choice of this
/// project); with exercise nothing (Zhang 2015).
public enum CaffeineRule {
    /// The time over which doses add up.
    public static let window: Duration = .hours(3)
    /// The dose without effect.
    public static let threshold: Mass = .milligrams(300)

    /// The additional urine that `dose` brings at rest, with `earlier` taken within ``window`` before it.
    public static func waterLost(to dose: Mass, after earlier: Mass = .zero) -> Volume {
        urine(earlier + max(.zero, dose)) - urine(earlier)
    }

    private static func urine(_ caffeine: Mass) -> Volume {
        guard caffeine.isFinite else { return .zero }
        return .milliliters(max(0, (caffeine - threshold).milligrams))
    }
}
