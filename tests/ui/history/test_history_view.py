"""The page as a whole, with someone who answers its wishes as the app does."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from routine_player.store.history_values import Day
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.theme import Theme
from routine_player.ui.views.history import HistoryView

WIDE, NARROW, LOW = QSize(1280, 800), QSize(640, 420), QSize(1000, 500)
PAGE = 20


class Keeper:
    """Answers the wishes of the page out of a list of sessions."""

    def __init__(
        self, view: HistoryView, sessions: list[SessionSummary], make_session, today: date
    ) -> None:
        self.view = view
        self.sessions = sessions
        self.today = today
        self.make_session = make_session
        self.opened: list[int] = []
        self.deleted: list[SessionSummary] = []
        view.session_wished.connect(self.show)
        view.all_wished.connect(self.show_all)
        view.more_wished.connect(self.show_more)
        view.day_wished.connect(self.show_day)
        view.delete_wished.connect(self.delete)
        self.refresh()

    def refresh(self) -> None:
        days = [Day(one.started.local_date, 1, 0, 600.0, 3) for one in self.sessions]
        self.view.show_days(days, self.today)
        if self.view.day is None:
            self.show_all()
        else:
            self.show_day(self.view.day)

    def show_all(self) -> None:
        count = max(PAGE, self.view.loaded)
        shown, rest = self.sessions[:count], self.sessions[count:]
        self.view.show_sessions(shown, self.today, has_more=bool(rest))

    def show_more(self) -> None:
        at = self.view.loaded
        rest = self.sessions[at + PAGE :]
        self.view.add_sessions(self.sessions[at : at + PAGE], has_more=bool(rest))

    def show_day(self, day: date) -> None:
        those = [one for one in self.sessions if one.started.local_date == day]
        self.view.show_day(day, those, self.today)

    def show(self, session) -> None:
        self.opened.append(session.int)
        self.view.show_session(self.make_session(session.int), playable=True)

    def delete(self, session) -> None:
        (gone,) = [one for one in self.sessions if one.id == session]
        self.deleted.append(gone)
        self.sessions.remove(gone)
        self.refresh()


@pytest.fixture
def resize(theme: Theme, qtbot: QtBot) -> Callable[[HistoryView, QSize], None]:
    def to(view: HistoryView, size: QSize) -> None:
        window = view.window()
        window.resize(size)
        theme.fit(size)
        qtbot.waitUntil(lambda: view.size() == size)

    return to


@pytest.fixture
def view(theme: Theme, qtbot: QtBot, resize) -> HistoryView:
    window = QWidget()
    window.setMinimumSize(320, 320)  # as the app's window, whatever its pages would like
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    made = HistoryView(theme)
    made.kept = window
    layout.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    resize(made, WIDE)
    return made


@pytest.fixture
def keeper(view: HistoryView, make_summary, make_session, today) -> Keeper:
    """Fifty days with a session each, the newest with number 50."""
    sessions = [make_summary(50 - ago, today - timedelta(days=ago)) for ago in range(50)]
    return Keeper(view, sessions, make_session, today)


def test_the_newest_session_lies_open_beside_the_list(view, keeper):
    assert keeper.opened == [50]
    assert view._card.isVisible()
    assert view._card.session.int == 50
    assert view._year.isVisible()


def test_walking_the_list_opens_each_session(view, keeper, qtbot: QtBot):
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Down)

    assert view._card.session.int == 49


def test_older_sessions_come_when_one_scrolls_to_the_end(view, keeper, qtbot: QtBot):
    assert view.loaded == PAGE
    bar = view._list.verticalScrollBar()

    def scroll_on() -> bool:
        bar.setValue(bar.maximum())
        return view.loaded == 50

    qtbot.waitUntil(scroll_on)
    assert view._model.entries == tuple(keeper.sessions)


def test_enter_leads_from_the_list_to_the_session_and_escape_back(view, keeper, qtbot: QtBot):
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Return)
    assert view._card._area.hasFocus()

    qtbot.keyClick(view._card._area, Qt.Key.Key_Escape)
    assert view._list.hasFocus()


def test_a_day_of_the_year_shows_its_sessions(view, keeper, today, qtbot: QtBot):
    day = today - timedelta(days=9)

    view._year.day_chosen.emit(day)

    assert view.day == day
    assert view.loaded == 1
    assert view._card.session.int == 41
    assert view._list.hasFocus()
    assert view._list_panel.heading.text() == "Friday 5 June"

    qtbot.keyClick(view._list, Qt.Key.Key_Escape)
    assert view.day is None
    assert view.loaded == PAGE


def test_a_day_without_sessions_says_so(view, keeper, today, qtbot: QtBot):
    view._year.day_chosen.emit(today - timedelta(days=300))

    assert view._list_panel.nothing.isVisible()
    assert not view._card.isVisible()
    assert view._list_panel.all_days.hasFocus()

    qtbot.keyClick(view._list_panel.all_days, Qt.Key.Key_Space)
    assert view.day is None
    assert not view._list_panel.nothing.isVisible()


def test_deleting_leaves_the_neighbour_open(view, keeper, qtbot: QtBot):
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Down)

    qtbot.keyClick(view._list, Qt.Key.Key_Delete)

    assert [one.id.int for one in keeper.deleted] == [49]
    assert view._card.session.int == 48
    assert view._list.hasFocus()


def test_delete_works_from_the_open_session_too(view, keeper, qtbot: QtBot):
    view._card.take_focus()

    qtbot.keyClick(view._card._area, Qt.Key.Key_Delete)

    assert [one.id.int for one in keeper.deleted] == [50]


def test_refreshing_keeps_what_was_chosen_and_where(view, keeper, qtbot: QtBot):
    view._list.setFocus()
    for _ in range(12):
        qtbot.keyClick(view._list, Qt.Key.Key_Down)
    scrolled = view._list.verticalScrollBar().value()
    assert scrolled > 0

    keeper.refresh()

    assert view._list.entry.id.int == 38
    assert view._list.verticalScrollBar().value() == scrolled


def test_p_plays_the_open_session_again(view, keeper, qtbot: QtBot):
    view._list.setFocus()

    with qtbot.waitSignal(view.play_wished) as told:
        qtbot.keyClick(view._list, Qt.Key.Key_P)

    assert told.args == ["core"]


def test_other_keys_are_left_to_the_window(view, keeper, qtbot: QtBot):
    heard: list[int] = []
    view.window().keyPressEvent = lambda event: heard.append(event.key())
    view._list.setFocus()

    qtbot.keyClick(view._list, Qt.Key.Key_Escape)
    qtbot.keyClick(view._list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert heard == [Qt.Key.Key_Escape, Qt.Key.Key_Control, Qt.Key.Key_P]


def test_a_narrow_window_shows_list_or_session(view, keeper, resize, qtbot: QtBot):
    resize(view, NARROW)
    assert view._list_panel.isVisible()
    assert not view._card.isVisible()

    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Down)
    assert keeper.opened == [50]
    qtbot.keyClick(view._list, Qt.Key.Key_Return)

    assert view._card.isVisible()
    assert view._card.session.int == 49
    assert not view._list_panel.isVisible()
    assert not view._head.isVisible()

    qtbot.keyClick(view._card._area, Qt.Key.Key_Escape)
    assert view._list.hasFocus()
    assert not view._card.isVisible()


def test_a_window_that_grows_opens_the_chosen_session_too(view, keeper, resize, qtbot: QtBot):
    resize(view, NARROW)
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Down)

    resize(view, WIDE)

    assert view._card.session.int == 49
    assert keeper.opened == [50, 49]


def test_deleting_the_open_session_of_a_narrow_window_leads_to_the_list(
    view, keeper, resize, qtbot: QtBot
):
    resize(view, NARROW)
    view._list.setFocus()
    qtbot.keyClick(view._list, Qt.Key.Key_Return)

    qtbot.keyClick(view._card._area, Qt.Key.Key_Delete)

    assert view._list_panel.isVisible()
    assert not view._card.isVisible()


def test_a_low_window_shows_sessions_or_the_year(view, keeper, resize, today, qtbot: QtBot):
    resize(view, LOW)
    assert not view._year.isVisible()
    assert view._list.isVisible()

    view._switch.setFocus()
    qtbot.keyClick(view._switch, Qt.Key.Key_Right)
    assert view._year.isVisible()
    assert not view._list.isVisible()

    view._year.day_chosen.emit(today)
    assert view._list.isVisible()
    assert not view._year.isVisible()


def test_nothing_yet_offers_the_demo_beside_an_example(view, today, qtbot: QtBot):
    view.show_days([], today)
    view.show_sessions([], today, has_more=False)

    assert view._empty.isVisible()
    assert view._year.title == "An example year, not yours"
    assert not view._list.isVisible()
    with qtbot.waitSignal(view.demo_wished):
        qtbot.mouseClick(view._empty.button, Qt.MouseButton.LeftButton)


def test_a_low_window_with_nothing_yet_keeps_the_demo(view, resize, today):
    view.show_days([], today)
    view.show_sessions([], today, has_more=False)

    resize(view, NARROW)

    assert view._empty.button.isVisible()
    assert not view._year.isVisible()
    assert not view._switch.isVisible()


def test_a_session_can_be_opened_from_elsewhere(view, keeper, make_summary, today):
    view._year.day_chosen.emit(today)

    view.open_session(make_summary(44).id)

    assert view.day is None
    assert view._list.entry.id.int == 44
    assert view._card.session.int == 44


def test_a_session_that_is_not_loaded_can_be_opened_too(view, keeper, make_summary, resize):
    resize(view, NARROW)

    view.open_session(make_summary(2).id)

    assert view._card.isVisible()
    assert view._card.session.int == 2


def test_the_way_back_of_the_card_leads_to_the_list(view, keeper, resize):
    resize(view, NARROW)
    view.open_session(keeper.sessions[0].id)

    view._card.left.emit()

    assert view._list_panel.isVisible()


def test_a_day_asked_for_elsewhere_is_seen_in_a_low_window_that_showed_the_year(
    view, keeper, resize, today
):
    resize(view, LOW)
    view._switch.set_value("year")
    view._arrange()
    assert not view._list.isVisible()
    view.open_day(keeper.sessions[0].started.local_date)
    assert view._list.isVisible()
    assert view.day == keeper.sessions[0].started.local_date
    assert view._list.hasFocus()
