"""Pain ratings and answers about red flags in the history: SQL in and out, values beyond.

Writing happens inside a transaction of the caller's.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from routine_player.core.pain import Quality, Rating
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.run import RunId
from routine_player.store.history_cells import Cells, columns_of
from routine_player.store.history_changes import Cell, Saying
from routine_player.store.history_diary_codes import COURSES, RATING_MOMENTS, SPREADS
from routine_player.store.history_edits import json_words, put_row, row_of
from routine_player.store.history_errors import HistoryDamagedError, damaged_text

Database = sqlite3.Connection


def put_rating(db: Database, rating: Rating, saying: Saying) -> None:
    """Store a rating, or write down how it differs from what is stored of it.

    Another run than the one that is stored is said by hand, and stays whatever clocks tell.
    """
    row = row_of(db, "pain_rating", rating.id)
    stored = None if row is None else Cells(row)
    before = None if stored is None else stored.uuid_or_none("run")
    is_known = stored is not None and stored.flag("run_by_hand")
    cells = _cells_of(rating) | {"run_by_hand": int(is_known or rating.run != before)}
    put_row(db, "pain_rating", rating.id, cells, saying)


def ratings(db: Database, limit: int, offset: int) -> tuple[Rating, ...]:
    """The last ratings, newest first; a limit of -1 gives all."""
    query = _RATINGS + "ORDER BY rated_ms DESC, pain_rating.id DESC LIMIT ? OFFSET ?"
    return _all(db.execute(query, (limit, offset)))


def ratings_between(db: Database, first: date, last: date) -> tuple[Rating, ...]:
    """The ratings of some days, both ends too, newest first."""
    query = _RATINGS + "AND rated_date BETWEEN ? AND ? ORDER BY rated_ms DESC, pain_rating.id DESC"
    return _all(db.execute(query, (first.isoformat(), last.isoformat())))


def ratings_of_run(db: Database, run: RunId) -> tuple[Rating, ...]:
    """The ratings that belong to a run, in the order they were given."""
    return _all(db.execute(_RATINGS + "AND pain_rating.run = ? ORDER BY rated_ms", (run.bytes,)))


def rating(db: Database, rating_id: UUID) -> Rating | None:
    """One rating, a deleted one too; None for one that was never stored."""
    row = row_of(db, "pain_rating", rating_id)
    return None if row is None else rating_of(Cells(row))


def put_check(db: Database, check: RedFlagCheck, saying: Saying) -> None:
    """Store what was answered about red flags."""
    asked = zip(_ASKED, columns_of(check.at), strict=True)
    cells: dict[str, Cell] = {
        "answers": json.dumps(dict(check.answers)),
        "rating": None if check.rating is None else check.rating.bytes,
        **dict(asked),
    }
    put_row(db, "red_flag_check", check.id, cells, saying)


def checks(db: Database) -> tuple[RedFlagCheck, ...]:
    """All that was answered about red flags, newest first."""
    query = "SELECT * FROM red_flag_check WHERE NOT deleted ORDER BY asked_ms DESC, id DESC"
    return tuple(map(check_of, map(Cells, db.execute(query))))


def check_of(row: Cells) -> RedFlagCheck:
    """Read what was answered; HistoryDamagedError for what is no such thing."""
    return RedFlagCheck(
        row.instant("asked"),
        row.answers("answers"),
        row.uuid_or_none("rating"),
        row.uuid("uuid"),
    )


# What was rated in a session that is deleted, or played as a trial, tells nothing.
_RATINGS = """
    SELECT pain_rating.* FROM pain_rating LEFT JOIN session ON session.uuid = pain_rating.session
    WHERE NOT pain_rating.deleted
    AND (session.uuid IS NULL OR (NOT session.deleted AND session.speed = 1.0))
"""

_RATED = ("rated_ms", "rated_offset_s", "rated_zone", "rated_date")
_ASKED = ("asked_ms", "asked_offset_s", "asked_zone", "asked_date")


def _all(rows: Iterable[sqlite3.Row]) -> tuple[Rating, ...]:
    return tuple(map(rating_of, map(Cells, rows)))


def _cells_of(rating: Rating) -> dict[str, Cell]:
    return {
        "moment": RATING_MOMENTS.number(rating.moment),
        "score": rating.score,
        "sites": json_words(tuple(sorted(rating.sites))),
        "qualities": json_words(tuple(rating.qualities)),
        "onset_min": None if rating.onset_min is None else float(rating.onset_min),
        "course": None if rating.course is None else COURSES.number(rating.course),
        "spread": None if rating.spread is None else SPREADS.number(rating.spread),
        "numbness": None if rating.numbness is None else int(rating.numbness),
        "medication": rating.medication,
        "note": rating.note,
        "session": None if rating.session is None else rating.session.bytes,
        "step": rating.step_index,
        "run": None if rating.run is None else rating.run.bytes,
        **dict(zip(_RATED, columns_of(rating.at), strict=True)),
    }


def rating_of(row: Cells) -> Rating:
    """Read a rating; HistoryDamagedError for what is none."""
    try:
        return Rating(
            id=row.uuid("uuid"),
            moment=row.word("moment", RATING_MOMENTS),
            score=row.whole("score"),
            at=row.instant("rated"),
            sites=row.words("sites"),
            qualities=tuple(map(Quality, row.words("qualities"))),
            onset_min=row.number_or_none("onset_min"),
            course=row.word_or_none("course", COURSES),
            spread=row.word_or_none("spread", SPREADS),
            numbness=row.flag_or_none("numbness"),
            medication=row.text("medication"),
            note=row.text("note"),
            session=row.uuid_or_none("session"),
            step_index=row.whole_or_none("step"),
            run=row.uuid_or_none("run"),
        )
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error
