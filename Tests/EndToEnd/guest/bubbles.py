# SPDX-License-Identifier: Apache-2.0
"""The pictures of the documentation: four real bubbles, each brought about as a person would bring it about.

What they say, and that nothing is cut off, is looked at by people. It is a lane of its own too, for `make screenshots`.
"""

import os

from stage import CHECKED, Desktop, Journal, ago, fresh, hydratectl, step

# The bytes that a picture may have.
LARGEST = 40_000


def ordinary():
    """A warm office, and little since breakfast."""
    hydratectl("temperature", "28C", "50%", "--at", ago(hours=5))
    hydratectl("drink", "200ml", "--at", ago(hours=5))


def salts():
    """Two hours of running in the heat."""
    hydratectl(
        "workout", "add", "running", "120min", "--ended", ago(minutes=5), "--speed", "10km/h", "--temperature", "31C",
        "--humidity", "70%",
    )


def cramp():
    hydratectl("cramp", "calf", "--side", "left")


def stop():
    """Far more at once than a body can get rid of."""
    hydratectl("drink", "2.8l", "--at", ago(minutes=40))


# What the file is called, the guideline that speaks, and what brings it about.
PICTURES = [
    ("bubble-drink", "drink-before-thirst", ordinary),
    ("bubble-salts", "drink-after-workout", salts),
    ("bubble-cramp", "cramp-stop-and-stretch", cramp),
    ("bubble-stop", "too-much-water", stop),
]


def picture(journal, desktop, name, guideline, bring_about):
    fresh(CHECKED)
    seen = desktop.mark()
    bring_about()
    bubble = desktop.bubble(seen)
    message = journal.event("reminder-shown", seen)
    assert message["HYDRATED_GUIDELINE"] == guideline, message["HYDRATED_GUIDELINE"]
    assert (bubble["hints"]["urgency"]["data"] == 2) == (guideline == "too-much-water"), bubble["hints"]
    desktop.picture(name)
    size = os.path.getsize(f"/out/{name}.png")
    assert size <= LARGEST, f"{size} bytes"
    desktop.clear()
    desktop.gone(seen)


def play(journal, desktop):
    for name, guideline, bring_about in PICTURES:
        step(f"the picture of {name.removeprefix('bubble-')} is taken", picture, journal, desktop, name, guideline,
             bring_about)


if __name__ == "__main__":
    play(Journal(), Desktop())
