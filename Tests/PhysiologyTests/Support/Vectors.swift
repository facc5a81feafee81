// SPDX-License-Identifier: Apache-2.0

// Reads the vectors at run time, so that a row more in a file is a test more.

import Foundation
import Testing

/// One row of a CSV file, with the number of its line for the test's name.
struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let fields: [String: String]

    var testDescription: String { "\(file):\(line)" }

    /// The text of a column; a column that does not exist is a mistake of the test.
    subscript(text column: String) -> String { fields[column]! }

    /// The number in a column.
    subscript(column: String) -> Double { Double(fields[column]!)! }
}

enum Vectors {
    /// The bytes of a file of the vectors.
    static func data(_ name: String) -> Data {
        try! Data(contentsOf: Bundle.module.resourceURL!.appendingPathComponent("Vectors/\(name)"))
    }

    /// The rows of a CSV file below its heading.
    static func rows(_ name: String) -> [Row] {
        let lines = String(decoding: data(name), as: UTF8.self).split(whereSeparator: \.isNewline)
        let heading = columns(lines[0])
        return lines.dropFirst().enumerated().map { index, line in
            let values = columns(line)
            precondition(values.count == heading.count, "\(name):\(index + 2) has \(values.count) columns")
            return Row(
                file: name, line: index + 2, fields: Dictionary(uniqueKeysWithValues: zip(heading, values)))
        }
    }

    /// A JSON file.
    static func decode<T: Decodable>(_ type: T.Type, from name: String) -> T {
        try! JSONDecoder().decode(type, from: data(name))
    }

    /// The fields of one line, of which some are in quotes.
    private static func columns(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
