"""What was said of runs and ratings, held against what the history has of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.run import LoggedRun, Run
from routine_player.core.same_run import is_same_run
from routine_player.core.shoes import Shoes, ShoesId
from routine_player.store.diary_said import id_said, rating_from, run_from, shoes_named, signs_said
from routine_player.store.history import History
from routine_player.store.history_diary import Diary, DiaryEntry
from routine_player.store.run_import.zone import Zone
from routine_player.store.said import SaidError

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that was said: what is to be stored, and the signs that are so, None if unsaid."""

    entry: DiaryEntry
    signs: Sequence[str] | None


class Hearing:
    """Reads one entry after another; nothing is written. SaidError for what cannot be."""

    def __init__(self, history: History, now: Instant, *, in_miles: bool = False) -> None:
        self._history = history
        self._diary = history.diary
        self._now = now
        self._zone = Zone.of(now)
        self._in_miles = in_miles
        self._said: set[UUID] = set()
        self._shoes = {worn.shoes.id: worn.shoes for worn in history.diary.shoes()}

    def run(self, values: Mapping[str, Any]) -> Heard:
        """Read a run with its ratings; under the id of a stored one it is corrected."""
        stored = self._stored_run(id_said(values, self._zone))
        run, ratings = run_from(
            values, self._now, self._zone, in_miles=self._in_miles, stored=stored
        )
        name = shoes_named(values, self._zone, stored)
        shoes = self._shoes_called(name) if name else None
        if name is not None:
            run = replace(run, shoes=None if shoes is None else shoes.id)
        entry = DiaryEntry(run, ratings, shoes=shoes)
        return Heard(entry, signs_said(values, self._zone))

    def rating(self, values: Mapping[str, Any]) -> Heard:
        """Read a rating, or answers about signs alone."""
        signs = signs_said(values, self._zone)
        if signs is not None and not values.keys() - {"signs"}:
            return Heard(DiaryEntry(), signs)
        stored = self._stored_rating(id_said(values, self._zone))
        rating = rating_from(values, self._now, self._zone, stored)
        is_said_anew = stored is None or rating.run != stored.run
        if rating.run is not None and is_said_anew and self._run(rating.run) is None:
            raise SaidError(tr("there is no run {id}", id=rating.run))
        if rating.session is not None and self._history.session(rating.session) is None:
            raise SaidError(tr("there is no session {id}", id=rating.session))
        return Heard(DiaryEntry(ratings=(rating,)), signs)

    def _stored_run(self, uuid: UUID | None) -> LoggedRun | None:
        stored = None if uuid is None else self._run(uuid)
        self._refuse_taken(uuid, is_stored=stored is not None)
        return stored

    def _run(self, uuid: UUID) -> LoggedRun | None:
        """Give a run; SaidError for one that was deleted, of which nothing more can be said."""
        stored = self._diary.run(uuid)
        if stored is not None and self._diary.is_deleted(uuid):
            raise SaidError(tr("the run {id} was deleted", id=uuid))
        return stored

    def _stored_rating(self, uuid: UUID | None) -> Rating | None:
        stored = None if uuid is None else self._diary.rating(uuid)
        self._refuse_taken(uuid, is_stored=stored is not None)
        if stored is not None:
            day = stored.at.local_date
            if all(one.id != uuid for one in self._diary.ratings_between(day, day)):
                raise SaidError(tr("the rating {id} was deleted", id=uuid))
        return stored

    def _refuse_taken(self, uuid: UUID | None, *, is_stored: bool) -> None:
        """An id is of one thing, which is said once: the second entry would replace the first."""
        if uuid is None:
            return
        if uuid in self._said:
            raise SaidError(tr("the id {id} stands in an earlier entry too", id=uuid))
        if not is_stored and self._diary.holds(uuid):
            raise SaidError(tr("the id {id} is taken by something else", id=uuid))
        self._said.add(uuid)

    def _shoes_called(self, name: str) -> Shoes:
        """Give the shoes of that name or id; a new name makes new ones."""
        for shoes in self._shoes.values():
            if name.casefold() in {shoes.name.casefold(), str(shoes.id)}:
                return shoes
        if _as_id(name) is not None:
            raise SaidError(tr("there are no shoes {id}: give their name", id=name))
        shoes = Shoes(name)
        self._shoes[shoes.id] = shoes
        return shoes


def twins_of(diary: Diary, run: Run) -> Sequence[Run]:
    """Give other runs of the history that look like the same one told twice."""
    day = run.started.local_date
    near = diary.runs_between(day - _DAY, day + _DAY)
    return [one.run for one in near if one.run.id != run.id and is_same_run(one.run, run)]


def _as_id(name: str) -> ShoesId | None:
    try:
        return UUID(name)
    except ValueError:
        return None
