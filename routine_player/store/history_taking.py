"""What becomes of a run that was found in a file: SQL in and out, values beyond.

A run is known by the file or line it was read from, and joined with the same run as somebody else
told it. Each function runs inside a transaction of the caller's.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from routine_player.core.run import Run, RunId, Source
from routine_player.core.same_run import joined
from routine_player.store import history_bridges, history_edits, history_runs, history_ties
from routine_player.store.history_changes import Saying
from routine_player.store.history_edits import HEARD

Database = sqlite3.Connection

_DAY_MS: Final = 24 * 3600 * 1000


class Taking(Enum):
    """What became of a run that was found in a file."""

    TAKEN = auto()
    JOINED = auto()  # with a run that another device, or the person, had told of
    KNOWN = auto()  # this very file or line was read before: nothing changed
    DELETED = auto()  # the same, and the person has deleted the run since


@dataclass(frozen=True, slots=True)
class Offer:
    """A run that is offered to the log.

    `recording` is the file that a list says it was recorded in; `even_deleted` takes back a run
    that the person deleted.
    """

    run: Run
    source: Source
    recording: str = ""
    even_deleted: bool = False


def take(db: Database, offer: Offer, saying: Saying) -> tuple[Taking, RunId]:
    """Store a run that was found, unless it is known, and say what became of it."""
    known = history_runs.run_of_source(db, offer.source.digest)
    logged = None if known is None else history_runs.run(db, known)
    if logged is not None:
        return _take_again(db, logged.run, offer, saying), logged.run.id
    same = _same(db, offer)
    if same:
        stays = joined(same[0], offer.run)
        history_runs.put_run(db, stays, saying)
        history_runs.add_source(db, stays.id, offer.source)
        _join_others(db, stays, same, (offer, saying))
        return Taking.JOINED, stays.id
    history_runs.put_run(db, offer.run, saying)
    history_runs.add_source(db, offer.run.id, offer.source)
    history_ties.retie_around(db, offer.run.started)
    return Taking.TAKEN, offer.run.id


def _same(db: Database, offer: Offer) -> list[Run]:
    """Find the stored runs that it is: that of the same recording first, then those alike."""
    start_ms = offer.run.started.utc_ms
    same = list(history_bridges.alike(db, offer.run))
    if offer.recording:
        for stored in history_runs.runs_around(db, start_ms - _DAY_MS, start_ms + _DAY_MS):
            if offer.recording in history_runs.files_of(db, stored.id):
                return [stored, *(one for one in same if one.id != stored.id)]
    return same


def _join_others(db: Database, stays: Run, same: Iterable[Run], told: tuple[Offer, Saying]) -> None:
    """Keep what was told of a stored run, and join the others that are now seen to be it."""
    offer, saying = told
    others = [one for one in same if one.id != stays.id]
    history_bridges.note_telling(db, stays.id, offer.run, saying)
    history_bridges.join_stored(db, stays, others, saying)
    history_ties.retie_around(db, stays.started)


def _take_again(db: Database, stored: Run, offer: Offer, saying: Saying) -> Taking:
    """Take what was read before: again where the import was undone, else it stays as it is."""
    if history_runs.is_deleted(db, stored.id):
        if not offer.even_deleted and not history_edits.is_import_undone(db, stored.id):
            return Taking.DELETED
        history_edits.set_cells(db, "run", stored.id, {"deleted": 0}, saying)
        history_ties.retie_around(db, stored.started)
        return Taking.TAKEN
    undone = history_edits.fields_undone(db, stored.id)
    was_undone = HEARD in undone and not history_bridges.is_heard(db, stored, offer.run)
    if was_undone:
        _join_others(db, stored, history_bridges.alike(db, offer.run), (offer, saying))
    now, then = history_runs.cells_of(stored), history_runs.cells_of(joined(stored, offer.run))
    again = {name: cell for name, cell in then.items() if name in undone and now[name] != cell}
    history_edits.set_cells(db, "run", stored.id, again, saying)
    return Taking.JOINED if again or was_undone else Taking.KNOWN
