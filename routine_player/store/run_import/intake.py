"""What was found in files goes into the history, a file at a time, and is told line by line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from routine_player.core.language import tr
from routine_player.core.run import RunId
from routine_player.store.history_changes import Saying
from routine_player.store.history_diary import Diary
from routine_player.store.history_taking import Offer, Taking
from routine_player.store.run_import.found import FileReading, Found


class Fate(StrEnum):
    """What became of a run, or of a file."""

    TAKEN = "taken"
    JOINED = "joined"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One line of the report: what became of what, and why.

    `was_deleted` is of a run that was left out for having been deleted by the person.
    """

    name: str
    fate: Fate
    reason: str = ""
    run: RunId | None = None
    was_deleted: bool = False


def store(
    diary: Diary, reading: FileReading, saying: Saying, *, even_deleted: bool = False
) -> Sequence[ImportLine]:
    """Store the runs of one file, all in one transaction, and say what became of each.

    A run that the person deleted stays so, but where `even_deleted` takes it back. The errors are
    those of History: then nothing of the file is stored.
    """
    lines = [
        ImportLine(each.name, Fate.FAILED if each.failed else Fate.SKIPPED, each.reason)
        for each in reading.refused
    ]
    if reading.found:
        offers = [
            Offer(each.run, each.source, each.recording, even_deleted) for each in reading.found
        ]
        taken = diary.take_runs(offers, saying)
        lines += [
            _line(found, taking, run)
            for found, (taking, run) in zip(reading.found, taken, strict=True)
        ]
    return lines


def summary(lines: Iterable[ImportLine]) -> str:
    """Say how many were taken, joined, skipped and failed."""
    counts = Counter(line.fate for line in lines)
    return ", ".join(f"{counts[fate]} {fate.value}" for fate in Fate)


_FATES = {
    Taking.TAKEN: (Fate.TAKEN, ""),
    Taking.JOINED: (Fate.JOINED, "with the same run from another device"),
    Taking.KNOWN: (Fate.SKIPPED, "it is in your log already"),
    Taking.DELETED: (Fate.SKIPPED, "you deleted it from your log"),
}


def _line(found: Found, taking: Taking, run: RunId) -> ImportLine:
    fate, reason = _FATES[taking]
    remark = "" if fate is Fate.SKIPPED else found.remark
    was_deleted = taking is Taking.DELETED
    return ImportLine(found.name, fate, remark or tr(reason), run, was_deleted)
