"""The part of the history that is not sessions: runs, pain ratings, shoes, days, red flags."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.run import LoggedRun, Run, RunId, Source, SourceKind
from routine_player.core.shoes import Shoes, WornShoes
from routine_player.store import (
    history_bridges,
    history_days,
    history_edits,
    history_joins,
    history_merge,
    history_ratings,
    history_runs,
    history_ties,
)
from routine_player.store.export import export_lines
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import Saying
from routine_player.store.history_edits import Edit
from routine_player.store.history_joins import Part
from routine_player.store.history_merge import Merged
from routine_player.store.history_taking import Offer, Taking, take
from routine_player.store.paths import MIGRATIONS

Database = sqlite3.Connection
Access = Callable[[], AbstractContextManager[Database]]

_TYPED = Source(SourceKind.TYPED)


def _nothing() -> None:
    """What is called where nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """All that is said at once. `withdrawn` are runs and ratings that are taken back with it."""

    run: Run | None = None
    ratings: tuple[Rating, ...] = ()
    day: DayFactors | None = None
    shoes: Shoes | None = None
    withdrawn: tuple[UUID, ...] = ()


class Diary:
    """What a person says beside sessions. Errors are those of History.

    What is stored again under its id is edited, and each edit can be undone. Ties to runs are
    found anew with each call that may change them.
    """

    def __init__(self, reading: Access, writing: Access) -> None:
        """Take what opens the history for reading, and for one transaction."""
        self._reading = reading
        self._writing = writing

    # Writing

    def put_run(self, run: Run, at: Instant) -> RunId:
        """Store a run that was typed, or edit one."""
        with self._writing() as db:
            before = history_runs.run(db, run.id)
            history_runs.put_run(db, run, Saying(at))
            if before is None:
                history_runs.add_source(db, run.id, _TYPED)
            else:
                history_ties.retie_around(db, before.run.started)
            history_ties.retie_around(db, run.started)
        return run.id

    def take_runs(self, offers: Iterable[Offer], saying: Saying) -> Sequence[tuple[Taking, RunId]]:
        """Store the runs that one file told of, all or none, and say what became of each."""
        with self._writing() as db:
            return [take(db, offer, saying) for offer in offers]

    def put_rating(self, rating: Rating, at: Instant) -> UUID:
        """Store how much it hurts, or edit that; without a run, one is found by the clock."""
        with self._writing() as db:
            history_ratings.put_rating(db, rating, Saying(at))
            history_ties.retie_around(db, rating.at)
        return rating.id

    def put_entry(self, entry: DiaryEntry, at: Instant) -> UUID | None:
        """Store all that was said at once; gives the edit, None where nothing is new in it."""
        return self.put_entries([entry], at)

    def put_entries(self, entries: Iterable[DiaryEntry], at: Instant) -> UUID | None:
        """Store all of several entries or none, as one edit; gives it as above."""
        saying = Saying(at)
        with self._writing() as db:
            for entry in entries:
                _put_entry(db, entry, saying)
            return saying.edit if history_edits.is_known(db, saying.edit) else None

    def put_shoes(self, shoes: Shoes, at: Instant) -> None:
        """Store shoes, or edit them."""
        with self._writing() as db:
            history_days.put_shoes(db, shoes, Saying(at))

    def put_day(self, day: DayFactors, at: Instant) -> None:
        """Store what a day was like, or edit it: there is one of each date."""
        with self._writing() as db:
            history_days.put_day(db, day, Saying(at))

    def put_check(self, check: RedFlagCheck, at: Instant) -> None:
        """Store what was answered about red flags."""
        with self._writing() as db:
            history_ratings.put_check(db, check, Saying(at))

    def tie_session(self, session: UUID, run: RunId | None, at: Instant) -> UUID | None:
        """Say which run a session belongs to, or that it belongs to none; the clock is not asked.

        Gives the edit, None where that was said before. UnknownSubjectError for a session that was
        never stored, here and below.
        """
        saying = Saying(at)
        with self._writing() as db:
            history_ties.tie_session(db, session, run, saying)
            return saying.edit if history_edits.is_known(db, saying.edit) else None

    def tie_rating(self, rating: UUID, run: RunId | None, at: Instant) -> None:
        """Say which run a rating belongs to, or that it belongs to none."""
        with self._writing() as db:
            history_ties.tie_rating(db, rating, run, Saying(at))

    def delete(self, subject: UUID, at: Instant) -> None:
        """Hide a run, a rating, shoes, a day or answers; `undo` brings it back."""
        saying = Saying(at)
        with self._writing() as db:
            table = history_edits.table_of(db, subject)
            history_edits.set_cells(db, table, subject, {"deleted": 1}, saying)
            _retie(db, [(table, subject)])

    def undo(self, edit: UUID, at: Instant) -> UUID:
        """Take an edit back, of a session too; gives the edit that did, which can be undone."""
        saying = Saying(at, undoes=edit)
        with self._writing() as db:
            touched = history_bridges.undo_joins(db, edit, at)
            touched |= history_edits.undo(db, edit, saying)
            _retie(db, touched)
        return saying.edit

    def merge_lines(
        self,
        lines: Iterable[str],
        step: Callable[[], None] = _nothing,
        read: Callable[[], None] = _nothing,
    ) -> Merged:
        """Take in an export, line by line; to take in the same again changes nothing.

        NoExportError for what is none, or is damaged, and what `step` raises, which is called for
        each row: nothing of it is taken then. `read` is called once when all lines are read.
        """
        with self._writing() as db:
            return history_merge.merge_lines(db, lines, MIGRATIONS, (step, read))

    # Reading

    def export_lines(self, now: Instant) -> Sequence[str]:
        """Give everything the history holds, sessions too, as lines of JSON."""
        with self._reading() as db:
            return tuple(export_lines(db, now))

    def each_export_line(self, now: Instant) -> Iterator[str]:
        """Give the same one by one; nothing may be written until the last one is taken."""
        with self._reading() as db:
            yield from export_lines(db, now)

    def runs(self, limit: int = 100, offset: int = 0) -> Sequence[LoggedRun]:
        """The last runs, newest first; a limit of -1 gives all."""
        with self._reading() as db:
            return history_runs.runs(db, limit, offset)

    def runs_between(self, first: date, last: date) -> Sequence[LoggedRun]:
        """The runs of some days, both ends too, newest first."""
        with self._reading() as db:
            return history_runs.runs_between(db, first, last)

    def run(self, run: RunId) -> LoggedRun | None:
        """One run, a deleted one too; None for one that was never stored."""
        with self._reading() as db:
            return history_runs.run(db, run)

    def is_deleted(self, run: RunId) -> bool:
        """Whether a run that was stored is hidden: deleted, its import undone, or joined."""
        with self._reading() as db:
            return history_runs.is_deleted(db, run)

    def parts(self, run: RunId) -> Sequence[Part]:
        """The runs that were joined with one, which stands for them; undoing an edit parts it."""
        with self._reading() as db:
            return history_joins.parts_of(db, run)

    def ratings(self, limit: int = 100, offset: int = 0) -> Sequence[Rating]:
        """The last ratings, of sessions too, newest first; a limit of -1 gives all."""
        with self._reading() as db:
            return history_ratings.ratings(db, limit, offset)

    def ratings_between(self, first: date, last: date) -> Sequence[Rating]:
        """The ratings of some days, both ends too, newest first."""
        with self._reading() as db:
            return history_ratings.ratings_between(db, first, last)

    def ratings_of_run(self, run: RunId) -> Sequence[Rating]:
        """What was said of a run, in the order it was said."""
        with self._reading() as db:
            return history_ratings.ratings_of_run(db, run)

    def rating(self, rating: UUID) -> Rating | None:
        """One rating, a deleted one too; None for one that was never stored."""
        with self._reading() as db:
            return history_ratings.rating(db, rating)

    def holds(self, subject: UUID) -> bool:
        """Whether anything was ever stored under an id, a session too."""
        with self._reading() as db:
            return history_edits.is_stored(db, subject)

    def shoes(self) -> Sequence[WornShoes]:
        """All shoes, with how far each was run in."""
        with self._reading() as db:
            return history_days.all_shoes(db)

    def days(self, first: date, last: date) -> Sequence[DayFactors]:
        """What was said of some days, both ends too, in order."""
        with self._reading() as db:
            return history_days.days_between(db, first, last)

    def tags(self) -> Sequence[str]:
        """Every tag in use, the commonest first."""
        with self._reading() as db:
            return history_days.tags_used(db)

    def checks(self) -> Sequence[RedFlagCheck]:
        """What was answered about red flags, newest first."""
        with self._reading() as db:
            return history_ratings.checks(db)

    def edits(self, subject: UUID) -> Sequence[Edit]:
        """The edits of a run, a rating or whatever has an id, oldest first."""
        with self._reading() as db:
            return history_edits.edits(db, subject)

    def rows_of_edit(self, edit: UUID) -> Mapping[str, int]:
        """Count what an edit was of, by table: runs, ratings and so on."""
        with self._reading() as db:
            return history_edits.rows_of(db, edit)

    def last_edit(self) -> Edit | None:
        """The person's last edit that is not undone, of whatever it was."""
        with self._reading() as db:
            return history_edits.last_edit(db)


