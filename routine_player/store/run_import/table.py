"""A list of runs as a table of text, whatever program wrote it down."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from routine_player.core.language import tr
from routine_player.store.run_import.found import Found, Refused, UnreadableError

FIRST_ROWS = 20
"""So many rows are looked at to tell what a list is: the first one may be all blanks."""

_LEAST_METRES_A_SECOND = 0.2
_SAID = re.compile(r"sep=([,;\t])", re.IGNORECASE)
_ENCODINGS = ("utf-8-sig", "cp1252")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and all rows below, each with its line in the file."""

    names: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]

    def find(self, *parts: str) -> int | None:
        """Give the first column whose name holds one of these words, the first word first."""
        for part in parts:
            for index, name in enumerate(self.names):
                if part in name.casefold():
                    return index
        return None


def read_table(data: bytes) -> Table:
    """Read text separated by commas, semicolons or tabs; UnreadableError for what is none."""
    text = _text(data)
    first, _, rest = text.partition("\n")
    if said := _SAID.fullmatch(first.strip()):  # as spreadsheets say it to each other
        text, separator = rest, said[1]
    else:
        separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UnreadableError(tr("it is no table")) from error
    if not rows:
        raise UnreadableError(tr("it is empty"))
    return Table([name.strip() for name in rows[0][1]], rows[1:])


def cell(row: Sequence[str], index: int | None) -> str:
    """Give a cell; blanks, dashes and missing ones are empty."""
    if index is None or not 0 <= index < len(row):
        return ""
    text = row[index].strip()
    return "" if text.strip("-") == "" else text


def told_or_refused(name: str, read: Callable[[], Found | Refused]) -> Found | Refused:
    """Give what a line tells of; one whose numbers cannot be does not take the others with it."""
    try:
        return read()
    except (ValueError, OverflowError):
        return Refused(name, tr("its numbers cannot be"))


def note_of(*texts: str) -> str:
    """Give what a program calls a run, and what was written about it, as a note."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def unit_of(shown: float, time_s: float | None, unit_m: float) -> float:
    """Give the metres that a distance counts in which does not say so.

    Short ones are shown in metres, by some programs all of them: nobody is as slow as that many
    metres would be, or as fast as that many kilometres.
    """
    return 1.0 if time_s and shown / time_s > _LEAST_METRES_A_SECOND else unit_m


def _text(data: bytes) -> str:
    if b"\0" in data and not data.startswith(_UTF_16):
        raise UnreadableError(tr("it is no table"))
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(tr("it is no text"))
