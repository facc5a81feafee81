// SPDX-License-Identifier: Apache-2.0

import Physiology

/// What is typed behind a command, taken apart where words and numbers meet: "250 ml coffee", "running 45min".
struct Words {
    private var words: ArraySlice<String>

    init(_ words: [String]) {
        self.words = words.map(NegativeNumbers.restore)[...]
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }
    var text: String { words.joined(separator: " ") }

    /// Takes the words before the first number.
    mutating func takeName() -> String {
        let name = words.prefix { !$0.beginsNumber }
        words = words.dropFirst(name.count)
        return name.joined(separator: " ")
    }

    /// Takes a word if it is the next one.
    mutating func take(_ word: String) -> Bool {
        guard words.first?.lowercased() == word else { return false }
        words = words.dropFirst()
        return true
    }

    /// Takes as many words as make up a quantity: "8 fl oz" as well as "8floz". Throws for the first word if none do.
    mutating func take<Value>(_ read: (String) throws(QuantityError) -> Value) throws -> Value {
        for count in stride(from: min(words.count, 4), to: 0, by: -1) {
            if let value = try? read(words.prefix(count).joined(separator: " ")) {
                words = words.dropFirst(count)
                return value
            }
        }
        return try understood(words.first ?? "", read)
    }

    /// All the words as two things, wherever the first ends: "tomorrow 18:00 1h 30min".
    func split<First, Second>(_ first: (String) throws -> First, _ second: (String) throws -> Second) -> (
        First, Second
    )? {
        for index in words.indices.dropFirst() {
            if let head = try? first(words[..<index].joined(separator: " ")),
                let tail = try? second(words[index...].joined(separator: " "))
            {
                return (head, tail)
            }
        }
        return nil
    }

    /// Refuses what is left over.
    func finish(after command: String) throws {
        guard let word = words.first else { return }
        throw InputError("\(quoted(word)) is one word too many. See hydratectl help \(command).")
    }
}

/// Reads a quantity as typed.
func understood<Value>(_ text: String, _ read: (String) throws(QuantityError) -> Value) throws -> Value {
    do throws(QuantityError) {
        return try read(NegativeNumbers.restore(text))
    } catch {
        throw InputError(error)
    }
}

func quantity<Value: TextQuantity>(_ text: String) throws -> Value {
    try understood(text) { (text) throws(QuantityError) in try Value(parsing: text) }
}

/// A speed is also written as a pace, which only its own initialiser reads.
func speed(_ text: String) throws -> Speed {
    try understood(text) { (text) throws(QuantityError) in try Speed(parsing: text) }
}

func duration(_ text: String) throws -> Duration {
    try understood(text) { (text) throws(QuantityError) in try Duration(parsing: text) }
}

/// One word of a closed set.
func choice<Word: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Word {
    guard let word = Word(rawValue: text.lowercased()) else {
        throw InputError(
            "\(quoted(text)) is not known here. It is one of \(alternatives(Word.allCases.map(\.rawValue))).")
    }
    return word
}

extension String {
    /// Whether it is meant as a number, be it one that is refused: "nan" is no drink.
    fileprivate var beginsNumber: Bool {
        ["nan", "inf", "infinity"].contains(lowercased())
            || first.map { $0 == "." || $0 == "-" || ($0.isASCII && $0.isNumber) } ?? false
    }
}
