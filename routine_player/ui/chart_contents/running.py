"""Runs: distance by the week, each against the longest of 30 days, pain by distance, cadence."""

from collections.abc import Sequence
from typing import Final

from routine_player.core.language import tr
from routine_player.core.load_note import Week, weeks_of
from routine_player.core.run import Run
from routine_player.core.series.on_the_calendar import place_of, place_of_day
from routine_player.core.series.pain_course import PainPoint, Told, pain_points
from routine_player.core.series.records import Records
from routine_player.core.series.running import RunAgainst, against_longest
from routine_player.core.series.trailing import Measured, trailing_medians
from routine_player.ui.chart_contents.pain_over_time import (
    PAIN_HIGH,
    PAIN_LOW,
    PAIN_TICKS,
    axis_of,
    told_words,
    weekly_lane,
)
from routine_player.ui.chart_contents.spans import Span
from routine_player.ui.chart_contents.tips import Speech, tip_of
from routine_player.ui.charts.content import (
    Chart,
    Dot,
    Key,
    Lane,
    Line,
    Look,
    NumberAxis,
    Table,
    Tick,
)
from routine_player.ui.charts.ticks import number_ticks, round_ceiling

_LANE_PX: Final = 160
_CHANGE_PX: Final = 72
_CADENCE_STEP: Final = 10


def weekly_distance(records: Records, speech: Speech) -> Chart:
    """Make the chart of weeks, with how each differs from the one before."""
    weeks = weeks_of(records.runs)
    return Chart(
        name="weekly-distance",
        title=tr("Distance by the week"),
        about=tr("runs alone; weeks begin on Monday"),
        lanes=(weekly_lane(weeks, records, speech, _LANE_PX), _change_lane(weeks, speech)),
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _weeks_table(weeks, speech),
        legend=(Key("bar", tr("one week")), Key(Look.PLAIN, tr("against the week before"))),
        nothing=tr("Log a run, and its week will be here."),
    )


def runs_against_longest(records: Records, speech: Speech) -> Chart:
    """Make the chart of runs, the much longer ones marked, with the study's figure and limits."""
    # Who flies west runs later, and earlier by the clock: places are not in the order of time.
    found = sorted(against_longest(records.real_runs), key=lambda one: place_of(one.run.started))
    known = [(place_of(one.run.started), one.longest_m) for one in found if one.longest_m]
    steps = Line(
        [place for place, _ in known],
        [(longest_m or 0.0) / speech.unit_m for _, longest_m in known],
        is_quiet=True,
    )
    return Chart(
        name="longest-of-30-days",
        title=tr("Each run against the longest of 30 days"),
        about=speech.unit,
        lanes=(
            Lane(
                dots=[_against_dot(one, speech) for one in found],
                lines=(steps,) if known else (),
                height_px=_LANE_PX,
            ),
        ),
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _against_table(found, speech),
        legend=(
            Key(Look.PLAIN, tr("one run")),
            Key(Look.CAUTION, tr("over 110 % of the longest before it")),
            Key("quiet-line", tr("longest of the 30 days before")),
        ),
        nothing=tr("Runs with a distance will be here."),
        footnote=tr(
            "In a study of 5,205 runners, a run of more than 110 % of the longest of the last 30 "
            "days went with 1.5 to 2.3 times the risk of an overuse injury (Frandsen 2025). It "
            "did not look at back pain."
        ),
    )


def pain_by_distance(records: Records, span: Span, told: Told, speech: Speech) -> Chart:
    """Make the chart of scores by how far the run went."""
    points = span.of(pain_points(records.ratings, records.run_by_id, told))
    far = [(point, point.run.distance_m) for point in points if point.run is not None]
    known = sorted(
        ((metres / speech.unit_m, point) for point, metres in far if metres),
        key=lambda one: one[0],
    )
    top, step = round_ceiling(max((distance for distance, _ in known), default=0.0))
    ticks = [Tick(tick.at, tick.label, has_line=False) for tick in number_ticks(top, step)]
    return Chart(
        name="pain-by-distance",
        title=tr("Pain by distance"),
        about=told_words(told),
        lanes=(
            Lane(
                dots=[_distance_dot(distance, point) for distance, point in known],
                ticks=PAIN_TICKS,
                low=PAIN_LOW,
                high=PAIN_HIGH,
                height_px=_LANE_PX + _CHANGE_PX,
            ),
        ),
        axis=NumberAxis(0.0, top * 1.02, ticks, speech.unit),
        tip=tip_of(speech),
        table=lambda: _distance_table(known, speech),
        legend=(Key(Look.PAIN, tr("one run"), 4),),
        nothing=tr("Rated runs with a distance will be here."),
        time=span.words,
    )


