// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
import Physiology
public import Systemd

/// Where a guideline stands as `a{sv}`; its keys stand in the interface's XML.
extension GuidelineStanding {
    var dbusValue: DBusValue { .options(fields) }

    /// What ``init(_:)`` reads.
    public var fields: [String: DBusValue] {
        var writer = FieldWriter()
        writer.set("guideline", word: guideline)
        writer.set("on", isEnabled)
        writer.set("muted", isMuted)
        writer.set("at", at)
        writer.set("measures", measures)
        writer.set("nextAt", nextAt)
        writer.set("mass", mass)
        writer.set("units", word: units)
        return writer.fields
    }

    /// Keys that this version does not know are passed over: the daemon may be newer.
    init(_ fields: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(fields)
        self.init(
            guideline: try reader.value("guideline"), isEnabled: try reader.value("on"),
            isMuted: try reader.value("muted"), at: try reader.instant("at"), measures: try reader.known("measures"),
            nextAt: try reader.optionalInstant("nextAt"), mass: try reader.value("mass"),
            units: try reader.value("units"))
    }
}
