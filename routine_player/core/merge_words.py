"""What a person is told of a history that was taken in."""

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
    counts = [_counted(table, new[table]) for table in _COUNTED if new.get(table)]
    if counts:
        told.append(tr("New: {counts}.", counts=", ".join(counts)))
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
    told.append(tr("To go back, restore the newest backup."))
    return " ".join(told)


def _counted(table: str, count: int) -> str:
    one, many = _COUNTED[table]
    return tr(one) if count == 1 else tr(many, count=count)
