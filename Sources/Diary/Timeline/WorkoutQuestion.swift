// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// Whether a workout that was left running still runs: asked when it has gone on for longer than anybody thought
/// (physiology, section 10).
public struct WorkoutQuestion: Hashable, Sendable {
    /// When the workout began.
    public let start: Instant
    /// How often it was answered with yes before.
    public let turn: Int
    /// From when it is asked, and when the workout counts as over if the answer is no or nobody gives one.
    public let at: Instant

    /// Nobody has answered when this much has passed.
    public static let timeToAnswer = Duration.minutes(30)

    /// The slot in the name of the reminder that asks, below all slots that remind of something.
    public var slot: Int { -1 - turn }

    /// Whether `reminder` asks this.
    func isAsked(by reminder: ReminderID) -> Bool { reminder.text.hasSuffix("@\(start.seconds).\(slot)") }
}

extension ReminderID {
    /// Whether it is a ``WorkoutQuestion`` rather than something to have or to do.
    public var asksWhetherWorkoutRuns: Bool {
        // By its bytes: to look for a string costs hundreds of times as much, and every plan asks of every bubble.
        let bytes = text.utf8.span
        return bytes.indices.dropFirst().contains {
            bytes[$0 - 1] == UInt8(ascii: ".") && bytes[$0] == UInt8(ascii: "-")
        }
    }
}
