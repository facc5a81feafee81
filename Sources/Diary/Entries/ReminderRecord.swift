// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// The name of one reminder in one slot: the guideline, what caused it and how often it has been said.
///
/// It depends on the diary alone, so neither a restart nor a clock step shows the same slot twice.
public struct ReminderID: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }
}

/// A reminder as it was shown.
public struct ShownReminder: Hashable, Sendable {
    public var id: ReminderID
    /// The id of the guideline behind it.
    public var guideline: String
    /// What was proposed; nil when no drink was.
    public var volume: Volume?
    /// Whether something with salts was proposed.
    public var withElectrolytes: Bool

    public init(id: ReminderID, guideline: String, volume: Volume?, withElectrolytes: Bool) {
        self.id = id
        self.guideline = guideline
        self.volume = volume
        self.withElectrolytes = withElectrolytes
    }
}

/// What a button of a bubble says, but for "Drank", which is a ``Drink`` with ``Drink/answers`` set.
public enum ReminderAnswer: String, CaseIterable, Sendable {
    /// Ask again in a while.
    case later
    /// Not this one.
    case skip
    /// Read and understood.
    case seen
    /// A cramp has let go.
    case yes
    /// A cramp has not let go.
    case no
    /// A cramp has let go and still hurts.
    case stillHurts = "still-hurts"
}
