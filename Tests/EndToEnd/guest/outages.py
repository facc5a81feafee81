# SPDX-License-Identifier: Apache-2.0
"""What a desktop does to a daemon: the notification server dies, is away for a while, and the bus is restarted."""

import os
import signal

import day
from kills import call, rows
from stage import (
    CHECKED, bus_property, entries, fresh, hydratectl, processes, systemctl, unit, until,
)

SERVER = "dunst.service"


def shown_reminders():
    return [reminder for (reminder,) in rows("SELECT reminder FROM shown ORDER BY entry")]


def server_killed(journal, desktop):
    """dunst dies under a bubble: nothing waits for it any more, and what it showed can still be answered."""
    fresh(CHECKED)
    seen = desktop.mark()
    day.deficit()
    desktop.bubble(seen)
    (reminder,) = shown_reminders()
    process = unit("MainPID")
    since = journal.mark()
    os.kill(int(unit("MainPID", SERVER)), signal.SIGKILL)
    journal.event("notification-server-lost", since)
    journal.event("reminder-closed", since, HYDRATED_REMINDER=reminder, HYDRATED_ANSWER="unanswered")
    until("no child waits for a dead server", lambda: processes("notify-send") == [])
    systemctl("start", SERVER)
    assert hydratectl("status")
    assert unit("MainPID") == process, "hydrated did not outlive dunst"
    assert journal.events("reminder-shown", since) == [], "the bubble was doubled"
    assert len(desktop.bubbles(seen)) == 1, "the bubble was doubled"
    assert call("Answer", "ssa{sv}s", reminder, "skip", "0", "answer-after-dunst") is not None, "not to be answered"
    assert [entry["kind"] for entry in entries("answer")] == ["answer"]
    # The next thing that there is to say is said by the new one.
    seen = desktop.mark()
    hydratectl("cramp", "calf")
    desktop.bubble(seen)
    assert len(set(shown_reminders())) == len(shown_reminders()) == 2, shown_reminders()
    assert len(processes("notify-send")) == 1


def server_away(journal, desktop):
    """Nobody shows notifications when a reminder becomes due: it is not lost, and shown when somebody does."""
    fresh(CHECKED)
    hydratectl("status")
    since = journal.mark()
    # Masked, the bus cannot start it either.
    systemctl("mask", "--runtime", SERVER)
    try:
        systemctl("stop", SERVER)
        seen = desktop.mark()
        day.deficit()
        journal.event("reminder-undelivered", since)
        assert bus_property("Presence") == "unreachable", bus_property("Presence")
        assert shown_reminders() == [], "a bubble that nobody saw counts as shown"
        assert desktop.bubbles(seen) == []
    finally:
        systemctl("unmask", "--runtime", SERVER)
    systemctl("start", SERVER)
    desktop.bubble(seen)
    assert len(shown_reminders()) == 1
    assert bus_property("Presence") == "present"
    hydratectl("drink", "400ml")
    desktop.gone(seen)


def bus_restarted(journal, desktop):
    """The session bus goes under a bubble: hydrated ends with it, is there again on the new one, and shows nothing
    twice."""
    fresh(CHECKED)
    seen = desktop.mark()
    day.deficit()
    desktop.bubble(seen)
    (reminder,) = shown_reminders()
    since = goes_with_the_bus(journal, desktop, lambda: systemctl("restart", "dbus.service"))
    # As a session does at its login.
    systemctl("restart", SERVER)
    assert call("Answer", "ssa{sv}s", reminder, "skip", "0", "answer-after-bus") is not None, "not to be answered"
    assert shown_reminders() == [reminder], shown_reminders()
    assert journal.events("reminder-shown", since) == [], "the same slot was shown twice"
    assert desktop.bubbles(since) == [], "a bubble was shown again"


def bus_killed(journal, desktop):
    """The same when the bus crashes. No dunst then: systemd 252 waits for ever for its own bus when that dies under a
    unit of Type=dbus, whatever else runs."""
    fresh(CHECKED)
    systemctl("stop", SERVER)
    hydratectl("drink", "90ml")
    goes_with_the_bus(journal, desktop, lambda: os.kill(int(unit("MainPID", "dbus.service")), signal.SIGKILL))
    systemctl("start", SERVER)


def goes_with_the_bus(journal, desktop, strike):
    """What both have in common; when it began."""
    before, process, restarts = entries(), unit("MainPID"), int(unit("NRestarts"))
    since = journal.mark()
    strike()
    journal.expect(
        "a daemon that ends because of the bus", lambda line: "session bus has gone" in str(line.get("MESSAGE")), since
    )
    journal.expect(
        "an exit with an error", lambda line: (line.get("EXIT_CODE"), line.get("EXIT_STATUS")) == ("exited", "1"), since
    )
    journal.event("started", since)
    desktop.listen()
    assert unit("MainPID") not in ("0", process)
    assert int(unit("NRestarts")) > restarts, "the service manager did not bring it up again"
    assert entries() == before
    hydratectl("drink", "110ml")
    assert [drink["volume"] for drink in entries("drink")][0] == 110
    assert len(entries()) == len(before) + 1
    assert processes("notify-send") == [], "a notify-send of the old bus was left behind"
    return since
