// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

/// Where the person stands, as lines and as JSON.
struct StatusText {
    let place: Place

    func text(_ status: ControlStatus) -> String {
        let idiom = Idiom(units: status.units, zone: place.zone)
        var lines = ["Today: \(idiom.volume(status.intakeToday)) of \(idiom.volume(status.targetToday))."]
        lines.append(balance(status, idiom))
        if let workout = status.activeWorkout {
            lines.append(
                "\(capitalised(workout.activity)) since \(idiom.time(workout.start, now: place.now)), "
                    + "until \(idiom.about(workout.expectedEnd, now: place.now)).")
        }
        lines.append(climate(status, idiom))
        if let until = status.pausedUntil {
            lines.append("Reminders are off until \(idiom.time(until, now: place.now)). Sooner: hydratectl resume")
        } else if let next = status.nextReminder {
            lines.append("Next reminder \(idiom.about(max(next.at, place.now), now: place.now)): \(what(next, idiom)).")
        } else {
            lines.append("No reminder is in sight.")
        }
        return (lines + status.notices.map(NoticeText.text)).joined(separator: "\n")
    }

    private func balance(_ status: ControlStatus, _ idiom: Idiom) -> String {
        let deficit = status.balanceNow(at: place.now).freeWaterDeficit
        let step = Volume.milliliters(50)
        let rounded = deficit.rounded(to: step)
        let state = rounded < .zero
            ? "About \(idiom.volume(-rounded)) more than you need."
            : rounded == .zero ? "In balance." : "About \(idiom.volume(rounded)) short."
        guard let thirst = status.thirstAt else { return state }
        return thirst <= place.now
            ? "\(state) Thirst is near." : "\(state) Thirst would come \(idiom.about(thirst, now: place.now))."
    }

    private func climate(_ status: ControlStatus, _ idiom: Idiom) -> String {
        let climate = status.climate
        let air = "\(climate.air.formatted(idiom.units)), \(climate.humidity.formatted(idiom.units))"
        let source = climate.readAt.map { "logged \(idiom.time($0, now: place.now))" } ?? "the usual indoors"
        let heat = status.heatLevel == .normal ? "" : " \(capitalised(status.heatLevel.rawValue)) for exercise."
        return "\(air) (\(source)).\(heat)"
    }

    private func what(_ next: ControlStatus.NextReminder, _ idiom: Idiom) -> String {
        let title = Catalogue[next.guideline].title
        let first = title.prefix(1).lowercased() + title.dropFirst()
        return next.volume.map { "\(first), \(idiom.volume($0))" } ?? first
    }

    private func capitalised(_ name: String) -> String {
        let words = name.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static func json(_ status: ControlStatus, _ place: Place) -> JSON {
        func instant(_ instant: Instant?) -> JSON { .instant(instant, at: place.zone.offset(at:)) }
        let balance = status.balanceNow(at: place.now)
        return .document([
            "daemonVersion": .string(status.version),
            "at": instant(place.now),
            "intakeToday": .number(status.intakeToday.milliliters),
            "targetToday": .number(status.targetToday.milliliters),
            "balance": .object([
                "water": .number(balance.waterDeficit.milliliters),
                "freeWater": .number(balance.freeWaterDeficit.milliliters),
                "electrolytes": .number(balance.electrolyteDeficit.millimoles),
                "waterRate": .number(status.balance.losses.water.millilitersPerHour),
                "electrolyteRate": .number(status.balance.losses.electrolytes.millimolesPerHour),
            ]),
            "thirstAt": instant(status.thirstAt),
            "nextReminder": status.nextReminder.map { next in
                .object([
                    "id": .string(next.id.text), "guideline": .string(next.guideline.rawValue),
                    "at": instant(next.at), "volume": next.volume.map { .number($0.milliliters) } ?? .null,
                ])
            } ?? .null,
            "activeWorkout": status.activeWorkout.map { workout in
                .object([
                    "activity": .string(workout.activity), "start": instant(workout.start),
                    "expectedEnd": instant(workout.expectedEnd),
                ])
            } ?? .null,
            "climate": .object([
                "readAt": instant(status.climate.readAt), "temperature": .number(status.climate.air.celsius),
                "humidity": .number(status.climate.humidity.percent),
                "wind": .number(status.climate.wind.metersPerSecond),
            ]),
            "heatLevel": .string(status.heatLevel.rawValue),
            "pausedUntil": instant(status.pausedUntil),
            "presence": .string(status.presence.rawValue),
            "units": .string(status.units.rawValue),
            "notices": .array(status.notices.map { .string($0.code) }),
        ])
    }
}

extension ControlStatus {
    /// The usual run carried on from when it was published, at the rates of then.
    ///
    /// A surplus is left as it is: how the kidneys clear it only the daemon knows.
    func balanceNow(at now: Instant) -> WaterBalance {
        let hours = max(0, now.hours(since: balance.at))
        guard balance.balance.waterDeficit >= .zero else { return balance.balance }
        return WaterBalance(
            waterDeficit: balance.balance.waterDeficit
                + .milliliters(balance.losses.water.millilitersPerHour * hours),
            electrolyteDeficit: balance.balance.electrolyteDeficit
                + .millimoles(balance.losses.electrolytes.millimolesPerHour * hours))
    }
}
