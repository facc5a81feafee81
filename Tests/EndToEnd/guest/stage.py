# SPDX-License-Identifier: Apache-2.0
"""The stage the steps play on: alice's commands, her journal, her desktop, and the account of what went well.

Nothing here sleeps to wait: events are awaited with a deadline. The one thing that raises no event is a pixel.
"""

import json
import os
import re
import select
import shutil
import subprocess
import sys
import threading
import time
import traceback
from datetime import datetime, timedelta

from screenshot import Screen

HOME = "/home/alice"
RUNTIME = "/run/user/1000"
STATE = f"{HOME}/.local/state/hydrated"
CONFIGURATION = f"{HOME}/.config/hydrated/hydrated.conf"
UNIT = "hydrated.service"
NAME = "org.hydrated.Hydrated1"
OBJECT = "/org/hydrated/Hydrated1"
DEADLINE = 15
# A person who has gone through the health questions: no bubble asks them any more.
CHECKED = "[Health]\nChecked=yes\n"

# The identifiers of the journal's messages stand in one place only: the table atop the catalogue.
with open("/src/systemd/hydrated.catalog.in", encoding="utf-8") as catalogue:
    MESSAGE_ID = dict(re.findall(r"^#   ([a-z-]+) +([0-9a-f]{32})", catalogue.read(), re.MULTILINE))

ENVIRONMENT = {
    "HOME": HOME,
    "USER": "alice",
    "LOGNAME": "alice",
    "LANG": "C.UTF-8",
    "PATH": f"{HOME}/.local/bin:/usr/bin:/bin",
    "XDG_RUNTIME_DIR": RUNTIME,
    "DBUS_SESSION_BUS_ADDRESS": f"unix:path={RUNTIME}/bus",
}
AS_ALICE = {"user": 1000, "group": 1000, "extra_groups": [], "cwd": HOME, "env": ENVIRONMENT}


def start(*command, **options):
    """Starts a command as alice, in her home, without a terminal."""
    settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, **{**AS_ALICE, **settings, **options})


def attempt(*command, deadline=30):
    """Runs a command as alice to its end, whatever that is."""
    process = start(*command)
    try:
        output, errors = process.communicate(timeout=deadline)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise AssertionError(f"{' '.join(command)} had not ended after {deadline} s") from None
    return subprocess.CompletedProcess(command, process.returncode, output, errors)


def run(*command, deadline=30):
    """Runs a command as alice that must succeed; what it wrote to its standard output."""
    result = attempt(*command, deadline=deadline)
    assert result.returncode == 0, describe(result)
    return result.stdout


def describe(result):
    """A finished command, for a message."""
    return (
        f"{' '.join(result.args)} exited with {result.returncode}\n"
        f"stdout: {result.stdout.strip()}\nstderr: {result.stderr.strip()}"
    )


def hydratectl(*arguments):
    """A command of hydratectl that must succeed; its output."""
    return run("hydratectl", *arguments)


def systemctl(*arguments):
    """A call to alice's user manager that must succeed."""
    return run("systemctl", "--user", *arguments)


def unit(key, name=UNIT):
    """One property of a unit, as the manager has it."""
    return systemctl("show", "--value", f"--property={key}", name).strip()


def processes(program=None, state=""):
    """The process ids of alice's programs of a name and in a state, such as Z; None is any name."""
    listed = subprocess.run(
        ["ps", "-u", "alice", "-o", "pid=,stat=,comm="], capture_output=True, text=True, check=True
    ).stdout
    found = [line.split(None, 2) for line in listed.splitlines()]
    return [int(pid) for pid, stat, name in found if program in (None, name) and stat.startswith(state)]


def bus_property(key):
    """One property of the daemon, read with plain busctl."""
    output = run("busctl", "--user", "--json=short", "get-property", NAME, OBJECT, NAME, key)
    return json.loads(output)["data"]


def entries(kind=None):
    """What `hydratectl log --json` lists and nobody took back, newest first."""
    log = json.loads(hydratectl("log", "--json"))
    assert log["version"] == 1, log
    listed = [entry for entry in log["entries"] if not entry.get("retracted", False)]
    return [entry for entry in listed if kind in (None, entry["kind"])]


