// SPDX-License-Identifier: Apache-2.0
// hydrated on a clock that stands still until a test moves it: the same modules, composed by the same function.
// The one argument is the first instant, in microseconds since 1970; standard input is the socket that moves it.

import Daemon
import Glibc
import Systemd

guard let start = CommandLine.arguments.dropFirst().first.flatMap({ Int64($0) }) else { exit(64) }
let clock = DrivenClock(at: start)
var wire: ClockWire?
exit(Launch.run(clock: clock) { loop throws(SystemdError) in wire = try ClockWire(clock, on: STDIN_FILENO, of: loop) })
