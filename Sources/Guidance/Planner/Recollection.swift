// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What the last two months hold of cramps, injuries, stretches and words said: what guidelines that are not about the
/// next drink look at. Everything is in order of time.
struct Recollection {
    struct CrampLogged: Hashable {
        let id: Entry.ID
        let at: Instant
        /// When it was written down: with the cramp, or after it.
        let loggedAt: Instant
        let cramp: Cramp
    }

    /// A bubble that was more than a drink.
    struct Said: Hashable {
        let at: Instant
        let reminder: ShownReminder
    }

    private(set) var cramps: [CrampLogged] = []
    private(set) var injuries: [Instant] = []
    private(set) var stretches: [Instant] = []
    private(set) var said: [Said] = []

    static let length = Duration.days(60)
    /// The guidelines whose bubbles have a back-off of their own: nothing needs to be remembered of them for so long.
    private static let drinking = [
        GuidelineID.drinkBeforeThirst, .drinkDuringWorkout, .drinkAfterWorkout, .replaceElectrolytes, .tooMuchWater,
    ].map(\.rawValue)

    /// What `entries` (effective, in order of time) hold of the time before `now`.
    init(_ entries: some Collection<Entry>, now: Instant) {
        for entry in entries where entry.at <= now {
            switch entry.event {
            case .cramp(let cramp):
                cramps.append(.init(id: entry.id, at: entry.at, loggedAt: entry.recordedAt, cramp: cramp))
            case .injury: injuries.append(entry.at)
            case .stretch: stretches.append(entry.at)
            case .shown(let reminder)
            where !Self.drinking.contains(reminder.guideline) || reminder.id.hasCompanions
                || reminder.id.asksWhetherWorkoutRuns:
                said.append(.init(at: entry.at, reminder: reminder))
            case .undelivered(let id): said.removeAll { $0.reminder.id == id }
            default: break
            }
        }
    }
}

extension Recollection {
    /// The cramp that was written down last.
    var latestCramp: CrampLogged? { cramps.max { $0.id < $1.id } }

    /// When `guideline` was said last, in a bubble of its own or in another's.
    func lastSaid(_ guideline: GuidelineID) -> Instant? {
        said.last { $0.reminder.guideline == guideline.rawValue || $0.reminder.id.companion(of: guideline) != nil }?.at
    }

    /// Whether this slot was said, in a bubble of its own or, since `cause`, in another's.
    func hasSaid(_ guideline: GuidelineID, cause: Instant, slot: Int) -> Bool {
        let id = ReminderID(guideline, cause: cause, slot: slot)
        return said.contains { said in
            said.reminder.id.isSlot(id) || said.at >= cause && said.reminder.id.companion(of: guideline) == slot
        }
    }
}

// MARK: - The name of a slot

/// `guideline@cause.slot`, and `+guideline.slot` for each other guideline said with it whose turn must be remembered.
extension ReminderID {
    init(_ guideline: GuidelineID, cause: Instant, slot: Int) {
        self.init("\(guideline.rawValue)@\(cause.seconds).\(slot)")
    }

    /// The instant of the cause that it is named after, to the second; nil for a name of another form.
    var cause: Instant? {
        guard let at = text.firstIndex(of: "@") else { return nil }
        return Int64(text[text.index(after: at)...].prefix { $0 != "." }).map(Instant.init(seconds:))
    }

    /// The same, said together with others.
    func with(_ companions: [(guideline: GuidelineID, slot: Int)]) -> ReminderID {
        ReminderID(companions.reduce(text) { "\($0)+\($1.guideline.rawValue).\($1.slot)" })
    }

    /// Whether it is one of the slots of `cause`.
    func isSlot(of guideline: GuidelineID, cause: Instant) -> Bool {
        text.hasPrefix("\(guideline.rawValue)@\(cause.seconds).")
    }

    /// Whether `cause` stands in it, whatever the guideline.
    func isCaused(by cause: Instant) -> Bool {
        text.drop { $0 != "@" }.dropFirst().prefix { $0 != "." } == String(cause.seconds)
    }

    var hasCompanions: Bool {
        let bytes = text.utf8.span
        return bytes.indices.contains { bytes[$0] == UInt8(ascii: "+") }
    }

    /// Whether it is the slot of `id`, whatever is said with it.
    func isSlot(_ id: ReminderID) -> Bool { text == id.text || text.hasPrefix(id.text + "+") }

    /// The slot of `guideline` that was said with it; nil when it was not.
    func companion(of guideline: GuidelineID) -> Int? {
        guard hasCompanions else { return nil }
        for part in text.split(separator: "+").dropFirst() {
            guard let dot = part.lastIndex(of: "."), part[..<dot] == guideline.rawValue else { continue }
            return Int(part[part.index(after: dot)...])
        }
        return nil
    }
}
