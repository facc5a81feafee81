// SPDX-License-Identifier: Apache-2.0

import Systemd
import Testing

/// What the program as it is shipped asks of the machine's power management: nothing.
@Suite("The machine") struct PowerTests {
    @Test("is never woken for a reminder, and never kept from sleeping: no alarm clock, no inhibitor")
    func isLeftAlone() throws {
        let desktop = try Desktop()
        let program = try desktop.session.start(desktop.environment)
        try desktop.session.drink(250)
        try desktop.session.until { desktop.logind.readings > 0 && !program.timerClocks.isEmpty }
        try desktop.logind.prepareForSleep(true)
        try desktop.hears()
        #expect(desktop.logind.inhibitors == 0)
        // Wall clock, monotonic and boot time. CLOCK_REALTIME_ALARM (8) and CLOCK_BOOTTIME_ALARM (9) wake the machine.
        #expect(Set(program.timerClocks).isSubset(of: [0, 1, 7]))
    }
}
