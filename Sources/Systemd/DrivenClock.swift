// SPDX-License-Identifier: Apache-2.0
// A wall clock that stands still until it is told to go.

import CSystemd

/// A clock for tests. It stands still until ``advance(to:then:)``, ``step(to:then:)`` or ``suspend(to:then:)``, which
/// anyone may call: a test, or a socket's handler.
///
/// Timers fire within the loop, one an iteration and after everything else that is pending, in the order of their
/// instants. So what a timer's handler defers or arms happens before time goes on, as it would in the world.
public final class DrivenClock: LoopClock {
    public private(set) var realtimeMicroseconds: Int64

    private var goal: Int64
    /// How far the wall clock has been set since the start.
    private var steps: Int64 = 0
    private var suspended: Int64 = 0
    private var arrivals: [() -> Void] = []
    private var stepped = false
    private var timers: [Weak<DrivenTimer>] = []
    private var stepWatches: [Weak<DrivenStepWatch>] = []
    private var pump: Deferred?

    /// - Parameter start: microseconds since 1970-01-01 00:00 UTC.
    public init(at start: Int64) {
        realtimeMicroseconds = start
        goal = start
    }

    public var boottimeMicroseconds: Int64 { realtimeMicroseconds - steps }
    public var monotonicMicroseconds: Int64 { boottimeMicroseconds - suspended }

    /// Lets time go by, firing timers as they fall due, each at its own instant. An instant in the past is no advance:
    /// the clock stays where it is.
    /// - Parameter arrived: called when the clock stands at `instant` and nothing is due any more.
    public func advance(to instant: Int64, then arrived: @escaping () -> Void = {}) {
        goal = max(goal, instant)
        arrivals.append(arrived)
        proceed()
    }

    /// Sets the clock, forwards or backwards, as a person or NTP would: reported as a step, and only then do the
    /// timers fire that are overdue.
    /// - Parameter arrived: called when nothing is due any more.
    public func step(to instant: Int64, then arrived: @escaping () -> Void = {}) {
        steps += instant - realtimeMicroseconds
        jump(to: instant, then: arrived)
    }

    /// Lets the machine sleep until `instant`. As in the world that is told like a step when it has woken up, and the
    /// timers that fell due meanwhile fire then.
    /// - Parameter arrived: called when nothing is due any more.
    public func suspend(to instant: Int64, then arrived: @escaping () -> Void = {}) {
        suspended += instant - realtimeMicroseconds
        jump(to: instant, then: arrived)
    }

    private func jump(to instant: Int64, then arrived: @escaping () -> Void) {
        realtimeMicroseconds = instant
        goal = instant
        stepped = true
        arrivals.append(arrived)
        proceed()
    }

    public func timer(on loop: EventLoop, accuracy: Duration, _ handler: @escaping () -> Void) throws(SystemdError)
        -> any Timer
    {
        try attach(to: loop)
        let timer = DrivenTimer(clock: self, handler)
        timers.removeAll { $0.object == nil }
        timers.append(Weak(object: timer))
        return timer
    }

    public func onStep(on loop: EventLoop, _ handler: @escaping () -> Void) throws(SystemdError) -> any Cancellable {
        try attach(to: loop)
        let watch = DrivenStepWatch(handler)
        stepWatches.removeAll { $0.object == nil }
        stepWatches.append(Weak(object: watch))
        return watch
    }

    private func attach(to loop: EventLoop) throws(SystemdError) {
        guard pump == nil else { return }
        pump = try Deferred(on: loop, priority: Int(SD_EVENT_PRIORITY_IDLE)) { [weak self] in self?.fireNext() }
    }

    /// Without a loop nothing can be due.
    fileprivate func proceed() {
        if let pump { pump.schedule() } else { arrive() }
    }

    private func fireNext() {
        if stepped {
            stepped = false
            stepWatches.forEach { $0.object?.handler?() }
            return proceed()
        }
        var next: (timer: DrivenTimer, due: Int64)?
        for case let timer? in timers.map(\.object) {
            guard let due = timer.due, due <= goal, due < next?.due ?? .max else { continue }
            next = (timer, due)
        }
        guard let (timer, due) = next else { return arrive() }
        realtimeMicroseconds = max(realtimeMicroseconds, due)
        timer.fire()
        proceed()
    }

    private func arrive() {
        realtimeMicroseconds = goal
        let arrived = arrivals
        arrivals = []
        arrived.forEach { $0() }
    }
}

/// The clock knows its timers without keeping them.
private struct Weak<Object: AnyObject> {
    weak var object: Object?
}

private final class DrivenTimer: Timer {
    private(set) var due: Int64?
    private unowned let clock: DrivenClock
    private var handler: (() -> Void)?

    init(clock: DrivenClock, _ handler: @escaping () -> Void) {
        self.clock = clock
        self.handler = handler
    }

    func arm(at instant: Int64?) {
        due = instant
        if let instant, instant <= clock.realtimeMicroseconds { clock.proceed() }
    }

    func fire() {
        due = nil
        handler?()
    }

    func cancel() {
        due = nil
        handler = nil
    }
}

private final class DrivenStepWatch: Cancellable {
    private(set) var handler: (() -> Void)?

    init(_ handler: @escaping () -> Void) {
        self.handler = handler
    }

    func cancel() {
        handler = nil
    }
}
