// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

@Suite("How everything stands")
struct StatusTests {
    @Test("A quiet day, in both unit systems")
    func quiet() {
        let plan = Sample.plan(.silent(.balanced), coming: Sample.reminder(.drinkBeforeThirst, 250))
        #expect(
            StatusText.text(Status(plan), in: Sample.metric) == """
                Balance  about 350 ml short
                Today    1.25 of 2 l
                Thirst   around 18:50
                Next     about 15:45 (250 ml, drink-before-thirst)
                Climate  22 °C, 50 %, the usual room
                """)
        #expect(
            StatusText.text(Status(plan), in: Sample.us) == """
                Balance  about 11 fl oz short
                Today    42 of 68 fl oz
                Thirst   around 18:50
                Next     about 15:45 (8 fl oz, drink-before-thirst)
                Climate  72 °F, 50 %, the usual room
                """)
    }

    @Test("A hot ride, a pause and things to see to")
    func busy() {
        var status = Status(
            at: Sample.at(14, 30), balance: Sample.balance(-20), intakeToday: .zero, targetToday: .liters(2),
            workout: .init(activity: "cycling", start: Sample.at(13, 50)), climate: Sample.heat.climate,
            climateReadAt: Sample.heat.readAt, heatLevel: .hot, pausedUntil: Sample.at(16),
            notices: [.healthUnchecked, .untrusted, .diary(.readOnly), .noNotificationServer])
        #expect(
            StatusText.rows(status, in: Sample.metric).map(\.text) == [
                "even", "0 ml of 2 l", "nothing in sight", "cycling, 40 min so far", "31 °C, 70 %, hot, read at 13:00",
                "until 16:00",
            ])
        for (presence, desk) in [(Presence.locked, "locked; reminders wait"), (.idle, nil), (.unreachable, nil)] {
            status.presence = presence
            #expect(StatusText.rows(status, in: Sample.metric).last { $0.label == "Desk" }?.text == desk)
        }
        status.workout = nil
        status.presence = .idle
        #expect(StatusText.rows(status, in: Sample.metric).last?.text == "not in use; reminders wait")
        let notices = StatusText.notices(status)
        #expect(notices.count == 4)
        #expect(notices[0] == SafetyText.healthNotice)
        #expect(notices[2].contains("Nothing can be logged"))
    }

    @Test("What nobody would see is held, and said to be")
    func held() {
        var status = Status(
            at: Sample.at(14, 30), balance: nil, intakeToday: .zero, targetToday: .liters(2),
            next: .init(guideline: .drinkBeforeThirst, at: Sample.at(14, 30), volume: .milliliters(250)),
            presence: .locked)
        func next() -> String? { StatusText.rows(status, in: Sample.metric).first { $0.label == "Next" }?.text }
        #expect(next() == "held until you are back (250 ml, drink-before-thirst)")
        status.next?.at = Sample.at(15, 45)
        #expect(next() == "about 15:45, once you are back (250 ml, drink-before-thirst)")
        status.presence = .unreachable
        #expect(next() == "about 15:45, once something shows bubbles (250 ml, drink-before-thirst)")
        status.next?.at = Sample.at(14)
        #expect(next() == "held until something shows bubbles (250 ml, drink-before-thirst)")
        // In a workout one stands beside the desk.
        status.presence = .idle
        status.workout = .init(activity: "cycling", start: Sample.at(13, 50))
        #expect(next() == "about 14:30 (250 ml, drink-before-thirst)")
    }

    @Test("The service manager's line")
    func serviceStatus() {
        let plan = Sample.plan(.silent(.balanced), coming: Sample.reminder(.drinkBeforeThirst, 250))
        #expect(StatusText.serviceStatus(plan, in: Sample.metric) == "Next reminder about 15:45")
        let silent = Sample.plan(.silent(.volumesOff))
        #expect(StatusText.serviceStatus(silent, in: Sample.metric) == "No reminder in sight")
        #expect(
            StatusText.serviceStatus(silent, presence: .locked, in: Sample.metric)
                == "Reminders wait until you are back")
        #expect(
            StatusText.serviceStatus(silent, presence: .unreachable, in: Sample.metric)
                == "Reminders wait for a notification server")
        #expect(StatusText.serviceStatus(.diskFull).contains("disk is full"))
    }
}
