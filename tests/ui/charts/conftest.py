"""Records of a runner, and plots and cards that are shown in a window."""

from collections.abc import Callable
from datetime import date

import pytest

from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.content import (
    Bar,
    Chart,
    Dot,
    Key,
    Lane,
    Line,
    Look,
    Marker,
    Table,
    TimeAxis,
    Tip,
)

TODAY = date(2026, 6, 14)
FIRST = float(date(2026, 1, 5).toordinal())  # a Monday


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def first() -> float:
    return FIRST


@pytest.fixture
def records() -> Records:
    """Half a year of runs, ratings and sessions."""
    return example_records(TODAY)


@pytest.fixture
def speech() -> Speech:
    return Speech(TODAY)


@pytest.fixture
def make_chart() -> Callable[..., Chart]:
    """Make a chart of a hundred days: a dot on each tenth, and a bar for each of three weeks."""

    def make(**more: object) -> Chart:
        dots = [
            Dot(
                FIRST + at,
                float(at // 10),
                Look.PAIN,
                at // 10,
                date.fromordinal(int(FIRST) + at),
                at,
            )
            for at in range(0, 100, 10)
        ]
        bars = [
            Bar(
                FIRST + week * 7,
                FIRST + week * 7 + 5,
                float(week + 1),
                date.fromordinal(int(FIRST) + week * 7),
                f"week {week}",
                is_now=week == 2,
            )
            for week in range(3)
        ]
        line = Line([dot.x for dot in dots], [dot.y for dot in dots], band=1.0)
        values: dict[str, object] = {
            "name": "a-chart",
            "title": "A chart",
            "about": "of dots",
            "lanes": (
                Lane(dots=dots, lines=(line,), low=-1.0, high=11.0),
                Lane("Weeks", bars=bars),
            ),
            "axis": TimeAxis(FIRST, FIRST + 100.0, FIRST, FIRST + 100.0),
            "tip": lambda about: Tip(f"Tip of {about}", ("a line",), 3),
            "table": lambda: Table(
                ("Day", "Pain"),
                [(dot.day.isoformat(), dot.score) for dot in dots],
                [dot.day for dot in dots],
            ),
            "legend": (Key(Look.PAIN, "one run", 3), Key("line", "median"), Key("band", "band")),
            "markers": (Marker(FIRST + 50, "New shoes", date(2026, 2, 24)),),
        }
        return Chart(**(values | more))

    return make
