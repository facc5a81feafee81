# SPDX-License-Identifier: Apache-2.0
"""Killed over and over, at random points, while people log drinks and press buttons: what was acknowledged is there.

Acknowledged is what a caller was told by a reply, and what the daemon announced on the bus. The seed, of how long it
lives each time, is printed; HYDRATED_SEED repeats one.
"""

import json
import os
import random
import re
import select
import signal
import sqlite3
import threading
import time

import day
from stage import (
    CHECKED, NAME, OBJECT, STATE, UNIT, Stream, attempt, bus_property, describe, drop_in, fresh, hydratectl,
    processes, systemctl, unit, until,
)

KILLS = 200
DONE, UNAVAILABLE, RETRY = 0, 69, 75
# Seconds between its birth and its death: as often in the middle of its start as at work.
LIVES = (0.03, 0.2)
# A real crash storm is rightly limited: ten starts a minute are enough for a daemon that cannot live. This one
# could, and the half second between two tries is not what is tried here.
STORM = "[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestartSec=10ms\n"


def call(member, *arguments):
    """One call of plain busctl; the number of the entry that was acknowledged, or None."""
    result = attempt("busctl", "--user", "call", "--", NAME, OBJECT, NAME, member, *arguments)
    return int(result.stdout.split()[1]) if result.returncode == 0 else None


def insistently(member, signature, *arguments, token):
    """The same call under the same token until somebody acknowledges it, as any careful client does."""
    for _ in range(20):
        entry = call(member, signature, *arguments, token)
        if entry is not None:
            return entry
    raise AssertionError(f"{member} was not acknowledged in 20 tries")


class Person(threading.Thread):
    """Somebody who does the same thing over and over until told to stop; what went wrong is raised at the end."""

    def __init__(self, act, ending):
        super().__init__(daemon=True)
        self.act, self.ending, self.problem = act, ending, None
        self.start()

    def run(self):
        count = 0
        try:
            while not self.ending.is_set():
                self.act(count)
                count += 1
        except Exception as problem:
            self.problem = problem

    def finish(self):
        self.join(60)
        assert not self.is_alive(), "somebody still waits for an answer"
        if self.problem:
            raise self.problem


class Storm:
    """What was acknowledged while the daemon was killed."""

    def __init__(self, desktop, seed):
        self.desktop = desktop
        self.random = random.Random(seed)
        # Token -> the entry's number, by reply.
        self.replied = {}
        # The volumes of hydratectl, each of them another one: those that it acknowledged, and those that it tried.
        self.said, self.tried = set(), set()
        self.pressed = 0
        self.announced = Stream(
            "busctl", "--user", "--json=short", "monitor",
            f"--match=type='signal',interface='{NAME}',member='EntryAdded'",
        )
        assert "Monitoring" in self.announced.process.stderr.readline()

    def drink_by_bus(self, count):
        token = f"storm-drink-{count}"
        self.replied[token] = insistently("LogDrink", "sdxa{sv}s", "water", "1", "-1", "0", token=token)

    def drink_by_command(self, count):
        volume = f"{2 + count / 1000:.3f}"
        self.tried.add(volume)
        # It has tokens and patience of its own; when it gives up the drink may be there, or not.
        result = attempt("hydratectl", "drink", f"{volume}ml")
        assert result.returncode in (DONE, UNAVAILABLE, RETRY), describe(result)
        if result.returncode == DONE:
            self.said.add(volume)

    def cramp_and_press(self, count):
        """A cramp brings a bubble whatever was said before: it is pressed, and some are answered by a call too."""
        self.desktop.clear()
        since = self.desktop.mark()
        token = f"storm-cramp-{count}"
        self.replied[token] = insistently(
            "LogCramp", "sssxa{sv}s", "calf", "left", "ordinary", "-1", "0", token=token
        )
        if not self.desktop.bus.comes(self.desktop.is_bubble, since, deadline=0.5):
            return
        self.pressed += self.desktop.try_press("Seen", since, deadline=0.2)
        shown = rows("SELECT reminder FROM shown ORDER BY entry DESC LIMIT 1")
        if count % 3 == 0 and shown:
            token = f"storm-answer-{count}"
            self.replied[token] = insistently("Answer", "ssa{sv}s", shown[0][0], "seen", "0", token=token)

    def rage(self):
        """Kills it, and awaits that it is up again by itself, as often as promised."""
        ending = threading.Event()
        people = [Person(act, ending) for act in (self.drink_by_bus, self.drink_by_command, self.cramp_and_press)]
        last = None
        for _ in range(KILLS):
            last = self.kill_next(last)
        ending.set()
        for person in people:
            person.finish()

    def kill_next(self, last):
        process = None

        def is_there():
            nonlocal process
            process = daemon()
            return process not in (None, last)

        until("hydrated running again", is_there, pause=0.004)
        handle = os.pidfd_open(process)
        try:
            # Not waiting for anything: this is the length of its life.
            select.select([handle], [], [], self.random.uniform(0, self.random.choice(LIVES)))
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            ended, _, _ = select.select([handle], [], [], 10)
            assert ended, "SIGKILL did not end it"
        finally:
            os.close(handle)
        return process


