from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.shell.values import Announcement, Gravity, Page
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class Builder:
    """Builds pages and remembers which."""

    def __init__(self) -> None:
        self.built: list[str] = []

    def page(self, name: str, key: str, icon: str = "sun", *, last: bool = False) -> Page:
        def build() -> QWidget:
            self.built.append(name)
            widget = QWidget()
            QVBoxLayout(widget).addWidget(QLineEdit())
            return widget

        return Page(name, name.title(), icon, key, build, last)


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def make_window(theme: Theme, qtbot: QtBot, icons, builder) -> Callable[..., MainWindow]:
    kept: list[MainWindow] = []

    def make(geometry: str = "") -> MainWindow:
        pages = (
            builder.page("today", "Ctrl+1"),
            builder.page("routines", "Ctrl+2", "rows"),
            builder.page("settings", "Ctrl+,", "gear-six", last=True),
        )
        window = MainWindow(theme, pages, icons._folder / "app.png", geometry=geometry)
        kept.append(window)
        qtbot.addWidget(window)
        window.settle_in()
        return window

    return make


@pytest.fixture
def window(make_window, qtbot: QtBot) -> MainWindow:
    made = make_window()
    made.show_page("today")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_page_is_built_when_it_is_first_shown_and_never_again(window, builder):
    assert builder.built == ["today"]

    window.show_page("routines")
    window.show_page("today")
    window.show_page("routines")

    assert builder.built == ["today", "routines"]
    assert window.page == "routines"
    assert window.page_widget("routines").isVisible()
    assert window.page_widget("settings") is None


def test_each_showing_of_a_page_is_told(window, qtbot: QtBot):
    with qtbot.waitSignal(window.page_shown) as told:
        window.show_page("today")

    assert told.args == ["today"]


def test_the_page_that_is_opened_has_the_focus(window):
    window.show_page("routines")

    assert window.page_widget("routines").hasFocus()


@pytest.mark.parametrize(
    ("key", "page"),
    [(Qt.Key.Key_1, "today"), (Qt.Key.Key_2, "routines"), (Qt.Key.Key_Comma, "settings")],
)
def test_control_and_a_key_open_a_page(window, qtbot: QtBot, key, page):
    window.show_page("routines")

    qtbot.keyClick(window, key, CONTROL)

    assert window.page == page


def test_the_rail_opens_pages(window, qtbot: QtBot):
    rail = window._rail
    with qtbot.waitSignal(window.page_shown):
        qtbot.mouseClick(rail._items[1], Qt.MouseButton.LeftButton)

    assert window.page == "routines"


def test_what_takes_over_hides_the_rail_and_rests_the_keys(window, qtbot: QtBot):
    player = QWidget()
    window.take_over(player)

    assert window.is_taken_over
    assert player.isVisible()
    assert not window._rail.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.page == "today"

    window.give_back()

    assert not window.is_taken_over
    assert window._rail.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.page == "routines"


def test_what_took_over_is_deleted_when_it_gives_back(window, qtbot: QtBot):
    player = QWidget()
    window.take_over(player)

    with qtbot.waitSignal(player.destroyed):
        window.give_back()


def test_something_may_lie_over_what_took_over(window):
    card, advice = QWidget(), QWidget()
    window.take_over(card)
    window.take_over(advice)
    assert advice.isVisible()

    window.give_back()

    assert card.isVisible()
    assert window.is_taken_over


def test_one_may_hand_over_to_the_next(window, qtbot: QtBot):
    card, player = QWidget(), QWidget()
    window.take_over(card)

    with qtbot.waitSignal(card.destroyed):
        window.hand_over(player)

    assert player.isVisible()
    window.give_back()
    assert not window.is_taken_over


def test_handing_over_from_the_pages_takes_over(window):
    player = QWidget()

    window.hand_over(player)

    assert player.isVisible()
    assert window.page_widget("today") is not None


def test_giving_back_without_having_taken_changes_nothing(window):
    window.give_back()

    assert window.page_widget("today").isVisible()


def test_the_focus_returns_to_where_it_was(window):
    line = window.page_widget("today").findChild(QLineEdit)
    line.setFocus()
    window.take_over(QWidget())
    assert not line.hasFocus()

    window.give_back()

    assert line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_F])
def test_full_screen_comes_and_goes(window, qtbot: QtBot, key):
    with qtbot.waitSignal(window.full_screen_changed) as told:
        qtbot.keyClick(window, key)
    assert told.args == [True]
    assert window.isFullScreen()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isFullScreen()


def test_f_is_left_to_what_takes_over(window, qtbot: QtBot):
    window.take_over(QWidget())

    qtbot.keyClick(window, Qt.Key.Key_F)
    assert not window.isFullScreen()

    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()


def test_escape_stays_in_full_screen_while_something_has_taken_over(window, qtbot: QtBot):
    window.take_over(QWidget())
    window.toggle_full_screen()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert window.isFullScreen()


def test_other_keys_are_nobodys(window, qtbot: QtBot):
    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isFullScreen()
    assert window.page == "today"


def test_the_place_is_told_once_the_window_stands_still(window, qtbot: QtBot, make_window):
    with qtbot.waitSignal(window.geometry_changed) as told:
        window.resize(700, 500)

    again = make_window(told.args[0])

    assert again.size() == QSize(700, 500)


def test_a_place_that_says_nothing_leaves_the_usual_size(make_window):
    usual = make_window().size()

    assert make_window("no geometry at all").size() == usual
    assert usual.width() >= 640


def test_full_screen_is_not_remembered(window, qtbot: QtBot):
    window._place.note_now()
    with qtbot.assertNotEmitted(window.geometry_changed):
        window.toggle_full_screen()
        window._place.note_now()


