import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from routine_player.ui.shell.announcements import Announcements
from routine_player.ui.shell.values import Announcement, Gravity
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.banner import Banner
from routine_player.ui.widgets.button import Button

DISK = Announcement("disk", "Nothing you do is saved.", Gravity.ERROR, stays=True)
CRASH = Announcement("crash", "It ended unexpectedly.", Gravity.NOTE, "Copy report")


@pytest.fixture
def board(theme: Theme, show) -> Announcements:
    made = Announcements(theme)
    show(made)
    return made


def buttons(board: Announcements) -> dict[str, Button]:
    return {one.label: one for one in board.findChildren(Button) if one.isVisible()}


def test_nothing_to_say_takes_no_room(board: Announcements):
    assert not board.isVisible()

    board.put(CRASH)
    assert board.isVisible()

    board.take_away("crash")
    assert not board.isVisible()


def test_the_button_of_an_announcement_tells_its_name(board: Announcements, qtbot: QtBot):
    board.put(CRASH)

    with qtbot.waitSignal(board.acted) as told:
        qtbot.mouseClick(buttons(board)["Copy report"], Qt.MouseButton.LeftButton)

    assert told.args == ["crash"]
    assert board.shown == (CRASH,)


def test_the_cross_takes_an_announcement_away(board: Announcements, qtbot: QtBot):
    board.put(CRASH)

    with qtbot.waitSignal(board.closed) as told:
        qtbot.mouseClick(buttons(board)["Dismiss"], Qt.MouseButton.LeftButton)

    assert told.args == ["crash"]
    assert board.shown == ()


def test_what_stays_has_no_cross(board: Announcements):
    board.put(DISK)

    assert not buttons(board)


def test_an_announcement_takes_the_place_of_one_with_its_name(board: Announcements):
    board.put(CRASH)
    later = Announcement("crash", "It ended unexpectedly twice.")

    board.put(later)
    board.put(later)

    assert board.shown == (later,)


def test_the_gravest_stands_first_on_screen_too(board: Announcements, qtbot: QtBot):
    for one in (CRASH, DISK):
        board.put(one)

    texts = {one.text: one for one in board.findChildren(Banner)}

    qtbot.waitUntil(lambda: texts[DISK.text].y() < texts[CRASH.text].y())
    assert board.shown == (DISK, CRASH)
    board.take_away(DISK.name)
    assert board.shown == (CRASH,)
    assert texts[CRASH.text].isVisible()


def test_a_low_window_shows_the_gravest_alone(board: Announcements, theme: Theme):
    for one in (CRASH, DISK):
        board.put(one)
    banners = board.findChildren(Banner)
    assert all(banner.isVisible() for banner in banners)

    theme.fit(QSize(640, 420))
    board.make_room()

    assert [banner.text for banner in banners if banner.isVisible()] == [DISK.text]
