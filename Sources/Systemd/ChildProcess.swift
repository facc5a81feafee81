// SPDX-License-Identifier: Apache-2.0
// A child process of an event loop.

import CSystemd
import Glibc

/// A running child process. It is always reaped. Dropping the last reference before it has ended interrupts it
/// (`SIGINT`), and its completion is not called any more.
public final class ChildProcess {
    /// How a process ended.
    public enum Ending: Equatable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// What is left of a process.
    public struct Result: Equatable, Sendable {
        public let ending: Ending
        /// What it wrote, as far as it was kept; what was not valid UTF-8 is replaced.
        public let standardOutput: String
        /// Empty unless it was to be captured.
        public let standardError: String
    }

    /// What becomes of its standard error.
    public enum StandardError: Sendable {
        case discarded
        case captured
    }

    /// How much of each stream is kept, in bytes; the rest is read and thrown away, so that the child never blocks.
    public static let captureLimit = 65_536

    /// This process's environment without what is between it and its service manager.
    public static var inheritedEnvironment: [String: String] {
        var environment: [String: String] = [:]
        var entry = csystemd_environment()
        while let text = entry?.pointee {
            let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { environment[String(pair[0])] = String(pair[1]) }
            entry = entry?.successor()
        }
        return withoutServiceManager(environment)
    }

    private let running: RunningChild

    private init(running: RunningChild) {
        self.running = running
    }

    deinit {
        running.abandon()
    }

    /// The process id, until it has been reaped.
    public var pid: Int32? { running.pid }

    /// Sends a signal; does nothing once the process has been reaped, so it never hits another one.
    public func signal(_ signal: Int32) {
        running.signal(signal)
    }

    /// Starts a program, without a shell, with all signals unblocked and at their defaults, and no standard input.
    /// - Parameters:
    ///   - arguments: the program (searched in this process's `PATH` if it has no slash) and its arguments.
    ///   - environment: all of it; `NOTIFY_SOCKET` and `WATCHDOG_*` are left out, they are not the child's business.
    ///   - completion: called once from the loop when it has ended.
    public static func spawn(
        on loop: EventLoop, _ arguments: [String], environment: [String: String] = inheritedEnvironment,
        standardError: StandardError = .discarded, completion: @escaping (Result) -> Void
    ) throws(SystemdError) -> ChildProcess {
        // libsystemd refuses to watch children whose end the kernel might tell to someone else.
        try blockSignal(SIGCHLD)
        let output = try Pipe()
        let errors: Pipe? = if case .captured = standardError { try Pipe() } else { nil }
        let capture = try Capture(output, on: loop)
        let errorCapture = try errors.map { pipe throws(SystemdError) in try Capture(pipe, on: loop) }
        let pairs = withoutServiceManager(environment).map { "\($0.key)=\($0.value)" }
        let pid = try launch(arguments, environment: pairs, output: output, errors: errors)
        return ChildProcess(
            running: try RunningChild(on: loop, pid: pid, output: capture, errors: errorCapture, completion))
    }

    private static func withoutServiceManager(_ environment: [String: String]) -> [String: String] {
        environment.filter { $0.key != "NOTIFY_SOCKET" && !$0.key.hasPrefix("WATCHDOG_") }
    }
}

/// Keeps itself until the process has been reaped, whatever becomes of its ``ChildProcess``.
private final class RunningChild {
    private(set) var pid: Int32?
    private var source: Source?
    private var completion: ((ChildProcess.Result) -> Void)?
    private let output: Capture
    private let errors: Capture?

    init(
        on loop: EventLoop, pid: Int32, output: Capture, errors: Capture?,
        _ completion: @escaping (ChildProcess.Result) -> Void
    ) throws(SystemdError) {
        self.pid = pid
        self.output = output
        self.errors = errors
        self.completion = completion
        let receive = { (event: Source.Event) in
            if case .child(let ending) = event { self.ended(ending) }
        }
        do throws(SystemdError) {
            source = try Source("sd_event_add_child", receive) { source, userdata in
                sd_event_add_child(
                    loop.raw, source, pid, WEXITED,
                    { _, info, userdata in
                        guard let info else { return 0 }
                        let status = csystemd_child_status(info)
                        let exited = info.pointee.si_code == CLD_EXITED
                        return Source.fire(userdata, .child(exited ? .exited(status) : .killed(signal: status)))
                    }, userdata)
            }
        } catch {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
            throw error
        }
    }

    func signal(_ signal: Int32) {
        guard pid != nil else { return }
        // Through the pidfd; a process that has ended but is not yet reaped is no error.
        sd_event_source_send_child_signal(source?.raw, signal, nil, 0)
    }

    func abandon() {
        completion = nil
        signal(SIGINT)
    }

    private func ended(_ ending: ChildProcess.Ending) {
        let completion = completion
        self.completion = nil
        pid = nil
        source?.cancel()
        completion?(
            ChildProcess.Result(
                ending: ending, standardOutput: output.finish(), standardError: errors?.finish() ?? ""))
    }
}
