# SPDX-License-Identifier: Apache-2.0
"""Ten years of somebody's diary, 100,000 entries, written straight into the tables that hydrated has made."""

import sqlite3
import time

ENTRIES = 100_000
MINUTE = 60_000_000
DAY = 1440 * MINUTE
# At which minutes of each day what is logged.
DRINKS = [430, 490, 545, 600, 660, 720, 800, 860, 930, 1010, 1180, 1290]
MEALS = [480, 780, 1170]
READINGS = [450, 840]
BUBBLES = [575, 690, 900, 1050]
RUN = (1080, 1140)


def fill(path):
    """Ends with yesterday; the last 60 days, all that a plan looks at, are as full as those before."""
    # 27 entries a day on an average.
    today = time.time_ns() // 1000 // DAY * DAY
    begin = today - ENTRIES // 27 * DAY
    acts = []
    number = 0
    while len(acts) < ENTRIES:
        acts += day(number, begin + number * DAY)
        number += 1
    # What does not fit falls off at the beginning: the diary is as long as it must be, and ends where it should.
    shift = today - (begin + number * DAY)
    database = sqlite3.connect(path)
    with database:
        for entry, (at, kind, table, columns) in enumerate(acts[-ENTRIES:], 1):
            at += shift
            database.execute(
                "INSERT INTO entry VALUES (?, ?, ?, 0, 'UTC', ?, ?)", (entry, kind, at, at, f"decade-{entry}")
            )
            if table:
                names = ", ".join(["entry", *columns])
                places = ", ".join("?" * (len(columns) + 1))
                database.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", (entry, *columns.values()))
        database.execute("UPDATE diary SET created_at = (SELECT min(at) FROM entry)")
    count = database.execute("SELECT count(*) FROM log").fetchone()[0]
    database.close()
    assert count == ENTRIES, f"{count} entries"


def day(number, begin):
    """One day's entries in order: when, kind, table, columns."""
    acts = [(minute, "meal", None, {}) for minute in MEALS]
    for minute in DRINKS:
        acts.append((minute, "drink", "drink", {
            "beverage": "water", "volume_ml": 200, "water_fraction": 1, "sodium_mmol_per_l": 0.5,
            "potassium_mmol_per_l": 0, "caffeine_mg_per_l": 0, "alcohol_percent": 0,
        }))
    for minute in READINGS:
        acts.append((minute, "climate", "climate", {
            "air_c": 20 + number % 10, "humidity_percent": 60, "wind_m_per_s": 0.1, "sun": "shade", "is_indoor": 0,
        }))
    for minute in BUBBLES:
        name = f"drink-before-thirst@{(begin + minute * MINUTE) // 1_000_000}.0"
        acts.append((minute, "shown", "shown", {
            "reminder": name, "guideline": "drink-before-thirst", "volume_ml": 200, "with_electrolytes": 0,
        }))
        acts.append((minute + 3, "answer", "answer", {"reminder": name, "answer": "later"}))
    if number % 2:
        acts.append((RUN[0], "workout-started", "workout", {"activity": "running", "intensity": "moderate"}))
        acts.append((RUN[1], "workout-stopped", "workout_stop", {"recovers_quickly": 0}))
    # Once in a quarter somebody weighs the sweat of a run; such pairs count for ever.
    if number % 90 == 1:
        acts.append((RUN[0] - 5, "body-mass", "body_mass", {"kilograms": 70, "moment": "before"}))
        acts.append((RUN[1] + 5, "body-mass", "body_mass", {"kilograms": 69.2, "moment": "after"}))
    return [(begin + act[0] * MINUTE, *act[1:]) for act in sorted(acts, key=lambda act: act[0])]