def _put_entry(db: Database, entry: DiaryEntry, saying: Saying) -> None:
    if entry.shoes is not None:
        history_days.put_shoes(db, entry.shoes, saying)
    moved = [("run", entry.run.id)] if entry.run is not None else []
    moved += [("pain_rating", rating.id) for rating in entry.ratings]
    moved += [(history_edits.table_of(db, subject), subject) for subject in entry.withdrawn]
    _retie_after(db, moved, lambda: _put_said(db, entry, saying))


def _put_said(db: Database, entry: DiaryEntry, saying: Saying) -> None:
    if entry.run is not None:
        is_new = history_runs.run(db, entry.run.id) is None
        history_runs.put_run(db, entry.run, saying)
        if is_new:
            history_runs.add_source(db, entry.run.id, _TYPED)
    for rating in entry.ratings:
        history_ratings.put_rating(db, rating, saying)
    if entry.day is not None:
        history_days.put_day(db, entry.day, saying)
    for subject in entry.withdrawn:
        table = history_edits.table_of(db, subject)
        history_edits.set_cells(db, table, subject, {"deleted": 1}, saying)


def _retie_after(db: Database, rows: Sequence[tuple[str, UUID]], deed: Callable[[], None]) -> None:
    """Do something to rows, and find the ties anew around where they were and where they are."""
    before = _starts(db, rows)
    deed()
    history_ties.retie_around_each(db, [*before, *_starts(db, rows)])


def _retie(db: Database, rows: Iterable[tuple[str, UUID]]) -> None:
    """Find the ties anew around rows that were hidden, brought back, or moved in time."""
    history_ties.retie_around_each(db, _starts(db, rows))


def _starts(db: Database, rows: Iterable[tuple[str, UUID]]) -> list[Instant]:
    """When the rows were that have a tie to something, or that others are tied to."""
    columns = {"run": "started", "session": "started", "pain_rating": "rated"}
    found: list[Instant] = []
    for table, uuid in rows:
        row = history_edits.row_of(db, table, uuid)
        if row is not None and table in columns:
            found.append(Cells(row).instant(columns[table]))
    return found
