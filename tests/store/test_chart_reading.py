"""What charts are made of is read in pieces, the last year first."""

from datetime import timedelta

import pytest

from routine_player.core.run import Run
from routine_player.store.chart_reading import read_records

DAY_S = 86400


@pytest.fixture
def run_before(history, noon):
    def log(days: int) -> None:
        history.diary.put_run(Run(noon.after(-days * DAY_S)), noon)

    return log


def test_a_short_history_comes_at_once(history, run_before, noon):
    run_before(3)
    (records,) = read_records(history, noon.local_date)
    assert records is not None
    assert records.is_whole
    assert len(records.runs) == 1


def test_a_long_history_comes_last_year_first(history, run_before, noon, new_session):
    history.begin(new_session())
    for days in (3, 500, 2500):
        run_before(days)
    pieces = list(read_records(history, noon.local_date))
    first, *between, last = pieces
    assert first is not None
    assert last is not None
    assert between
    assert set(between) == {None}
    assert (len(first.runs), first.is_whole) == (1, False)
    assert (len(last.runs), last.is_whole) == (3, True)
    assert len(last.sessions) == 1
    assert last.today - timedelta(days=2500) == min(run.started.local_date for run in last.runs)
