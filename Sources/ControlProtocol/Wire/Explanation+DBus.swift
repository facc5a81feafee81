// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
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
        writer.set("silence", word: silence)
        writer.set("at", at)
        writer.set("nextChange", nextChange)
        writer.set("lowerWater", lower.waterDeficit)
        writer.set("lowerElectrolytes", lower.electrolyteDeficit)
        writer.set("lowerFreeWater", lower.freeWaterDeficit)
        writer.set("medianWater", median.waterDeficit)
        writer.set("medianElectrolytes", median.electrolyteDeficit)
        writer.set("medianFreeWater", median.freeWaterDeficit)
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
        writer.set("sources", sources.map { SourceValue($0) })
        writer.set("units", word: units)
        return writer.fields
    }

    /// Reads an explanation. Keys that this version does not know are passed over: the daemon may be newer.
    init(_ fields: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(fields)
        self.init(
            standing: try reader.value("standing"),
            reminder: try reader.optional("reminder", as: String.self).map(ReminderID.init),
            guideline: try reader.optional("guideline"), others: try reader.words("others"),
            trigger: try reader.optional("trigger"), silence: try reader.optional("silence"),
            at: try reader.instant("at"), nextChange: try reader.optionalInstant("nextChange"),
            lower: WaterBalance(
                waterDeficit: try reader.value("lowerWater"), electrolyteDeficit: try reader.value("lowerElectrolytes")),
            median: WaterBalance(
                waterDeficit: try reader.value("medianWater"),
                electrolyteDeficit: try reader.value("medianElectrolytes")),
            threshold: try reader.optional("threshold"), thirstAt: try reader.optionalInstant("thirstAt"),
            losses: Losses(
                water: try reader.value("waterRate"), electrolytes: try reader.value("electrolyteRate")),
            baselineRate: try reader.optional("baselineRate"), sweatRate: try reader.optional("sweatRate"),
            intakeToday: try reader.value("intakeToday"), targetToday: try reader.value("targetToday"),
            proposal: try reader.optional("volume"), isTotal: try reader.value("total"),
            withElectrolytes: try reader.value("electrolytes"),
            workout: try reader.optional("workout", as: UInt64.self).map { Entry.ID(Int64(clamping: $0)) },
            electrolyteLoss: try reader.optional("electrolyteLoss"),
            sources: try reader.value("sources", as: [SourceValue].self).map(\.source),
            units: try reader.value("units"))
    }
}

/// A source as `(ss)`: its short name and its title.
private struct SourceValue: DBusConvertible {
    static let dbusSignature = "(ss)"
    let source: Guidance.Source

    init(_ source: Guidance.Source) { self.source = source }

    init?(_ value: DBusValue) {
        guard case .structure(let fields) = value, fields.count == 2, case .string(let document) = fields[0],
            case .string(let title) = fields[1]
        else { return nil }
        source = Guidance.Source(document: document, title: title)
    }

    var dbusValue: DBusValue { .structure([.string(source.document), .string(source.title)]) }
}
