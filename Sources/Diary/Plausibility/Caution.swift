// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// What is stored as it is told and answered with a warning: more drunk at once than the body can deal with.
public enum Caution: Hashable, Sendable {
    /// One drink of more than ``Caution/largeDrink``.
    case largeDrink(Volume)
    /// More than ``Caution/hourlyAlarm`` within one hour.
    case muchInOneHour(Volume)

    /// 1.5 L (physiology, section 10.8).
    public static let largeDrink = Volume.liters(1.5)
    /// 1.42 L in an hour, an alarm level and not a target (physiology, section 5).
    public static let hourlyAlarm = Volume.liters(1.42)

    /// What a drink at `at` gives cause for, beside `entries`, which are effective and do not hold it yet.
    public static func all(
        for drink: Drink, at: Instant, beside entries: some Sequence<Entry>
    ) -> [Caution] {
        var cautions: [Caution] = []
        if drink.volume > largeDrink { cautions.append(.largeDrink(drink.volume)) }
        let most = mostInOneHour(around: at, drink.volume, entries)
        if most > hourlyAlarm { cautions.append(.muchInOneHour(most)) }
        return cautions
    }

    /// The most that was drunk in any one hour that `at` lies in.
    private static func mostInOneHour(
        around at: Instant, _ volume: Volume, _ entries: some Sequence<Entry>
    ) -> Volume {
        var drinks: [(at: Instant, volume: Volume)] = [(at, volume)]
        for entry in entries where entry.at > at - .hours(1) && entry.at < at + .hours(1) {
            if case .drink(let drink) = entry.event { drinks.append((entry.at, drink.volume)) }
        }
        // The fullest hour ends with a drink.
        let hours = drinks.filter { $0.at >= at }.map { last in
            drinks.filter { $0.at <= last.at && $0.at > last.at - .hours(1) }.reduce(.zero) { $0 + $1.volume }
        }
        return hours.max() ?? volume
    }
}
