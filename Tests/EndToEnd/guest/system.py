# SPDX-License-Identifier: Apache-2.0
"""Installed by an administrator for everybody; alice uses it."""

import bubbles
import day
import faults
import inputs
import kills
import outages
import zones
from stage import Desktop, Journal, step

journal = Journal()
step("the first drink starts the service, on an empty home", day.first_drink, journal)
step("the diary is alice's alone", day.private_diary)
step("undo takes the drink back", day.undo, journal)
desktop = Desktop()
step("a few logged lines bring a bubble with its numbers and three buttons", day.reminder, journal, desktop)
step("its button logs the drink", day.press, journal, desktop)
step("why gives the reason", day.why, journal)
step("journalctl -x explains the messages", day.catalogue)
step("a logged drink withdraws the bubble", day.withdrawn, desktop)
step("after kill -9 nothing is lost, nothing is shown twice, no dead bubble stays", day.killed, journal, desktop)
step("what died with it comes again at its next back-off slot", kills.waits_for_its_slot, journal, desktop)
bubbles.play(journal, desktop)
step("dunst killed under a bubble: no child waits, nothing doubles, the answer counts", outages.server_killed, journal,
     desktop)
step("a reminder due while dunst is away is shown when it is back", outages.server_away, journal, desktop)
step("the session bus restarted under a bubble: up again on it, nothing lost, nothing twice", outages.bus_restarted,
     journal, desktop)
step("the session bus killed: up again on the next one, nothing lost", outages.bus_killed, journal, desktop)
step("killed 200 times at random: all that was acknowledged is there, nothing is shown twice", kills.storm, journal,
     desktop)
step("another time zone under the running daemon is followed at once", zones.changed, journal)
step("a reload takes a changed profile", day.profile_taken)
step("a wrong line leaves the old configuration in force and says where", faults.wrong_line, journal)
step("the log level can be set through the service manager", day.log_level)
step("41 drinks at once are 4,100 ml and 41 entries", faults.parallel_drinks)
inputs.play()
step("a service that cannot start is reported within 5 s", faults.cannot_start)
step("a read-only diary: up, says so, acknowledges nothing", faults.read_only_diary, journal)
step("a full disk: up, says so, acknowledges nothing", faults.full_disk, journal)
step("a newer diary: up, says so, changes nothing", faults.newer_diary, journal)
step("a new version over the running one keeps the diary", faults.upgraded, ["PREFIX=/usr"])
step("it stops cleanly", day.clean_stop, journal)
step(
    "uninstall removes the product and keeps the diary",
    faults.uninstalled,
    ["PREFIX=/usr"],
    ["/usr/lib/systemd/user/hydrated.service", "/usr/share/dbus-1/services/org.hydrated.Hydrated1.service"],
)
