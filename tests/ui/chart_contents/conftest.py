"""Half a year of a runner, and how things are said of it."""

from datetime import date

import pytest

from routine_player.core.series.records import Records
from routine_player.ui.chart_contents.example import example_records
from routine_player.ui.chart_contents.tips import Speech

TODAY = date(2026, 6, 14)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def records() -> Records:
    return example_records(TODAY)


@pytest.fixture
def speech() -> Speech:
    return Speech(TODAY)
