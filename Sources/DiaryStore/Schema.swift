// SPDX-License-Identifier: Apache-2.0

/// The tables of the diary, version by version. What has been released is never changed, only added to.
///
/// Columns carry their unit in their name, so that the file explains itself to whoever opens it with sqlite3. The
/// checks keep out what no unit allows; what is merely unlikely is the business of `Plausibility`.
enum Schema {
    /// "hydr", in the header of every diary: another program's database is left alone.
    static let applicationID: Int64 = 0x6879_6472

    /// The version that this program writes.
    static var version: Int64 { Int64(migrations.count) }

    /// What leads from each version to the next.
    static let migrations = [first, second]

    private static let first = """
        CREATE TABLE diary (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            created_at INTEGER NOT NULL
        ) STRICT;

        -- Times are microseconds of UTC since 1970; utc_offset is in seconds east of UTC.
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -93599 AND 93599),
            zone TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            token TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX entry_by_time ON entry (at);

        CREATE TABLE drink (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            beverage TEXT NOT NULL,
            volume_ml REAL NOT NULL CHECK (volume_ml > 0),
            water_fraction REAL NOT NULL CHECK (water_fraction BETWEEN 0 AND 1),
            sodium_mmol_per_l REAL NOT NULL CHECK (sodium_mmol_per_l >= 0),
            potassium_mmol_per_l REAL NOT NULL CHECK (potassium_mmol_per_l >= 0),
            caffeine_mg_per_l REAL NOT NULL CHECK (caffeine_mg_per_l >= 0),
            alcohol_percent REAL NOT NULL CHECK (alcohol_percent BETWEEN 0 AND 100),
            answers TEXT
        ) STRICT;

        -- Workouts done and planned, which have an end, and started ones, which may have an expected one.
        CREATE TABLE workout (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            activity TEXT NOT NULL,
            intensity TEXT NOT NULL,
            met REAL CHECK (met > 0),
            speed_m_per_s REAL CHECK (speed_m_per_s >= 0),
            power_w REAL CHECK (power_w >= 0),
            clothing_clo REAL CHECK (clothing_clo >= 0),
            water_c REAL,
            air_c REAL,
            humidity_percent REAL CHECK (humidity_percent BETWEEN 0 AND 100),
            wind_m_per_s REAL CHECK (wind_m_per_s >= 0),
            sun TEXT,
            radiant_c REAL,
            ends_at INTEGER,
            CHECK ((air_c IS NULL) = (humidity_percent IS NULL)),
            CHECK ((air_c IS NULL) = (wind_m_per_s IS NULL)),
            CHECK ((air_c IS NULL) = (sun IS NULL)),
            CHECK (radiant_c IS NULL OR air_c IS NOT NULL)
        ) STRICT;

        CREATE TABLE climate (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            air_c REAL NOT NULL,
            humidity_percent REAL NOT NULL CHECK (humidity_percent BETWEEN 0 AND 100),
            wind_m_per_s REAL NOT NULL CHECK (wind_m_per_s >= 0),
            sun TEXT NOT NULL,
            radiant_c REAL,
            is_indoor INTEGER NOT NULL CHECK (is_indoor IN (0, 1)),
            water_c REAL
        ) STRICT;

        CREATE TABLE body_mass (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            kilograms REAL NOT NULL CHECK (kilograms > 0),
            moment TEXT NOT NULL
        ) STRICT;
        -- Weigh-ins around a workout matter for ever, those in between do not.
        CREATE INDEX body_mass_around_workouts ON body_mass (entry) WHERE moment <> 'plain';

        CREATE TABLE cramp (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            muscle TEXT NOT NULL,
            side TEXT NOT NULL,
            severity TEXT NOT NULL
        ) STRICT;

        CREATE TABLE injury (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            muscle TEXT NOT NULL,
            side TEXT NOT NULL,
            severity TEXT NOT NULL
        ) STRICT;

        CREATE TABLE shown (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            reminder TEXT NOT NULL,
            guideline TEXT NOT NULL,
            volume_ml REAL CHECK (volume_ml > 0),
            with_electrolytes INTEGER NOT NULL CHECK (with_electrolytes IN (0, 1))
        ) STRICT;

        CREATE TABLE undelivered (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            reminder TEXT NOT NULL
        ) STRICT;

        CREATE TABLE answer (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            reminder TEXT NOT NULL,
            answer TEXT NOT NULL
        ) STRICT;

        CREATE TABLE snooze (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            until INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE pause (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            until INTEGER NOT NULL
        ) STRICT;

        -- A retraction stands at the time of the entry that it takes back.
        CREATE TABLE retraction (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            retracted INTEGER NOT NULL UNIQUE REFERENCES entry (id)
        ) STRICT;

        -- For people with sqlite3: what still counts, in local time.
        CREATE VIEW log AS
            SELECT id, strftime('%Y-%m-%d %H:%M:%S', at / 1000000 + utc_offset, 'unixepoch') AS local_time, kind
            FROM entry
            WHERE kind <> 'retraction' AND id NOT IN (SELECT retracted FROM retraction)
            ORDER BY at, id;

        CREATE VIEW drinks AS
            SELECT id, local_time, beverage, volume_ml, volume_ml * water_fraction AS water_ml,
                (sodium_mmol_per_l + potassium_mmol_per_l) * volume_ml / 1000 AS electrolytes_mmol
            FROM log JOIN drink ON drink.entry = id;

        CREATE VIEW drunk_by_day AS
            SELECT substr(local_time, 1, 10) AS day, count(*) AS drinks, sum(volume_ml) AS volume_ml
            FROM drinks GROUP BY day;

        CREATE VIEW workouts AS
            SELECT log.id, log.kind, local_time, activity, intensity,
                CASE log.kind WHEN 'workout-started' THEN NULL ELSE (ends_at - at) / 60000000 END AS minutes
            FROM log JOIN entry USING (id) JOIN workout ON workout.entry = log.id;
        """

