"""Which charts there are, in groups, one of which is shown at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from routine_player.core.series.pain_course import Told
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping
from routine_player.ui.chart_contents.body import body_sites
from routine_player.ui.chart_contents.pain_over_time import pain_over_time
from routine_player.ui.chart_contents.practice import (
    sessions_a_week,
    skipped_exercises,
    time_by_kind,
)
from routine_player.ui.chart_contents.running import (
    cadence,
    pain_by_distance,
    runs_against_longest,
    weekly_distance,
)
from routine_player.ui.chart_contents.side_by_side import left_and_right, side_by_side
from routine_player.ui.chart_contents.spans import Span
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.content import Chart


class Section(StrEnum):
    """The groups of charts, one shown at a time."""

    PAIN = "pain"
    RUNS = "runs"
    SIDE_BY_SIDE = "side-by-side"
    BODY = "body"
    SESSIONS = "sessions"


OF_RATINGS: Final = frozenset({Section.PAIN, Section.RUNS, Section.SIDE_BY_SIDE})
"""The groups in which it can be chosen of which ratings they speak."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at: of whose records which time, which ratings, which rows; how it is said."""

    records: Records
    span: Span
    told: Told
    grouping: Grouping
    speech: Speech


def charts_of(section: Section, at: Looked) -> Sequence[Chart]:
    """Make the charts of a group, in order."""
    return _MAKERS[section](at)


def _of_pain(at: Looked) -> Sequence[Chart]:
    return (pain_over_time(at.records, at.told, at.speech),)


def _of_runs(at: Looked) -> Sequence[Chart]:
    return (
        weekly_distance(at.records, at.speech),
        runs_against_longest(at.records, at.speech),
        pain_by_distance(at.records, at.span, at.told, at.speech),
        cadence(at.records, at.speech),
    )


def _side_by_side(at: Looked) -> Sequence[Chart]:
    return (side_by_side(at.records, at.span, at.told, at.grouping, at.speech),)


def _of_the_body(at: Looked) -> Sequence[Chart]:
    return body_sites(at.records, at.speech), left_and_right(at.records, at.span, at.speech)


def _of_sessions(at: Looked) -> Sequence[Chart]:
    return (
        sessions_a_week(at.records, at.speech),
        time_by_kind(at.records, at.speech),
        skipped_exercises(at.records, at.span, at.speech),
    )


_MAKERS: Final[dict[Section, Callable[[Looked], Sequence[Chart]]]] = {
    Section.PAIN: _of_pain,
    Section.RUNS: _of_runs,
    Section.SIDE_BY_SIDE: _side_by_side,
    Section.BODY: _of_the_body,
    Section.SESSIONS: _of_sessions,
}
