// SPDX-License-Identifier: Apache-2.0

import ControlProtocol

/// What a person should know of the daemon itself, and what to do about it.
enum NoticeText {
    static func text(_ notice: ControlStatus.Notice) -> String {
        switch notice {
        case .diaryUnavailable(let fault): "Nothing can be logged: \(text(fault))"
        case .invalidConfiguration:
            "hydrated.conf has errors; the settings before them are in force. See: hydratectl reload"
        case .noNotificationServer: "Nothing shows notifications on this desktop, so no bubble appears."
        case .healthUnchecked:
            """
            If a doctor limits your fluids, or you have heart, kidney or liver disease or are pregnant, say so in \
            hydrated.conf first.
            """
        case .volumesOff: "No volumes are proposed, as your settings ask for."
        }
    }

    static func text(_ fault: DiaryFault) -> String {
        switch fault {
        case .newer: "a newer version of hydrated wrote the diary. Install that version again."
        case .unreadable: "the diary may not be read. Look at the permissions of its folder."
        case .readOnly: "the diary may not be written to. Look at the permissions of its folder."
        case .diskFull: "the disk is full. Make room and try again."
        case .damaged: "the diary is damaged and could not be mended. The journal says where it is kept."
        case .locked: "another program holds the diary. Close it and try again."
        case .other: "the journal says why: journalctl --user -u hydrated"
        }
    }
}
