// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Systemd
import Testing

@Suite("A driven clock") struct DrivenClockTests {
    let clock: DrivenClock
    let loop: EventLoop

    init() throws {
        clock = DrivenClock(at: 1000)
        loop = try EventLoop(clock: clock)
    }

    @Test("stands still until it is told to go") func standsStillUntilIt() throws {
        let timer = try loop.timer { Issue.record("time went by by itself") }
        timer.arm(at: 1001)
        let end = try loop.after(.milliseconds(20)) { [loop] in loop.exit(0) }
        try loop.runInTest()
        end.cancel()
        #expect(clock.realtimeMicroseconds == 1000)
    }

    @Test("fires timers in the order of their instants, each at its own")
    func firesTimersInThe() throws {
        var fired: [String] = []
        let timers = try ["c": 3000, "a": 1500, "b": 2000, "later": 4001].map { name, due in
            let timer = try loop.timer { [clock] in fired.append("\(name) \(clock.realtimeMicroseconds)") }
            timer.arm(at: Int64(due))
            return timer
        }
        clock.advance(to: 4000) { [loop] in loop.exit(0) }
        try loop.runInTest()
        #expect(fired == ["a 1500", "b 2000", "c 3000"])
        #expect(clock.realtimeMicroseconds == 4000)
        timers.forEach { $0.cancel() }
    }

    @Test("lets deferred work arm the next timer before time goes on")
    func letsDeferredWorkArm() throws {
        var fired: [Int64] = []
        var timer: (any Timer)?
        let reschedule = try loop.deferred { [clock] in timer?.arm(at: clock.realtimeMicroseconds + 1000) }
        timer = try loop.timer { [clock] in
            fired.append(clock.realtimeMicroseconds)
            reschedule.schedule()
        }
        reschedule.schedule()
        clock.advance(to: 4500) { [loop] in loop.exit(0) }
        try loop.runInTest()
        timer = nil
        #expect(fired == [2000, 3000, 4000])
    }

    @Test("reports a step before the timers that it made overdue")
    func reportsAStepBefore() throws {
        var seen: [String] = []
        let watch = try loop.onClockStep { [clock] in seen.append("step \(clock.realtimeMicroseconds)") }
        let timer = try loop.timer { [clock] in seen.append("timer \(clock.realtimeMicroseconds)") }
        timer.arm(at: 2000)
        clock.step(to: 9000) { [loop] in loop.exit(0) }
        try loop.runInTest()
        #expect(seen == ["step 9000", "timer 9000"])
        watch.cancel()
    }

    @Test("lets the work that a step asks for disarm what the step made overdue")
    func letsTheWorkThatAStepAsksFor() throws {
        let timer = try loop.timer { Issue.record("a timer fired before the step was dealt with") }
        timer.arm(at: 2000)
        let reschedule = try loop.deferred { timer.arm(at: nil) }
        let watch = try loop.onClockStep { reschedule.schedule() }
        clock.step(to: 9000) { [loop] in loop.exit(0) }
        try loop.runInTest()
        watch.cancel()
    }

    @Test("sleeps as the machine would: told like a step, counted by one clock and not by the other") func sleeps()
        throws
    {
        var seen: [String] = []
        let watch = try loop.onClockStep { [clock] in seen.append("told \(clock.realtimeMicroseconds)") }
        let timer = try loop.timer { [clock] in seen.append("timer \(clock.realtimeMicroseconds)") }
        timer.arm(at: 2000)
        let (boottime, monotonic) = (clock.boottimeMicroseconds, clock.monotonicMicroseconds)
        clock.advance(to: 1500) { [clock, loop] in
            clock.step(to: 1600) { clock.suspend(to: 9000) { loop.exit(0) } }
        }
        try loop.runInTest()
        #expect(seen == ["told 1600", "told 9000", "timer 9000"])
        #expect(clock.boottimeMicroseconds - boottime == 7900)
        #expect(clock.monotonicMicroseconds - monotonic == 500)
        watch.cancel()
    }

    @Test("steps back without firing what is not due any more")
    func stepsBackWithoutFiring() throws {
        var steps = 0
        let watch = try loop.onClockStep { steps += 1 }
        let timer = try loop.timer { Issue.record("a timer fired") }
        timer.arm(at: 1500)
        clock.step(to: 200) { [loop] in loop.exit(0) }
        try loop.runInTest()
        #expect(steps == 1)
        #expect(clock.realtimeMicroseconds == 200)
        watch.cancel()
        timer.cancel()
    }

    @Test("fires at once what is armed for the past") func firesAtOnceWhat() throws {
        let timer = try loop.timer { [loop] in loop.exit(3) }
        timer.arm(at: 999)
        #expect(try loop.runInTest() == 3)
        #expect(clock.realtimeMicroseconds == 1000)
    }

    @Test("does not go back when told to advance to the past") func doesNotGoBack() throws {
        clock.advance(to: 500)
        #expect(clock.realtimeMicroseconds == 1000)
    }
}