    /// Quick recovery, asked for with a workout or with its end.
    private static let second = """
        ALTER TABLE workout ADD COLUMN recovers_quickly INTEGER NOT NULL DEFAULT 0 CHECK (recovers_quickly IN (0, 1));

        -- Until now the end of a workout said nothing but that it was.
        CREATE TABLE workout_stop (
            entry INTEGER PRIMARY KEY REFERENCES entry (id),
            recovers_quickly INTEGER NOT NULL CHECK (recovers_quickly IN (0, 1))
        ) STRICT;
        INSERT INTO workout_stop (entry, recovers_quickly) SELECT id, 0 FROM entry WHERE kind = 'workout-stopped';

        -- Of a started workout, the stop that ended it may have asked too: the next start or stop within twelve hours.
        DROP VIEW workouts;
        CREATE VIEW workouts AS
            SELECT log.id, log.kind, local_time, activity, intensity,
                CASE log.kind WHEN 'workout-started' THEN NULL ELSE (ends_at - entry.at) / 60000000 END AS minutes,
                workout.recovers_quickly OR log.kind = 'workout-started' AND coalesce((
                    SELECT workout_stop.recovers_quickly
                    FROM entry AS edge LEFT JOIN workout_stop ON workout_stop.entry = edge.id
                    WHERE edge.at BETWEEN entry.at AND entry.at + 43200000000
                        AND (edge.at, edge.id) > (entry.at, entry.id)
                        AND edge.kind IN ('workout-started', 'workout-stopped')
                        AND NOT EXISTS (SELECT 1 FROM retraction WHERE retracted = edge.id)
                    ORDER BY edge.at, edge.id LIMIT 1
                ), 0) AS recovers_quickly
            FROM log JOIN entry USING (id) JOIN workout ON workout.entry = log.id;
        """
}
