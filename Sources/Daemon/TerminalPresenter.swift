// SPDX-License-Identifier: Apache-2.0

import Glibc
import Wording

/// Bubbles as lines in the terminal that the daemon runs in, where there is no desktop to show them on.
struct TerminalPresenter {
    /// Whether standard error is a terminal that somebody reads.
    static var isPossible: Bool { isatty(STDERR_FILENO) == 1 }

    /// Prints a bubble and, as it has no buttons, what to type instead. What is printed is printed: it is never
    /// withdrawn.
    func show(_ bubble: Bubble) {
        let text = "\n" + bubble.terminalLines.map { "  \($0)\n" }.joined() + "\n"
        _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
