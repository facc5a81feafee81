// SPDX-License-Identifier: Apache-2.0
// A message bus of a test's own.

import FoundationEssentials
import Glibc

/// A `dbus-daemon` on a socket in a temporary directory, which starts nothing that is installed on this machine; it is
/// killed with its last reference.
final class PrivateBus {
    struct Unavailable: Error {}

    let address: String
    /// What it starts on demand; empty at first.
    let services: String
    private let directory: TemporaryDirectory
    private var pid: pid_t = 0

    init() throws {
        directory = try TemporaryDirectory()
        address = "unix:path=\(directory.path)/bus"
        services = "\(directory.path)/services"
        try FileManager.default.createDirectory(atPath: services, withIntermediateDirectories: true)
        let configuration = """
            <busconfig><type>session</type><listen>\(address)</listen><auth>EXTERNAL</auth>
            <servicedir>\(services)</servicedir>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
            <allow own="*"/></policy></busconfig>
            """
        guard
            FileManager.default.createFile(
                atPath: directory.path + "/bus.conf", contents: Data(configuration.utf8))
        else { throw Unavailable() }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Unavailable() }
        defer { close(ends[0]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let arguments = ["dbus-daemon", "--config-file=\(directory.path)/bus.conf", "--nofork", "--print-address=1"]
        var argv = arguments.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        guard posix_spawnp(&pid, "dbus-daemon", &actions, nil, &argv, &environment) == 0 else { throw Unavailable() }
        close(ends[1])

        // It prints its address once it listens.
        var byte: UInt8 = 0
        guard read(ends[0], &byte, 1) == 1 else { throw Unavailable() }
    }

    deinit {
        stop()
    }

    /// Kills the bus under its clients.
    func stop() {
        guard pid > 0 else { return }
        kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
        pid = 0
    }
}

/// A directory of a test's own; it is removed, with what is in it, with its last reference.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array("/tmp/hydrated-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw PrivateBus.Unavailable() }
        path = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
