from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from routine_player.app.first_instance import FirstInstance, ask_first, socket_name


@pytest.fixture
def first(qapp, tmp_path):
    owner = QObject()
    instance = FirstInstance(tmp_path, owner)
    assert instance.is_listening
    yield instance
    owner.deleteLater()


def test_a_second_start_asks_the_first_to_come_to_the_front(first, tmp_path, qtbot):
    with qtbot.waitSignal(first.asked) as asked:
        assert ask_first(tmp_path, "foam-rolling")
    assert asked.args == ["foam-rolling"]


def test_a_second_start_without_a_routine_says_nothing_more(first, tmp_path, qtbot):
    with qtbot.waitSignal(first.asked) as asked:
        assert ask_first(tmp_path, "")
    assert asked.args == [""]


def test_where_no_app_listens_nobody_answers(qapp, tmp_path):
    assert not ask_first(tmp_path, "")


def test_another_data_folder_is_another_app(tmp_path):
    assert socket_name(tmp_path) != socket_name(tmp_path / "other")


def test_the_name_of_the_socket_is_short_however_deep_the_folder(tmp_path):
    assert len(socket_name(Path(tmp_path, *["deep"] * 60))) < 60


def test_a_socket_left_over_by_a_killed_app_is_taken(qapp, tmp_path, first):
    owner = QObject()
    again = FirstInstance(tmp_path, owner)
    assert again.is_listening
    owner.deleteLater()
