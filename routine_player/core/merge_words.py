"""What a person is told of rows of the history: those that were taken in, those of an edit."""

from collections.abc import Mapping
from typing import Final

from routine_player.core.language import tr

_COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "session": ("1 session", "{count} sessions"),
    "run": ("1 run", "{count} runs"),
    "pain_rating": ("1 pain rating", "{count} pain ratings"),
    "day": ("1 day", "{count} days"),
    "shoes": ("1 pair of shoes", "{count} pairs of shoes"),
    "red_flag_check": ("1 answer about red flags", "{count} answers about red flags"),
}


def merge_words(file: str, new: Mapping[str, int], changed: int, settled: int, joined: int) -> str:
    """Say what came of taking in a file.

    `new` counts rows by table, `changed` those that were there and are another now, `settled`
    those that both had edited, `joined` runs that both knew and are one now.
    """
    told = [tr("{file} was taken in.", file=file)]
    counts = counted_rows(new)
    if counts:
        told.append(tr("New: {counts}.", counts=counts))
    if changed:
        told.append(tr("Brought up to date: {count}.", count=changed))
    if settled:
        told.append(
            tr("Edited on both computers: {count}; the last word stays, the log keeps both.",
               count=settled)
        )  # fmt: skip
    if joined:
        told.append(
            tr("The same run on both: {count}; each is one now, with the pain ratings of both.",
               count=joined)
        )  # fmt: skip
    return " ".join(told)


def counted_rows(rows: Mapping[str, int]) -> str:
    """Say how many there are of each: `1 run, 2 pain ratings`; empty for nothing."""
    return ", ".join(_counted(table, rows[table]) for table in _COUNTED if rows.get(table))


def _counted(table: str, count: int) -> str:
    one, many = _COUNTED[table]
    return tr(one) if count == 1 else tr(many, count=count)
