"""Pain over time, with the sessions and the weekly distance below it on the same axis."""

from collections.abc import Iterator, Sequence
from typing import Final

from routine_player.core.choices import When
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.load_note import Week, weeks_of
from routine_player.core.series.beginnings import Began, Beginning, beginnings
from routine_player.core.series.on_the_calendar import day_at, place_of, place_of_day, week_of
from routine_player.core.series.pain_course import (
    BAND,
    Break,
    PainPoint,
    Told,
    breaks,
    median_pieces,
    pain_points,
)
from routine_player.core.series.played import PlayedSession
from routine_player.core.series.records import Records
from routine_player.core.wording import number_words
from routine_player.ui.chart_contents.tips import Speech, tip_of
from routine_player.ui.charts.content import (
    Bar,
    Chart,
    Dot,
    Gap,
    Key,
    Lane,
    Line,
    Look,
    Marker,
    Table,
    Tick,
    TimeAxis,
)

PAIN_LOW, PAIN_HIGH = -0.6, 10.4
PAIN_TICKS: Final = tuple(Tick(float(score), str(score)) for score in range(0, 11, 2))
_SESSIONS_PX: Final = 36
_WEEK_PX: Final = 72
_MARGIN: Final = 0.01  # of all time
_MIDDLE: Final = 5.0
_NO_RATING: Final = "Rate how a run felt, and it will be here."
_LOOKS: Final = {When.BEFORE_RUN: (Look.BEFORE, 1.0), When.AFTER_RUN: (Look.AFTER, 0.0)}
_OTHERWISE: Final = (Look.SESSION, 0.5)
_WORDS: Final = {
    Told.WORST_IN_RUN: "worst in the run",
    Told.AFTER_RUN: "after the run",
    Told.NEXT_MORNING: "next morning",
    Told.OTHERWISE: "around sessions, and on other days",
}


def pain_over_time(records: Records, told: Told, speech: Speech) -> Chart:
    """Make the chart for ratings of one kind."""
    points = pain_points(records.ratings, records.run_by_id, told)
    pieces = median_pieces(points)
    count = number_words(len(points), tr("rating"), tr("ratings"))
    many = tr("{count} in all", count=count) if records.is_whole else tr("older ones to come")
    return Chart(
        name="pain-over-time",
        title=tr("Pain over time"),
        about=tr("{moment}, 0 to 10, {many}", moment=told_words(told), many=many),
        lanes=(
            Lane(
                dots=[_pain_dot(point) for point in points],
                lines=[Line(piece.places, piece.medians, BAND) for piece in pieces],
                gaps=[_gap(one) for one in breaks(points, records.runs, records.today)]
                if points
                else [Gap(records.first, records.last, _MIDDLE, tr(_NO_RATING))],
                ticks=PAIN_TICKS,
                low=PAIN_LOW,
                high=PAIN_HIGH,
            ),
            *_session_lanes(records),
            *_week_lanes(records, speech),
        ),
        axis=axis_of(records),
        tip=tip_of(speech),
        table=lambda: _table(points),
        legend=(*_pain_keys(told, has_median=bool(pieces)), *_session_keys(records)),
        markers=[_marker(one) for one in _beginnings(records)],
        nothing=tr(_NO_RATING),
    )


def told_words(told: Told) -> str:
    """Say which ratings a chart shows."""
    return tr(_WORDS[told])


def axis_of(records: Records) -> TimeAxis:
    """Give the axis of all days there are: whole weeks, and room for half a dot beside them."""
    first = week_of(day_at(records.first))
    last = week_of(records.today) + 7.0
    margin = (last - first) * _MARGIN
    return TimeAxis(first - margin, last + margin, records.first, records.last)


def weekly_lane(
    weeks: Sequence[Week], records: Records, speech: Speech, height_px: int | None
) -> Lane:
    """Give a lane of the distance run in each week, the running one marked."""
    bars: list[Bar] = []
    for week in weeks:
        first = place_of_day(week.first)
        bars.append(
            Bar(
                first,
                first + 7,
                week.distance_m / speech.unit_m,
                week.first,
                week,
                is_now=first <= records.last - 1 < first + 7,
            )
        )
    title = tr("Weekly {unit}", unit=speech.unit)
    return Lane(title=title, bars=bars, height_px=height_px)


def session_dot(session: PlayedSession) -> Dot:
    """Give the sign of a session: a triangle before a run, a ring after it, else a small disc."""
    look, y = _OTHERWISE if session.when is None else _LOOKS.get(session.when, _OTHERWISE)
    return Dot(place_of(session.started), y, look, None, session.day, session)


def _session_lanes(records: Records) -> Sequence[Lane]:
    """Give the lane of sessions, where there are any."""
    if not records.sessions:
        return ()
    dots = sorted(map(session_dot, records.sessions), key=_x_of)
    return (Lane(dots=dots, low=-0.5, high=1.5, height_px=_SESSIONS_PX),)


def _week_lanes(records: Records, speech: Speech) -> Sequence[Lane]:
    """Give the lane of weekly distance, where there are any runs."""
    weeks = weeks_of(records.runs)
    return (weekly_lane(weeks, records, speech, _WEEK_PX),) if weeks else ()


def _x_of(dot: Dot) -> float:
    return dot.x


def _pain_dot(point: PainPoint) -> Dot:
    score = point.rating.score
    return Dot(point.place, float(score), Look.PAIN, score, point.day, point)


def _gap(one: Break) -> Gap:
    words = tr("{days} days not rated") if one.ran else tr("{days} days without a run")
    return Gap(one.first, one.last, 2.5, words.format(days=one.days))


def _beginnings(records: Records) -> Sequence[Beginning]:
    # As long as older days are still being read, nobody knows what is new.
    if not records.is_whole:
        return ()
    return beginnings(records.sessions, records.runs, records.shoes)


def _marker(one: Beginning) -> Marker:
    words = tr("{name} begun") if one.kind is Began.ROUTINE else tr("New shoes: {name}")
    return Marker(place_of_day(one.day), words.format(name=one.name), one.day)


def _pain_keys(told: Told, *, has_median: bool) -> Iterator[Key]:
    yield Key(Look.PAIN, tr("one rating") if told is Told.OTHERWISE else tr("one run"), 4)
    if has_median:
        yield Key("line", tr("median of the last 7"))
        yield Key("band", tr("2 points tall: smaller changes may mean nothing"))


def _session_keys(records: Records) -> Iterator[Key]:
    looks = {session_dot(session).look for session in records.sessions}
    words = {
        Look.BEFORE: tr("before-run session"),
        Look.AFTER: tr("after-run session"),
        Look.SESSION: tr("other session"),
    }
    return (Key(look, text) for look, text in words.items() if look in looks)


def _table(points: Sequence[PainPoint]) -> Table:
    columns = (tr("Day"), tr("Moment"), tr("Pain"), tr("Distance, km"), tr("Kind"))
    rows: list[tuple[str | float | int | None, ...]] = []
    for point in reversed(points):
        run = point.run
        metres = None if run is None else run.distance_m
        rows.append(
            (
                point.day.isoformat(),
                said(point.rating.moment),
                point.rating.score,
                None if metres is None else round(metres / 1000, 2),
                "" if run is None or run.kind is None else said(run.kind),
            )
        )
    return Table(columns, rows, [point.day for point in reversed(points)])
