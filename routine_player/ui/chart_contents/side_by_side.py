"""Pain side by side: dots of runs with one thing and another, medians and counts, nothing more."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.series.pain_course import PainPoint, Told, pain_points
from routine_player.core.series.records import Records
from routine_player.core.series.strips import Grouping, Strip, by_side, strips
from routine_player.core.wording import number_words
from routine_player.ui.chart_contents.pain_over_time import told_words
from routine_player.ui.chart_contents.rows import (
    STEP_PX,
    Row,
    rows_lane,
    shows_each,
    stacked,
    step_px,
)
from routine_player.ui.chart_contents.spans import Span
from routine_player.ui.chart_contents.tips import Speech, tip_of
from routine_player.ui.charts.content import Chart, Dot, Key, Look, NumberAxis, Table, Tick

SCORES: Final = tuple(Tick(float(score), str(score)) for score in range(0, 11, 2))
_NAMES_PX: Final = 200
_TITLES: Final = {
    Grouping.ROUTINE: "Pain by routine",
    Grouping.EXERCISE: "Pain by exercise",
    Grouping.FACTOR: "Pain by what the day and the run were like",
}


def side_by_side(
    records: Records, span: Span, told: Told, grouping: Grouping, speech: Speech
) -> Chart:
    """Make the chart of rows by routine, exercise or factor."""
    points = pain_points(records.ratings, records.run_by_id, told)
    found = strips(records, span.of(points), grouping)
    about = tr("{moment}; rows come by name", moment=told_words(told))
    chart = _Strips(f"pain-by-{grouping}", tr(_TITLES[grouping]), about, span, speech)
    return chart.of(found, lambda count: number_words(count, tr("run"), tr("runs")))


def left_and_right(records: Records, span: Span, speech: Speech) -> Chart:
    """Make the chart of all ratings that name a side of the body."""
    points = [
        point
        for told in Told
        for point in span.of(pain_points(records.ratings, records.run_by_id, told))
    ]
    about = tr("every rating that names a site on one side or both")
    chart = _Strips("left-and-right", tr("Left and right"), about, span, speech)
    found = by_side(points)
    some = found if any(strip.points for strip in found) else ()
    return chart.of(some, lambda count: number_words(count, tr("rating"), tr("ratings")))


class _Strips:
    """Makes a chart of strips: all of them alike but for their names and what they count."""

    def __init__(self, name: str, title: str, about: str, span: Span, speech: Speech) -> None:
        self._name, self._title, self._about = name, title, about
        self._span, self._speech = span, speech

    def of(self, found: Sequence[Strip], count: Callable[[int], str]) -> Chart:
        groups = groupby(found, key=lambda strip: strip.group)
        lanes = [
            rows_lane([_row(strip, count(len(strip.points))) for strip in group], title)
            for title, group in groups
        ]
        is_each_seen = all(map(shows_each, map(_step_of, found)))
        return Chart(
            name=self._name,
            title=self._title,
            about=self._about,
            lanes=lanes,
            axis=NumberAxis(-0.5, 10.5, SCORES, tr("pain, 0 to 10")),
            tip=tip_of(self._speech),
            table=lambda: _table(found),
            legend=(
                Key(Look.PAIN, tr("one rating") if is_each_seen else tr("ratings, stacked"), 4),
                Key(Look.MEDIAN, tr("median, from 5 on")),
            ),
            nothing=tr("Nothing to put side by side in this time."),
            footnote=tr(
                "What stands side by side may differ in much else. A row without what nobody "
                "wrote down says nothing of it."
            ),
            time=self._span.words,
            names_px=_NAMES_PX,
        )


def _row(strip: Strip, note: str) -> Row:
    stacks: dict[int, list[PainPoint]] = {}
    for point in strip.points:
        stacks.setdefault(point.rating.score, []).append(point)
    dots: list[Dot] = []
    step = _step_of(strip)
    for score, stack in stacks.items():
        dots.extend(
            Dot(float(score), height, Look.PAIN, score, point.day, point)
            for point, height in stacked(stack, step)
        )
    middle = strip.median
    if middle is not None:
        dots.append(Dot(middle, -STEP_PX, Look.MEDIAN, about=strip))
        note = tr("{count}, median {median:g}", count=note, median=middle)
    return Row(strip.name, dots, note)


def _step_of(strip: Strip) -> float:
    scores = Counter(point.rating.score for point in strip.points)
    return step_px(max(scores.values(), default=0))


def _table(found: Sequence[Strip]) -> Table:
    columns = (
        tr("Group"),
        tr("Row"),
        tr("Count"),
        tr("Median"),
        tr("Day"),
        tr("Moment"),
        tr("Pain"),
    )
    heads = [(strip.group, strip.name, len(strip.points), strip.median) for strip in found]
    rows = [
        (*head, point.day.isoformat(), said(point.rating.moment), point.rating.score)
        for head, strip in zip(heads, found, strict=True)
        for point in strip.points
    ]
    return Table(columns, rows, [point.day for strip in found for point in strip.points])
