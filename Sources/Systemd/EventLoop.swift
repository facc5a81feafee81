// SPDX-License-Identifier: Apache-2.0
// The one thread's event loop.

import CSystemd
import Glibc

/// An sd-event loop. It wakes only for what was asked for; there is no periodic work.
///
/// The loop and all that belongs to it are for the thread that made them. None of these classes is `Sendable`, so
/// the compiler keeps them there. Sources end with `cancel()` or with their last reference; a handler may end its own.
public final class EventLoop {
    let raw: OpaquePointer

    /// What this loop calls wall-clock time.
    public let clock: any LoopClock

    /// - Parameter clock: ``RealClock`` in a program, ``DrivenClock`` where a test moves the time.
    public init(clock: any LoopClock) throws(SystemdError) {
        var raw: OpaquePointer?
        try check(sd_event_new(&raw), "sd_event_new")
        guard let raw else { throw .failed(call: "sd_event_new", errno: ENOMEM) }
        self.raw = raw
        self.clock = clock
    }

    deinit {
        sd_event_unref(raw)
    }

    /// Runs until ``exit(_:)``, and once only.
    /// - Returns: the code given to `exit`.
    public func run() throws(SystemdError) -> Int32 {
        try check(sd_event_loop(raw), "sd_event_loop")
    }

    /// Runs just until a condition holds that is asked after each event; the loop can go on later.
    /// - Returns: whether it holds, or someone called ``exit(_:)`` before.
    @discardableResult
    public func run(until condition: () -> Bool) throws(SystemdError) -> Bool {
        while !condition() {
            guard sd_event_get_state(raw) != SD_EVENT_FINISHED else { return false }
            try check(sd_event_run(raw, .max), "sd_event_run")
        }
        return true
    }

    /// Ends ``run()`` after the handler that is running now.
    public func exit(_ code: Int32) {
        sd_event_exit(raw, code)
    }

    /// Pings the service manager's watchdog from within the loop, so that a hung loop is noticed.
    /// - Returns: whether the service manager asked for it (`WATCHDOG_USEC`).
    @discardableResult
    public func enableWatchdog() throws(SystemdError) -> Bool {
        try check(sd_event_set_watchdog(raw, 1), "sd_event_set_watchdog") > 0
    }

    // MARK: Time

    /// A wall-clock one-shot on the loop's clock, not yet armed.
    /// - Parameter accuracy: how late it may be, so that the kernel can join wake-ups.
    public func timer(accuracy: Duration = .seconds(60), _ handler: @escaping () -> Void) throws(SystemdError)
        -> any Timer
    {
        try clock.timer(on: self, accuracy: accuracy, handler)
    }

    /// Calls the handler whenever the wall clock was set rather than went by, and after resume from suspend.
    public func onClockStep(_ handler: @escaping () -> Void) throws(SystemdError) -> any Cancellable {
        try clock.onStep(on: self, handler)
    }

    /// Calls the handler once after `delay` of real time, suspend included: a deadline. No clock is asked.
    public func after(_ delay: Duration, accuracy: Duration = .milliseconds(1), _ handler: @escaping () -> Void)
        throws(SystemdError) -> Source
    {
        try Source("sd_event_add_time_relative", { _ in handler() }) { source, userdata in
            sd_event_add_time_relative(
                raw, source, CLOCK_BOOTTIME, delay.microseconds, max(accuracy.microseconds, 1),
                { _, _, userdata in Source.fire(userdata, .elapsed) }, userdata)
        }
    }

    // MARK: Work, signals, file descriptors

    /// Work that ``Deferred/schedule()`` asks for: however often that was, it is done once, after all other events
    /// that are pending.
    public func deferred(_ handler: @escaping () -> Void) throws(SystemdError) -> Deferred {
        try Deferred(on: self, handler)
    }

    /// Takes signals out of a process's default handling into the loop. They stay blocked after the source has
    /// ended, so that none that is still pending kills the process.
    public func onSignal(_ signals: Int32..., handler: @escaping (Int32) -> Void) throws(SystemdError) -> [Source] {
        var sources: [Source] = []
        for signal in signals {
            try blockSignal(signal)
            sources.append(
                try Source("sd_event_add_signal", { _ in handler(signal) }) { source, userdata in
                    sd_event_add_signal(
                        raw, source, signal, { _, _, userdata in Source.fire(userdata, .elapsed) }, userdata)
                })
        }
        return sources
    }

    /// Watches a file descriptor, level-triggered. It must stay open until the source has ended.
    public func io(_ descriptor: Int32, _ events: IOEvents, _ handler: @escaping (IOEvents) -> Void)
        throws(SystemdError) -> Source
    {
        let receive = { (event: Source.Event) in
            if case .io(let events) = event { handler(IOEvents(rawValue: events)) }
        }
        return try Source("sd_event_add_io", receive) { source, userdata in
            sd_event_add_io(
                raw, source, descriptor, events.rawValue,
                { _, _, events, userdata in Source.fire(userdata, .io(events)) }, userdata)
        }
    }
}

/// What a file descriptor is ready for.
public struct IOEvents: OptionSet, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let readable = IOEvents(rawValue: EPOLLIN.rawValue)
    public static let writable = IOEvents(rawValue: EPOLLOUT.rawValue)
    /// The other end is gone; reported without being asked for.
    public static let hangUp = IOEvents(rawValue: EPOLLHUP.rawValue)
    /// Reported without being asked for.
    public static let error = IOEvents(rawValue: EPOLLERR.rawValue)
}

/// Blocks a signal in this thread; a signal meant for the loop must not be delivered.
func blockSignal(_ signal: Int32) throws(SystemdError) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    try check(-pthread_sigmask(SIG_BLOCK, &set, nil), "pthread_sigmask")
}
