"""What the list of days shows beside sessions, and one of it whole."""

from dataclasses import dataclass
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.store.session_summary import SessionSummary


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run in the list, with the worst pain in it and the pain after it, where somebody said."""

    run: Run
    worst: int | None = None
    after: int | None = None
    in_miles: bool = False

    @property
    def id(self) -> UUID:
        return self.run.id

    @property
    def started(self) -> Instant:
        return self.run.started


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A rating in the list that stands for itself: of a day, or of a morning."""

    rating: Rating

    @property
    def id(self) -> UUID:
        return self.rating.id

    @property
    def started(self) -> Instant:
        return self.rating.at


HistoryEntry = SessionSummary | RunLine | RatingLine
"""Whatever was logged and stands in the list of days."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What goes with a run or a session, or might: the other of the two.

    `words` name it, as in `Warm-up 07:40`.
    """

    subject: UUID
    words: str


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """A run, or a rating that stands for itself, with all that is known of it.

    `ratings` are those of the run, or the one. `load` says that the run was far longer than those
    before it. `ties` are the sessions that go with it, `others` those of the day that do not.
    `parts` are runs that were joined with it, each known by the edit that did so. `of_run` is the
    run that a rating speaks of.
    """

    run: Run | None
    ratings: tuple[Rating, ...]
    in_miles: bool = False
    shoes: str = ""
    sources: str = ""
    load: str = ""
    ties: tuple[Tie, ...] = ()
    others: tuple[Tie, ...] = ()
    parts: tuple[Tie, ...] = ()
    of_run: Tie | None = None

    @property
    def id(self) -> UUID:
        return self.ratings[0].id if self.run is None else self.run.id

    @property
    def at(self) -> Instant:
        return self.ratings[0].at if self.run is None else self.run.started
