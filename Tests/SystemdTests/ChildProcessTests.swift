// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Systemd
import Testing

@Suite("A child process") struct ChildProcessTests {
    let loop: EventLoop

    init() throws {
        loop = try EventLoop(clock: RealClock())
    }

    @Test("tells its exit code", arguments: [0, 1, 42]) func tellsItsExitCode(code: Int32) throws {
        #expect(try run("exit \(code)").ending == .exited(code))
    }

    @Test("tells what it wrote") func tellsWhatItWrote() throws {
        let result = try run("echo 250ml; echo 'no such cup' >&2", standardError: .captured)
        #expect(result.standardOutput == "250ml\n")
        #expect(result.standardError == "no such cup\n")
    }

    @Test("is not asked for what it complains of") func isNotAskedFor() throws {
        #expect(try run("echo complaint >&2").standardError == "")
    }

    @Test("never blocks on what nobody keeps") func neverBlocksOnWhat() throws {
        let result = try run("head -c 1000000 /dev/zero | tr '\\0' x; exit 5")
        #expect(result.ending == .exited(5))
        #expect(result.standardOutput.utf8.count == ChildProcess.captureLimit)
    }

    @Test("is not awaited by what its descendants still hold open") func isNotAwaitedBy() throws {
        let result = try run("echo done; sleep 60 & echo $!")
        let lines = result.standardOutput.split(separator: "\n")
        #expect(lines.first == "done")
        kill(try #require(pid_t(lines[1])), SIGKILL)
    }

    @Test("hears SIGINT although this process blocks and ignores signals")
    func hearsSIGINTAlthoughThis() throws {
        let source = try loop.onSignal(SIGINT) { _ in }
        var ending: ChildProcess.Ending?
        let child = try ChildProcess.spawn(on: loop, ["sleep", "60"]) { [loop] result in
            ending = result.ending
            loop.exit(0)
        }
        child.signal(SIGINT)
        try loop.runInTest()
        #expect(ending == .killed(signal: SIGINT))
        #expect(child.pid == nil)
        source.forEach { $0.cancel() }
    }

    @Test("leaves no zombie") func leavesNoZombie() throws {
        let child = try ChildProcess.spawn(on: loop, ["true"]) { [loop] _ in loop.exit(0) }
        let pid = try #require(child.pid)
        try loop.runInTest()
        #expect(waitpid(pid, nil, WNOHANG) == -1)
        #expect(errno == ECHILD)
    }

    @Test("is interrupted and reaped when nobody wants it any more")
    func isInterruptedAndReaped() throws {
        var child: ChildProcess? = try ChildProcess.spawn(on: loop, ["sleep", "60"]) { _ in
            Issue.record("the completion of a dropped child was called")
        }
        let pid = try #require(child?.pid)
        child = nil
        let gone = try loop.deferred { [loop] in loop.exit(0) }
        // Idle priority would do; asking the kernel for the process is surer.
        var poll: Deferred?
        poll = try loop.deferred { if kill(pid, 0) == -1 { gone.schedule() } else { poll?.schedule() } }
        poll?.schedule()
        try loop.runInTest()
        poll = nil
        #expect(child == nil)
        #expect(waitpid(pid, nil, WNOHANG) == -1)
    }

    @Test("has the environment it was given, without its parent's service manager")
    func hasTheEnvironmentIt() throws {
        let environment = ["CUP": "250ml", "NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "2"]
        var output: String?
        let child = try ChildProcess.spawn(on: loop, ["/usr/bin/env"], environment: environment) { [loop] result in
            output = result.standardOutput
            loop.exit(0)
        }
        try loop.runInTest()
        #expect(output == "CUP=250ml\n")
        #expect(child.pid == nil)
    }

    @Test("reads nothing from this process's standard input") func readsNothingFromThis() throws {
        #expect(try run("cat; echo end").standardOutput == "end\n")
    }

    @Test(
        "cannot be started from nonsense",
        arguments: [(["/nonexistent/notify-send"], ENOENT), ([], EINVAL), (["echo", "a\0b"], EINVAL)])
    func cannotBeStartedFrom(arguments: [String], expected: Int32) throws {
        let error = #expect(throws: SystemdError.self) { _ = try ChildProcess.spawn(on: loop, arguments) { _ in } }
        #expect(error == .failed(call: "posix_spawnp", errno: expected))
    }

    @Test("gets its arguments as they are, without a shell") func getsItsArgumentsAs() throws {
        var output: String?
        let child = try ChildProcess.spawn(on: loop, ["printf", "%s", "$HOME `id` \"; *"]) { [loop] result in
            output = result.standardOutput
            loop.exit(0)
        }
        try loop.runInTest()
        #expect(output == "$HOME `id` \"; *")
        #expect(child.pid == nil)
    }

    private func run(_ script: String, standardError: ChildProcess.StandardError = .discarded) throws
        -> ChildProcess.Result
    {
        var result: ChildProcess.Result?
        let child = try ChildProcess.spawn(on: loop, ["sh", "-c", script], standardError: standardError) {
            [loop] in
            result = $0
            loop.exit(0)
        }
        try loop.runInTest()
        #expect(child.pid == nil)
        return try #require(result)
    }
}
