// SPDX-License-Identifier: Apache-2.0
// One day's free-water deficit by the product's own simulation, once for somebody who is reminded and once for somebody
// who is not. Lines of fields parted by tabs, for Tests/Documentation/plots: hours since midnight and millilitres.

import Diary
import Guidance
import Physiology

let summer = SummerDay()
let body = Body(profile: summer.configuration.profile, year: 2026)
print("reminder-threshold\t0\t\(body.reminderThreshold.milliliters)")
print("thirst-threshold\t0\t\(body.thirstThreshold.milliliters)")
for (name, policy) in [("alone", Simulation.Policy.ignore), ("reminded", .obey(after: .minutes(3)))] {
    for line in summer.course(policy) { print("\(name)-\(line.kind)\t\(line.hours)\t\(line.milliliters)") }
}
