-- Sessions, what happened in them, and pain.
--
-- An instant is four columns: milliseconds of UTC, seconds the wall clock was ahead of it, the
-- zone's name, and the date the person saw. Whole numbers named id are of this file alone; a uuid
-- is the same wherever its row goes. Numbers for kinds and outcomes: store/history_codes.py.

PRAGMA application_id = 1381002361;  -- "RPly": this program's files

CREATE TABLE state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    -- Tell whether a backup holds the same: one more with every commit, and by chance another in
    -- each new or restored history.
    revision INTEGER NOT NULL,
    identity BLOB NOT NULL
) STRICT;

INSERT INTO state VALUES (1, 0, randomblob(16));

-- What sessions were to be, each once however often it was played.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),  -- BLAKE2b of steps
    steps TEXT NOT NULL,  -- one line of JSON
    step_count INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    routine TEXT NOT NULL,
    routine_name TEXT NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan,
    planned_ms INTEGER NOT NULL,
    speed REAL NOT NULL,
    started_ms INTEGER NOT NULL,
    started_offset_s INTEGER NOT NULL,
    started_zone TEXT NOT NULL,
    started_date TEXT NOT NULL,
    ended_ms INTEGER,
    ended_offset_s INTEGER,
    ended_zone TEXT,
    ended_date TEXT,
    outcome INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    effort INTEGER,
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX session_by_day ON session (started_date);
CREATE INDEX session_by_routine ON session (routine);
CREATE INDEX session_left_open ON session (id) WHERE outcome = 0;

-- Exercises that were done in place of planned ones.
CREATE TABLE exercise (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (slug, name)
) STRICT;

-- What happened in a session, in order; never changed.
CREATE TABLE event (
    session INTEGER NOT NULL REFERENCES session,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,  -- on the session's own clock
    after_ms INTEGER NOT NULL,  -- of UTC since the session's start; less than 0 if set back
    step INTEGER,
    attempt INTEGER,  -- NULL: the first
    outcome INTEGER,
    works_done INTEGER,
    works_planned INTEGER,
    length_ms INTEGER,
    exercise INTEGER REFERENCES exercise,  -- NULL: the planned one
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE pain_rating (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    session INTEGER REFERENCES session,  -- NULL: tied to no session
    moment INTEGER NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    step INTEGER,  -- the step of the session it came up in
    rated_ms INTEGER NOT NULL,
    rated_offset_s INTEGER NOT NULL,
    rated_zone TEXT NOT NULL,
    rated_date TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;

CREATE INDEX pain_rating_of_session ON pain_rating (session);

CREATE TABLE pain_site (
    rating INTEGER NOT NULL REFERENCES pain_rating,
    site TEXT NOT NULL,
    PRIMARY KEY (rating, site)
) STRICT, WITHOUT ROWID;

-- What was edited: who said what, and when. Values are JSON.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    subject BLOB NOT NULL CHECK (length(subject) = 16),  -- uuid of the session or the rating
    field TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    said_by INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    changed_offset_s INTEGER NOT NULL,
    changed_zone TEXT NOT NULL,
    changed_date TEXT NOT NULL
) STRICT;

CREATE INDEX change_of_subject ON change (subject);
