-- Runs, shoes, days, red flags, and more about pain.
--
-- What people say is told apart by uuid alone, also where one row refers to another, so that two
-- histories can be merged row by row. Lists of words are JSON. Numbers for kinds, moments and so
-- on: store/history_codes.py and store/history_diary_codes.py. Lengths are metres and milliseconds.

CREATE TABLE shoes (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name TEXT NOT NULL,
    earlier_m REAL NOT NULL,
    since TEXT,
    retired TEXT,
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    activity INTEGER NOT NULL,
    kind INTEGER,
    started_ms INTEGER NOT NULL,
    started_offset_s INTEGER NOT NULL,
    started_zone TEXT NOT NULL,
    started_date TEXT NOT NULL,
    duration_ms INTEGER,
    elapsed_ms INTEGER,
    distance_m REAL,
    climb_m REAL,
    cadence_spm REAL,
    surface INTEGER,
    shoes BLOB REFERENCES shoes (uuid),
    focus TEXT NOT NULL,
    tags TEXT NOT NULL,
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX run_by_start ON run (started_ms);
CREATE INDEX run_by_day ON run (started_date);
CREATE INDEX run_in_shoes ON run (shoes) WHERE shoes IS NOT NULL;

-- Where runs come from; one may come from two devices. Never changed.
CREATE TABLE run_source (
    run BLOB NOT NULL REFERENCES run (uuid),
    kind INTEGER NOT NULL,
    digest BLOB NOT NULL,  -- of the file or of its line, empty for what was typed
    -- Last: of a column between those of the key some SQLite versions report a NULL it never had.
    file TEXT NOT NULL,
    PRIMARY KEY (run, kind, digest)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_source_by_digest ON run_source (digest);

-- The run that a session belongs to, and whether a person said so.
ALTER TABLE session ADD COLUMN routine_when INTEGER;
ALTER TABLE session ADD COLUMN run BLOB REFERENCES run (uuid);
ALTER TABLE session ADD COLUMN run_by_hand INTEGER NOT NULL DEFAULT 0;

CREATE INDEX session_by_start ON session (started_ms);
CREATE INDEX session_of_run ON session (run) WHERE run IS NOT NULL;

CREATE TABLE new_pain_rating (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    moment INTEGER NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    sites TEXT NOT NULL,
    qualities TEXT NOT NULL,
    onset_min REAL,
    course INTEGER,
    spread INTEGER,
    numbness INTEGER CHECK (numbness IN (0, 1)),
    medication TEXT NOT NULL,
    note TEXT NOT NULL,
    session BLOB REFERENCES session (uuid),  -- NULL: tied to no session
    step INTEGER,  -- the step of the session it came up in
    run BLOB REFERENCES run (uuid),  -- NULL: tied to no run
    run_by_hand INTEGER NOT NULL CHECK (run_by_hand IN (0, 1)),
    rated_ms INTEGER NOT NULL,
    rated_offset_s INTEGER NOT NULL,
    rated_zone TEXT NOT NULL,
    rated_date TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

INSERT INTO new_pain_rating
SELECT
    id, uuid, moment, score,
    (
        SELECT json_group_array(site)
        FROM (SELECT site FROM pain_site WHERE rating = pain_rating.id ORDER BY site)
    ),
    '[]', NULL, NULL, NULL, NULL, '', '',
    (SELECT uuid FROM session WHERE session.id = pain_rating.session),
    step, NULL, 0, rated_ms, rated_offset_s, rated_zone, rated_date, deleted
FROM pain_rating;

DROP TABLE pain_site;
DROP TABLE pain_rating;
ALTER TABLE new_pain_rating RENAME TO pain_rating;

CREATE INDEX pain_rating_of_session ON pain_rating (session) WHERE session IS NOT NULL;
CREATE INDEX pain_rating_of_run ON pain_rating (run) WHERE run IS NOT NULL;
CREATE INDEX pain_rating_by_time ON pain_rating (rated_ms);

-- What a day was like; its uuid is made of its date.
CREATE TABLE day (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    day TEXT NOT NULL,
    hours_sat REAL,
    sleep_h REAL,
    lifting INTEGER CHECK (lifting IN (0, 1)),
    tags TEXT NOT NULL,
    medication TEXT NOT NULL,
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX day_by_date ON day (day);

CREATE TABLE red_flag_check (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    answers TEXT NOT NULL,  -- JSON: a sign's name, and whether it is so
    rating BLOB REFERENCES pain_rating (uuid),
    asked_ms INTEGER NOT NULL,
    asked_offset_s INTEGER NOT NULL,
    asked_zone TEXT NOT NULL,
    asked_date TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

-- Changes that were made at once are one edit; one that takes an edit back names it.
ALTER TABLE change ADD COLUMN edit BLOB CHECK (length(edit) = 16);
ALTER TABLE change ADD COLUMN undoes BLOB CHECK (length(undoes) = 16);

CREATE INDEX change_of_edit ON change (edit) WHERE edit IS NOT NULL;
CREATE INDEX change_that_undoes ON change (undoes) WHERE undoes IS NOT NULL;
