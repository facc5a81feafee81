// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Systemd

/// The state as `a{sv}`; its keys stand in the interface's XML.
extension AcknowledgedState {
    var dbusValue: DBusValue {
        var writer = FieldWriter()
        writer.set("intakeToday", intakeToday)
        writer.set("targetToday", targetToday)
        writer.set("freeWaterDeficit", freeWaterDeficit)
        writer.set("nextAt", nextAt?.microseconds ?? -1)
        writer.set("warning", warning?.rawValue ?? "")
        writer.set("units", word: units)
        if let subject {
            writer.set("kind", word: subject.event.kind)
            writer.set("at", subject.at)
            writer.set("fields", subject.event.fields)
        }
        if let provision {
            writer.set("carry", provision.carry)
            writer.set("portion", provision.portion)
            writer.set("every", provision.every.microseconds)
            writer.set("from", provision.from)
            writer.set("electrolytes", provision.withElectrolytes)
        }
        if let relief {
            writer.set("relief", word: relief.trigger)
            writer.set("advice", relief.guidelines.map(\.rawValue))
            writer.set("water", relief.volume)
            writer.set("balanced", relief.isBalanced)
        }
        if let stopped {
            writer.set("activity", stopped.activity)
            writer.set("start", stopped.start)
        }
        if let heldBack {
            writer.set("heldSince", heldBack.since)
            writer.set("heldUntil", heldBack.until?.microseconds ?? -1)
            writer.set("heldBy", heldBack.silence.rawValue)
        }
        return writer.value
    }

    /// Reads a state. Keys that this version does not know are passed over: the daemon may be newer.
    init(_ fields: [String: DBusValue]) throws(ControlError) {
        var reader = FieldReader(fields)
        self.init(
            intakeToday: try reader.value("intakeToday"), targetToday: try reader.value("targetToday"),
            freeWaterDeficit: try reader.value("freeWaterDeficit"), nextAt: try reader.knownInstant("nextAt"),
            warning: try reader.optionalOrEmpty("warning"), units: try reader.value("units"))
        if let kind = try reader.optional("kind", as: Event.Kind.self) {
            subject = Subject(
                at: try reader.instant("at"), event: try Event(kind: kind, fields: try reader.value("fields")))
        }
        if let carry = try reader.optional("carry", as: Volume.self) {
            provision = Provision(
                carry: carry, portion: try reader.value("portion"),
                every: .microseconds(try reader.value("every", as: Int64.self)), from: try reader.instant("from"),
                withElectrolytes: try reader.value("electrolytes"))
        }
        if let trigger = try reader.optional("relief", as: Reason.Trigger.self) {
            relief = CrampRelief(
                trigger, try reader.words("advice"), volume: try reader.optional("water"),
                isBalanced: try reader.value("balanced"))
        }
        if let activity = try reader.optional("activity", as: String.self) {
            stopped = StoppedWorkout(activity: activity, start: try reader.instant("start"))
        }
        if let silence = try reader.optional("heldBy", as: Silence.self) {
            heldBack = HeldBack(
                since: try reader.instant("heldSince"), until: try reader.knownInstant("heldUntil"), silence: silence)
        }
    }
}
