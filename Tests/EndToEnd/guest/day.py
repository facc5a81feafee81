# SPDX-License-Identifier: Apache-2.0
"""The main job: from an empty home to a bubble, a pressed button, and the reason why."""

import glob
import json
import os
import stat
import subprocess

from stage import (
    MESSAGE_ID, STATE, UNIT, ago, bus_property, entries, fresh, hydratectl, run, systemctl, unit, write_configuration,
)


def first_drink(journal):
    """Nothing runs and nothing is there: the first call starts the service through the bus."""
    assert not os.path.exists(STATE), "the home is not empty"
    assert unit("ActiveState") == "inactive", "the service runs already"
    said = hydratectl("drink", "250ml")
    assert "250" in said, f"the acknowledgement names no amount: {said}"
    assert "hydratectl undo" in said, f"the acknowledgement does not say how to undo: {said}"
    assert unit("ActiveState") == "active"
    assert unit("NRestarts") == "0"
    (drink,) = entries("drink")
    assert drink["volume"] == 250, drink
    journal.event("started")
    journal.event("entry-logged", HYDRATED_AMOUNT_ML="250")


def private_diary():
    """Nobody else can read it."""
    assert stat.S_IMODE(os.stat(STATE).st_mode) == 0o700
    files = glob.glob(f"{STATE}/diary.sqlite*")
    assert f"{STATE}/diary.sqlite" in files, files
    for file in files:
        assert stat.S_IMODE(os.stat(file).st_mode) == 0o600, file
        assert os.stat(file).st_uid == 1000, file


def undo(journal):
    since = journal.mark()
    hydratectl("undo")
    assert entries("drink") == []
    journal.event("entry-retracted", since)


def deficit():
    """What makes a reminder due now: a long run in the heat that ended a few minutes ago, with nothing drunk."""
    hydratectl(
        "workout", "add", "running", "90min", "--ended", ago(minutes=5), "--speed", "10km/h", "--temperature", "31C",
        "--humidity", "70%",
    )


def reminder(journal, desktop):
    """The logged lines bring a bubble, at once, and it looks as the product promises."""
    since, seen = journal.mark(), desktop.mark()
    deficit()
    bubble = desktop.bubble(seen)
    desktop.picture("bubble")
    assert bubble["app_name"] == "Hydrated", bubble
    assert bubble["hints"]["desktop-entry"]["data"] == "hydrated", bubble["hints"]
    assert "ml" in bubble["summary"] + bubble["body"], bubble
    labels = dict(zip(bubble["actions"][0::2], bubble["actions"][1::2]))
    labels.pop("default", None)
    assert len(labels) == 3, f"not three buttons: {labels}"
    assert all(len(label) <= 14 for label in labels.values()), labels
    message = journal.event("reminder-shown", since)
    for field in ("HYDRATED_GUIDELINE", "HYDRATED_REMINDER", "HYDRATED_AMOUNT_ML"):
        assert message.get(field), f"the journal's message has no {field}: {message}"
    assert 100 <= float(message["HYDRATED_AMOUNT_ML"]) <= 300, message["HYDRATED_AMOUNT_ML"]


def press(journal, desktop):
    """The button logs the drink that was proposed, once, and the bubble leaves."""
    since, seen = journal.mark(), desktop.mark()
    shown = journal.events("reminder-shown")[-1]
    desktop.press("Drank|Had it", seen)
    journal.event("reminder-closed", since, HYDRATED_REMINDER=shown["HYDRATED_REMINDER"])
    logged = journal.event("entry-logged", since)
    desktop.gone(seen)
    (drink,) = entries("drink")
    assert 100 <= drink["volume"] <= 300, drink
    assert float(logged["HYDRATED_AMOUNT_ML"]) == drink["volume"], logged


def why(journal):
    """The reason, with the guideline and its numbers."""
    guideline = journal.events("reminder-shown")[-1]["HYDRATED_GUIDELINE"]
    text = hydratectl("why")
    assert guideline in text, text
    assert "ml" in text, text
    assert guideline in json.dumps(json.loads(hydratectl("why", "--json")))


def catalogue():
    """`journalctl -x` explains each message; the explanation is found by the message's identifier."""
    for kind, words in (
        ("started", "The hydration reminders are running"),
        ("entry-logged", "The entry is safely in the diary"),
        ("reminder-shown", "it was time to say something"),
    ):
        text = run("journalctl", "--user", "-x", "--no-pager", f"MESSAGE_ID={MESSAGE_ID[kind]}")
        assert words in text, f"{kind}: {text}"
        assert "@HYDRATED" not in text, f"{kind} is written without a field that its explanation names: {text}"


def withdrawn(desktop):
    """A drink that answers the bubble takes it off the screen."""
    fresh()
    seen = desktop.mark()
    deficit()
    desktop.bubble(seen)
    hydratectl("drink", "500ml")
    desktop.gone(seen)


def killed(journal, desktop):
    """kill -9 with a bubble on the screen: nothing is lost, nothing is doubled, nothing dead stays behind."""
    fresh()
    seen = desktop.mark()
    deficit()
    desktop.bubble(seen)
    before, process = entries(), unit("MainPID")
    since = journal.mark()
    os.kill(int(process), 9)
    desktop.gone(seen)
    journal.event("started", since)
    assert unit("MainPID") not in ("0", process)
    assert unit("NRestarts") == "1"
    assert entries() == before
    # The start decided before it said so: had the slot been shown again, it would be in the journal by now.
    assert journal.events("reminder-shown", since) == [], "the same slot was shown twice"
    assert len(desktop.bubbles(seen)) == 1, "the same bubble came twice"
    children = subprocess.run(["pgrep", "-u", "alice", "notify-send"], capture_output=True, text=True, check=False)
    assert children.stdout == "", f"a notify-send was left behind: {children.stdout}"


def profile_taken():
    """`systemctl --user reload` takes a changed profile."""
    fresh()
    before = bus_property("TargetToday")
    write_configuration("[Profile]\nSex=male\n")
    systemctl("reload", UNIT)
    after = bus_property("TargetToday")
    assert after > before, f"the target was {before} and is {after}"


def log_level():
    """The service manager sets the log level through the bus."""
    systemctl("service-log-level", UNIT, "debug")
    assert systemctl("service-log-level", UNIT).strip() == "debug"
    systemctl("service-log-level", UNIT, "info")


def clean_stop(journal):
    """Stopping is quick, successful, and leaves nothing running."""
    hydratectl("status")
    since = journal.mark()
    systemctl("stop", UNIT)
    assert unit("Result") == "success", unit("Result")
    journal.event("stopped", since)
    for program in ("hydrated", "notify-send"):
        found = subprocess.run(["pgrep", "-x", "-u", "alice", program], capture_output=True, text=True, check=False)
        assert found.stdout == "", f"{program} still runs"
