// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Glibc

/// What goes out: data on standard output, prose about failures on standard error.
enum Output {
    /// Writes a line, or lines.
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Writes a text that an answer is typed behind.
    static func prompt(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func warn(_ text: String) { write("hydratectl: \(text)\n", to: STDERR_FILENO) }

    static func fail(_ text: String, _ status: ExitStatus) -> Never {
        warn(text)
        exit(status.rawValue)
    }

    /// Everything, however little the kernel takes at a time. A reader that went away ends the program, as for every
    /// other one in a pipe.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                exit(ExitStatus.failure.rawValue)
            }
            rest = rest.dropFirst(count)
        }
    }
}
