// SPDX-License-Identifier: Apache-2.0
// The seam between a loop and the clocks.

/// Time for an ``EventLoop``: ``RealClock``, or ``DrivenClock`` for tests.
public protocol LoopClock: AnyObject {
    /// Now, in microseconds since 1970-01-01 00:00 UTC.
    var realtimeMicroseconds: Int64 { get }

    /// Microseconds since the machine was started, suspend included, however often the wall clock is set.
    var boottimeMicroseconds: Int64 { get }

    /// The same without the time in suspend.
    var monotonicMicroseconds: Int64 { get }

    /// A one-shot that is not yet armed.
    /// - Parameter accuracy: how late it may be.
    func timer(on loop: EventLoop, accuracy: Duration, _ handler: @escaping () -> Void) throws(SystemdError)
        -> any Timer

    /// Calls the handler whenever the clock was set, and after suspend.
    func onStep(on loop: EventLoop, _ handler: @escaping () -> Void) throws(SystemdError) -> any Cancellable
}

/// A wall-clock one-shot that can be armed again and again, also from its own handler.
public protocol Timer: Cancellable {
    /// Arms it for an instant in microseconds since 1970-01-01 00:00 UTC; nil disarms it. An instant that has
    /// passed fires in the loop's next iteration, and so does one that passed during suspend on resume.
    func arm(at instant: Int64?)
}
