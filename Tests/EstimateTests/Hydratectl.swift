// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A run of the built hydratectl, with no bus, no home and nothing else in its environment but what a test gives it.
struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// The program that was built together with these tests.
    private static let program: URL = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "hydratectl")
    }()

    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // A document fits into a pipe; the tables are read before the errors, of which there are none then.
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -1
        self.output = String(decoding: written, as: UTF8.self)
        self.errors = String(decoding: complained, as: UTF8.self)
    }

    init(_ line: String) throws { try self.init(line.split(separator: " ").map(String.init)) }

    /// Standard output as `Document`, of a run that succeeded.
    func decoded<Document: Decodable>(_ type: Document.Type = Document.self) throws -> Document {
        try #require(status == 0, "\(errors)")
        return try JSONDecoder().decode(type, from: Data(output.utf8))
    }
}

/// What `hydratectl estimate --json` writes.
struct EstimateDocument: Decodable, Equatable {
    struct Bounds: Decodable, Equatable {
        let median, lower: Double
    }
    let version: Int
    let metabolicEquivalent, surfaceArea, metabolicRate: Double
    let requiredEvaporation, maximumEvaporation: Double?
    let sweatPower: Double
    let sweatRate, sweatLoss: Bounds
    let sodiumConcentration, electrolyteLoss, wbgt: Double
    let heatLevel: String
    let thirstAfter: Double?

    /// The document of `hydratectl estimate` with these arguments.
    static func of(_ line: String) throws -> Self { try Run("estimate \(line) --json").decoded() }
}