def ago(**span):
    """A time of the past few hours as the command line takes it; the test's clock is set to early afternoon."""
    return (datetime.now() - timedelta(**span)).strftime("%H:%M")


def until(sentence, condition, deadline=DEADLINE, pause=0.02):
    """Looks until a condition holds that nothing announces, such as what is painted on a screen."""
    end = time.monotonic() + deadline
    while not condition():
        assert time.monotonic() < end, f"after {deadline} s still not: {sentence}"
        select.select([], [], [], pause)


class Stream:
    """The lines of a running command, one JSON object each, awaited with a deadline.

    A line may be read long after what it tells of: "since" is a time, and each line's own time is compared.
    """

    # Where a line keeps its time, in microseconds since 1970.
    time_key = "timestamp-realtime"

    def __init__(self, *command):
        self.items = []
        self.changed = threading.Condition()
        self.process = start(*command)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            with self.changed:
                self.items.append(json.loads(line))
                self.changed.notify_all()

    @staticmethod
    def mark():
        """Now, to await only what comes later."""
        return time.time_ns() // 1000

    def later(self, condition, since):
        return [item for item in self.items if int(item[self.time_key]) >= since and condition(item)]

    def find(self, condition, since=0):
        with self.changed:
            return self.later(condition, since)

    def expect(self, sentence, condition, since=0, deadline=DEADLINE):
        """The first item after `since` of which the condition holds."""
        item = self.comes(condition, since, deadline)
        assert item is not None, f"within {deadline} s came no {sentence}"
        return item

    def comes(self, condition, since, deadline):
        """The same, for what need not come: None when it does not."""
        found = []

        def here():
            found[:] = self.later(condition, since)
            return found

        with self.changed:
            return found[0] if self.changed.wait_for(here, deadline) else None


class Journal(Stream):
    """What the daemon wrote to the journal, field by field."""

    time_key = "__REALTIME_TIMESTAMP"

    def __init__(self):
        super().__init__("journalctl", "--user", "--follow", "--lines=all", "--output=json", f"--user-unit={UNIT}")

    def event(self, kind, since=0, **fields):
        """The first message of a kind after `since`, with these fields."""
        wanted = {"MESSAGE_ID": MESSAGE_ID[kind], **fields}
        return self.expect(
            f"journal message '{kind}' {fields or ''}",
            lambda message: all(message.get(key) == value for key, value in wanted.items()),
            since,
        )

    def events(self, kind, since=0):
        return self.find(lambda message: message.get("MESSAGE_ID") == MESSAGE_ID[kind], since)


