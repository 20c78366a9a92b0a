"""A list of runs as a table of text, whatever program wrote it down."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from routine_player.core.language import tr
from routine_player.store.run_import.found import UnreadableError

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
    """Read comma or semicolon separated text; UnreadableError for what is none."""
    text = _text(data)
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
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


def _text(data: bytes) -> str:
    if b"\0" in data and not data.startswith(_UTF_16):
        raise UnreadableError(tr("it is no table"))
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(tr("it is no text"))
