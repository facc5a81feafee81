// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd

/// Takes the clock's orders from a socket: "advance INSTANT", "step INSTANT" or "suspend INSTANT" a line, in microseconds
/// since 1970. Each is answered by a line when the clock has arrived.
final class ClockWire {
    private let clock: DrivenClock
    private let socket: Int32
    private var source: Source?
    private var received = ""

    init(_ clock: DrivenClock, on socket: Int32, of loop: EventLoop) throws(SystemdError) {
        self.clock = clock
        self.socket = socket
        source = try loop.io(socket, .readable) { [unowned self] _ in receive() }
    }

    private func receive() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(socket, &bytes, bytes.count)
        // The test has gone, and with it whoever could move the clock.
        guard count > 0 else { return source?.cancel() ?? () }
        received += String(decoding: bytes[..<count], as: UTF8.self)
        while let end = received.firstIndex(of: "\n") {
            obey(received[..<end])
            received.removeSubrange(...end)
        }
    }

    private func obey(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count == 2, let instant = Int64(words[1]) else { exit(64) }
        switch words[0] {
        case "advance": clock.advance(to: instant) { [unowned self] in arrived(instant) }
        case "step": clock.step(to: instant) { [unowned self] in arrived(instant) }
        case "suspend": clock.suspend(to: instant) { [unowned self] in arrived(instant) }
        default: exit(64)
        }
    }

    private func arrived(_ instant: Int64) {
        let answer = Array("arrived \(instant)\n".utf8)
        guard write(socket, answer, answer.count) == answer.count else { exit(74) }
    }
}
