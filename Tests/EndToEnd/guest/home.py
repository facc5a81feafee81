# SPDX-License-Identifier: Apache-2.0
"""Installed by alice for herself, without any right: all but the catalogue."""

import os

import day
import faults
import sandbox
from stage import HOME, UNIT, Desktop, Journal, step, systemctl, unit


def enabled():
    """`systemctl --user enable --now hydrated` is all there is to do."""
    systemctl("enable", "--now", UNIT)
    assert unit("UnitFileState") == "enabled"
    assert unit("FragmentPath") == f"{HOME}/.local/share/systemd/user/{UNIT}", unit("FragmentPath")
    executable = os.readlink(f"/proc/{unit('MainPID')}/exe")
    assert executable == f"{HOME}/.local/bin/hydrated", executable


journal = Journal()
step("the first drink starts the service, on an empty home", day.first_drink, journal)
step("one command enables it for every login", enabled)
step("undo takes the drink back", day.undo, journal)
desktop = Desktop()
step("a few logged lines bring a bubble with its numbers and three buttons", day.reminder, journal, desktop)
step("its button logs the drink", day.press, journal, desktop)
step("why gives the reason", day.why, journal)
step("after kill -9 nothing is lost, nothing is shown twice, no dead bubble stays", day.killed, journal, desktop)
step("a reload takes a changed profile", day.profile_taken)
step("a new version over the running one keeps the diary", faults.upgraded, [])
step("it stops cleanly", day.clean_stop, journal)
# Here the program is alice's own, which is harder to keep from her daemon than one of root's.
sandbox.play(journal)
step(
    "uninstall removes the product and keeps the diary",
    faults.uninstalled,
    [],
    [f"{HOME}/.local/share/systemd/user/{UNIT}", f"{HOME}/.local/share/dbus-1/services"
     "/org.hydrated.Hydrated1.service"],
)
