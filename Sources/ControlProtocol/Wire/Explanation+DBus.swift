// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
import Physiology
public import Systemd

/// The explanation as `a{sv}`; its keys stand in the interface's XML.
extension Explanation {
    var dbusValue: DBusValue { .options(fields) }

    /// What ``init(_:)`` reads.
    public var fields: [String: DBusValue] {
        var writer = FieldWriter()
        writer.set("standing", word: standing)
        writer.set("reminder", reminder?.text)
        writer.set("guideline", word: guideline)
        writer.set("others", others.map(\.rawValue))
        writer.set("trigger", word: trigger)
        writer.set("measures", measures)
        writer.set("silence", word: silence)
        writer.set("at", at)
        writer.set("nextChange", nextChange)
        writer.set("lowerWater", lower.waterDeficit)
        writer.set("lowerElectrolytes", lower.electrolyteDeficit)
        writer.set("lowerFreeWater", lower.freeWaterDeficit)
        writer.set("medianWater", median.waterDeficit)
        writer.set("medianElectrolytes", median.electrolyteDeficit)
        writer.set("medianFreeWater", median.freeWaterDeficit)
        writer.set("accountSince", account?.since)
        writer.set("account", account?.items)
        writer.set("threshold", threshold)
        writer.set("thirstAt", thirstAt)
        writer.set("waterRate", losses.water)
        writer.set("electrolyteRate", losses.electrolytes)
        writer.set("baselineRate", baselineRate)
        writer.set("sweatRate", sweatRate)
        writer.set("intakeToday", intakeToday)
        writer.set("targetToday", targetToday)
        writer.set("volume", proposal)
        writer.set("total", isTotal)
        writer.set("electrolytes", withElectrolytes)
        writer.set("workout", workout.map { UInt64(clamping: $0.number) })
        writer.set("electrolyteLoss", electrolyteLoss)
        writer.set("glass", glass?.volume)
        writer.set("glassNextAt", glass?.nextAt)
        writer.set("lastReminder", last?.reminder.text)
        writer.set("lastAt", last?.at)
        writer.set("enabled", enabled.map(\.rawValue))
        writer.set("sources", sources)
        writer.set("units", word: units)
        return writer.fields
    }

    /// Reads an explanation. Keys that this version does not know are passed over: the daemon may be newer.
    init(_ fields: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(fields)
        self.init(
            standing: try reader.value("standing"), at: try reader.instant("at"),
            lower: WaterBalance(
                waterDeficit: try reader.value("lowerWater"), electrolyteDeficit: try reader.value("lowerElectrolytes")),
            median: WaterBalance(
                waterDeficit: try reader.value("medianWater"),
                electrolyteDeficit: try reader.value("medianElectrolytes")),
            losses: Losses(
                water: try reader.value("waterRate"), electrolytes: try reader.value("electrolyteRate")),
            intakeToday: try reader.value("intakeToday"), targetToday: try reader.value("targetToday"))
        try readReminder(&reader)
        try readNumbers(&reader)
        enabled = try reader.optional("enabled", as: [String].self)?.compactMap(GuidelineID.init) ?? []
        units = try reader.value("units")
    }

    /// What is said, or would be.
    private mutating func readReminder(_ reader: inout FieldReader) throws(ControlError) {
        reminder = try reader.optional("reminder", as: String.self).map(ReminderID.init)
        guideline = try reader.optional("guideline")
        others = try reader.words("others")
        trigger = try reader.optional("trigger")
        measures = try reader.known("measures")
        silence = try reader.optional("silence")
        proposal = try reader.optional("volume")
        isTotal = try reader.value("total")
        withElectrolytes = try reader.value("electrolytes")
        workout = try reader.optional("workout", as: UInt64.self).map { Entry.ID(Int64(clamping: $0)) }
        electrolyteLoss = try reader.optional("electrolyteLoss")
        sources = try reader.value("sources")
        if let id = try reader.optional("lastReminder", as: String.self) {
            last = Last(ReminderID(id), at: try reader.instant("lastAt"))
        }
    }

    private mutating func readNumbers(_ reader: inout FieldReader) throws(ControlError) {
        nextChange = try reader.optionalInstant("nextChange")
        if let since = try reader.optionalInstant("accountSince") {
            account = WaterAccount(since: since, items: try reader.known("account"))
        }
        threshold = try reader.optional("threshold")
        thirstAt = try reader.optionalInstant("thirstAt")
        baselineRate = try reader.optional("baselineRate")
        sweatRate = try reader.optional("sweatRate")
        if let volume = try reader.optional("glass", as: Volume.self) {
            glass = Glass(volume: volume, nextAt: try reader.optionalInstant("glassNextAt"))
        }
    }
}

extension FieldReader {
    /// What is told as `aa{sv}`; what this version does not know of it is passed over.
    mutating func known<Value: DBusConvertible>(_ key: String, as _: Value.Type = Value.self) throws(ControlError)
        -> [Value]
    {
        try optional(key, as: [[String: DBusValue]].self)?.compactMap { Value(.options($0)) } ?? []
    }
}

/// A source as `(ss)`: its short name and its title.
extension Guidance.Source: DBusConvertible {
    public static var dbusSignature: String { "(ss)" }

    public init?(_ value: DBusValue) {
        guard case .structure(let fields) = value, fields.count == 2, case .string(let document) = fields[0],
            case .string(let title) = fields[1]
        else { return nil }
        self.init(document: document, title: title)
    }

    public var dbusValue: DBusValue { .structure([.string(document), .string(title)]) }
}
