// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `hydratectl simulate` made of a scenario, run as a process in an environment that holds nothing else.
struct Simulated {
    let status: Int32
    let output: String
    let errors: String

    /// The program that was built together with these tests.
    private static let program: URL = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "hydratectl")
    }()

    init(arguments: [String], environment: [String: String] = [:]) throws {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = Self.program
        process.arguments = ["simulate"] + arguments
        process.environment = ["PATH": "/usr/bin:/bin", "TZ": "Asia/Tokyo"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        status = process.terminationStatus
        self.output = String(decoding: written, as: UTF8.self)
        self.errors = String(decoding: complained, as: UTF8.self)
    }

    /// Runs a scenario that is written here, as the file `day.scenario` of a folder of its own.
    init(_ scenario: String, json: Bool = true, environment: [String: String] = [:]) throws {
        try self.init(bytes: Array(scenario.utf8), json: json, environment: environment)
    }

    init(bytes: [UInt8], json: Bool = true, environment: [String: String] = [:]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "day.scenario")
        try Data(bytes).write(to: file)
        try self.init(arguments: (json ? ["--json"] : []) + [file.path], environment: environment)
    }

    /// One object a line.
    var occurrences: [Occurrence] {
        get throws {
            #expect(status == 0, "\(errors)")
            return try output.split(separator: "\n").map {
                try JSONDecoder().decode(Occurrence.self, from: Data($0.utf8))
            }
        }
    }
}

/// A line of JSON; every key must be there.
struct Occurrence: Decodable {
    struct Balance: Decodable {
        let waterDeficit: Double
        let freeWaterDeficit: Double
        let sodiumDeficit: Double
        let surplus: Double
    }

    let at: String
    let event: String
    let guideline: String?
    let volume: Double?
    let electrolytes: Bool
    let text: String
    let balance: Balance

    var day: String { String(at.prefix(10)) }
    var time: String { String(at.dropFirst(11).prefix(5)) }
}

extension [Occurrence] {
    func of(_ event: String) -> [Occurrence] { filter { $0.event == event } }

    /// How many reminders came on each day on which any came.
    var remindersByDay: [String: Int] {
        Dictionary(of("reminder").map { ($0.day, 1) }, uniquingKeysWith: +)
    }
}

/// The days that come with the product.
enum Examples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appending(path: "Config/examples")
    static let names = [
        "evening-run", "long-ride-in-heat", "marathon", "night-cramp", "night-shift", "office-heat-wave",
        "office-winter", "pregnancy",
    ]

    static func run(_ name: String, json: Bool = true) throws -> Simulated {
        try Simulated(arguments: (json ? ["--json"] : []) + [folder.appending(path: "\(name).scenario").path])
    }
}
