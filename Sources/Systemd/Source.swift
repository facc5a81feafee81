// SPDX-License-Identifier: Apache-2.0
// One sd-event source and the closure it calls.

import CSystemd
import Glibc

/// Something that goes on until it is cancelled or its last reference is dropped.
public protocol Cancellable: AnyObject {
    /// Ends it. No handler runs afterwards; cancelling twice is harmless.
    func cancel()
}

/// A source of events in an ``EventLoop``: keep it for as long as its handler is wanted.
///
/// Like everything in this module it is bound to the thread of its loop, and not being `Sendable` it cannot leave.
public final class Source: Cancellable {
    /// What happened, as far as the kind of source has something to tell.
    enum Event {
        case elapsed
        case io(UInt32)
        case signal(Int32)
        case child(ChildProcess.Ending)
        case file(mask: UInt32, name: String)
    }

    private(set) var raw: OpaquePointer?
    private var handler: ((Event) -> Void)?

    /// - Parameter add: adds the source to a loop; gets where to store it and the userdata for its trampoline.
    init(
        _ call: String, _ handler: @escaping (Event) -> Void,
        add: (UnsafeMutablePointer<OpaquePointer?>, UnsafeMutableRawPointer) -> Int32
    ) throws(SystemdError) {
        self.handler = handler
        var raw: OpaquePointer?
        try check(add(&raw, Unmanaged.passUnretained(self).toOpaque()), call)
        self.raw = raw
    }

    deinit {
        cancel()
    }

    public func cancel() {
        sd_event_source_disable_unref(raw)
        raw = nil
        handler = nil
    }

    /// Enters Swift from a trampoline.
    static func fire(_ userdata: UnsafeMutableRawPointer?, _ event: Event) -> Int32 {
        guard let userdata else { return -EINVAL }
        let source = Unmanaged<Source>.fromOpaque(userdata).takeUnretainedValue()
        source.handler?(event)
        return 0
    }

    func enable(_ mode: Int) {
        sd_event_source_set_enabled(raw, Int32(mode))
    }

    func setPriority(_ priority: Int) {
        sd_event_source_set_priority(raw, Int64(priority))
    }
}
