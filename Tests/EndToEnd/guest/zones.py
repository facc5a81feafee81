# SPDX-License-Identifier: Apache-2.0
"""The machine moves to another zone under the running daemon, as timedated moves it: the link is replaced whole."""

import os
import re
from datetime import datetime
from zoneinfo import ZoneInfo

from kills import rows
from stage import CHECKED, bus_property, fresh, hydratectl, unit, until

LINK = "/etc/localtime"
DATABASE = "/usr/share/zoneinfo/"


def move(zone):
    os.symlink(zone, f"{LINK}.new")
    os.rename(f"{LINK}.new", LINK)


def told():
    """The minutes since midnight that the daemon says of its next reminder, to the service manager."""
    time = re.search(r"(\d\d):(\d\d)", unit("StatusText"))
    return int(time[1]) * 60 + int(time[2]) if time else None


def is_told_in(zone):
    """Whether the service manager was told the next reminder in a zone's time, as a person rounds it."""
    at = datetime.fromtimestamp(bus_property("NextReminder")[2] / 1e6, ZoneInfo(zone))
    said = told()
    return said is not None and abs((said - (at.hour * 60 + at.minute) + 720) % 1440 - 720) <= 15


def changed(journal):
    """Quarter hours and all: what is told and what is written down follow at once, and nothing else changes."""
    fresh(CHECKED)
    hydratectl("drink", "100ml")
    home, process = os.readlink(LINK), unit("MainPID")
    assert is_told_in(home.removeprefix(DATABASE)), unit("StatusText")
    try:
        for zone in ("Asia/Kathmandu", "America/St_Johns"):
            since = journal.mark()
            move(DATABASE + zone)
            journal.event("clock-stepped", since)
            until(f"the next reminder in the time of {zone}", lambda: is_told_in(zone))
            hydratectl("drink", "10ml")
            ((name, offset),) = rows("SELECT zone, utc_offset FROM entry WHERE kind = 'drink' ORDER BY id DESC LIMIT 1")
            assert name == zone, name
            assert offset == datetime.now(ZoneInfo(zone)).utcoffset().total_seconds(), offset
            assert bus_property("IntakeToday") >= 0
    finally:
        move(home)
    until("the next reminder in the time of home", lambda: is_told_in(home.removeprefix(DATABASE)))
    assert unit("MainPID") == process and unit("NRestarts") == "0"
    assert rows("SELECT count(*) FROM drink") == [(3,)]
