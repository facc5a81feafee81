// SPDX-License-Identifier: Apache-2.0

import Guidance
import Physiology

/// What is typed where there is no button to press.
public struct AnswerCommand: Hashable, Sendable {
    /// What it is for: "To log it".
    public let purpose: String
    public let line: String

    /// Of a cramp at hand, at any time.
    static let letGo = "hydratectl answer yes, or no, or still-hurts"
    /// When a workout ended that nobody has stopped.
    static let endOfWorkout = "hydratectl workout stop 20min ago"

    /// What answers `reminder` as its buttons would; nil when there is nothing to answer.
    init?(for reminder: Reminder, buttons: [Bubble.Button], in idiom: Idiom) {
        if reminder.asksAboutCramp {
            (purpose, line) = ("To answer", Self.letGo)
        } else if reminder.asksWhetherWorkoutRuns {
            (purpose, line) = ("To answer", "hydratectl answer yes, or no")
        } else if buttons.contains(where: { $0.action == .drank }), let volume = reminder.volume {
            let amount = idiom.volume(volume).filter { !$0.isWhitespace }
            line = "hydratectl drink \(amount)" + (reminder.withElectrolytes ? " sports-drink" : "")
            purpose = "To log it"
        } else if buttons.contains(where: { $0.action == .later }) {
            (purpose, line) = ("To put it off", "hydratectl snooze 30min")
        } else {
            return nil
        }
    }
}
