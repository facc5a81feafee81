// SPDX-License-Identifier: Apache-2.0
// The daemon under test, as a process.

import BusTesting
import Diary
import Glibc
import Physiology
import Systemd
import Testing

/// A running `hydrated`, or `hydrated-driven`. It is killed with its last reference.
final class Program {
    /// What it wrote to standard error, a line each.
    private(set) var lines: [String] = []
    private(set) var exitCode: Int32?
    let pid: pid_t
    private let loop: EventLoop
    private let errors: Int32
    /// The end of the socket that moves the clock.
    private let wire: Int32
    private var source: Source?
    private var partial = ""
    private var orphans: [pid_t] = []

    /// - Parameters:
    ///   - arguments: the program, by its path, and its arguments.
    ///   - terminal: what its standard error is, instead of a pipe.
    init(on loop: EventLoop, _ arguments: [String], _ environment: [String: String], terminal: Terminal? = nil) throws {
        self.loop = loop
        // Closed on exec from the beginning: other tests start programs at the same time.
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        var orders: [Int32] = [-1, -1]
        var lines: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, type, 0, &orders) == 0 && socketpair(AF_UNIX, type, 0, &lines) == 0)
        (wire, errors) = (orders[0], lines[0])
        defer { for end in [orders[1], lines[1]] { close(end) } }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, orders[1], STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, terminal?.slave ?? lines[1], STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var argv = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + variables).forEach { free($0) } }
        var pid: pid_t = 0
        try #require(posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &variables) == 0)
        self.pid = pid
        if terminal == nil { source = try loop.io(errors, .readable) { [unowned self] _ in receive() } }
    }

    deinit {
        source?.cancel()
        if exitCode == nil {
            signal(SIGKILL)
            waitpid(pid, nil, 0)
        }
        orphans.forEach { Glibc.kill($0, SIGKILL) }
        close(errors)
        close(wire)
    }

    private func receive() {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(errors, &bytes, bytes.count)
        guard count > 0 else {
            source?.cancel()
            var status: Int32 = 0
            waitpid(pid, &status, 0)
            exitCode = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
            return
        }
        partial += String(decoding: bytes[..<count], as: UTF8.self)
        while let end = partial.firstIndex(of: "\n") {
            lines.append(String(partial[..<end]))
            partial.removeSubrange(...end)
        }
    }

    func signal(_ signal: Int32) {
        // Nobody else looks after them when it has no chance to.
        if signal == SIGKILL { orphans += children }
        Glibc.kill(pid, signal)
    }

    /// Waits for its end.
    func ended(within deadline: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation) throws
        -> Int32
    {
        try loop.runInTest(within: deadline, sourceLocation: sourceLocation) { exitCode != nil }
        return try #require(exitCode)
    }

    /// Whether the journal has a line that contains `text`.
    func said(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    // MARK: The clock

    /// Lets the driven clock go on, or sets it, and waits until it has arrived and nothing is due any more.
    func clock(_ order: String, _ instant: Instant) throws {
        let line = Array("\(order) \(instant.microseconds)\n".utf8)
        let sent = send(wire, line, line.count, Int32(MSG_NOSIGNAL))
        try #require(sent == line.count)
        var answer = ""
        let reading = try loop.io(wire, .readable) { [wire] _ in
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = read(wire, &bytes, bytes.count)
            answer += count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : "gone\n"
        }
        try loop.runInTest(within: .seconds(60)) { answer.hasSuffix("\n") }
        reading.cancel()
        #expect(answer == "arrived \(instant.microseconds)\n")
    }

    // MARK: What it costs

    /// The process ids of its children, zombies among them.
    var children: [pid_t] {
        guard let text = contents("/proc/\(pid)/task/\(pid)/children") else { return [] }
        return text.split(separator: " ").compactMap { pid_t($0) }
    }

    var descriptors: Int {
        guard let folder = opendir("/proc/\(pid)/fd") else { return -1 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return count
    }

    /// The clocks that its timers go by, as `timerfd_create` numbers them, one for each timer.
    var timerClocks: [Int] {
        guard let folder = opendir("/proc/\(pid)/fdinfo") else { return [] }
        defer { closedir(folder) }
        var clocks: [Int] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let lines = contents("/proc/\(pid)/fdinfo/\(name)")?.split(separator: "\n") ?? []
            for line in lines where line.hasPrefix("clockid:") { clocks.append(Int(line.filter(\.isNumber)) ?? -1) }
        }
        return clocks
    }

    /// Resident memory of its own, in kilobytes: without code, which comes and goes with every sleep.
    var memory: Int {
        let line = contents("/proc/\(pid)/status")?.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? -1
    }

    var threads: Int {
        let line = contents("/proc/\(pid)/status")?.split(separator: "\n").first { $0.hasPrefix("Threads:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? -1
    }
}

/// A pseudo-terminal.
final class Terminal {
    let slave: Int32
    private let master: Int32

    init() throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var number: Int32 = 0
        // TIOCSPTLCK and TIOCGPTN, macros that Swift does not see: unlock, then the number of the other end.
        try #require(ioctl(master, 0x4004_5431, &number) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(slave >= 0)
    }

    deinit {
        close(slave)
        close(master)
    }

    /// Collects what is written to the terminal, for as long as the source is kept.
    func watch(on loop: EventLoop, _ receive: @escaping (String) -> Void) throws -> Source {
        try loop.io(master, .readable) { [master] _ in
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(master, &bytes, bytes.count)
            if count > 0 { receive(String(decoding: bytes[..<count], as: UTF8.self)) }
        }
    }
}

func contents(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    return count >= 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
}
