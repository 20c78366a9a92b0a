"""Cells that hold what was never written: found when they are read, never a traceback."""

from collections.abc import Callable
from datetime import date

import pytest

from routine_player.core.entry import Effort, Entry, EntryKind, PainMoment
from routine_player.core.instant import Instant
from routine_player.store import history_reading
from routine_player.store.history import History
from routine_player.store.history_cells import Cells
from routine_player.store.history_errors import HistoryDamagedError
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.session_summary import SessionId

Begin = Callable[..., NewSession]


@pytest.fixture
def session(
    history: History, new_session: Begin, step_ended: Callable[..., Entry], noon: Instant
) -> SessionId:
    session = history.begin(new_session())
    history.append(session, [step_ended(0, slug="plank", name="Plank")])
    history.rate(session, PainRating(PainMoment.DURING, 3, noon, ("hip-left",)))
    history.set_effort(session, Effort.FINE, noon)
    return session


def _damage(history: History, statement: str) -> None:
    history._db.execute("PRAGMA ignore_check_constraints = ON")
    history._db.execute("PRAGMA foreign_keys = OFF")
    history._db.execute(statement)


def _read_all(history: History, session: SessionId) -> None:
    history.sessions()
    history.session(session)
    history.days(date(1, 1, 1), date(9999, 12, 31))
    history.played()
    history.unfinished()
    history.changes(session)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET outcome = 77",
        "UPDATE session SET effort = -1",
        "UPDATE session SET started_date = 'yesterday'",
        "UPDATE session SET started_offset_s = 90000",
        "UPDATE session SET started_ms = 9223372036854775807",
        "UPDATE session SET ended_ms = 5",
        "UPDATE session SET routine = CAST(x'ff' AS TEXT)",
        "UPDATE session SET uuid = zeroblob(3)",
        "UPDATE session SET plan = 77",
        "UPDATE plan SET steps = '{}'",
        "UPDATE plan SET steps = '[7]'",
        "UPDATE event SET kind = 99",
        "UPDATE event SET outcome = 99",
        "UPDATE event SET after_ms = 9223372036854775807",
        "UPDATE pain_rating SET score = 99",
        "UPDATE pain_rating SET moment = 99",
        "UPDATE pain_rating SET uuid = x'00'",
        "UPDATE change SET changed_date = ''",
        "UPDATE change SET was = '{'",
        "UPDATE change SET became = '[1]'",
    ],
)
def test_damage_in_a_cell_is_told_when_it_is_read(
    history: History, session: SessionId, statement: str
):
    _read_all(history, session)
    _damage(history, statement)
    with pytest.raises(HistoryDamagedError, match="damaged"):
        _all_readings(history, session)


def _all_readings(history: History, session: SessionId) -> None:
    """Read all there is, whether or not the session can still be found by its id."""
    found = [summary.id for summary in history.sessions()]
    for each in [*found, session]:
        _read_all(history, each)


def test_a_line_of_a_step_that_was_not_planned_counts_for_none(
    history: History, session: SessionId
):
    _damage(history, "UPDATE event SET step = -1")
    past = history.session(session)
    assert past is not None
    assert [step.outcome for step in past.steps] == [None, None, None]


def test_a_cell_of_another_kind_is_damage(history: History, session: SessionId):
    row = history._db.execute("SELECT 'seven' AS score").fetchone()
    with pytest.raises(HistoryDamagedError):
        Cells(row).whole("score")


def test_a_row_without_its_plan_is_damage(history: History, session: SessionId):
    _damage(history, "DELETE FROM plan")
    with pytest.raises(HistoryDamagedError):
        history_reading._plan(history._db, 1)


def test_every_step_has_its_kind_stored_as_a_small_number():
    assert sorted(EntryKind) == list(range(1, len(EntryKind) + 1))


def test_check_finds_a_row_without_a_parent(history: History, session: SessionId):
    assert history.check() == ()
    _damage(history, "DELETE FROM plan")
    assert any("no parent" in line for line in history.check())
    with pytest.raises(HistoryDamagedError):
        history.session(session)


def test_check_finds_a_score_that_was_never_given(history: History, session: SessionId):
    _damage(history, "UPDATE pain_rating SET score = 99")
    history._db.execute("PRAGMA ignore_check_constraints = OFF")
    assert any("pain_rating" in line for line in history.check())
