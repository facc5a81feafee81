// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A `dbus-daemon` of a test's own; it is killed, and its directory removed, with its last reference.
public final class PrivateBus {
    public struct Unavailable: Error {}

    public let address: String
    private let directory: String
    private var services: [String] = []
    private var pid: pid_t = 0

    /// - Parameter services: what the bus starts on demand: a program and its arguments by the name it would take.
    public init(starting services: [String: String] = [:]) throws {
        var template = Array("/tmp/hydrated-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Unavailable() }
        directory = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        address = "unix:path=\(directory)/bus"
        let folder = "\(directory)/dbus-1/services"
        for path in ["\(directory)/dbus-1", folder] { mkdir(path, 0o700) }
        for (name, command) in services {
            let path = "\(folder)/\(name).service"
            try Self.write("[D-BUS Service]\nName=\(name)\nExec=\(command)\n", to: path)
            self.services.append(path)
        }
        try start()
    }

    private func start() throws {
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
        let arguments = ["dbus-daemon", "--session", "--nofork", "--print-address=1", "--address=\(address)"]
        let variables = ["XDG_DATA_HOME=\(directory)", "XDG_DATA_DIRS=\(directory)", "PATH=/usr/bin:/bin"]
        var argv = arguments.map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { (argv + environment).forEach { free($0) } }
        let result = posix_spawnp(&pid, "dbus-daemon", &actions, nil, &argv, &environment)
        close(ends[1])
        guard result == 0 else { throw Unavailable() }
        // It prints its address once it listens.
        var byte: UInt8 = 0
        guard read(ends[0], &byte, 1) == 1 else { throw Unavailable() }
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "w") else { throw Unavailable() }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw Unavailable() }
    }

    deinit {
        if pid > 0 {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
        for path in services { unlink(path) }
        for path in ["/dbus-1/services", "/dbus-1", "/bus", ""] { remove(directory + path) }
    }
}
