# SPDX-License-Identifier: Apache-2.0
"""A real logind and a display session of alice's: the daemon, in its sandbox, knows where she is."""

import json
import subprocess

import day
from stage import DEADLINE, UNIT, Desktop, Journal, bus_property, fresh, hydratectl, run, step, systemctl, unit, until

LOGIND = ["org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session"]


class Seat:
    """A graphical session at the machine's seat, for as long as its shell runs; the shell does as told."""

    def __init__(self):
        self.shell = subprocess.Popen(
            ["systemd-run", "--quiet", "--pipe", "--collect", "-p", "PAMName=login", "-p", "User=alice", "-E",
             "XDG_SESSION_CLASS=user", "-E", "XDG_SESSION_TYPE=x11", "-E", "XDG_SEAT=seat0", "/bin/sh"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        self.id = self.does("echo $XDG_SESSION_ID")

    def does(self, command):
        self.shell.stdin.write(f"{command}\n")
        self.shell.stdin.flush()
        return self.shell.stdout.readline().strip()

    def hint(self, name, value):
        """What a desktop or a screen lock tells logind."""
        call = " ".join(["busctl", "--system", "call", *LOGIND, f"Set{name}", "b", str(value).lower()])
        assert self.does(f"{call} && echo told") == "told", call

    def tells(self, name):
        return run("loginctl", "show-session", self.id, "--value", "-p", name).strip()

    def leave(self):
        self.shell.stdin.close()
        assert self.shell.wait(DEADLINE) == 0


def settles(presence):
    until(f"presence {presence}", lambda: bus_property("Presence") == presence)


def without_session():
    """Who only lingers has no session, and counts as present."""
    fresh()
    hydratectl("drink", "100ml")
    assert bus_property("Presence") == "present"


def follows(seat):
    assert seat.tells("Type") == "x11" and seat.tells("Seat") == "seat0", "the session is not what was asked for"
    for hint, presence in (("IdleHint", "idle"), ("LockedHint", "locked")):
        seat.hint(hint, True)
        settles(presence)
        assert json.loads(hydratectl("status", "--json"))["presence"] == presence
        seat.hint(hint, False)
        settles("present")


def holds(seat, journal, desktop):
    """A reminder falls due behind a locked screen, and comes once it is unlocked."""
    fresh()
    seat.hint("LockedHint", True)
    hydratectl("status")
    settles("locked")
    since, seen = journal.mark(), desktop.mark()
    day.deficit()
    assert not desktop.bubbles(seen), "a bubble on a locked screen"
    assert not journal.events("reminder-shown", since)
    seat.hint("LockedHint", False)
    desktop.bubble(seen)
    journal.event("reminder-shown", since)
    hydratectl("status")
    assert len(desktop.bubbles(seen)) == 1, "more than one bubble after a lock"


def outlives_logind(seat, journal):
    seat.hint("LockedHint", True)
    settles("locked")
    since, pid = journal.mark(), unit("MainPID")
    subprocess.run(["systemctl", "restart", "systemd-logind"], check=True)
    seat.hint("LockedHint", False)
    settles("present")
    seat.hint("IdleHint", True)
    settles("idle")
    assert unit("MainPID") == pid
    assert not journal.events("login-lost", since), "a restart of logind was taken for its end"


def outlives_session(seat):
    seat.leave()
    settles("present")
    other = Seat()
    assert other.id != seat.id
    other.hint("LockedHint", True)
    settles("locked")
    other.leave()
    settles("present")


def starts_locked(desktop):
    """A start behind a locked screen, with a reminder due, shows nothing before it is unlocked."""
    fresh()
    seat = Seat()
    seat.hint("LockedHint", True)
    seen = desktop.mark()
    hydratectl("status")
    settles("locked")
    day.deficit()
    systemctl("restart", UNIT)
    settles("locked")
    assert not desktop.bubbles(seen), "a bubble on a locked screen"
    seat.hint("LockedHint", False)
    desktop.bubble(seen)
    seat.leave()


journal = Journal()
step("without a session one counts as present", without_session)
desktop = Desktop()
seat = Seat()
step("the daemon follows what a desktop tells logind of idleness and a lock", follows, seat)
step("a reminder that falls due behind a lock is held, and shown once after it", holds, seat, journal, desktop)
step("a logind that is restarted is followed on, and nothing is made of it", outlives_logind, seat, journal)
step("a session ends, another begins", outlives_session, seat)
step("a start behind a locked screen shows nothing", starts_locked, desktop)
