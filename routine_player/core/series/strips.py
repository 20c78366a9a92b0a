"""Pain side by side: the scores of runs with one thing or another, each a dot, never an average.

What is not known of a run is left out: it is never taken for "no". Rows come by name, as a row
that stands above another says nothing of what it does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from routine_player.core.diary_words import said
from routine_player.core.events import Outcome
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.core.series.pain_course import PainPoint
from routine_player.core.series.records import Records
from routine_player.core.sites import OFF_THE_MAP

MEDIAN_FROM: Final = 5
"""Under so many dots a row has no median."""

_MOST_ROWS_OF_TAGS: Final = 12


class Grouping(StrEnum):
    """What rows are made by."""

    ROUTINE = "routine"
    EXERCISE = "exercise"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Strip:
    """A row: what its points have in common, and the points, in the order of time.

    `group` is what several rows are about together, as in Shoes or Sleep; empty for none.
    """

    name: str
    points: Sequence[PainPoint]
    group: str = ""

    @property
    def median(self) -> float | None:
        """The middle of the scores; None for too few of them."""
        if len(self.points) < MEDIAN_FROM:
            return None
        return float(median(point.rating.score for point in self.points))


def strips(records: Records, points: Iterable[PainPoint], grouping: Grouping) -> tuple[Strip, ...]:
    """Put the ratings of runs into rows; one rating may stand in several."""
    of_runs = [(point, point.run) for point in points if point.run is not None]
    if grouping is Grouping.ROUTINE:
        return _by_routine(records, of_runs)
    if grouping is Grouping.EXERCISE:
        return _by_exercise(records, of_runs)
    return tuple(_by_factor(records, of_runs))


def by_side(points: Iterable[PainPoint]) -> tuple[Strip, ...]:
    """Put ratings that name a side into three rows: left alone, right alone, and both."""
    rows: dict[str, list[PainPoint]] = {"left": [], "right": [], "both": []}
    for point in points:
        side = _side_of(point.rating)
        if side is not None:
            rows[side].append(point)
    words = {"left": tr("Left"), "right": tr("Right"), "both": tr("Both sides")}
    return tuple(Strip(words[side], found) for side, found in rows.items())


_Rated = Sequence[tuple[PainPoint, Run]]


def _by_routine(records: Records, rated: _Rated) -> tuple[Strip, ...]:
    rows: dict[str, list[PainPoint]] = {}
    names: dict[str, str] = {}
    without: list[PainPoint] = []
    for point, run in rated:
        sessions = records.sessions_of.get(run.id, ())
        for session in {session.routine: session for session in sessions}.values():
            rows.setdefault(session.routine, []).append(point)
            names[session.routine] = session.name
        if not sessions:
            without.append(point)
    found = [Strip(names[routine], row) for routine, row in rows.items()]
    if without:
        found.append(Strip(tr("No session"), without))
    return _by_name(found)


def _by_exercise(records: Records, rated: _Rated) -> tuple[Strip, ...]:
    rows: dict[str, list[PainPoint]] = {}
    names: dict[str, str] = {}
    for point, run in rated:
        done = {
            step.exercise: step.name
            for session in records.sessions_of.get(run.id, ())
            for step in records.steps.get(session.id, ())
            if step.outcome is Outcome.DONE
        }
        names |= done
        for exercise in done:
            rows.setdefault(exercise, []).append(point)
    return _by_name(Strip(names[exercise], row) for exercise, row in rows.items())


def _by_factor(records: Records, rated: _Rated) -> Iterator[Strip]:
    names = {pair.id: pair.name for pair in records.shoes}
    kinds = ((point, said(run.kind)) for point, run in rated if run.kind is not None)
    yield from _rows(tr("Kind of run"), kinds)
    surfaces = ((point, said(run.surface)) for point, run in rated if run.surface is not None)
    yield from _rows(tr("Surface"), surfaces)
    worn = ((point, names.get(run.shoes)) for point, run in rated if run.shoes is not None)
    yield from _rows(tr("Shoes"), ((point, name) for point, name in worn if name is not None))
    focus = ((point, said(one)) for point, run in rated for one in run.focus)
    yield from _rows(tr("Form"), focus)
    days = [(point, records.day_by_date.get(run.started.local_date)) for point, run in rated]
    known = [(point, day) for point, day in days if day is not None]
    slept = [(point, day.sleep_h) for point, day in known if day.sleep_h is not None]
    yield from _halves(tr("Sleep"), slept)
    sat = [(point, day.hours_sat) for point, day in known if day.hours_sat is not None]
    yield from _halves(tr("Sitting"), sat)
    lifted = ((point, day.lifting) for point, day in known)
    words = {True: tr("yes"), False: tr("no")}
    yield from _rows(
        tr("Lifting"), ((point, words[one]) for point, one in lifted if one is not None)
    )
    tags = [(point, tag) for point, run in rated for tag in run.tags]
    tags += [(point, tag) for point, day in known for tag in day.tags]
    yield from list(_rows(tr("Tags"), tags))[:_MOST_ROWS_OF_TAGS]


def _rows(group: str, found: Iterable[tuple[PainPoint, str]]) -> tuple[Strip, ...]:
    rows: dict[str, list[PainPoint]] = {}
    for point, name in found:
        rows.setdefault(name, []).append(point)
    return _by_name(Strip(name[:1].upper() + name[1:], row, group) for name, row in rows.items())


def _halves(group: str, found: Sequence[tuple[PainPoint, float]]) -> Iterator[Strip]:
    """Split hours at their median, which knows nothing of pain."""
    if not found:
        return
    middle = float(median(hours for _, hours in found))
    under = [point for point, hours in found if hours < middle]
    if under:
        yield Strip(tr("under {hours:.1f} h", hours=middle), under, group)
    rest = [point for point, hours in found if hours >= middle]
    yield Strip(tr("{hours:.1f} h and more", hours=middle), rest, group)


def _by_name(found: Iterable[Strip]) -> tuple[Strip, ...]:
    return tuple(sorted(found, key=lambda strip: strip.name.casefold()))


def _side_of(rating: Rating) -> str | None:
    sites = [site for site in rating.sites if site not in OFF_THE_MAP]
    left = any(site.endswith("-left") for site in sites)
    right = any(site.endswith("-right") for site in sites)
    if left and right:
        return "both"
    return "left" if left else "right" if right else None
