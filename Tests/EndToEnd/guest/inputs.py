# SPDX-License-Identifier: Apache-2.0
"""Bad input: a clear error on the standard error, the right exit code, and nothing stored."""

from stage import NAME, OBJECT, ago, attempt, describe, entries, fresh, hydratectl, step

FAILURE, USAGE, DATA = 1, 64, 65
IN_A_WHILE = ago(minutes=-90)

# What is wrong, the command, the exit code, and what the error must name.
REFUSED = [
    ("an unknown unit", ["drink", "250furlongs"], USAGE, "furlongs"),
    ("a negative volume", ["drink", "-250ml"], USAGE, "-250"),
    ("five litres at once", ["drink", "5l"], DATA, "3"),
    ("no number", ["drink", "nan"], USAGE, "nan"),
    ("an infinite amount", ["drink", "inf"], USAGE, "inf"),
    ("a hexadecimal number", ["drink", "0x10"], USAGE, "0x10"),
    ("an unknown drink", ["drink", "250ml", "petrol"], DATA, "petrol"),
    ("a temperature nobody survives", ["temperature", "70C"], DATA, "60"),
    ("an impossible humidity", ["temperature", "31C", "130%"], DATA, "100"),
    ("a time in the future", ["drink", "250ml", "--at", IN_A_WHILE], DATA, "future"),
    ("overlapping workouts", ["workout", "add", "cycling", "60min", "--ended", ago(minutes=20)], DATA, "overlap"),
    ("an unknown activity", ["workout", "add", "runing", "30min", "--ended", ago(hours=6)], DATA, "running"),
    ("an unknown command", ["dirnk", "250ml"], USAGE, "drink"),
]
# The same through plain busctl: the daemon trusts no client.
MALFORMED = [
    ("arguments of the wrong types", ["LogDrink", "s", "water"]),
    ("a volume that is no number", ["LogDrink", "sdxa{sv}s", "water", "nan", "-1", "0", "token-1"]),
    ("an infinite volume", ["LogDrink", "sdxa{sv}s", "water", "inf", "-1", "0", "token-2"]),
    ("a negative volume", ["LogDrink", "sdxa{sv}s", "water", "-250", "-1", "0", "token-3"]),
    ("a time before all times", ["LogDrink", "sdxa{sv}s", "water", "250", "-9223372036854775808", "0", "token-4"]),
    ("an empty token", ["LogDrink", "sdxa{sv}s", "water", "250", "-1", "0", ""]),
    ("an option of the wrong type", ["LogClimate", "ddxa{sv}s", "31", "70", "-1", "1", "wind", "s", "much", "token-5"]),
    ("an unknown method", ["Drown"]),
]


def refused(arguments, code, named):
    before = entries()
    result = attempt("hydratectl", *arguments)
    assert result.returncode == code, f"exit code {code} is right: {describe(result)}"
    assert named in result.stderr, f"the error does not name '{named}': {describe(result)}"
    assert result.stdout == "", describe(result)
    assert entries() == before, "something was stored"


def malformed(call):
    before = entries()
    result = attempt("busctl", "--user", "call", "--", NAME, OBJECT, NAME, *call)
    assert result.returncode != 0, describe(result)
    # The daemon's refusal, not busctl's own of the command line.
    assert result.stderr.startswith("Call failed: "), describe(result)
    assert entries() == before, "something was stored"


def nothing_to_undo():
    fresh()
    result = attempt("hydratectl", "undo")
    assert result.returncode == FAILURE, describe(result)
    assert "nothing" in result.stderr.lower(), describe(result)


def one_token_one_entry():
    """A retry with the same token is answered with the same entry, and logs nothing."""
    call = ["busctl", "--user", "call", "--", NAME, OBJECT, NAME]
    call += ["LogDrink", "sdxa{sv}s", "water", "250", "-1", "0", "retry"]
    before = len(entries())
    first, second = attempt(*call), attempt(*call)
    assert first.returncode == 0, describe(first)
    # The reply starts with the entry's number.
    assert first.stdout.split()[1] == second.stdout.split()[1], (first.stdout, second.stdout)
    assert len(entries()) == before + 1


def play():
    step("undo with nothing to undo is refused", nothing_to_undo)
    hydratectl("workout", "add", "running", "45min", "--ended", ago(minutes=10))
    for what, arguments, code, named in REFUSED:
        step(f"{what} is refused, and nothing is stored: {' '.join(arguments)}", refused, arguments, code, named)
    for what, call in MALFORMED:
        step(f"{what} on the bus is refused, and nothing is stored", malformed, call)
    step("the same token logs once", one_token_one_entry)
