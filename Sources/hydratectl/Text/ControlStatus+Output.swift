// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

/// Where the person stands, for a reader and as JSON.
extension ControlStatus {
    /// - Parameter now: the balance of the usual run at the place's instant.
    func text(_ place: Place, balance now: WaterBalance) -> String {
        let status = Status(
            at: place.now, balance: now, intakeToday: intakeToday, targetToday: targetToday,
            thirstAt: thirstAt,
            next: nextReminder.map { Status.Next(guideline: $0.guideline, at: $0.at, volume: $0.volume) },
            workout: activeWorkout.map { Status.Workout(activity: $0.activity, start: $0.start) },
            climate: Physiology.Climate(air: climate.air, humidity: climate.humidity, wind: climate.wind),
            climateReadAt: climate.readAt, heatLevel: heatLevel, pausedUntil: pausedUntil, presence: presence,
            notices: notices.compactMap(Status.Notice.init))
        let text = StatusText.text(status, in: Idiom(units: units, zone: place.zone))
        guard notices.contains(.invalidConfiguration) else { return text }
        return "\(text)\nhydrated.conf has errors; the settings before them are in force. See: hydratectl reload"
    }

    func json(_ place: Place, balance now: WaterBalance) -> JSON {
        func instant(_ instant: Instant?) -> JSON { .instant(instant, at: place.zone.offset(at:)) }
        return .document([
            "daemonVersion": .string(version),
            "at": instant(place.now),
            "intakeToday": .number(intakeToday.milliliters),
            "targetToday": .number(targetToday.milliliters),
            "balance": .object([
                "water": .number(now.waterDeficit.milliliters),
                "freeWater": .number(now.freeWaterDeficit.milliliters),
                "electrolytes": .number(now.electrolyteDeficit.millimoles),
                "waterRate": .number(balance.losses.water.millilitersPerHour),
                "electrolyteRate": .number(balance.losses.electrolytes.millimolesPerHour),
            ]),
            "thirstAt": instant(thirstAt),
            "nextReminder": nextReminder.map { next in
                .object([
                    "id": .string(next.id.text), "guideline": .string(next.guideline.rawValue),
                    "at": instant(next.at), "volume": next.volume.map { .number($0.milliliters) } ?? .null,
                ])
            } ?? .null,
            "activeWorkout": activeWorkout.map { workout in
                .object([
                    "activity": .string(workout.activity), "start": instant(workout.start),
                    "expectedEnd": instant(workout.expectedEnd),
                ])
            } ?? .null,
            "climate": .object([
                "readAt": instant(climate.readAt), "temperature": .number(climate.air.celsius),
                "humidity": .number(climate.humidity.percent),
                "wind": .number(climate.wind.metersPerSecond),
            ]),
            "heatLevel": .string(heatLevel.rawValue),
            "pausedUntil": instant(pausedUntil),
            "presence": .string(presence.rawValue),
            "units": .string(units.rawValue),
            "notices": .array(notices.map { .string($0.code) }),
        ])
    }
}

extension Status.Notice {
    fileprivate init?(_ notice: ControlStatus.Notice) {
        switch notice {
        case .diaryUnavailable(let fault): self = .diary(DiaryTrouble(fault))
        case .noNotificationServer: self = .noNotificationServer
        case .healthUnchecked: self = .healthUnchecked
        case .untrustedProfile: self = .untrusted
        case .invalidConfiguration: return nil
        }
    }
}

extension DiaryTrouble {
    init(_ fault: DiaryFault) {
        switch fault {
        case .newer: self = .newer
        case .unreadable: self = .unreadable
        case .readOnly: self = .readOnly
        case .diskFull: self = .diskFull
        case .damaged: self = .damaged
        case .locked: self = .locked
        case .other: self = .other
        }
    }
}
