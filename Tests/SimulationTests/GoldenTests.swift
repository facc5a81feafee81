// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The eight days as they were when somebody last read them and would have wanted them.
///
/// `HYDRATED_RECORD=1 swift test --filter GoldenTests` writes them anew; then read the difference.
@Suite("The days that come with hydrated", .timeLimit(.minutes(10))) struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let isRecording = ProcessInfo.processInfo.environment["HYDRATED_RECORD"] == "1"

    @Test("are all here, and nothing else is")
    func complete() throws {
        let examples = try FileManager.default.contentsOfDirectory(atPath: Examples.folder.path)
        #expect(examples.sorted() == Examples.names.map { "\($0).scenario" })
        let golden = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(golden.sorted() == Examples.names.flatMap { ["\($0).jsonl", "\($0).txt"] })
    }

    @Test("read as they did", arguments: Examples.names)
    func table(name: String) throws {
        try compare(Examples.run(name, json: false), with: "\(name).txt")
    }

    @Test("are the same for a program", arguments: Examples.names)
    func json(name: String) throws {
        try compare(Examples.run(name), with: "\(name).jsonl")
    }

    private func compare(_ simulated: Simulated, with name: String) throws {
        try #require(simulated.status == 0, "\(simulated.errors)")
        #expect(simulated.errors.isEmpty)
        let file = Self.folder.appending(path: name)
        if Self.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(simulated.output.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let lines = (was: golden.split(separator: "\n"), is: simulated.output.split(separator: "\n"))
        let first = zip(lines.was, lines.is).first { $0 != $1 }
        #expect(
            simulated.output == golden,
            "\(name): \(first.map { "was “\($0.0)”, is “\($0.1)”" } ?? "\(lines.was.count) lines were \(lines.is.count)")"
        )
    }
}
