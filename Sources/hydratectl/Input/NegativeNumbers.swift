// SPDX-License-Identifier: Apache-2.0

/// Lets `-5C` through the argument parser, which would take it for an option.
///
/// Its hyphen becomes a minus sign (U+2212) on the way in; ``restore(_:)`` makes it one again before anything reads it.
enum NegativeNumbers {
    private static let minus: Character = "\u{2212}"

    static func shield(_ arguments: some Sequence<String>) -> [String] {
        arguments.map { argument in
            guard argument.first == "-", let next = argument.dropFirst().first,
                next == "." || (next.isASCII && next.isNumber)
            else { return argument }
            return "\(minus)\(argument.dropFirst())"
        }
    }

    static func restore(_ argument: String) -> String {
        argument.first == minus ? "-\(argument.dropFirst())" : argument
    }
}
