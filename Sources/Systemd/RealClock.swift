// SPDX-License-Identifier: Apache-2.0
// The system's clocks.

import CSystemd
import Glibc

/// `CLOCK_REALTIME`, with `CLOCK_BOOTTIME` and `CLOCK_MONOTONIC` beside it. No `*_ALARM` clock: nothing here wakes
/// a sleeping machine.
public final class RealClock: LoopClock {
    public init() {}

    public var realtimeMicroseconds: Int64 { microseconds(of: CLOCK_REALTIME) }
    public var boottimeMicroseconds: Int64 { microseconds(of: CLOCK_BOOTTIME) }
    public var monotonicMicroseconds: Int64 { microseconds(of: CLOCK_MONOTONIC) }

    private func microseconds(of clock: clockid_t) -> Int64 {
        var now = timespec()
        clock_gettime(clock, &now)
        return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
    }

    public func timer(on loop: EventLoop, accuracy: Duration, _ handler: @escaping () -> Void) throws(SystemdError)
        -> any Timer
    {
        try RealTimer(on: loop, accuracy: accuracy, handler)
    }

    public func onStep(on loop: EventLoop, _ handler: @escaping () -> Void) throws(SystemdError) -> any Cancellable {
        try ClockStepWatch(on: loop, handler)
    }
}

private final class RealTimer: Timer {
    private let source: Source

    init(on loop: EventLoop, accuracy: Duration, _ handler: @escaping () -> Void) throws(SystemdError) {
        source = try Source("sd_event_add_time", { _ in handler() }) { source, userdata in
            sd_event_add_time(
                loop.raw, source, CLOCK_REALTIME, 0, max(accuracy.microseconds, 1),
                { _, _, userdata in Source.fire(userdata, .elapsed) }, userdata)
        }
        source.enable(Int(SD_EVENT_OFF))
    }

    func arm(at instant: Int64?) {
        if let instant {
            sd_event_source_set_time(source.raw, UInt64(max(instant, 0)))
            source.enable(Int(SD_EVENT_ONESHOT))
        } else {
            source.enable(Int(SD_EVENT_OFF))
        }
    }

    func cancel() {
        source.cancel()
    }
}

/// sd-event does not say when the clock is set. A timer that never expires does: the kernel cancels it.
private final class ClockStepWatch: Cancellable {
    private var source: Source?

    init(on loop: EventLoop, _ handler: @escaping () -> Void) throws(SystemdError) {
        let descriptor = try checkErrno(
            timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK | TFD_CLOEXEC)), "timerfd_create")
        do throws(SystemdError) {
            try ClockStepWatch.arm(descriptor)
            source = try loop.io(descriptor, .readable) { _ in
                var expirations: UInt64 = 0
                guard read(descriptor, &expirations, 8) == -1, errno == ECANCELED else { return }
                // What armed it once arms it again.
                try? ClockStepWatch.arm(descriptor)
                handler()
            }
        } catch {
            close(descriptor)
            throw error
        }
        sd_event_source_set_io_fd_own(source?.raw, 1)
    }

    func cancel() {
        source?.cancel()
    }

    private static func arm(_ descriptor: Int32) throws(SystemdError) {
        var never = itimerspec()
        never.it_value.tv_sec = .max
        let flags = Int32(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)
        // It says so when the clock was set in the same moment, but is armed all the same.
        if timerfd_settime(descriptor, flags, &never, nil) == -1, errno != ECANCELED {
            throw .failed(call: "timerfd_settime", errno: errno)
        }
    }
}