def test_a_place_that_is_known_is_not_told_again(window, qtbot: QtBot):
    window._place.note_now()

    with qtbot.assertNotEmitted(window.geometry_changed):
        window._place.note_now()


def test_closing_tells_the_last_place_and_that_it_closed(window, qtbot: QtBot):
    window.resize(680, 440)

    with qtbot.waitSignals([window.geometry_changed, window.closed]):
        window.close()

    assert not window.isVisible()


def test_a_guarded_window_only_says_that_closing_is_wished(window, qtbot: QtBot):
    window.guard_close(guarded=True)
    with qtbot.waitSignal(window.close_wished):
        window.close()
    assert window.isVisible()

    window.guard_close(guarded=False)
    window.close()

    assert not window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_hidden_window_comes_to_the_front(window):
    window.showMinimized()

    window.come_to_front()

    assert window.isVisible()
    assert not window.isMinimized()


def test_the_window_never_gets_too_small_for_its_pages(window):
    window.resize(200, 100)

    assert window.size() == QSize(640, 420)
    assert window._rail.width() == 56


def test_the_theme_knows_how_much_room_there_is(window, theme: Theme):
    window.resize(700, 500)

    assert (theme.room.width, theme.room.height) == (700, 500)


def test_announcements_stand_over_the_page_the_gravest_first(window):
    window.announce(Announcement("crash", "It ended unexpectedly.", Gravity.NOTE, "Copy report"))
    window.announce(Announcement("disk", "Nothing is saved.", Gravity.ERROR, stays=True))

    assert [one.name for one in window.announcements] == ["disk", "crash"]
    window.withdraw("disk")
    assert [one.name for one in window.announcements] == ["crash"]


def test_nothing_is_announced_at_first(window):
    window.withdraw("disk")

    assert window.announcements == ()


def test_the_buttons_of_an_announcement_are_told_by_its_name(window, qtbot: QtBot):
    window.announce(Announcement("crash", "It ended unexpectedly.", action="Copy report"))

    with qtbot.waitSignal(window.announcement_acted) as acted:
        window._board.acted.emit("crash")
    with qtbot.waitSignal(window.announcement_closed) as closed:
        window._board.closed.emit("crash")

    assert (acted.args, closed.args) == (["crash"], ["crash"])


def test_undo_takes_back_what_was_done_last(window, qtbot: QtBot):
    undone: list[str] = []
    window.offer_undo("Session deleted", lambda: undone.append("first"))
    window.offer_undo("Volume 40", lambda: undone.append("second"))
    assert window.notice.text == "Volume 40"

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert undone == ["second"]
    assert window.notice.text == "Undone: Volume 40"

    window.offer_undo("Theme dark", lambda: undone.append("third"))
    window.notice.action_wished.emit()
    window.undo()
    assert undone == ["second", "third", "first"]


def test_undo_works_when_its_words_are_gone(window, qtbot: QtBot):
    undone: list[str] = []
    window.offer_undo("Session deleted", lambda: undone.append("it"))
    window.notice.dismiss()

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)

    assert undone == ["it"]


def test_a_session_is_not_disturbed_by_an_old_undo(window, qtbot: QtBot):
    undone: list[str] = []
    window.offer_undo("Session deleted", lambda: undone.append("old"))
    window.take_over(QWidget())
    assert not window.notice.text

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert undone == []

    window.offer_undo("Session deleted", lambda: undone.append("new"))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert undone == ["new"]


def test_undos_can_be_forgotten(window):
    undone: list[str] = []
    window.offer_undo("Session deleted", lambda: undone.append("it"))

    window.forget_undos()
    window.undo()

    assert undone == []
    assert not window.notice.text


def test_undos_are_forgotten_when_none_were_offered(window):
    window.forget_undos()

    assert window.notice is None


def test_typing_is_undone_in_the_line_that_is_typed_into(window, qtbot: QtBot):
    undone: list[str] = []
    window.offer_undo("Session deleted", lambda: undone.append("it"))
    line = window.page_widget("today").findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "f")

    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)

    assert line.text() == ""
    assert undone == []
    assert not window.isFullScreen()


def test_what_is_said_at_the_foot_stands_beside_the_rail(window, qtbot: QtBot):
    window.resize(760, 500)
    window.say("Copied.")
    assert window.notice.x() < window._rail.width() + 24
    before = window.notice.x()

    window.resize(640, 420)

    qtbot.waitUntil(lambda: window.notice.x() == before - (88 - 56))


def test_what_is_said_leaves_the_buttons_of_the_page_free_that_is_opened_next(window, qtbot: QtBot):
    window.resize(640, 420)
    page = window.page_widget("today")
    window.show_page("settings")
    close = QPushButton("Close", page)
    close.setGeometry(10, 360, 200, 50)
    window.offer_undo("Session deleted", lambda: None)
    foot = window.notice.geometry()

    window.show_page("today")

    area = QRect(close.mapTo(window, QPoint()), close.size())
    assert foot.intersects(area)
    qtbot.waitUntil(
        lambda: not window.notice.geometry().adjusted(24, 24, -24, -24).intersects(area)
    )


def test_what_is_said_gives_way_to_buttons_that_a_smaller_window_moves(window, qtbot: QtBot):
    window.resize(1000, 700)
    page = window.page_widget("today")
    page.layout().addStretch(1)
    close = QPushButton("Close")
    close.setFixedSize(250, 44)
    page.layout().addWidget(close)
    window.offer_undo("Session deleted", lambda: None)

    def is_free() -> bool:
        area = QRect(close.mapTo(window, QPoint()), close.size())
        return not window.notice.geometry().adjusted(24, 24, -24, -24).intersects(area)

    window.resize(640, 420)
    QApplication.processEvents()
    assert is_free()
