// SPDX-License-Identifier: Apache-2.0

import Glibc
import Wording

/// Bubbles as lines in the terminal that the daemon runs in, where there is no desktop to show them on.
final class TerminalPresenter: Presenter {
    /// Whether standard error is a terminal that somebody reads.
    static var isPossible: Bool { isatty(STDERR_FILENO) == 1 }

    func show(_ bubble: Bubble, done: @escaping (Presentation) -> Void) {
        let text = "\n  \(bubble.summary)\n  \(bubble.body.split(separator: "\n").joined(separator: "\n  "))\n\n"
        _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    /// What is printed is printed.
    func withdraw() {}
}
