// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

extension Settings {
    /// Every key there is, in the order of `hydrated.conf`.
    public static let keys: [SettingsKey] =
        profile + health + day + quiet + surroundings + beverage + guidance

    private static let profile: [SettingsKey] = [
        SettingsKey(
            .profile, "Mass", "70kg",
            .quantity("70kg or 154lb, from 25 to 250kg", in: .kilograms(25)...(.kilograms(250))), \.profile.mass),
        SettingsKey(
            .profile, "Height", "170cm",
            .quantity("170cm or 5ft7in, from 100 to 230cm", in: .centimeters(100)...(.centimeters(230))),
            \.profile.height),
        SettingsKey(.profile, "Sex", "unspecified", .word(), \.profile.sex),
        SettingsKey(.profile, "BirthYear", unset: .year, \.profile.birthYear),
        SettingsKey(.profile, "Pregnant", "no", .flag, \.profile.isPregnant),
        SettingsKey(.profile, "Breastfeeding", "no", .flag, \.profile.isBreastfeeding),
        SettingsKey(.profile, "Acclimatised", "no", .flag, \.profile.isAcclimatised),
        SettingsKey(.profile, "SaltySweat", "no", .flag, \.profile.hasSaltySweat),
    ]

    private static let health: [SettingsKey] =
        [SettingsKey(.health, "Checked", "no", .flag, \.health.isChecked)]
        + Health.FluidCondition.allCases.map { SettingsKey(.health, $0, \.health.fluid) }
        + [
            SettingsKey(
                .health, "DailyLimit",
                unset: .quantity("1.5l or 50floz, from 0.2 to 8l", in: .liters(0.2)...(.liters(8))),
                \.health.dailyLimit)
        ]
        + Health.SaltCondition.allCases.map { SettingsKey(.health, $0, \.health.salt) }
        + Health.CrampCondition.allCases.map { SettingsKey(.health, $0, \.health.cramp) }

    private static let day: [SettingsKey] = [
        SettingsKey(.day, "Wake", "07:00", .time, \.day.wake),
        SettingsKey(.day, "Bed", "23:00", .time, \.day.bed),
        SettingsKey(.day, "WeekendWake", unset: .time, \.day.weekendWake),
        SettingsKey(.day, "WeekendBed", unset: .time, \.day.weekendBed),
        SettingsKey(.day, "Meals", "08:00 13:00 19:00", .times, \.day.meals),
        SettingsKey(.day, "Zone", unset: .zone, \.day.zone),
    ]

    private static let quiet: [SettingsKey] = [
        SettingsKey(.quiet, "Hours", "", .stretches, \.quiet.stretches),
        SettingsKey(.quiet, "Days", "", .weekdays, \.quiet.days),
    ]

    private static let surroundings: [SettingsKey] = [
        SettingsKey(.climate, "Indoor", "22C 50%", .room, \.indoor),
        SettingsKey(
            .reminders, "Cup", "250ml",
            .quantity("250ml or 8floz, from 50 to 1000ml", in: .milliliters(50)...(.milliliters(1000))),
            \.reminders.cup),
        SettingsKey(
            .reminders, "Gap", "30min", .duration("30min, from 10min to 4h", in: .minutes(10)...(.hours(4))),
            \.reminders.gap),
        SettingsKey(
            .reminders, "Move", "50min", .duration("50min, from 10min to 4h", in: .minutes(10)...(.hours(4))),
            \.reminders.move),
        SettingsKey(.units, "System", "metric", .word(), \.units),
    ]

    private static let guidance: [SettingsKey] =
        Catalogue.all.map {
            SettingsKey(
                switch: $0.id.rawValue, $0.isCore ? "yes" : "no", $0.topic == .safety ? .alwaysOn : .flag)
        }
        + Topic.allCases.map {
            SettingsKey(switch: $0.rawValue, "", $0 == .safety ? .alwaysOn : .flag)
        }

    private static let beverage: [SettingsKey] = [
        SettingsKey(
            drink: "Volume", .quantity("350ml or 12floz, from 20 to 2000ml", in: .milliliters(20)...(.liters(2))),
            \.serving),
        SettingsKey(drink: "Like", .beverage, \.like),
        SettingsKey(
            drink: "Sodium",
            .of(.sodium, "20mmol/l or 460mg/l, up to 500mmol/l", upTo: .millimolesPerLiter(500)), \.sodium),
        SettingsKey(
            drink: "Potassium",
            .of(.potassium, "5mmol/l or 195mg/l, up to 200mmol/l", upTo: .millimolesPerLiter(200)), \.potassium),
        SettingsKey(
            drink: "Caffeine",
            .dissolved("400mg/l, up to 5000mg/l", upTo: .milligramsPerLiter(5000)), \.caffeine),
        SettingsKey(drink: "Alcohol", .quantity("5%, up to 80%", in: .zero...(.percent(80))), \.alcohol),
        SettingsKey(drink: "Water", .share, \.waterFraction),
    ]
}