def daemon():
    """The running daemon, once it is itself and no longer the service manager's child; or None."""
    for member in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{member}/stat", encoding="ascii", errors="replace") as file:
                if re.match(r"\d+ \(hydrated\) [^ZX]", file.read()):
                    return int(member)
        except OSError:
            # It ended while it was looked at.
            pass
    return None


def rows(query):
    """What a query of the diary gives, beside the daemon."""
    database = sqlite3.connect(f"file:{STATE}/diary.sqlite?mode=ro", uri=True, timeout=10)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def storm(journal, desktop):
    """200 times; what was acknowledged is there once, and nothing was shown twice."""
    with open("/out/seed", encoding="ascii") as file:
        seed = int(file.read().strip() or random.SystemRandom().randrange(1 << 32))
    began = time.monotonic()
    fresh(CHECKED)
    with drop_in(STORM):
        since = journal.mark()
        hydratectl("status")
        scene = Storm(desktop, seed)
        scene.rage()
        print(
            f"# seed {seed}: {KILLS} kills in {time.monotonic() - began:.0f} s, {len(scene.replied)} entries "
            f"acknowledged by busctl, {len(scene.said)} of {len(scene.tried)} by hydratectl, {scene.pressed} buttons",
            flush=True,
        )
        hydratectl("status")
        assert unit("ActiveState") == "active", unit("ActiveState")
        complete(scene)
        shown_once(scene, desktop, since)
        assert rows("PRAGMA integrity_check") == [("ok",)]
        assert journal.events("diary-unavailable", since) == [], "the diary could not be used in between"
        assert [name for name in os.listdir(STATE) if "damaged" in name] == [], os.listdir(STATE)
        systemctl("stop", UNIT)
        assert processes("hydrated") == [] and processes("notify-send") == [], "a child was left behind"
        assert processes(state="Z") == [], "a zombie was left behind"


def complete(scene):
    """Every acknowledged entry is there, and once."""
    entries = dict(rows("SELECT token, id FROM entry"))
    for token, number in scene.replied.items():
        assert entries.get(token) == number, f"{token} was acknowledged as {number} and is {entries.get(token)}"
    kinds = dict(rows("SELECT id, kind FROM entry"))
    announced = [(message["payload"]["data"][0], message["payload"]["data"][1]) for message in scene.announced.find(
        lambda message: message.get("member") == "EntryAdded"
    )]
    for number, kind in announced:
        assert kinds.get(number) == kind, f"a {kind} was announced as {number}, which is {kinds.get(number)}"
    volumes = [f"{volume:.3f}" for (volume,) in rows("SELECT volume_ml FROM drink WHERE volume_ml > 1.5")]
    assert len(volumes) == len(set(volumes)), "a drink is there twice"
    assert scene.said <= set(volumes), f"acknowledged, and not there: {scene.said - set(volumes)}"
    assert set(volumes) <= scene.tried, f"nobody drank {set(volumes) - scene.tried}"
    listed = json.loads(hydratectl("log", "--json"))["entries"]
    assert {entry["id"] for entry in listed} == set(kinds), "hydratectl lists something else"
    # A storm in which nothing was tried proves nothing.
    assert len(scene.said) >= 20 and len(scene.replied) >= 40 and len(announced) >= 100, "too little was logged"
    answers = rows("SELECT count(*) FROM answer")[0][0]
    assert scene.pressed >= 5 and answers >= scene.pressed / 2, f"{scene.pressed} presses, {answers} answers"


def shown_once(scene, desktop, since):
    """One bubble a slot at the most: it is committed before it is shown."""
    shown = [reminder for (reminder,) in rows("SELECT reminder FROM shown")]
    undelivered = [reminder for (reminder,) in rows("SELECT reminder FROM undelivered")]
    twice = {reminder for reminder in shown if shown.count(reminder) > 1 + undelivered.count(reminder)}
    assert not twice, f"shown twice: {twice}"
    bubbles = len(desktop.bubbles(since))
    assert bubbles <= len(shown), f"{bubbles} bubbles for {len(shown)} slots"
    assert bubbles >= 5, f"{bubbles} bubbles are too few to tell"


def waits_for_its_slot(journal, desktop):
    """A bubble that died with the daemon comes again when its back-off says so, and not a minute before."""
    fresh(CHECKED)
    seen = desktop.mark()
    day.deficit()
    desktop.bubble(seen)
    ((shown, at),) = rows("SELECT reminder, at FROM shown JOIN entry ON id = entry")
    since = journal.mark()
    os.kill(int(unit("MainPID")), signal.SIGKILL)
    journal.event("started", since)
    following, _, when, _ = bus_property("NextReminder")
    assert following != shown, "the same slot is announced again"
    minutes = (when - at) / 60e6
    assert abs(minutes - 30) < 0.1, f"{following} comes {minutes:.1f} min after the bubble that died"
    assert journal.events("reminder-shown", since) == [], "a bubble was shown at once"
    assert len(desktop.bubbles(seen)) == 1, "the same bubble came twice"
