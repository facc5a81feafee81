// SPDX-License-Identifier: Apache-2.0
// A method call whose answer is still to come.

import CSystemd
import Glibc

/// A method call whose answer is still to come. It keeps itself until then.
public final class PendingCall: Cancellable {
    private var slot: OpaquePointer?
    private var completion: ((Result<[DBusValue], BusError>) -> Void)?
    private var itself: PendingCall?

    init(
        _ message: Message, on bus: Bus, timeout: Duration,
        _ completion: @escaping (Result<[DBusValue], BusError>) -> Void
    ) throws(BusError) {
        self.completion = completion
        let receive: sd_bus_message_handler_t = { reply, userdata, _ in
            guard let userdata, let reply else { return -EINVAL }
            Unmanaged<PendingCall>.fromOpaque(userdata).takeUnretainedValue().answered(reply)
            return 1
        }
        let userdata = Unmanaged.passUnretained(self).toOpaque()
        try busCheck(
            sd_bus_call_async(bus.raw, &slot, message.raw, receive, userdata, max(timeout.microseconds, 1)))
        itself = self
    }

    /// Forgets the answer: the completion is not called.
    public func cancel() {
        sd_bus_slot_unref(slot)
        slot = nil
        completion = nil
        itself = nil
    }

    private func answered(_ reply: OpaquePointer) {
        let completion = completion
        cancel()
        if let error = sd_bus_message_get_error(reply) {
            completion?(.failure(BusError(error.pointee)))
        } else {
            completion?(Result { () throws(BusError) in try readValues(reply) })
        }
    }
}
