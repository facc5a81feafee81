// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
public import Systemd

extension ControlSignal {
    static var declarations: [Interface.Signal] {
        [
            Interface.Signal("ReminderShown", ["reminder": "s", "guideline": "s", "at": "x", "volume": "d"]),
            Interface.Signal("ReminderClosed", ["reminder": "s", "end": "s"]),
            Interface.Signal("EntryAdded", ["entry": "t", "kind": "s", "at": "x", "offset": "i", "fields": "a{sv}"]),
            Interface.Signal("EntryRetracted", ["entry": "t"]),
        ]
    }

    var member: String {
        switch self {
        case .reminderShown: "ReminderShown"
        case .reminderClosed: "ReminderClosed"
        case .entryAdded: "EntryAdded"
        case .entryRetracted: "EntryRetracted"
        }
    }

    var arguments: [DBusValue] {
        switch self {
        case .reminderShown(let reminder, let guideline, let at, let volume):
            [.string(reminder.text), .string(guideline.rawValue), at.dbusValue, .double(volume?.canonical ?? 0)]
        case .reminderClosed(let reminder, let end): [.string(reminder.text), .string(end.rawValue)]
        case .entryAdded(let entry): entry.dbusValue.fields ?? []
        case .entryRetracted(let entry): [entry.dbusValue]
        }
    }
}

extension ExportedInterface {
    /// Sends a signal of the control interface.
    public func emit(_ signal: ControlSignal) throws(BusError) {
        try emit(signal.member, signal.arguments)
    }
}
