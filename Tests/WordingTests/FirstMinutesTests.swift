// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance
@testable import Wording

@Suite("The first minutes, and what was silenced, in words")
struct FirstMinutesTests {
    @Test("The greeting says that hydrated runs, what it assumes, and how to change that")
    func greeting() {
        let bubble = Bubble.greeting(Configuration(), in: Sample.metric)
        #expect(bubble.summary == "hydrated is running")
        #expect(
            bubble.body == """
                For now it goes by 70 kg, up from 07:00 to 23:00, and no doctor who limits what you drink.
                A minute in a terminal makes it yours: hydratectl setup
                If you have heart, kidney or liver disease or are pregnant, please do that first.
                """)
        #expect(bubble.buttons.isEmpty && !bubble.isCritical)
        #expect(Bubble.greeting(Configuration(), in: Sample.us).body.contains("154 lb"))
        var limited = Configuration()
        limited.health.dailyLimit = .liters(1.5)
        #expect(!Bubble.greeting(limited, in: Sample.metric).body.contains("no doctor"))
    }

    private let now = Sample.at(15)

    private func line(_ since: Instant, _ until: Instant?, _ silence: Silence) -> String {
        HeldBackText.line(Held(since: since, until: until, by: silence), now: now, in: Sample.metric)
    }

    @Test("What was held back is one line: since when, and by what")
    func heldBack() {
        #expect(line(Sample.at(14, 10), nil, .paused) == "Held back since 14:10, while reminders were paused.")
        #expect(line(Sample.at(14, 10), nil, .snoozed) == "Held back since 14:10, while reminders were put off.")
        #expect(
            line(Sample.at(22, day: 14), nil, .quietHours) == "Held back since yesterday 22:00, in your quiet hours.")
        #expect(
            line(Sample.at(14, 10), Sample.at(14, 40), .paused)
                == "Held back from 14:10 to 14:40, while reminders were paused; it is not due any more.")
    }

    @Test("It is the last line of the bubble that was held back, and of no other")
    func bubble() {
        let reminder = Sample.reminder(.drinkBeforeThirst, 250)
        let plain = Bubble(reminder, at: now, in: Sample.metric)
        func held(until: Instant, _ guideline: GuidelineID = .drinkBeforeThirst) -> HeldBack {
            HeldBack(since: Sample.at(14, 10), until: until, silence: .paused, guideline: guideline, end: now)
        }
        let told = plain.telling(held(until: now), of: reminder, at: now, in: Sample.metric)
        #expect(told.body == plain.body + "\nHeld back since 14:10, while reminders were paused.")
        #expect(told.summary == plain.summary && told.buttons == plain.buttons)
        for other in [nil, held(until: Sample.at(14, 40)), held(until: now, .hotAndHumid)] {
            #expect(plain.telling(other, of: reminder, at: now, in: Sample.metric) == plain)
        }
        #expect(
            JournalText.heldBack(held(until: now), now: now, in: Sample.metric)
                == "Held back since 14:10, while reminders were paused: drink-before-thirst")
    }

    @Test("It answers whoever resumes")
    func resumed() {
        let standing = Standing(
            intakeToday: .liters(1), targetToday: .liters(2), nextAt: nil,
            heldBack: Held(since: Sample.at(14, 10), until: nil, by: .paused))
        #expect(
            Acknowledgement.lines(.resumed, standing, now: now, in: Sample.metric)
                == ["Reminders are back.", "Held back since 14:10, while reminders were paused."])
    }

    @Test("Every question has its examples in the person's units")
    func questions() {
        for question in SetupText.Question.allCases {
            let (metric, us) = (SetupText.text(question, isMetric: true), SetupText.text(question, isMetric: false))
            #expect(!metric.isEmpty && !metric.hasSuffix("."))
            #expect((metric == us) == ![.mass, .height, .dailyLimit].contains(question))
        }
        #expect(SetupText.prompt("Height", present: "170 cm") == "Height [170 cm]: ")
    }
}
