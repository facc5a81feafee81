# SPDX-License-Identifier: Apache-2.0
"""What goes wrong around the daemon, as an ordinary user meets it. The root of the boot only sets the stage."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import time

from stage import (
    CONFIGURATION, STATE, UNIT, attempt, bus_property, describe, drop_in, entries, fresh, hydratectl, run, start,
    systemctl, unit, write_configuration,
)


def wrong_line(journal):
    """A wrong line leaves the configuration from before in force, fails the reload, and is named."""
    fresh("[Profile]\nSex=male\n")
    before = bus_property("TargetToday")
    since = journal.mark()
    write_configuration("[Profile]\nMass=heavy\n")
    reload = attempt("systemctl", "--user", "reload", UNIT)
    assert reload.returncode != 0, "the reload of a wrong configuration succeeded"
    journal.event("configuration-wrong", since, HYDRATED_FILE=CONFIGURATION, HYDRATED_LINE="2")
    assert bus_property("TargetToday") == before, "the old configuration is no longer in force"
    assert unit("ActiveState") == "active"
    write_configuration("[Profile]\nSex=male\nMass=80kg\n")
    systemctl("reload", UNIT)


def parallel_drinks():
    """41 at once, and each of them counts once."""
    fresh()
    writers = [start("hydratectl", "drink", "100ml") for _ in range(41)]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
    drinks = entries("drink")
    assert len(drinks) == 41, f"{len(drinks)} entries"
    assert sum(drink["volume"] for drink in drinks) == 4100
    assert len({drink["id"] for drink in drinks}) == 41


def cannot_start():
    """The service cannot be started: said within 5 s, with the unit's result."""
    fresh()
    with drop_in("[Service]\nExecStart=\nExecStart=/bin/false\nRestart=no\n"):
        began = time.monotonic()
        result = attempt("hydratectl", "drink", "250ml")
        took = time.monotonic() - began
        assert result.returncode == 69, describe(result)
        assert took < 7, f"it took {took:.1f} s"
        assert UNIT.removesuffix(".service") in result.stderr, describe(result)
        assert "exit-code" in result.stderr, f"the unit's result is not named: {describe(result)}"
    # The bus still waits for the name that nobody took, and so would the next caller.
    mended()


def refuses_entries(journal, since):
    """What every unusable diary has in common: the daemon is up, says so, and acknowledges nothing."""
    result = attempt("hydratectl", "drink", "250ml")
    assert result.returncode == 69, describe(result)
    assert "diary" in result.stderr.lower(), describe(result)
    assert unit("ActiveState") == "active", unit("ActiveState")
    assert "diary" in hydratectl("status").lower()
    journal.event("diary-unavailable", since)


def mended():
    """After the cause is gone and the service started anew, all is well again."""
    attempt("systemctl", "--user", "reset-failed", UNIT)
    systemctl("restart", UNIT)
    hydratectl("drink", "250ml")


@contextlib.contextmanager
def mounted(*arguments):
    """Something mounted over the state directory."""
    subprocess.run(["mount", *arguments, STATE], check=True)
    try:
        yield
    finally:
        attempt("systemctl", "--user", "stop", UNIT)
        subprocess.run(["umount", STATE], check=True)


def read_only_diary(journal):
    fresh()
    hydratectl("drink", "300ml")
    systemctl("stop", UNIT)
    since = journal.mark()
    with mounted("--bind", "-o", "ro", STATE):
        hydratectl("status")
        refuses_entries(journal, since)
    mended()
    assert [drink["volume"] for drink in entries("drink")] == [250, 300]


def full_disk(journal):
    fresh()
    run("mkdir", "-p", "-m", "0700", STATE)
    with mounted("-t", "tmpfs", "-o", "size=1m,uid=1000,gid=1000,mode=0700", "tmpfs"):
        hydratectl("drink", "300ml")
        since = journal.mark()
        # Alice fills the disk to its last byte, beside the diary.
        attempt("dd", "if=/dev/zero", f"of={STATE}/ballast", "bs=4096")
        refuses_entries(journal, since)
        assert [drink["volume"] for drink in entries("drink")] == [300], "an entry that was refused is there"
        os.remove(f"{STATE}/ballast")
        mended()
        assert [drink["volume"] for drink in entries("drink")] == [250, 300]


def newer_diary(journal):
    """A diary of a version to come is refused by its number, and not a byte of it is changed."""
    fresh()
    hydratectl("drink", "300ml")
    systemctl("stop", UNIT)
    diary = f"{STATE}/diary.sqlite"
    version = run("sqlite3", diary, "PRAGMA user_version").strip()
    run("sqlite3", diary, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version=4711")
    before = digest(diary)
    since = journal.mark()
    hydratectl("status")
    refuses_entries(journal, since)
    assert "newer" in hydratectl("status"), "that a newer version wrote it is not said"
    said = journal.event("diary-unavailable", since)
    assert "4711" in said["HYDRATED_DETAIL"], "the newer version is not named in the journal"
    systemctl("stop", UNIT)
    assert digest(diary) == before, "the newer diary was changed"
    run("sqlite3", diary, f"PRAGMA user_version={version}")
    mended()
    assert [drink["volume"] for drink in entries("drink")] == [250, 300]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def upgraded(lane_arguments):
    """A new version is installed over the running one: the diary and the next restart take it as it is."""
    fresh()
    hydratectl("drink", "300ml")
    process = unit("MainPID")
    command = ["make", "--silent", "-C", "/src", "install", "BUILDDIR=/built", *lane_arguments]
    if lane_arguments:
        subprocess.run(command, check=True, capture_output=True)
    else:
        run(*command)
    systemctl("daemon-reload")
    systemctl("restart", UNIT)
    assert unit("MainPID") != process
    assert [drink["volume"] for drink in entries("drink")] == [300]


def uninstalled(lane_arguments, paths):
    """What was installed goes away again; the diary does not."""
    systemctl("stop", UNIT)
    command = ["make", "--silent", "-C", "/src", "uninstall", *lane_arguments]
    if lane_arguments:
        subprocess.run(command, check=True, capture_output=True)
    else:
        run(*command)
    for path in paths:
        assert not os.path.lexists(path), path
    assert os.path.exists(f"{STATE}/diary.sqlite")
    assert shutil.which("hydrated", path="/home/alice/.local/bin:/usr/bin") is None
