"""What began when: routines that were played for the first time, shoes that were first run in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from routine_player.core.run import Run
from routine_player.core.series.played import PlayedSession
from routine_player.core.shoes import Shoes


class Began(Enum):
    """What kind of thing began."""

    ROUTINE = auto()
    SHOES = auto()


@dataclass(frozen=True, slots=True)
class Beginning:
    """The day on which something was there for the first time."""

    day: date
    kind: Began
    name: str


def beginnings(
    sessions: Iterable[PlayedSession], runs: Iterable[Run], shoes: Iterable[Shoes]
) -> tuple[Beginning, ...]:
    """Give the first day of each routine and of each pair of shoes, in order."""
    names = {pair.id: pair.name for pair in shoes}
    first: dict[tuple[Began, object], Beginning] = {}
    for session in sessions:
        _keep_earlier(first, session.routine, Beginning(session.day, Began.ROUTINE, session.name))
    for run in runs:
        if run.shoes is not None and run.shoes in names:
            day = run.started.local_date
            _keep_earlier(first, run.shoes, Beginning(day, Began.SHOES, names[run.shoes]))
    return tuple(sorted(first.values(), key=lambda one: (one.day, one.kind.value, one.name)))


def _keep_earlier(
    first: dict[tuple[Began, object], Beginning], of: object, found: Beginning
) -> None:
    known = first.get((found.kind, of))
    if known is None or found.day < known.day:
        first[found.kind, of] = found
