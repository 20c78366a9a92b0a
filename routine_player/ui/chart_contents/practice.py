"""How it goes with the sessions: how many a week, how long of which kind, what was skipped."""

from collections.abc import Sequence
from typing import Final

from routine_player.core.choices import When
from routine_player.core.language import tr
from routine_player.core.series.on_the_calendar import place_of_day
from routine_player.core.series.practice import PracticeWeek, Skipped, practice_weeks, skipped
from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.pain_over_time import axis_of
from routine_player.ui.chart_contents.rows import Row, rows_lane
from routine_player.ui.chart_contents.spans import Span
from routine_player.ui.chart_contents.tips import Speech, tip_of
from routine_player.ui.charts.content import (
    Bar,
    Chart,
    Dot,
    Key,
    Lane,
    Look,
    NumberAxis,
    Table,
    Tick,
)

_LANE_PX: Final = 140
_KIND_PX: Final = 76
_NAMES_PX: Final = 200
_MINUTE_S: Final = 60.0
_FEWEST: Final = 10
_KINDS: Final = {
    When.BEFORE_RUN: "Before runs, minutes",
    When.AFTER_RUN: "After runs, minutes",
    When.ANY: "Other times, minutes",
}


def sessions_a_week(records: Records, speech: Speech) -> Chart:
    """Make the chart of how many sessions each week had."""
    weeks = practice_weeks(records.sessions)
    bars = [_bar(week, float(len(week.sessions)), records) for week in weeks]
    return Chart(
        name="sessions-a-week",
        title=tr("Sessions a week"),
        about=tr("weeks begin on Monday"),
        lanes=(Lane(bars=bars, height_px=_LANE_PX),),
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _weeks_table(weeks),
        legend=(Key("bar", tr("sessions of one week")),),
        nothing=tr("Play a session, and its week will be here."),
    )


def time_by_kind(records: Records, speech: Speech) -> Chart:
    """Make the chart of minutes a week before runs, after runs, and at other times."""
    lanes: list[Lane] = []
    kinds: list[tuple[When, Sequence[PracticeWeek]]] = []
    for when, title in _KINDS.items():
        weeks = practice_weeks(records.sessions, when)
        bars = [_bar(week, week.active_s / _MINUTE_S, records) for week in weeks]
        kinds.append((when, weeks))
        lanes.append(Lane(title=tr(title), bars=bars, height_px=_KIND_PX))
    return Chart(
        name="time-by-kind",
        title=tr("Time by kind"),
        about=tr("minutes of each week"),
        lanes=lanes,
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _kinds_table(kinds),
        nothing=tr("Play a session, and its minutes will be here."),
    )


def skipped_exercises(records: Records, span: Span, speech: Speech) -> Chart:
    """Make the chart of exercises that were skipped: a dot for each session that left one out."""
    found = skipped(records, span.first, span.last)
    most = max((len(one.sessions) for one in found), default=0)
    top = max(most, _FEWEST)
    every = max(1, -(-top // 50)) * 5
    rows = [
        Row(
            one.name,
            [
                Dot(at + 1.0, 0.0, Look.PLAIN, None, session.day, session)
                for at, session in enumerate(one.sessions)
            ],
            tr("{count} of {asked} sessions", count=len(one.sessions), asked=one.asked),
        )
        for one in found
    ]
    return Chart(
        name="skipped-exercises",
        title=tr("What was skipped"),
        about=tr("exercises come by name"),
        lanes=(rows_lane(rows),) if rows else (),
        axis=NumberAxis(
            0.0,
            top + 0.5,
            [Tick(float(count), str(count)) for count in range(0, top + 1, every)],
            tr("times"),
        ),
        tip=tip_of(speech),
        table=lambda: _skipped_table(found),
        legend=(Key(Look.PLAIN, tr("a session that left it out")),),
        nothing=tr("Nothing was skipped in this time."),
        time=span.words,
        names_px=_NAMES_PX,
    )


def _bar(week: PracticeWeek, height: float, records: Records) -> Bar:
    first = place_of_day(week.first)
    is_now = first <= records.last - 1 < first + 7
    return Bar(first, first + 7, height, week.first, week, is_now)


def _weeks_table(weeks: Sequence[PracticeWeek]) -> Table:
    columns = (tr("Week of"), tr("Sessions"), tr("Minutes"))
    rows = [
        (week.first.isoformat(), len(week.sessions), round(week.active_s / _MINUTE_S))
        for week in reversed(weeks)
    ]
    return Table(columns, rows, [week.first for week in reversed(weeks)])


def _kinds_table(kinds: Sequence[tuple[When, Sequence[PracticeWeek]]]) -> Table:
    columns = (tr("Kind"), tr("Week of"), tr("Minutes"))
    told = [(when, week) for when, weeks in kinds for week in reversed(weeks)]
    words = {
        When.BEFORE_RUN: tr("before runs"),
        When.AFTER_RUN: tr("after runs"),
        When.ANY: tr("other times"),
    }
    rows = [
        (words[when], week.first.isoformat(), round(week.active_s / _MINUTE_S))
        for when, week in told
    ]
    return Table(columns, rows, [week.first for _, week in told])


def _skipped_table(found: Sequence[Skipped]) -> Table:
    columns = (tr("Exercise"), tr("Skipped"), tr("Sessions that asked for it"), tr("Day"))
    rows = [
        (one.name, len(one.sessions), one.asked, session.day.isoformat())
        for one in found
        for session in one.sessions
    ]
    return Table(columns, rows, [session.day for one in found for session in one.sessions])
