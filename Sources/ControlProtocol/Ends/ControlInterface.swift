// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
public import Systemd

/// The control interface as its service exports it.
public enum ControlInterface {
    /// The interface with `handler` behind it, which is not kept alive by it.
    public static func make(handler: any ControlHandler) -> Interface {
        Interface(
            ControlName.interface,
            methods: Member.allCases.map { member in
                Interface.Method(member.rawValue, in: member.input, out: member.output) {
                    [weak handler] call throws(BusError) in
                    guard let handler else { throw .failed("hydrated is going down") }
                    do throws(ControlError) {
                        return try answer(member, call.arguments, handler)
                    } catch {
                        throw error.busError
                    }
                }
            },
            properties: StatusProperty.allCases.map { property in
                Interface.Property(
                    property.rawValue, property.signature, property == .version ? .constant : .emitted
                ) { [weak handler] () throws(BusError) in
                    guard let handler else { throw .failed("hydrated is going down") }
                    return handler.status.value(of: property)
                }
            },
            signals: ControlSignal.declarations)
    }

    private static func answer(_ member: Member, _ arguments: [DBusValue], _ handler: any ControlHandler)
        throws(ControlError) -> [DBusValue]
    {
        if let (mutation, token) = try Mutation.read(member, arguments) {
            return try handler.perform(mutation, token: token).values
        }
        var call = FieldReader(member.input, arguments)
        switch member {
        case .reload: return [try handler.reload().dbusValue]
        case .listEntries:
            let limit: UInt32 = try call.value("limit")
            let to = try call.knownInstant("to") ?? .distantFuture
            return [
                try handler.entries(from: try call.instant("from"), to: to, limit: limit == 0 ? nil : Int(limit))
                    .dbusValue
            ]
        case .forecast: return [try handler.forecast(until: try call.instant("until")).dbusValue]
        case .explain:
            // No reminder has the name of its guideline alone.
            let subject: String = try call.value("reminder")
            if let guideline = GuidelineID(rawValue: subject) {
                return [try handler.standing(of: guideline).dbusValue]
            }
            return [try handler.explain(subject.isEmpty ? nil : ReminderID(subject)).dbusValue]
        default: return []
        }
    }
}

extension Acknowledgement {
    /// The values of the reply.
    var values: [DBusValue] {
        switch self {
        case .logged(let entry, let state): [entry.dbusValue, state.dbusValue]
        case .takenBack(let entry, let kind, let state): [entry.dbusValue, .string(kind.rawValue), state.dbusValue]
        case .changed(let state): [state.dbusValue]
        }
    }

    /// Reads the reply to `member`.
    init(_ member: Member, _ values: [DBusValue]) throws(ControlError) {
        guard values.signature == member.output.signature else {
            throw .invalidArgument(name: member.rawValue, value: values.signature)
        }
        var reader = FieldReader(member.output, values)
        let state = try AcknowledgedState(try reader.value("state"))
        switch member {
        case .undo, .retract: self = .takenBack(try reader.entry("entry"), try reader.value("kind"), state)
        case .snooze, .pause, .resume: self = .changed(state)
        default: self = .logged(try reader.entry("entry"), state)
        }
    }
}
