// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Glibc
public import Systemd
import Wording

/// Brings the daemon up on the session bus and runs it to its end.
public enum Launch {
    /// - Parameters:
    ///   - clock: what the loop calls time.
    ///   - prepare: puts more onto the loop before anything starts.
    /// - Returns: the exit code.
    public static func run(
        clock: any LoopClock, prepare: (EventLoop) throws(SystemdError) -> Void = { _ in }
    ) -> Int32 {
        // A full disk or quota is an error to be told, not a signal to die of.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        let journal = Journal(identifier: "hydrated")
        do throws(SystemdError) {
            let loop = try EventLoop(clock: clock)
            try prepare(loop)
            let bus: Bus
            do throws(SystemdError) {
                bus = try Bus.user()
                try bus.attach(to: loop)
            } catch {
                journal.send(.error, "\(ErrorText.noBus) (\(error))")
                return ExitStatus.unavailable.rawValue
            }
            return try run(loop, bus, journal)
        } catch {
            journal.send(.error, "\(error)")
            return ExitStatus.failure.rawValue
        }
    }

    private static func run(_ loop: EventLoop, _ bus: Bus, _ journal: Journal) throws(SystemdError) -> Int32 {
        do throws(Hydrated.StartError) {
            let hydrated = try Hydrated(
                loop: loop, bus: bus, journal: journal, environment: ChildProcess.inheritedEnvironment)
            try hydrated.start()
            do throws(SystemdError) {
                let code = try withExtendedLifetime(hydrated) { () throws(SystemdError) in try loop.run() }
                if code != 0 { journal.send(.error, "The session bus has gone; hydrated ends with it") }
                return code
            } catch {
                throw .system(error)
            }
        } catch {
            switch error {
            case .noHome: journal.send(.error, ErrorText.noHome)
            case .alreadyRunning(let pid): journal.send(.error, ErrorText.alreadyRunning(pid: pid))
            case .system(let error): throw error
            }
            return ExitStatus.unavailable.rawValue
        }
    }
}
