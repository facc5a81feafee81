// SPDX-License-Identifier: Apache-2.0

import BusTesting
import ControlProtocol
import ControlTesting
import Foundation
import Systemd
import Testing

/// Ours, not the one that Testing has for processes.
typealias ExitStatus = ControlProtocol.ExitStatus

/// hydratectl as a real process, beside a fake hydrated on a bus of its own.
struct Desk {
    let hydrated: HydratedOnBus

    init(answers: Bool = true) throws { hydrated = try HydratedOnBus(answers: answers) }

    var handler: FakeHydrated { hydrated.handler }

    /// Runs hydratectl to its end.
    func run(_ arguments: [String], zone: String = "Europe/Berlin") throws -> Outcome {
        try Outcome.of(arguments, zone: zone, bus: hydrated.daemon.address, on: hydrated.loop)
    }

    func run(_ line: String) throws -> Outcome { try run(line.split(separator: " ").map(String.init)) }
}

/// What a run of hydratectl left behind.
struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The program that was built together with these tests.
    static let program: String = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "hydratectl").path
    }()

    static func of(_ arguments: [String], zone: String = "UTC", bus: String?, on loop: EventLoop) throws -> Outcome {
        var environment = ["PATH": "/usr/bin:/bin", "TZ": zone]
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        var result: ChildProcess.Result?
        let child = try ChildProcess.spawn(
            on: loop, [program] + arguments, environment: environment, standardError: .captured
        ) { result = $0 }
        try loop.run { result != nil }
        withExtendedLifetime(child) {}
        let ended = try #require(result)
        guard case .exited(let status) = ended.ending else {
            Issue.record("hydratectl \(arguments): \(ended)")
            return Outcome(status: -1, output: ended.standardOutput, errors: ended.standardError)
        }
        return Outcome(status: status, output: ended.standardOutput, errors: ended.standardError)
    }

    /// Standard output as JSON.
    var json: [String: Any] {
        get throws {
            let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return try #require(value as? [String: Any])
        }
    }
}
