# SPDX-License-Identifier: Apache-2.0
"""The unit's sandbox: proven by what a program in the daemon's place cannot do, and scored."""

import os
import re
import shutil
import stat
import subprocess

from stage import ENVIRONMENT, STATE, UNIT, attempt, describe, drop_in, fresh, hydratectl, run, step, systemctl

PROBE = "/src/Tests/EndToEnd/guest/forbidden.py"
# What the probe compares with.
OUTSIDE = {f"OUTER_{kind.upper()}": os.readlink(f"/proc/self/ns/{kind}") for kind in ("net", "ipc", "uts", "user")}
OUTSIDE["PROGRAM"] = shutil.which("hydrated", path=ENVIRONMENT["PATH"])


def outcomes(text):
    found = re.findall(r"^(forbidden|needed): ([^:]+): (.+)$", text, re.MULTILINE)
    return {(group, name): outcome for group, name, outcome in found}


def prepare():
    """What the probe looks for outside, and a state directory as the daemon leaves it."""
    fresh()
    run("mkdir", "-p", "-m", "0700", STATE)
    for folder in ("/tmp", "/var/tmp"):
        with open(f"{folder}/step-marker", "w", encoding="utf-8"):
            pass
    os.mknod("/dev/step-device", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    os.chmod("/dev/step-device", 0o666)


def unconfined():
    """The same attempts without the sandbox, as another service of the same user."""
    settings = [f"--setenv={key}={value}" for key, value in OUTSIDE.items()]
    result = attempt(
        "systemd-run", "--user", "--quiet", "--wait", "--pipe", "--collect", *settings, "python3", "-B", PROBE
    )
    assert result.returncode == 0, describe(result)
    return outcomes(result.stdout)


def confined():
    """In the daemon's own unit, with nothing changed but what it starts."""
    settings = "".join(f"Environment={key}={value}\n" for key, value in OUTSIDE.items())
    with drop_in(
        f"[Service]\nType=oneshot\nExecStart=\nExecStart=python3 -B {PROBE}\nRestart=no\nWatchdogSec=0\n"
        f"SyslogIdentifier=probe\n{settings}"
    ):
        systemctl("start", UNIT)
        subprocess.run(["journalctl", "--sync"], check=True)
        return outcomes(run("journalctl", "--user", "--output=cat", "--identifier=probe"))


def play(journal):
    outside, inside = {}, {}
    step("the same attempts are made inside and outside the sandbox", both, outside, inside)
    for (group, name), outcome in sorted(outside.items()):
        if group == "needed":
            step(f"the sandbox lets the daemon {name}", allowed, inside, (group, name), outcome)
        else:
            step(f"the sandbox does not let the daemon {name}", refused, inside, (group, name), outcome)
    step("no directive of the unit was ignored", nothing_ignored, journal)
    step("the exposure is 1.0 or less", exposure)


def allowed(inside, key, outside):
    assert outside == "allowed", f"even without the sandbox: {outside}"
    assert inside.get(key) == "allowed", inside.get(key)


def refused(inside, key, outside):
    assert outside == "allowed", f"this proves nothing, without the sandbox it is {outside}"
    assert inside.get(key, "").startswith("refused"), f"it is {inside.get(key)}"


def both(outside, inside):
    prepare()
    outside.update(unconfined())
    inside.update(confined())
    assert len(outside) > 30, f"{len(outside)} attempts"
    assert outside.keys() == inside.keys(), outside.keys() ^ inside.keys()


def nothing_ignored(journal):
    """The service manager says in the journal what it could not do. `+` commands are outside the sandbox on purpose."""
    fresh()
    since = journal.mark()
    hydratectl("status")
    journal.event("started", since)
    complaints = journal.find(
        lambda message: re.search("ignoring|not supported|Failed to set up", str(message.get("MESSAGE")))
        and message["SYSLOG_IDENTIFIER"] != "(mkdir)",
        since,
    )
    assert not complaints, [message["MESSAGE"] for message in complaints]


def exposure():
    text = run("systemd-analyze", "--user", "--no-pager", "security", UNIT)
    score = float(re.search(r"Overall exposure level for \S+: ([0-9.]+)", text)[1])
    print(f"# exposure {score}", flush=True)
    remaining = [line for line in text.splitlines() if line.lstrip().startswith("✗")]
    assert score <= 1.0, f"{score}\n" + "\n".join(remaining)
