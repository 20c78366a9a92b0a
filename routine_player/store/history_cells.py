"""One row of a table, each cell read as what it has to be.

A damaged file may hold anything anywhere: what does not fit is damage, never a traceback.
"""

import json
import sqlite3
from datetime import date
from typing import TypeVar, cast
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.store.history_codes import Codes, Word
from routine_player.store.history_errors import HistoryDamagedError, damaged_text

Kind = TypeVar("Kind", int, float, str, bytes)


class Cells:
    """A row; HistoryDamagedError for a cell that is not what it is asked for as."""

    def __init__(self, row: sqlite3.Row) -> None:
        self._row = row

    def whole(self, name: str) -> int:
        return self._of(int, name)

    def number(self, name: str) -> float:
        return self._of(float, name)

    def text(self, name: str) -> str:
        return self._of(str, name)

    def blob(self, name: str) -> bytes:
        return self._of(bytes, name)

    def has(self, name: str) -> bool:
        return self._row[name] is not None

    def whole_or(self, name: str, default: int) -> int:
        return self.whole(name) if self.has(name) else default

    def whole_or_none(self, name: str) -> int | None:
        return self.whole(name) if self.has(name) else None

    def number_or_none(self, name: str) -> float | None:
        return self.number(name) if self.has(name) else None

    def flag_or_none(self, name: str) -> bool | None:
        return self.flag(name) if self.has(name) else None

    def seconds_or_none(self, name: str) -> float | None:
        return self.seconds(name) if self.has(name) else None

    def uuid_or_none(self, name: str) -> UUID | None:
        return self.uuid(name) if self.has(name) else None

    def day_or_none(self, name: str) -> date | None:
        return self.day(name) if self.has(name) else None

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words, in JSON."""
        found = self._json(name)
        if isinstance(found, list):
            words = cast("list[object]", found)
            if all(isinstance(word, str) for word in words):
                return tuple(map(str, words))
        raise HistoryDamagedError(damaged_text())

    def answers(self, name: str) -> dict[str, bool]:
        """What was answered to each question, in JSON."""
        found = self._json(name)
        if isinstance(found, dict):
            answers = cast("dict[str, object]", found)
            if all(isinstance(answer, bool) for answer in answers.values()):
                return {question: bool(answer) for question, answer in answers.items()}
        raise HistoryDamagedError(damaged_text())

    def text_or(self, name: str, default: str) -> str:
        return self.text(name) if self.has(name) else default

    def seconds(self, name: str) -> float:
        """Seconds out of milliseconds; 0 for none."""
        return self.whole_or(name, 0) / 1000

    def flag(self, name: str) -> bool:
        return self.whole(name) != 0

    def uuid(self, name: str) -> UUID:
        try:
            return UUID(bytes=self._of(bytes, name))
        except ValueError as error:
            raise HistoryDamagedError(damaged_text()) from error

    def word(self, name: str, codes: Codes[Word]) -> Word:
        try:
            return codes.word(self.whole(name))
        except ValueError as error:
            raise HistoryDamagedError(damaged_text()) from error

    def word_or_none(self, name: str, codes: Codes[Word]) -> Word | None:
        return self.word(name, codes) if self.has(name) else None

    def edited(self, name: str) -> str | float | None:
        """A value as the log of edits keeps it, in JSON."""
        value = self._json(name)
        if isinstance(value, str | int | float | None):
            return value
        raise HistoryDamagedError(damaged_text())

    def day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.text(name))
        except ValueError as error:
            raise HistoryDamagedError(damaged_text()) from error

    def instant(self, prefix: str) -> Instant:
        """The four columns `prefix`_ms, _offset_s, _zone and _date; the date is kept as seen."""
        at = instant_of(
            self.whole(f"{prefix}_ms"),
            self.whole(f"{prefix}_offset_s"),
            self.text(f"{prefix}_zone"),
        )
        return Instant(at.utc_ms, at.offset_s, at.zone, self.day(f"{prefix}_date"))

    def instant_or_none(self, prefix: str) -> Instant | None:
        return self.instant(prefix) if self.has(f"{prefix}_ms") else None

    def _json(self, name: str) -> object:
        try:
            return json.loads(self.text(name))
        except (ValueError, RecursionError) as error:
            raise HistoryDamagedError(damaged_text()) from error

    def _of(self, kind: type[Kind], name: str) -> Kind:
        value = self._row[name]
        if not isinstance(value, kind):
            raise HistoryDamagedError(damaged_text())
        return value


def instant_of(utc_ms: int, offset_s: int, zone: str) -> Instant:
    """Build an instant out of stored numbers; HistoryDamagedError for one that cannot be."""
    try:
        return Instant.of(utc_ms, offset_s, zone)
    except (ValueError, OverflowError) as error:
        raise HistoryDamagedError(damaged_text()) from error


def columns_of(at: Instant) -> tuple[int, int, str, str]:
    """Give the four columns of an instant."""
    return at.utc_ms, at.offset_s, at.zone, at.local_date.isoformat()
