// SPDX-License-Identifier: Apache-2.0
// A message bus of a test's own.

import FoundationEssentials
import Glibc

/// A `dbus-daemon` on a socket in a temporary directory, which starts nothing that is installed on this machine; it is
/// killed with its last reference.
public final class PrivateBus {
    public struct Unavailable: Error {
        public init() {}
    }

    public let address: String
    /// The folder of what it starts on demand.
    public let services: String
    private let directory: TemporaryDirectory
    private var pid: pid_t = 0

    /// - Parameter services: what the bus starts on demand: a program and its arguments by the name it would take.
    public init(starting services: [String: String] = [:]) throws {
        directory = try TemporaryDirectory()
        address = "unix:path=\(directory.path)/bus"
        self.services = "\(directory.path)/services"
        try FileManager.default.createDirectory(atPath: self.services, withIntermediateDirectories: true)
        for (name, command) in services {
            try directory.write("[D-BUS Service]\nName=\(name)\nExec=\(command)\n", to: "services/\(name).service")
        }
        try directory.write(
            """
            <busconfig><type>session</type><listen>\(address)</listen><auth>EXTERNAL</auth>
            <servicedir>\(self.services)</servicedir>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
            <allow own="*"/></policy></busconfig>
            """, to: "bus.conf")
        try start()
    }

    /// Starts it, or another one in the place of one that was stopped.
    public func start() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Unavailable() }
        defer { close(ends[0]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let arguments = ["dbus-daemon", "--config-file=\(directory.path)/bus.conf", "--nofork", "--print-address=1"]
        var argv = arguments.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        let result = posix_spawnp(&pid, "dbus-daemon", &actions, nil, &argv, &environment)
        close(ends[1])
        guard result == 0 else { throw Unavailable() }

        // It prints its address once it listens.
        var byte: UInt8 = 0
        guard read(ends[0], &byte, 1) == 1 else { throw Unavailable() }
    }

    deinit {
        stop()
    }

    /// Lets the bus hang: it takes connections, and answers nobody.
    public func suspend() { kill(pid, SIGSTOP) }

    /// Kills the bus under its clients.
    public func stop() {
        guard pid > 0 else { return }
        kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
        pid = 0
    }
}
