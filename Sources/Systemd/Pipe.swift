// SPDX-License-Identifier: Apache-2.0
// The pipes between a child process and the loop, and the start of the process between them.

import CSystemd
import Glibc

/// A file descriptor that is closed with its last reference.
final class FileDescriptor {
    let raw: Int32

    init(_ raw: Int32) {
        self.raw = raw
    }

    deinit {
        close(raw)
    }
}

/// A pipe, closed on exec at both ends; the end that is read does not block.
struct Pipe {
    let readEnd: FileDescriptor
    let writeEnd: FileDescriptor

    init() throws(SystemdError) {
        var ends: [Int32] = [-1, -1]
        try checkErrno(pipe(&ends), "pipe")
        readEnd = FileDescriptor(ends[0])
        writeEnd = FileDescriptor(ends[1])
        for end in ends { try checkErrno(fcntl(end, F_SETFD, FD_CLOEXEC), "fcntl") }
        try checkErrno(fcntl(ends[0], F_SETFL, O_NONBLOCK), "fcntl")
    }
}

/// The first bytes that come through a pipe.
final class Capture {
    private let end: FileDescriptor
    private var source: Source?
    private var bytes: [UInt8] = []

    init(_ pipe: Pipe, on loop: EventLoop) throws(SystemdError) {
        end = pipe.readEnd
        source = try loop.io(end.raw, .readable) { [unowned self] _ in
            if !readSome() { source?.cancel() }
        }
    }

    /// All that was written so far. The writer has ended; what a descendant of it may still write is not awaited.
    func finish() -> String {
        source?.cancel()
        while bytes.count < ChildProcess.captureLimit, readSome() {}
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Returns: whether there was something.
    private func readSome() -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
            var count = 0
            repeat { count = read(end.raw, buffer.baseAddress, buffer.count) } while count == -1 && errno == EINTR
            guard count > 0 else { return false }
            bytes += buffer.prefix(min(count, ChildProcess.captureLimit - bytes.count))
            return true
        }
    }
}

/// Starts a program with its standard output, and perhaps its standard error, in pipes.
func launch(_ arguments: [String], environment: [String], output: Pipe, errors: Pipe?) throws(SystemdError) -> pid_t {
    // C would end the string there, and run something else than what was asked for.
    let nul = (arguments + environment).contains { $0.utf8.contains(0) }
    guard let program = arguments.first, !nul else { throw .failed(call: "posix_spawnp", errno: EINVAL) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd.raw, STDOUT_FILENO)
    if let errors {
        posix_spawn_file_actions_adddup2(&actions, errors.writeEnd.raw, STDERR_FILENO)
    } else {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }

    // A child inherits blocked and ignored signals, and would then not hear the SIGINT that ends it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var pid: pid_t = 0
    let result = withCStrings(arguments) { argv in
        withCStrings(environment) { environment in
            posix_spawnp(&pid, program, &actions, &attributes, argv, environment)
        }
    }
    try check(-result, "posix_spawnp")
    return pid
}

/// The NULL-ended array of C strings that C functions like.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { copies.initializeElement(at: index, to: strdup(string)) }
    copies.initializeElement(at: strings.count, to: nil)
    defer {
        copies.forEach { free($0) }
        copies.deallocate()
    }
    guard let base = copies.baseAddress else { preconditionFailure("an allocation of at least one element") }
    return body(base)
}