def cadence(records: Records, speech: Speech) -> Chart:
    """Make the chart of steps a minute."""
    runs = [(run, run.cadence_spm) for run in records.real_runs]
    found = [
        (Measured(place_of(run.started), run.started.local_date, spm), run)
        for run, spm in runs
        if spm
    ]
    found.sort(key=lambda one: one[0].place)
    pieces = trailing_medians([measured for measured, _ in found])
    values = [measured.value for measured, _ in found] or [160.0, 180.0]
    low = min(values) // _CADENCE_STEP * _CADENCE_STEP
    high = max((max(values) // _CADENCE_STEP + 1) * _CADENCE_STEP, low + 2 * _CADENCE_STEP)
    step = _CADENCE_STEP * (1 + int(high - low) // (5 * _CADENCE_STEP))
    return Chart(
        name="cadence",
        title=tr("Cadence"),
        about=tr("steps a minute, both feet"),
        lanes=(
            Lane(
                dots=[
                    Dot(measured.place, measured.value, Look.PLAIN, None, measured.day, run)
                    for measured, run in found
                ],
                lines=[Line(piece.places, piece.medians) for piece in pieces],
                ticks=[Tick(float(at), str(at)) for at in range(int(low), int(high) + 1, step)],
                low=low,
                high=high,
                height_px=_LANE_PX,
            ),
        ),
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _cadence_table(found),
        legend=(
            Key(Look.PLAIN, tr("one run")),
            *((Key("line", tr("median of the last 7")),) if pieces else ()),
        ),
        nothing=tr("Import runs from a watch, and their cadence will be here."),
    )


def _change_lane(weeks: Sequence[Week], speech: Speech) -> Lane:
    changes = [(week, week.change_m) for week in weeks]
    known = [(week, metres / speech.unit_m) for week, metres in changes if metres is not None]
    return Lane(
        title=tr("Against the week before, {unit}", unit=speech.unit),
        dots=[
            Dot(place_of_day(week.first) + 3.5, change, Look.PLAIN, None, week.first, week)
            for week, change in known
        ],
        height_px=_CHANGE_PX,
        is_mirrored=True,
    )


def _against_dot(one: RunAgainst, speech: Speech) -> Dot:
    look = Look.PLAIN if one.note is None else Look.CAUTION
    run = one.run
    metres = run.distance_m or 0.0
    return Dot(
        place_of(run.started), metres / speech.unit_m, look, None, run.started.local_date, one
    )


def _distance_dot(distance: float, point: PainPoint) -> Dot:
    score = point.rating.score
    return Dot(distance, float(score), Look.PAIN, score, point.day, point)


def _weeks_table(weeks: Sequence[Week], speech: Speech) -> Table:
    columns = (
        tr("Week of"),
        tr("Runs"),
        tr("Distance, {unit}", unit=speech.unit),
        tr("Change, {unit}", unit=speech.unit),
    )
    rows = [
        (
            week.first.isoformat(),
            week.runs,
            round(week.distance_m / speech.unit_m, 2),
            None if week.change_m is None else round(week.change_m / speech.unit_m, 2),
        )
        for week in reversed(weeks)
    ]
    return Table(columns, rows, [week.first for week in reversed(weeks)])


def _against_table(found: Sequence[RunAgainst], speech: Speech) -> Table:
    columns = (
        tr("Day"),
        tr("Distance, {unit}", unit=speech.unit),
        tr("Longest of 30 days, {unit}", unit=speech.unit),
        tr("Over 110 %"),
    )
    rows = [
        (
            one.run.started.local_date.isoformat(),
            round((one.run.distance_m or 0.0) / speech.unit_m, 2),
            None if one.longest_m is None else round(one.longest_m / speech.unit_m, 2),
            tr("yes") if one.note is not None else "",
        )
        for one in reversed(found)
    ]
    return Table(columns, rows, [one.run.started.local_date for one in reversed(found)])


def _distance_table(known: Sequence[tuple[float, PainPoint]], speech: Speech) -> Table:
    columns = (tr("Distance, {unit}", unit=speech.unit), tr("Pain"), tr("Day"))
    rows = [
        (round(distance, 2), point.rating.score, point.day.isoformat()) for distance, point in known
    ]
    return Table(columns, rows, [point.day for _, point in known])


def _cadence_table(found: Sequence[tuple[Measured, Run]]) -> Table:
    columns = (tr("Day"), tr("Steps a minute"))
    rows = [(one.day.isoformat(), round(one.value)) for one, _ in reversed(found)]
    return Table(columns, rows, [one.day for one, _ in reversed(found)])
