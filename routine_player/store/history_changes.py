"""The log of edits: who said what, and when. It only ever grows."""

import json
import sqlite3
from dataclasses import dataclass, field
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
    if was == became:
        return
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
