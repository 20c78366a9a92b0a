"""Where it hurt this month and last: a dot for each rating that names a site."""

from collections.abc import Sequence
from typing import Final

from routine_player.core.date_words import days_words
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.series.body_months import SiteMonths, body_months, month_before
from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.rows import Row, rows_lane
from routine_player.ui.chart_contents.tips import Speech, tip_of
from routine_player.ui.charts.content import Chart, Dot, Key, Look, NumberAxis, Table, Tick

_NAMES_PX: Final = 200
_FEWEST: Final = 10
_TICK_EVERY: Final = 5
_LONG: Final = 40


def body_sites(records: Records, speech: Speech) -> Chart:
    """Make the chart of sites."""
    found = body_months(records.ratings, records.today)
    most = max((len(one) for site in found for one in (site.this, site.last)), default=0)
    most = max(most, _FEWEST)
    every = _TICK_EVERY if most <= _LONG else _TICK_EVERY * 4
    ticks = [Tick(float(count), str(count)) for count in range(0, most + 1, every)]
    rows = [row for site in found for row in _rows(site)]
    return Chart(
        name="body-sites",
        title=tr("Where it hurt"),
        about=tr("this month and last, every rating above 0"),
        lanes=(rows_lane(rows),) if rows else (),
        axis=NumberAxis(-0.5, most + 0.5, ticks, tr("how often")),
        tip=tip_of(speech),
        table=lambda: _table(found),
        legend=(Key(Look.PAIN, tr("one rating, darker or lighter by its score"), 5),),
        time=days_words(month_before(records.today), records.today),
        nothing=tr("No pain was written down this month or last."),
        names_px=_NAMES_PX,
    )


def _rows(site: SiteMonths) -> tuple[Row, Row]:
    this = tr("{count} this month", count=len(site.this))
    last = tr("{count} last month", count=len(site.last))
    return Row(site.words, _dots(site.this), this), Row("", _dots(site.last), last)


def _dots(ratings: Sequence[Rating]) -> list[Dot]:
    return [
        Dot(at + 1.0, 0.0, Look.PAIN, rating.score, rating.at.local_date, rating)
        for at, rating in enumerate(ratings)
    ]


def _table(found: Sequence[SiteMonths]) -> Table:
    columns = (tr("Site"), tr("Month"), tr("Day"), tr("Moment"), tr("Pain"))
    told = [
        (site, month, rating)
        for site in found
        for month, ratings in ((tr("this"), site.this), (tr("last"), site.last))
        for rating in ratings
    ]
    rows = [
        (site.words, month, rating.at.local_date.isoformat(), said(rating.moment), rating.score)
        for site, month, rating in told
    ]
    return Table(columns, rows, [rating.at.local_date for _, _, rating in told])
