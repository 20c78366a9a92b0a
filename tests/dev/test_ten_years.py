from datetime import date
from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.dev.ten_years import TenYears, main
from routine_player.store.history import History
from routine_player.store.paths import Places

LAST = date(2026, 3, 28)


@pytest.fixture
def now() -> Instant:
    return Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")


def test_each_day_has_its_run_two_sessions_and_what_was_said(tmp_path: Path, now: Instant):
    TenYears(LAST, days=40).fill(Places(tmp_path))
    history = History.open(Places(tmp_path), now)
    sessions, runs = history.sessions(limit=-1), history.diary.runs(limit=-1)
    assert (len(sessions), len(runs)) == (80, 40)
    assert len(history.diary.ratings(limit=-1)) == 160
    assert {session.run for session in sessions} == {logged.run.id for logged in runs}
    assert history.check() == ()
    history.close()


def test_it_is_the_same_each_time(tmp_path: Path, now: Instant):
    made: list[tuple[str, ...]] = []
    for name in ("one", "two"):
        TenYears(LAST, days=5).fill(Places(tmp_path / name))
        history = History.open(Places(tmp_path / name), now)
        made.append(tuple(history.diary.export_lines(now)))
        history.close()
    assert made[0] == made[1]


def test_a_history_that_is_there_is_left_alone(tmp_path: Path, now: Instant):
    History.open(Places(tmp_path), now).close()
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
