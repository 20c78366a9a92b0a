"""A disk that fills up under an open history: told, nothing half-written, and over when it is."""

from collections.abc import Callable

import pytest

from routine_player.core.entry import Entry
from routine_player.core.instant import Instant
from routine_player.store import history_file
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryWriteError
from routine_player.store.history_values import NewSession
from routine_player.store.session_keeper import SessionKeeper

Begin = Callable[..., NewSession]
Make = Callable[..., Entry]

MANY = 2000


def _fill(history: History) -> None:
    """Let SQLite have no page more than it has."""
    pages = history._db.execute("PRAGMA page_count").fetchone()[0]
    history._db.execute(f"PRAGMA max_page_count = {pages}")


def _make_room(history: History) -> None:
    history._db.execute("PRAGMA max_page_count = 1000000")


def test_what_does_not_fit_is_not_stored_at_all_and_fits_later(
    history: History, new_session: Begin, step_ended: Make
):
    session = history.begin(new_session())
    _fill(history)
    lines = [step_ended(0, float(second)) for second in range(MANY)]
    stamp = history.stamp
    with pytest.raises(HistoryWriteError, match="the disk is full"):
        history.append(session, lines)
    past = history.session(session)
    assert past is not None
    assert past.entries == ()
    assert history.stamp == stamp
    _make_room(history)
    history.append(session, lines)
    past = history.session(session)
    assert past is not None
    assert len(past.entries) == MANY
    assert history.check() == ()


def test_a_session_begun_on_a_full_disk_is_stored_when_there_is_room(
    history: History, noon: Instant, new_session: Begin
):
    _fill(history)
    keepers = [SessionKeeper(history, new_session(routine="x" * 3000)) for _ in range(3)]
    assert "the disk is full" in keepers[-1].trouble
    _make_room(history)
    assert keepers[-1].retry()
    assert history.sessions()[0].id == keepers[-1].id
    keepers[-1].set_note("room again", noon)
    assert history.sessions()[0].note == "room again"


def test_a_transaction_that_the_disk_took_away_is_not_rolled_back_again(history: History):
    stamp = history.stamp

    def break_off() -> None:
        with history_file.transaction(history._db):
            history._db.execute("ROLLBACK")  # what SQLite does by itself after some faults
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert history.stamp == stamp
    assert history.check() == ()
