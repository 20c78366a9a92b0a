"""The history of one person: what was played, how it went, and what hurt."""

import sqlite3
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from routine_player.core.entry import Effort, Entry, SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.offering import LastRun
from routine_player.store import history_file, history_summaries, history_writing
from routine_player.store.history_errors import (
    HistoryBackupError,
    HistoryReadError,
    HistoryWriteError,
    plain_errors,
)
from routine_player.store.history_opening import Opening, open_file
from routine_player.store.paths import Places
from routine_player.store.session_summary import SessionId, SessionSummary

if TYPE_CHECKING:
    from routine_player.core.series.played import PlayedStep
    from routine_player.store.backups import Backup
    from routine_player.store.history_diary import Diary
    from routine_player.store.history_values import (
        Change,
        Day,
        NewSession,
        PainRating,
        PastSession,
        Played,
        RatingId,
        Unfinished,
    )


class History:
    """The one owner of the file.

    Every method may raise HistoryReadError or HistoryWriteError, whose text is for the person,
    and HistoryDamagedError; then nothing of what was asked for was done. After a HistoryWriteError
    the same call may be made again. All calls come from the thread that opened it, but for
    `copy_to`, which any thread may make.
    """

    def __init__(self, opening: Opening) -> None:
        """Take over an open file; `History.open` is the door."""
        self._opening = opening
        self._db = opening.db
        self._copying = Lock()
        self._is_closed = False

    @classmethod
    def open(cls, places: Places, now: Instant) -> Self:
        """Open the history of `places`, and make one where there is none.

        A damaged file is set aside. Where nothing can be written, what is there is shown and the
        rest is kept in memory: see `saved`. HistoryInUseError where another process owns it,
        HistoryTooNewError where a newer version of the program wrote it. A process that has it
        open closes it before it opens it again: its locks are those of the whole process.
        """
        return cls(open_file(places, now))

    @property
    def saved(self) -> bool:
        """Whether what is written lasts; `unsaved_reason` says why not."""
        return not self._opening.unsaved_reason

    @property
    def unsaved_reason(self) -> str:
        return self._opening.unsaved_reason

    @property
    def set_aside(self) -> Path | None:
        """Where the damaged file is that was found when the history was opened."""
        return self._opening.set_aside

    @property
    def restorable(self) -> "tuple[Backup, ...]":
        """What may be restored in place of a damaged or lost file, newest first."""
        return self._opening.restorable

    @property
    def stamp(self) -> str:
        """Another after each commit: tells whether a backup holds the same."""
        with self._reading() as db:
            return history_file.stamp_of(db)

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def close(self) -> None:
        """Give the file free; a copy that is being made of it is made first."""
        with self._copying:
            self._is_closed = True
            self._db.close()

    @property
    def was_damaged(self) -> bool:
        """Whether a damaged or lost history was found, so that no backup may be thrown away."""
        return bool(self._opening.set_aside or self._opening.restorable)

    def check(self) -> tuple[str, ...]:
        """Look for damage: SQLite's words for it, nothing if all is well. Not for the first paint.

        0.1 s for ten years of sessions.
        """
        with self._reading() as db:
            return history_file.quick_faults(db)

    def copy_to(self, path: Path) -> None:
        """Copy all of it into a new file; HistoryBackupError where that fails, or it is closed."""
        with self._copying:
            if self._is_closed:
                raise HistoryBackupError.because(HistoryReadError(tr("it was closed")))
            history_file.copy_into(self._db, path)

    # Writing

    def begin(self, session: "NewSession") -> SessionId:
        """Store a session that begins, as open. One that was left open is over then."""
        with self._writing() as db:
            history_writing.add_session(db, session)
        return session.id

    def append(self, session: SessionId, entries: Iterable[Entry]) -> None:
        """Put lines at the end of a session's log: all of them, or none."""
        with self._writing() as db:
            history_writing.add_entries(db, session, entries)

    def finish(
        self, session: SessionId, outcome: SessionOutcome, ended: Instant, active_s: float
    ) -> None:
        """Write down how a session ended; `active_s` is all of it, parts before a resume too."""
        with self._writing() as db:
            history_writing.end_session(db, session, outcome, ended, active_s)
            _tie(db, ended)

    def keep_unfinished(self, session: SessionId, at: Instant) -> None:
        """Keep what was done of a session whose process died: it is interrupted, and over."""
        with self._writing() as db:
            history_writing.interrupt(db, session, at)
            _tie(db, at)

    def rate(self, session: SessionId, rating: "PainRating") -> "RatingId":
        """Store how much it hurts. Before and after a session a second one edits the first."""
        with self._writing() as db:
            return history_writing.put_rating(db, session, rating)

    def withdraw(self, rating: "RatingId", at: Instant) -> None:
        """Take a rating back."""
        with self._writing() as db:
            history_writing.withdraw_rating(db, rating, at)

    def set_effort(self, session: SessionId, effort: Effort | None, at: Instant) -> None:
        """Say how hard a session was; None takes it back."""
        with self._writing() as db:
            history_writing.edit_effort(db, session, effort, at)

    def set_note(self, session: SessionId, note: str, at: Instant) -> None:
        """Write the note of a session; empty takes it away."""
        with self._writing() as db:
            history_writing.edit_note(db, session, note, at)

    def delete(self, session: SessionId, at: Instant) -> None:
        """Hide a session from everything; `restore` takes that back."""
        with self._writing() as db:
            history_writing.edit_deleted(db, session, True, at)

    def restore(self, session: SessionId, at: Instant) -> None:
        """Take a deletion back."""
        with self._writing() as db:
            history_writing.edit_deleted(db, session, False, at)

    @property
    def diary(self) -> "Diary":
        """Runs, ratings, shoes and days: all that is not a session."""
        # Not needed, so not waited for, before the first picture.
        from routine_player.store.history_diary import Diary

        return Diary(self._reading, self._writing)

    # Reading. Lists need little; what asks for more is loaded when it is asked for.

    def unfinished(self) -> "Unfinished | None":
        """The session whose process died, if there is one: to resume, or to keep as it is.

        To be asked before a session begins: the one that is being played is open too.
        """
        with self._reading() as db:
            if not history_summaries.has_unfinished(db):
                return None
            from routine_player.store import history_reading

            return history_reading.unfinished(db)

    def sessions(self, limit: int = 100, offset: int = 0) -> Sequence[SessionSummary]:
        """The last sessions, newest first; a limit of -1 gives all."""
        with self._reading() as db:
            return history_summaries.summaries(db, limit, offset)

    def last_run(self, now: Instant) -> LastRun | None:
        """When the last run was that has begun by `now`; None where there is none."""
        with self._reading() as db:
            return history_summaries.last_run(db, now.utc_ms)

    def sessions_between(self, first: date, last: date) -> Sequence[SessionSummary]:
        """The sessions of some days, both ends too, newest first."""
        with self._reading() as db:
            return history_summaries.summaries_between(db, first, last)

    def session(self, session: SessionId) -> "PastSession | None":
        """One session whole, a deleted one too; None for one that was never stored."""
        from routine_player.store import history_reading

        with self._reading() as db:
            return history_reading.past_session(db, session)

    def days(self, first: date, last: date) -> Sequence["Day"]:
        """The days on which anything was played, in order, both ends too."""
        from routine_player.store import history_reading

        with self._reading() as db:
            return history_reading.days(db, first, last)

    def played(self) -> Mapping[str, "Played"]:
        """How often each routine was played to its end, and when last, by slug."""
        from routine_player.store import history_reading

        with self._reading() as db:
            return history_reading.played(db)

    def first_day(self) -> date | None:
        """The first day of which anything is told, runs and ratings too; None where nothing is."""
        from routine_player.store import history_charts

        with self._reading() as db:
            return history_charts.first_day(db)

    def steps_between(self, first: date, last: date) -> "Mapping[SessionId, Sequence[PlayedStep]]":
        """Each end of a step in the sessions of some days, both ends too, by session.

        Sessions at another speed than their own are left out.
        """
        from routine_player.store import history_charts

        with self._reading() as db:
            return history_charts.steps_between(db, first, last)

    def changes(self, session: SessionId) -> Sequence["Change"]:
        """What was edited of a session, its pain ratings too, oldest first."""
        from routine_player.store import history_reading

        with self._reading() as db:
            return history_reading.changes(db, session)

    # Inside

    @contextmanager
    def _reading(self) -> Generator[sqlite3.Connection]:
        with plain_errors(HistoryReadError):
            yield self._db

    @contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        with plain_errors(HistoryWriteError), history_file.transaction(self._db):
            yield self._db
            history_writing.count_commit(self._db)


def _tie(db: sqlite3.Connection, ended: Instant) -> None:
    """Find the run that the session which just ended belongs to."""
    from routine_player.store.history_ties import retie_around

    retie_around(db, ended)
