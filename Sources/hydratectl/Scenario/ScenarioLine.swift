// SPDX-License-Identifier: Apache-2.0

/// One line of a scenario, as a shell would take it apart: words, quotes around what belongs together, and a comment
/// from a `#` that begins a word.
struct ScenarioLine {
    let words: [String]
    /// The line without its comment, from the second word on.
    let rest: String

    /// Nil when a quote is not closed.
    init?(_ text: some StringProtocol) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var code = ""
        for character in text {
            if quote == nil, word == nil, character == "#" { break }
            code.append(character)
            if character == quote {
                quote = nil
            } else if quote != nil {
                word?.append(character)
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let ended = word { words.append(ended) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        if let last = word { words.append(last) }
        self.words = words
        rest = code.trimmed.drop { !$0.isWhitespace }.trimmed
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        return tail.lastIndex { !$0.isWhitespace }.map { String(tail[...$0]) } ?? ""
    }
}
