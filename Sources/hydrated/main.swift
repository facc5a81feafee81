// SPDX-License-Identifier: Apache-2.0
// The daemon's door: a loop on the real clock, the session bus, and hydrated on both.

import ControlProtocol
import Daemon
import Glibc
import Systemd

if CommandLine.arguments.dropFirst().contains("--version") {
    print("hydrated \(Version.current)")
    exit(0)
}
exit(Launch.run(clock: RealClock()))
