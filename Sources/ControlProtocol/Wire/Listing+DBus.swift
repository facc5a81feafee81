// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
public import Systemd

/// An entry as `(tsxia{sv})`.
extension ListedEntry: DBusConvertible {
    public static var dbusSignature: String { "(tsxia{sv})" }

    public var dbusValue: DBusValue {
        .structure([id.dbusValue, .string(event.kind.rawValue), at.dbusValue, .int32(offset), .options(event.fields)])
    }

    public init?(_ value: DBusValue) {
        guard value.signature == Self.dbusSignature, let fields = value.fields else { return nil }
        var reader = ValueReader(fields)
        guard let number: UInt64 = try? reader.next(), let id = Int64(exactly: number),
            let kindName: String = try? reader.next(), let kind = Event.Kind(rawValue: kindName),
            let at: Int64 = try? reader.next(), let offset: Int32 = try? reader.next(),
            let eventFields: [String: DBusValue] = try? reader.next(),
            let event = try? Event(kind: kind, fields: eventFields)
        else { return nil }
        self.init(id: Entry.ID(id), at: Instant(microseconds: at), offset: offset, event: event)
    }
}

/// A point as `(xddd)`: at, water, free water, sodium and potassium lacking.
extension ForecastPoint: DBusConvertible {
    public static var dbusSignature: String { "(xddd)" }

    public var dbusValue: DBusValue {
        .structure([
            at.dbusValue, balance.waterDeficit.dbusValue, balance.freeWaterDeficit.dbusValue,
            balance.electrolyteDeficit.dbusValue,
        ])
    }

    public init?(_ value: DBusValue) {
        guard value.signature == Self.dbusSignature, let fields = value.fields, let at = Int64(fields[0]),
            let water = Double(fields[1]), let electrolytes = Double(fields[3]), water.isFinite, electrolytes.isFinite
        else { return nil }
        self.init(
            at: Instant(microseconds: at),
            balance: WaterBalance(
                waterDeficit: .milliliters(water), electrolyteDeficit: .millimoles(electrolytes)))
    }
}
