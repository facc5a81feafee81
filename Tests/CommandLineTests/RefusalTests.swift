// SPDX-License-Identifier: Apache-2.0

import BusTesting
import ControlProtocol
import ControlTesting
import Diary
import Physiology
import Systemd
import Testing

/// What cannot be: each with words that name it, its exit status, and nothing stored.
@Suite("hydratectl refuses", .timeLimit(.minutes(10))) struct RefusalTests {
    struct Refusal: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let status: ExitStatus
        /// What standard error names.
        let names: [String]

        init(_ line: String, _ status: ExitStatus, _ names: String...) {
            arguments = line.split(separator: " ").map { String($0.replacing("_", with: " ")) }
            self.status = status
            self.names = names
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let refusals = [
        Refusal("drink 250xyz", .usage, "250xyz", "xyz", "250ml"),
        Refusal("drink -250ml", .usage, "-250ml", "below zero"),
        Refusal("drink 0ml", .usage, "zero"),
        Refusal("drink 0x10", .usage, "0x10"),
        Refusal("drink 1e3ml", .usage, "1e3ml"),
        Refusal("drink 0,5l", .usage, "0,5l", "point"),
        Refusal("drink 5l", .data, "5 l", "3 l"),
        Refusal("drink nan", .usage, "nan"),
        Refusal("drink nan_ml", .data, "nan"),
        Refusal("drink 250ml cofee", .data, "cofee", "coffee"),
        Refusal("drink coffee 250ml tea", .usage, "tea"),
        Refusal("drink 250ml --at tomorrow_14:30", .data, "in the future"),
        Refusal("drink 250ml --at 25:00", .usage, "25:00", "14:30"),
        Refusal("drink 250ml --at 2026-02-30_10:00", .usage, "2026-02-30"),
        Refusal("drink 250ml --at soon", .usage, "soon"),
        Refusal("drink 250ml --at 2001-01-01_10:00", .data, "too long ago"),
        Refusal("drink --volume 3", .usage, "--volume"),
        Refusal("temperature 31", .usage, "31", "31C"),
        Refusal("temperature 70C", .data, "70 °C", "60 °C"),
        Refusal("temperature -60C", .data, "-60 °C"),
        Refusal("temperature 31C 130%", .data, "130 %", "100 %"),
        Refusal("temperature nanC", .usage, "nanC"),
        Refusal("temperature 31C --sun bright", .usage, "bright", "overcast"),
        Refusal("temperature", .usage, "degrees"),
        Refusal("weigh 5kg", .data, "5 kg", "25 kg"),
        Refusal("weigh during 70kg", .usage, "during"),
        Refusal("workout add runing 45min", .data, "runing", "running"),
        Refusal("workout add running", .usage, "45min"),
        Refusal("workout add running 45min --started 10:00 --ended 11:00", .usage, "Leave one"),
        Refusal("workout add running 25h", .data, "24 h"),
        Refusal("workout add running --started 2h_ago --ended 3h_ago", .data, "before it starts"),
        Refusal("workout start running --speed 1000km/h", .data, "1000 km/h"),
        Refusal("workout start running --intensity brutal", .usage, "brutal", "moderate"),
        Refusal("workout start running --met nan", .usage, "nan"),
        Refusal("workout plan running 18:00", .usage, "18:00 1h"),
        Refusal("workout plan 18:00 1h", .usage, "running 18:00 1h"),
        Refusal("workout plan running 2020-01-01_18:00 1h", .data, "2020-01-01"),
        Refusal("workout stop", .failure, "No workout is running"),
        Refusal("workout", .success),
        Refusal("cramp ear", .usage, "ear", "calf"),
        Refusal("guidance stretch-befor-bed", .usage, "stretch-befor-bed", "stretch-before-bed"),
        Refusal("undo", .failure, "nothing to undo"),
        Refusal("undo 99", .data, "99"),
        Refusal("undo -1", .usage, "-1"),
        Refusal("undo last", .usage, "last"),
        Refusal("pause", .usage, "time"),
        Refusal("pause until noon", .usage, "noon"),
        Refusal("pause 20", .usage, "20"),
        Refusal("snooze forever", .usage, "forever"),
        Refusal("snooze -20min", .usage, "-20min"),
        Refusal("log --days 0", .usage, "--days"),
        Refusal("log --limit 0", .usage, "--limit"),
        Refusal("log --days 2 --from 10:00", .usage, "--from"),
        Refusal("why moon", .data, "moon"),
        Refusal("swim", .usage, "swim"),
    ]

    @Test("what cannot be, and stores nothing", arguments: refusals) func refusal(_ refusal: Refusal) throws {
        let desk = try Desk()
        let outcome = try desk.run(refusal.arguments)
        #expect(outcome.status == refusal.status.rawValue, "\(outcome)")
        for name in refusal.names { #expect(outcome.errors.contains(name), "\(name) in \(outcome.errors)") }
        if refusal.status != .success { #expect(outcome.output.isEmpty) }
        #expect(desk.handler.entries.isEmpty)
    }

    @Test("a workout at the time of another, naming it") func overlap() throws {
        let desk = try Desk()
        _ = try desk.run("workout add running 45min")
        let outcome = try desk.run("workout add tennis 30min")
        #expect(outcome.status == ExitStatus.data.rawValue)
        #expect(desk.handler.entries.count == 1)
        _ = try desk.run("workout start running")
        #expect(try desk.run("workout start tennis").status == ExitStatus.failure.rawValue)
    }

    @Test("everything while the diary cannot be written to, and says why", arguments: DiaryFault.allCases)
    func diary(fault: DiaryFault) throws {
        let desk = try Desk()
        desk.handler.refusal = .diaryUnavailable(fault)
        let outcome = try desk.run("drink 250ml")
        #expect(outcome.status == ExitStatus.unavailable.rawValue)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Nothing can be logged"))
    }
}

/// When there is nobody to ask.
@Suite("Without an answer hydratectl", .timeLimit(.minutes(10))) struct UnreachableTests {
    /// A call that nobody answers ends after 25 s by itself. hydratectl waits for five; a busy machine adds to that.
    private static let patienceOfTheBus = Duration.seconds(20)

    private func time(_ body: () throws -> Outcome) rethrows -> (Outcome, Duration) {
        let start = ContinuousClock.now
        let outcome = try body()
        return (outcome, ContinuousClock.now - start)
    }

    @Test("says at once that there is no bus") func noBus() throws {
        let loop = try EventLoop(clock: RealClock())
        let outcome = try Outcome.of(["status"], bus: "unix:path=/nonexistent/bus", on: loop)
        #expect(outcome.status == ExitStatus.unavailable.rawValue)
        #expect(outcome.errors.contains("no session bus"))
    }

    @Test("says at once that nobody can be started", arguments: ["status", "drink", "log", "why", "undo"])
    func nobody(command: String) throws {
        let bus = try PrivateBus()
        let loop = try EventLoop(clock: RealClock())
        let (outcome, taken) = try time { try Outcome.of([command], bus: bus.address, on: loop) }
        #expect(outcome.status == ExitStatus.unavailable.rawValue)
        #expect(outcome.errors.contains("hydrated does not run and could not be started"))
        #expect(taken < Self.patienceOfTheBus)
    }

    @Test("gives up on a daemon that does not come up, long before the bus does", arguments: ["status", "drink"])
    func neverUp(command: String) throws {
        let bus = try PrivateBus(starting: [ControlName.bus: "/bin/sleep 60"])
        let loop = try EventLoop(clock: RealClock())
        let (outcome, taken) = try time { try Outcome.of([command], bus: bus.address, on: loop) }
        #expect(outcome.status == ExitStatus.unavailable.rawValue)
        #expect(outcome.errors.contains("hydrated does not run and could not be started"))
        #expect(taken < Self.patienceOfTheBus)
    }

    @Test("repeats what the service manager says of the unit") func unit() throws {
        let bus = try PrivateBus()
        let loop = try EventLoop(clock: RealClock())
        let manager = try Bus(address: bus.address)
        try manager.attach(to: loop)
        func interface(_ name: String, _ values: [String: String]) -> Interface {
            Interface(
                "org.freedesktop.systemd1.\(name)",
                properties: values.map { name, value in
                    Interface.Property(name, "s", .silent) { () throws(BusError) in .string(value) }
                })
        }
        let path = "/org/freedesktop/systemd1/unit/hydrated_2eservice"
        let unit = try manager.export(
            interface("Unit", ["LoadState": "loaded", "ActiveState": "failed", "SubState": "failed"]), at: path)
        let service = try manager.export(interface("Service", ["Result": "start-limit-hit"]), at: path)
        #expect(try manager.requestName("org.freedesktop.systemd1") == .acquired)
        let outcome = try Outcome.of(["drink"], bus: bus.address, on: loop)
        #expect(outcome.status == ExitStatus.unavailable.rawValue)
        #expect(outcome.errors.contains("failed"))
        #expect(outcome.errors.contains("start-limit-hit"))
        #expect(outcome.errors.contains("journalctl --user -u hydrated"))
        unit.cancel()
        service.cancel()
    }

    @Test("tells a daemon that hangs from one that is not there") func hangs() throws {
        let desk = try Desk(answers: false)
        let (outcome, taken) = try time { try desk.run("drink 250ml") }
        #expect(outcome.status == ExitStatus.retry.rawValue)
        #expect(taken < Self.patienceOfTheBus)
    }

    @Test("asks once more under the same token, so that nothing is logged twice") func again() throws {
        let desk = try Desk(answers: false)
        // Longer than the first try lasts: by then both calls wait to be answered.
        let late = try desk.hydrated.loop.after(.seconds(3)) { try? desk.hydrated.answer() }
        let outcome = try desk.run("drink 250ml")
        late.cancel()
        #expect(outcome.status == 0, "\(outcome)")
        #expect(desk.handler.performed.count == 2)
        #expect(Set(desk.handler.performed.map(\.token)).count == 1)
        #expect(desk.handler.entries.count == 1)
    }
}
