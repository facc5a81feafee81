// SPDX-License-Identifier: Apache-2.0
// Work put off to the end of the loop's iteration.

import CSystemd

/// Work that is done once, however often it was asked for since it was last done.
public final class Deferred: Cancellable {
    private let source: Source

    /// - Parameter priority: sd-event dispatches one source an iteration, the one with the lowest number first. Work
    ///   comes after all events, so that it is done once for all of them. Among equals sd-event takes a defer source
    ///   for the oldest: work that asks for itself again would let no event through.
    init(on loop: EventLoop, priority: Int = Int(SD_EVENT_PRIORITY_IDLE) / 2, _ handler: @escaping () -> Void)
        throws(SystemdError)
    {
        source = try Source("sd_event_add_defer", { _ in handler() }) { source, userdata in
            sd_event_add_defer(loop.raw, source, { _, userdata in Source.fire(userdata, .elapsed) }, userdata)
        }
        source.setPriority(priority)
        source.enable(Int(SD_EVENT_OFF))
    }

    /// Asks for the work.
    public func schedule() {
        source.enable(Int(SD_EVENT_ONESHOT))
    }

    public func cancel() {
        source.cancel()
    }
}
