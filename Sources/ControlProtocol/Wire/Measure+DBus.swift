// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
import Physiology
public import Systemd

/// A measure as `a{sv}`: what is measured, its unit, its value (missing when there is none now) and its level.
extension Measure: DBusConvertible {
    public static var dbusSignature: String { "a{sv}" }

    public var dbusValue: DBusValue {
        var writer = FieldWriter()
        writer.set("subject", word: subject)
        writer.set("unit", word: threshold.unit)
        writer.set("value", value?.number)
        writer.set("threshold", threshold.number)
        return writer.value
    }

    public init?(_ value: DBusValue) {
        guard let fields = [String: DBusValue](value) else { return nil }
        var reader = FieldReader(fields)
        do throws(ControlError) {
            let unit: Reading.Unit = try reader.value("unit")
            guard let level = try reader.number("threshold") else { return nil }
            self.init(
                try reader.value("subject"), try reader.number("value").map { Reading($0, unit) },
                from: Reading(level, unit))
        } catch {
            return nil
        }
    }
}

/// An item of the account as `a{sv}`: its cause, what the cause is of, and millilitres in both runs.
extension WaterAccount.Item: DBusConvertible {
    public static var dbusSignature: String { "a{sv}" }

    public var dbusValue: DBusValue {
        var writer = FieldWriter()
        writer.set("cause", cause.word)
        writer.set("usual", usual)
        writer.set("cautious", cautious)
        switch cause {
        case .workout(let entry, let activity, let air):
            writer.set("workout", UInt64(clamping: entry.number))
            writer.set("activity", activity)
            writer.set("air", air)
        case .heat(let air): writer.set("air", air)
        case .drinks(let count): writer.set("count", UInt64(clamping: count))
        case .carried, .baseline, .caffeine, .urine, .unlogged: break
        }
        return writer.value
    }

    public init?(_ value: DBusValue) {
        guard let fields = [String: DBusValue](value) else { return nil }
        var reader = FieldReader(fields)
        do throws(ControlError) {
            self.init(
                try reader.cause(), usual: try reader.value("usual"), cautious: try reader.value("cautious"))
        } catch {
            return nil
        }
    }
}

extension FieldReader {
    fileprivate mutating func cause() throws(ControlError) -> WaterAccount.Cause {
        let word = try value("cause", as: String.self)
        switch word {
        case "carried": return .carried
        case "baseline": return .baseline
        case "workout":
            let number: UInt64 = try value("workout")
            return .workout(
                Entry.ID(Int64(clamping: number)), activity: try value("activity"), air: try value("air"))
        case "heat": return .heat(air: try value("air"))
        case "caffeine": return .caffeine
        case "urine": return .urine
        case "unlogged": return .unlogged
        case "drinks":
            let count: UInt64 = try value("count")
            return .drinks(count: Int(clamping: count))
        default: throw .invalidArgument(name: "cause", value: word)
        }
    }
}
