// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Systemd

/// The properties of the interface.
enum StatusProperty: String, CaseIterable {
    case version = "Version"
    case balance = "Balance"
    case nextReminder = "NextReminder"
    case thirstAt = "ThirstAt"
    case activeWorkout = "ActiveWorkout"
    case climate = "Climate"
    case intakeToday = "IntakeToday"
    case targetToday = "TargetToday"
    case pausedUntil = "PausedUntil"
    case heatLevel = "HeatLevel"
    case presence = "Presence"
    case units = "Units"
    case notices = "Notices"

    var signature: String {
        switch self {
        case .version, .heatLevel, .presence, .units: "s"
        case .balance: "(xddddd)"
        case .nextReminder: "(ssxd)"
        case .thirstAt, .pausedUntil: "x"
        case .activeWorkout: "(sxx)"
        case .climate: "(xddd)"
        case .intakeToday, .targetToday: "d"
        case .notices: "as"
        }
    }
}

extension ControlStatus {
    func value(of property: StatusProperty) -> DBusValue {
        switch property {
        case .version: .string(version)
        case .balance:
            .structure([
                balance.at.dbusValue, balance.balance.waterDeficit.dbusValue,
                balance.balance.freeWaterDeficit.dbusValue,
                balance.balance.electrolyteDeficit.dbusValue, balance.losses.water.dbusValue,
                balance.losses.electrolytes.dbusValue,
            ])
        case .nextReminder:
            .structure([
                .string(nextReminder?.id.text ?? ""), .string(nextReminder?.guideline.rawValue ?? ""),
                (nextReminder?.at).dbusValue, .double(nextReminder?.volume?.canonical ?? 0),
            ])
        case .thirstAt: thirstAt.dbusValue
        case .activeWorkout:
            .structure([
                .string(activeWorkout?.activity ?? ""), (activeWorkout?.start).dbusValue,
                (activeWorkout?.expectedEnd).dbusValue,
            ])
        case .climate:
            .structure([
                climate.readAt.dbusValue, climate.air.dbusValue, climate.humidity.dbusValue, climate.wind.dbusValue,
            ])
        case .intakeToday: intakeToday.dbusValue
        case .targetToday: targetToday.dbusValue
        case .pausedUntil: pausedUntil.dbusValue
        case .heatLevel: .string(heatLevel.rawValue)
        case .presence: .string(presence.rawValue)
        case .units: .string(units.rawValue)
        case .notices: notices.map(\.code).dbusValue
        }
    }

    /// The names of the properties that are not as they were in `earlier`, for `PropertiesChanged`.
    public func changedProperties(since earlier: ControlStatus) -> [String] {
        StatusProperty.allCases.filter { value(of: $0) != earlier.value(of: $0) }.map(\.rawValue)
    }

    /// Reads all properties at once. Notices that this version does not know are passed over.
    init(_ properties: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(properties)
        let balance = try reader.structure(.balance, ["at", "water", "freeWater", "sodium", "waterRate", "sodiumRate"])
        let next = try reader.structure(.nextReminder, ["id", "guideline", "at", "volume"])
        let workout = try reader.structure(.activeWorkout, ["activity", "start", "end"])
        let climate = try reader.structure(.climate, ["at", "celsius", "humidity", "wind"])
        self.init(
            version: try reader.value("Version"), balance: try Balance(balance),
            nextReminder: try NextReminder(next), thirstAt: try reader.knownInstant("ThirstAt"),
            activeWorkout: try Workout(workout), climate: try ClimateInForce(climate),
            intakeToday: try reader.value("IntakeToday"), targetToday: try reader.value("TargetToday"),
            pausedUntil: try reader.knownInstant("PausedUntil"), heatLevel: try reader.value("HeatLevel"),
            presence: try reader.value("Presence"), units: try reader.value("Units"),
            notices: try reader.value("Notices", as: [String].self).compactMap(Notice.init(code:)))
    }
}

extension FieldReader {
    /// The fields of a structure, by the names given to them.
    fileprivate mutating func structure(_ property: StatusProperty, _ names: [String]) throws(ControlError) -> Self {
        guard let value = take(property.rawValue), value.signature == property.signature, let fields = value.fields
        else { throw .invalidArgument(name: property.rawValue, value: "") }
        return FieldReader(Dictionary(zip(names, fields)) { first, _ in first })
    }
}

extension ControlStatus.Balance {
    fileprivate init(_ fields: FieldReader) throws(ControlError) {
        var reader = fields
        self.init(
            at: try reader.instant("at"),
            balance: WaterBalance(
                waterDeficit: try reader.value("water"), electrolyteDeficit: try reader.value("sodium")),
            losses: Losses(water: try reader.value("waterRate"), electrolytes: try reader.value("sodiumRate")))
    }
}

extension ControlStatus.NextReminder {
    /// Nil when the structure says that there is none.
    fileprivate init?(_ fields: FieldReader) throws(ControlError) {
        var reader = fields
        let id: String = try reader.value("id")
        if id.isEmpty { return nil }
        let volume: Volume = try reader.value("volume")
        self.init(
            id: ReminderID(id), guideline: try reader.value("guideline"), at: try reader.instant("at"),
            volume: volume > .zero ? volume : nil)
    }
}

extension ControlStatus.Workout {
    /// Nil when the structure says that there is none.
    fileprivate init?(_ fields: FieldReader) throws(ControlError) {
        var reader = fields
        let activity: String = try reader.value("activity")
        if activity.isEmpty { return nil }
        self.init(activity: activity, start: try reader.instant("start"), expectedEnd: try reader.instant("end"))
    }
}

extension ControlStatus.ClimateInForce {
    fileprivate init(_ fields: FieldReader) throws(ControlError) {
        var reader = fields
        self.init(
            readAt: try reader.knownInstant("at"), air: try reader.value("celsius"),
            humidity: try reader.value("humidity"), wind: try reader.value("wind"))
    }
}
