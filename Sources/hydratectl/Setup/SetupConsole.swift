// SPDX-License-Identifier: Apache-2.0

import Glibc
import Wording

/// Whoever answers the questions: a person at a terminal, or a script.
struct SetupConsole {
    /// Says a line.
    let say: (String) -> Void
    /// Puts a question and gives the answer, without blanks around it; nil when there are no more answers.
    let ask: (String) -> String?

    /// There are no more answers.
    struct Ended: Error {}

    /// Standard input and output.
    static var standard: SetupConsole {
        SetupConsole(say: { Output.print($0) }) { prompt in
            Output.prompt(prompt)
            let line = readLine()
            // Nobody has typed the end of the line that the question stands on.
            if line == nil || isatty(STDIN_FILENO) == 0 { Output.print("") }
            return line
        }
    }

    /// Puts a question until its answer is taken.
    ///
    /// - Parameter take: what the answer becomes; nil with the reason said when it is not taken.
    func insist<Answer>(_ prompt: String, _ take: (String) throws(Refused) -> Answer) throws -> Answer {
        while true {
            guard let line = ask(prompt) else { throw Ended() }
            do throws(Refused) {
                return try take(line.trimmed)
            } catch {
                say(error.text)
            }
        }
    }

    /// An answer that is not taken, and why.
    struct Refused: Error {
        let text: String

        init(_ answer: String, accepted: String, isUnderstood: Bool = false) {
            text = SetupText.rejected(answer, accepted: accepted, isUnderstood: isUnderstood)
        }

        init(_ text: String) { self.text = text }
    }
}

extension String {
    fileprivate var trimmed: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}
