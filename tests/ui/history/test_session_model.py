from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from routine_player.ui.history.session_model import SessionModel


@pytest.fixture
def model(qapp) -> SessionModel:
    return SessionModel()


def texts(model: SessionModel) -> list[str]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_sessions_stand_under_their_days(model, make_summary, today):
    yesterday = today - timedelta(days=1)
    sessions = [make_summary(3), make_summary(2), make_summary(1, yesterday)]

    model.show_entries(sessions, today, has_more=False, headed=True)

    assert texts(model) == [
        "Today",
        "Core foundation 3",
        "Core foundation 2",
        "Yesterday",
        "Core foundation 1",
    ]
    assert model.entries == tuple(sessions)


def test_a_single_day_needs_no_heading(model, make_summary, today):
    model.show_entries([make_summary(1)], today, has_more=False, headed=False)

    assert texts(model) == ["Core foundation 1"]


def test_the_model_keeps_the_rules_of_models(model, make_summary, today):
    tester = QAbstractItemModelTester(model)
    sessions = [make_summary(each, today - timedelta(days=each)) for each in range(9)]

    model.show_entries(sessions[:3], today, has_more=True, headed=True)
    model.add_entries(sessions[3:], has_more=False)

    assert tester.model() is model
    assert model.rowCount(model.index(1)) == 0


def test_older_sessions_go_on_under_the_last_day(model, make_summary, today):
    model.show_entries([make_summary(3)], today, has_more=True, headed=True)

    model.add_entries([make_summary(2), make_summary(1, today - timedelta(days=1))], has_more=True)

    assert texts(model)[:3] == ["Today", "Core foundation 3", "Core foundation 2"]
    assert texts(model)[3:] == ["Yesterday", "Core foundation 1"]


def test_adding_nothing_changes_nothing(model, make_summary, today):
    model.show_entries([make_summary(1)], today, has_more=True, headed=True)

    model.add_entries([], has_more=False)

    assert model.rowCount() == 2
    assert not model.canFetchMore(QModelIndex())


def test_older_sessions_are_asked_for_once_at_a_time(model, make_summary, today, qtbot: QtBot):
    model.show_entries([make_summary(2)], today, has_more=True, headed=True)

    with qtbot.waitSignal(model.more_wished):
        model.fetchMore(QModelIndex())
    with qtbot.assertNotEmitted(model.more_wished):
        model.fetchMore(QModelIndex())

    model.add_entries([make_summary(1)], has_more=True)
    with qtbot.waitSignal(model.more_wished):
        model.fetchMore(QModelIndex())


def test_headings_cannot_be_chosen(model, make_summary, today):
    model.show_entries([make_summary(1)], today, has_more=False, headed=True)

    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.entry(model.index(0)) is None


def test_a_session_is_found_by_its_id(model, make_summary, today):
    one = make_summary(1)
    model.show_entries([make_summary(2), one], today, has_more=False, headed=True)

    assert model.entry(model.index_of(one.id)) == one
    assert not model.index_of(make_summary(9).id).isValid()
    assert not model.index_of(None).isValid()


def test_the_next_session_in_a_direction_steps_over_headings(model, make_summary, today):
    sessions = [make_summary(2), make_summary(1, today - timedelta(days=1))]
    model.show_entries(sessions, today, has_more=False, headed=True)

    assert model.near(2, 1).row() == 3
    assert model.near(2, -1).row() == 1
    assert not model.near(0, -1).isValid()


def test_a_screen_reader_hears_the_day_with_the_session(model, make_summary, today):
    model.show_entries([make_summary(1)], today, has_more=False, headed=True)

    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Today: Core foundation 1, 07:05")
    assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