class Desktop:
    """A screen with a real notification server, and an ear on the bus between it and its callers."""

    def __init__(self):
        self.listen()
        buffer = f"{RUNTIME}/screen"
        os.mkdir(buffer)
        os.chown(buffer, 1000, 1000)
        reading, writing = os.pipe()
        self.server = start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", "640x520x24", "-fbdir", buffer, "-wr", "-nolisten",
            "tcp", "-noreset", pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as ready:
            display = ":" + ready.readline().strip()
        self.framebuffer = f"{buffer}/Xvfb_screen0"
        os.makedirs(f"{HOME}/.config/dunst", exist_ok=True)
        shutil.copy("/src/Tests/EndToEnd/guest/dunstrc", f"{HOME}/.config/dunst/dunstrc")
        systemctl("set-environment", f"DISPLAY={display}")
        systemctl("start", "dunst.service")

    def listen(self):
        """Begins to listen to the bus, or to the one that has taken the place of the last."""
        self.bus = Stream(
            "busctl", "--user", "--json=short", "monitor", "--match=interface='org.freedesktop.Notifications'"
        )
        # busctl says on its standard error that it listens.
        assert "Monitoring" in self.bus.process.stderr.readline()

    def mark(self):
        return self.bus.mark()

    def bubbles(self, since=0):
        """Every call that asked for a bubble."""
        return self.bus.find(self.is_bubble, since)

    @staticmethod
    def is_bubble(message):
        return message["type"] == "method_call" and message["member"] == "Notify"

    def bubble(self, since=0):
        """The next bubble asked for and painted: its values by the names of the specification."""
        message = self.bus.expect("bubble", self.is_bubble, since)
        names = ["app_name", "replaces_id", "app_icon", "summary", "body", "actions", "hints", "expire_timeout"]
        shown = dict(zip(names, message["payload"]["data"]))
        until("a bubble on the screen", lambda: not Screen(self.framebuffer).is_empty)
        return shown

    def press(self, button, since=0):
        """Presses the button whose label matches, through dunst's own menu."""
        assert self.try_press(button, since, DEADLINE), f"within {DEADLINE} s no pressed button: {button}"

    def try_press(self, button, since, deadline):
        """The same while the bubble may vanish under the finger; whether it was pressed."""
        with open(f"{RUNTIME}/wanted-button", "w", encoding="utf-8") as file:
            file.write(button)
        run("dunstctl", "context")
        return self.bus.comes(lambda message: message.get("member") == "ActionInvoked", since, deadline) is not None

    def clear(self):
        """Closes every bubble, as a person does who has seen enough of them."""
        run("dunstctl", "close-all")

    def gone(self, since=0):
        """Awaits that no bubble is left, on the screen as in dunst's books."""
        self.bus.expect("closed bubble", lambda message: message.get("member") == "NotificationClosed", since)
        until("an empty screen", lambda: Screen(self.framebuffer).is_empty)
        count = run("dunstctl", "count", "displayed").strip()
        assert count == "0", f"dunst still shows {count}"

    def picture(self, name):
        Screen(self.framebuffer).write_png(f"/out/{name}.png")


def fresh(configuration=""):
    """Stops the daemon and gives alice an empty diary and this configuration; the next call starts it again."""
    systemctl("stop", UNIT)
    shutil.rmtree(STATE, ignore_errors=True)
    write_configuration(configuration)
    # The starts of earlier steps must not count against the unit's start limit.
    attempt("systemctl", "--user", "reset-failed", UNIT)


def write_configuration(text):
    os.makedirs(os.path.dirname(CONFIGURATION), exist_ok=True)
    with open(CONFIGURATION, "w", encoding="utf-8") as file:
        file.write(text)
    for folder, folders, files in os.walk(f"{HOME}/.config"):
        for name in [".", *folders, *files]:
            os.chown(os.path.join(folder, name), 1000, 1000)


def drop_in(text):
    """Changes the unit for one step, and back: a context to be used with `with`."""
    return DropIn(text)


class DropIn:
    folder = f"{RUNTIME}/systemd/user/{UNIT}.d"

    def __init__(self, text):
        self.text = text

    def __enter__(self):
        os.makedirs(self.folder, exist_ok=True)
        with open(f"{self.folder}/step.conf", "w", encoding="utf-8") as file:
            file.write(self.text)
        subprocess.run(["chown", "-R", "alice:alice", f"{RUNTIME}/systemd"], check=True)
        systemctl("daemon-reload")

    def __exit__(self, *_):
        attempt("systemctl", "--user", "stop", UNIT)
        attempt("systemctl", "--user", "reset-failed", UNIT)
        os.remove(f"{self.folder}/step.conf")
        systemctl("daemon-reload")


def step(sentence, action, *arguments):
    """Plays one step and accounts for it; the journal's end stands below a failure."""
    began = datetime.now().strftime("%H:%M:%S")
    try:
        action(*arguments)
        print(f"ok - {sentence}", flush=True)
    except Exception as problem:
        print(f"not ok - {sentence}", flush=True)
        where = traceback.extract_tb(problem.__traceback__)[-1]
        reason = str(problem) or f"{type(problem).__name__}: {where.line}"
        lines = [*reason.splitlines(), f"({os.path.basename(where.filename)}:{where.lineno})", "journal:"]
        log = attempt("journalctl", "--user", "--no-pager", f"--since={began}").stdout.splitlines()
        for line in lines + [line for line in log if "(mkdir)" not in line][-15:]:
            print(f"    {line}", flush=True)
        if not isinstance(problem, (AssertionError, OSError, KeyError, ValueError)):
            traceback.print_exc(file=sys.stdout)
