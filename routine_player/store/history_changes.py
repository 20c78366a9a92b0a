"""The log of edits: who said what, and when. It only ever grows."""

import json
import sqlite3
from dataclasses import dataclass, field, replace
from enum import IntEnum
from uuid import UUID, uuid4

from routine_player.core.instant import Instant
from routine_player.store.history_cells import columns_of

Cell = int | float | str | bytes | None
"""What stands in a column."""


class SaidBy(IntEnum):
    """Who made an edit. The numbers stand in files."""

    PERSON = 1
    PROGRAM = 2


class UnknownSubjectError(LookupError):
    """Nothing of that id was ever stored: a mistake of the caller's."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something, and when; all that is said in it is one edit."""

    at: Instant
    said_by: SaidBy = SaidBy.PERSON
    undoes: UUID | None = None
    edit: UUID = field(default_factory=uuid4)


def log_change(
    db: sqlite3.Connection,
    subject: UUID,
    name: str,
    values: tuple[Cell, Cell],
    saying: Saying,
) -> None:
    """Write down that a field called `name` was and became; saying the same again is no edit."""
    was, became = values
    if was != became:
        note_change(db, subject, name, values, after_what_was_said(db, subject, saying))


def after_what_was_said(db: sqlite3.Connection, subject: UUID, saying: Saying) -> Saying:
    """Give a saying that is later than all that was said of a row before.

    The last word is told by its moment, on two computers too, and a clock may be set back.
    """
    query = "SELECT max(changed_ms) FROM change WHERE subject = ? AND edit IS NOT ?"
    last_ms = db.execute(query, (subject.bytes, saying.edit.bytes)).fetchone()[0]
    if last_ms is None or last_ms < saying.at.utc_ms:
        return saying
    at = Instant.of(last_ms + 1, saying.at.offset_s, saying.at.zone)
    return replace(saying, at=at)


def note_change(
    db: sqlite3.Connection,
    subject: UUID,
    name: str,
    values: tuple[Cell, Cell],
    saying: Saying,
) -> None:
    """Write down a change as it is said, whatever the moment, also one to the same."""
    was, became = values
    db.execute(
        """
        INSERT INTO change (
            subject, field, was, became, said_by,
            changed_ms, changed_offset_s, changed_zone, changed_date, edit, undoes
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            subject.bytes,
            name,
            _json(was),
            _json(became),
            saying.said_by,
            *columns_of(saying.at),
            saying.edit.bytes,
            None if saying.undoes is None else saying.undoes.bytes,
        ),
    )


def _json(value: Cell) -> str:
    return json.dumps(value.hex() if isinstance(value, bytes) else value)
