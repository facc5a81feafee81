// SPDX-License-Identifier: Apache-2.0

import Guidance
import Physiology
import Systemd

/// Where the person is and since when they have been at it, as far as logind, the clocks and their own entries tell.
///
/// What is unknown counts as present. It arms no timer: ``look()`` belongs before every plan, and ``nextChange`` tells
/// when another is due; with nobody idle against their own entries and no sleep at hand there is none.
final class PresenceWatch {
    /// Nothing is shown for so long after the machine has woken up: it is not what one sits down for.
    static let graceAfterResume = Duration.seconds(45)
    /// Who was told that the machine will sleep and finds it awake for so long is told no more: it did not, or it has
    /// woken up and nobody said so.
    static let sleepPatience = Duration.minutes(2)
    /// Somebody who makes an entry is there for so long, whatever the desktop says of idleness.
    static let presentAfterEntry = Duration.minutes(30)
    /// Who was away for less has not had a break.
    static let leastBreak = Duration.minutes(5)
    /// How long the first plan waits for logind's first answer.
    static let patience = Duration.seconds(2)
    /// Two clocks are never read at the same instant. Less than this is no suspend, and no clock that was set.
    private static let tolerance = Duration.seconds(1)

    /// Called when anything has changed.
    var changed: () -> Void = {}
    /// Called once each time logind turns out not to be there.
    var lost: () -> Void = {}
    /// Whether logind has answered, or had its time to: before that nothing should be shown.
    private(set) var isSettled = false
    /// Since when the session has been active without a break; nil when nobody knows. An instant that stays the same.
    private(set) var activeSince: Instant?

    private let loop: EventLoop
    private let login: Login
    private var deadline: (any Cancellable)?
    private var seen: Clocks
    /// The time in suspend that ``hasSlept()`` has told of.
    private var toldOfSuspend: Duration

    // By the clock that counts through suspend and cannot be set.
    /// When the person last made an entry.
    private var entryAt: Duration?
    private var idleSince: Duration?
    private var absentSince: Duration?
    private var graceEnd: Duration?
    /// When sleep was announced, by the clock that stands still in suspend; nil while it is not at hand.
    private var sleepAnnounced: Duration?

    private struct Clocks {
        let now: Instant
        /// Since the machine was started, with suspend and without.
        let up: Duration
        let awake: Duration

        init(_ clock: any LoopClock) {
            now = Instant(microseconds: clock.realtimeMicroseconds)
            up = .microseconds(clock.boottimeMicroseconds)
            awake = .microseconds(clock.monotonicMicroseconds)
        }

        var suspended: Duration { up - awake }
        /// Constant but for the wall clock's being set.
        var start: Instant { now - up }
    }

    init(loop: EventLoop) {
        self.loop = loop
        login = Login(loop: loop)
        seen = Clocks(loop.clock)
        toldOfSuspend = seen.suspended
    }

    /// Begins to watch. ``changed`` tells when there is something to be seen.
    /// - Parameter lastEntry: when the person last made an entry.
    func start(lastEntry: Instant?) throws(SystemdError) {
        seen = Clocks(loop.clock)
        entryAt = lastEntry.map { seen.up - max(seen.now - $0, .zero) }
        login.changed = { [weak self] in self?.sessionChanged() }
        login.sleepChanged = { [weak self] isAhead in self?.sleepChanged(isAhead) }
        deadline = try loop.after(Self.patience) { [weak self] in
            self?.settle()
            self?.changed()
        }
        login.start()
    }

    private func settle() {
        isSettled = true
        deadline = nil
    }

    // MARK: What is known

    /// Where the person is at the last look.
    var presence: Presence {
        if sleepAnnounced != nil || graceEnd != nil { return .away }
        return place == .idle && isBelied ? .present : place
    }

    /// Where they are by what logind says.
    private var place: Presence {
        guard case .session(let session) = login.display else { return .present }
        // In front of this seat is another user or another console.
        if !session.seat.isEmpty, !session.isActive { return .away }
        if session.isLocked { return .locked }
        return idleSince != nil ? .idle : .present
    }

    /// Whether an entry shows that a hint of idleness is wrong. It holds for a while, or until the hint changes.
    private var isBelied: Bool {
        guard let entryAt, let idleSince else { return false }
        return entryAt >= idleSince && seen.up - entryAt < Self.presentAfterEntry
    }

    /// When any of this changes by itself.
    var nextChange: Instant? {
        var waits: [Duration] = []
        if let graceEnd { waits.append(graceEnd - seen.up) }
        if let sleepAnnounced { waits.append(sleepAnnounced + Self.sleepPatience - seen.awake) }
        if let entryAt, place == .idle, isBelied { waits.append(entryAt + Self.presentAfterEntry - seen.up) }
        return waits.min().map { seen.now + $0 }
    }

    // MARK: What happens

    /// Looks at the clocks, and at what they mean for all this.
    func look() {
        readClocks()
        measureActivity()
    }

    private func readClocks() {
        let before = seen
        seen = Clocks(loop.clock)
        let step = seen.start - before.start
        if step.magnitude >= Self.tolerance { activeSince = activeSince.map { $0 + step } }
        let slept = seen.suspended - before.suspended
        if slept >= Self.tolerance { wakeUp(after: slept) }
        if let sleepAnnounced, seen.awake - sleepAnnounced >= Self.sleepPatience { self.sleepAnnounced = nil }
        if let graceEnd, seen.up >= graceEnd { self.graceEnd = nil }
    }

    /// The machine has slept. If that was announced, so will be its waking, when all of it is awake.
    private func wakeUp(after slept: Duration) {
        absentSince = absentSince ?? seen.up - slept
        if sleepAnnounced == nil { graceEnd = seen.up + Self.graceAfterResume }
    }

    private func sleepChanged(_ isAhead: Bool) {
        readClocks()
        if isAhead {
            sleepAnnounced = seen.awake
            graceEnd = nil
        } else if sleepAnnounced != nil {
            sleepAnnounced = nil
            graceEnd = seen.up + Self.graceAfterResume
        }
        changed()
    }

    private func sessionChanged() {
        settle()
        if login.display == .unavailable { lost() }
        readClocks()
        idleSince = nil
        if case .session(let session) = login.display, session.isGraphical, session.isIdle {
            let told = Instant(microseconds: Int64(clamping: session.idleChangedAt))
            idleSince = session.idleChangedAt == 0 ? seen.up : seen.up - max(seen.now - told, .zero)
        }
        changed()
    }

    /// Whether the machine has slept since this was last asked.
    func hasSlept() -> Bool {
        readClocks()
        defer { toldOfSuspend = seen.suspended }
        return seen.suspended - toldOfSuspend >= Self.tolerance
    }

    /// The person has made an entry: they are there, and the machine is awake.
    func noteEntry() {
        readClocks()
        entryAt = seen.up
        graceEnd = nil
    }

    // MARK: Activity

    private func measureActivity() {
        guard case .session(let session) = login.display, session.isGraphical else {
            (activeSince, absentSince) = (nil, nil)
            return
        }
        guard sleepAnnounced == nil, place == .present || place == .idle && isBelied else {
            absentSince = absentSince ?? (place == .idle ? idleSince : nil) ?? seen.up
            return
        }
        let wasBreak = absentSince.map { seen.up - $0 >= Self.leastBreak } ?? false
        if activeSince == nil || wasBreak { activeSince = seen.now }
        absentSince = nil
    }
}

extension Duration {
    fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
