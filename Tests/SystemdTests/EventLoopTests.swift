// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Systemd
import Testing

@Suite("An event loop") struct EventLoopTests {
    let loop: EventLoop

    init() throws {
        loop = try EventLoop(clock: RealClock())
    }

    @Test("ends with the code it is given") func endsWithTheCode() throws {
        let start = try loop.deferred { [loop] in loop.exit(7) }
        start.schedule()
        #expect(try loop.runInTest() == 7)
    }

    @Test("does deferred work once, however often it was asked for")
    func doesDeferredWorkOnce() throws {
        var times = 0
        let work = try loop.deferred { times += 1 }
        let end = try loop.after(.milliseconds(20)) { [loop] in loop.exit(0) }
        for _ in 1...3 { work.schedule() }
        try loop.runInTest()
        end.cancel()
        #expect(times == 1)
    }

    @Test("does deferred work again when it is asked for again")
    func doesDeferredWorkAgain() throws {
        var times = 0
        var again: Deferred?
        let work = try loop.deferred { [loop] in
            times += 1
            if times == 3 { loop.exit(0) } else { again?.schedule() }
        }
        again = work
        work.schedule()
        try loop.runInTest()
        again = nil
        #expect(times == 3)
    }

    @Test("lets events through while work asks for itself again and again")
    func letsEventsThroughWhileWork() throws {
        var again: Deferred?
        let work = try loop.deferred { again?.schedule() }
        again = work
        work.schedule()
        let end = try loop.after(.milliseconds(5)) { [loop] in loop.exit(0) }
        #expect(try loop.runInTest() == 0)
        again = nil
        end.cancel()
    }

    @Test("fires a timer at its wall-clock time, and not before") func firesATimerAt() throws {
        let due = loop.clock.realtimeMicroseconds + 30_000
        var fired: Int64?
        let timer = try loop.timer(accuracy: .milliseconds(1)) { [loop] in
            fired = loop.clock.realtimeMicroseconds
            loop.exit(0)
        }
        timer.arm(at: due)
        try loop.runInTest()
        #expect(try #require(fired) >= due)
    }

    @Test("fires an overdue timer at once", arguments: [-1, 0, 1])
    func firesAnOverdueTimer(instant: Int64) throws {
        let timer = try loop.timer { [loop] in loop.exit(0) }
        timer.arm(at: instant)
        #expect(try loop.runInTest() == 0)
    }

    @Test("does not fire a timer that was disarmed, cancelled or dropped")
    func doesNotFireA() throws {
        let disarmed = try loop.timer { Issue.record("a disarmed timer fired") }
        disarmed.arm(at: 0)
        disarmed.arm(at: nil)
        let cancelled = try loop.timer { Issue.record("a cancelled timer fired") }
        cancelled.arm(at: 0)
        cancelled.cancel()
        cancelled.arm(at: 0)
        try loop.timer { Issue.record("a dropped timer fired") }.arm(at: 0)
        let end = try loop.after(.milliseconds(20)) { [loop] in loop.exit(0) }
        try loop.runInTest()
        end.cancel()
    }

    @Test("arms a timer again from its own handler") func armsATimerAgain() throws {
        var fired = 0
        var rearm: (any Timer)?
        let timer = try loop.timer(accuracy: .milliseconds(1)) { [loop] in
            fired += 1
            if fired == 3 { loop.exit(0) } else { rearm?.arm(at: loop.clock.realtimeMicroseconds + 1000) }
        }
        rearm = timer
        timer.arm(at: 0)
        try loop.runInTest()
        rearm = nil
        #expect(fired == 3)
    }

    @Test("takes a signal that would have killed the process") func takesASignalThat() throws {
        var taken: Int32?
        let sources = try loop.onSignal(SIGTERM, SIGINT, SIGHUP) { [loop] signal in
            taken = signal
            loop.exit(0)
        }
        // This thread's signal: the other threads of a test process do not block it.
        raise(SIGTERM)
        try loop.runInTest()
        #expect(taken == SIGTERM)
        sources.forEach { $0.cancel() }
    }

    @Test("tells when a file descriptor can be read") func tellsWhenAFile() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let source = try loop.io(ends[0], .readable) { [loop] events in
            #expect(events == .readable)
            loop.exit(0)
        }
        write(ends[1], "x", 1)
        try loop.runInTest()
        source.cancel()
    }

    @Test("keeps silent about a clock that nobody sets") func keepsSilentAboutA() throws {
        let watch = try loop.onClockStep { Issue.record("a step was reported") }
        let end = try loop.after(.milliseconds(20)) { [loop] in loop.exit(0) }
        try loop.runInTest()
        watch.cancel()
        end.cancel()
    }

    @Test("counts through suspend by one clock and not by the other, and both go by while nobody sleeps")
    func countsThroughSuspend() throws {
        func look() -> (up: Int64, awake: Int64) { (loop.clock.boottimeMicroseconds, loop.clock.monotonicMicroseconds) }
        let before = look()
        let end = try loop.after(.milliseconds(20)) { [loop] in loop.exit(0) }
        try loop.runInTest()
        let after = look()
        #expect(after.up - before.up >= 20_000 && after.awake - before.awake >= 20_000)
        end.cancel()
    }

    @Test("names the call and the error of what fails") func namesTheCallAnd() throws {
        let error = #expect(throws: SystemdError.self) { _ = try loop.io(-1, .readable) { _ in } }
        #expect(error == .failed(call: "sd_event_add_io", errno: EBADF))
        #expect(error?.description == "sd_event_add_io: Bad file descriptor")
    }
}
