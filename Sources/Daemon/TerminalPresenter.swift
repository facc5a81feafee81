// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Wording

/// Bubbles as lines in the terminal that the daemon runs in, where there is no desktop to show them on.
struct TerminalPresenter {
    /// Whether standard error is a terminal that somebody reads.
    static var isPossible: Bool { isatty(STDERR_FILENO) == 1 }

    /// Prints a bubble and, as it has no buttons, what to type instead. What is printed is printed: it is never
    /// withdrawn.
    func show(_ bubble: Bubble, proposing volume: Volume? = nil, in idiom: Idiom) {
        var lines = [bubble.summary] + bubble.body.split(separator: "\n").map(String.init)
        if let volume {
            lines.append("In another terminal: hydratectl drink \(idiom.volume(volume).filter { !$0.isWhitespace })")
        } else if !bubble.buttons.isEmpty {
            lines.append("In another terminal: hydratectl snooze 30min")
        }
        let text = "\n" + lines.map { "  \($0)\n" }.joined() + "\n"
        _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
