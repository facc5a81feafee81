// SPDX-License-Identifier: Apache-2.0

import Systemd

/// The kinds of event that the journal can be searched for; the message catalogue explains each. The raw value is the
/// field `HYDRATED_EVENT`.
enum DaemonEvent: String {
    case started, stopped
    case reminderShown = "reminder-shown"
    case reminderClosed = "reminder-closed"
    case reminderUndelivered = "reminder-undelivered"
    case entryLogged = "entry-logged"
    case entryRetracted = "entry-retracted"
    case configurationLoaded = "configuration-loaded"
    case configurationWrong = "configuration-wrong"
    case diaryUnavailable = "diary-unavailable"
    case clockStepped = "clock-stepped"
    case notificationServerLost = "notification-server-lost"
    case loginLost = "login-lost"
    case workoutClosed = "workout-closed"
    case freshStart = "fresh-start"
    case silenceEnded = "silence-ended"

    var messageID: ID128 {
        switch self {
        case .started: "56fcb08caafa46ec8e01b69ce09cdbdf"
        case .stopped: "0178f10492db4b81ad2ded74550a504e"
        case .reminderShown: "02d62c9dc7a7438a9b0f30dbea287ac0"
        case .reminderClosed: "2a31d8401f91462a9fcbf9889c93ead7"
        case .reminderUndelivered: "7ca1712748a34eb49008e61983eeea25"
        case .entryLogged: "affc8c46046e4eba80ea985339bed393"
        case .entryRetracted: "49b16d7b07484dfbb42707dd53f30af4"
        case .configurationLoaded: "35f155afcd4f4e10817240a9eb2bcaaf"
        case .configurationWrong: "4589c48eed9d4ec8b754c52f1a9d2a79"
        case .diaryUnavailable: "06513b1b92f34718a7615518183d7459"
        case .clockStepped: "3eb6570a34f147b78d56cdcc07e0586d"
        case .notificationServerLost: "253dbc0467344773ac2db7de931b11cf"
        case .loginLost: "b5eebe8c1e574886b29e7a36bb74a011"
        case .workoutClosed: "b6547f4557a143fea280d70ed67b23c3"
        case .freshStart: "863d343a98804d028946a37b59fac105"
        case .silenceEnded: "7f727df1f9804c87b000c253df91a324"
        }
    }

    /// How much it matters to somebody who reads the journal.
    var priority: JournalPriority {
        switch self {
        case .diaryUnavailable: .error
        case .configurationWrong, .reminderUndelivered: .warning
        case .started, .stopped, .reminderShown, .clockStepped, .notificationServerLost, .loginLost, .workoutClosed,
            .freshStart, .silenceEnded:
            .notice
        case .reminderClosed, .entryLogged, .entryRetracted, .configurationLoaded: .info
        }
    }
}
