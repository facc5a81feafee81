// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// Whoever does what the control interface asks for: the daemon, or a fake.
///
/// Everything is decided at once and answered at once. What is thrown is the caller's answer, as it is.
public protocol ControlHandler: AnyObject {
    /// Does what was asked for, commits it, and only then answers. A token seen before is answered as it was then.
    func perform(_ mutation: Mutation, token: Token) throws(ControlError) -> Acknowledgement

    /// Reads the configuration anew.
    /// - Returns: warnings.
    /// - Throws: ``ControlError/invalidConfiguration(_:)`` when a line is wrong and the old one stays in force, so
    ///   that `systemctl --user reload` fails too.
    func reload() throws(ControlError) -> [ConfigurationDiagnostic]

    /// The entries that count, of instants from `from` up to but not at `to`, newest first.
    /// - Parameter limit: how many at most; nil is all.
    func entries(from: Instant, to: Instant, limit: Int?) throws(ControlError) -> [ListedEntry]

    /// The usual run from now until `until` if nothing is drunk, at the instants where its rates change.
    func forecast(until: Instant) throws(ControlError) -> [ForecastPoint]

    /// Why a reminder is or was shown; nil is the last one shown or, when none stands, the one to come.
    func explain(_ reminder: ReminderID?) throws(ControlError) -> Explanation

    /// What a guideline looks at, and where its numbers stand now.
    func standing(of guideline: GuidelineID) throws(ControlError) -> GuidelineStanding

    /// What was published last. It is asked for once a property, so it must cost nothing.
    var status: ControlStatus { get }
}
