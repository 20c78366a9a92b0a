from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.core.entry import SessionOutcome
from routine_player.ui.history.session_list import SessionList
from routine_player.ui.history.session_model import SessionModel
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT


@pytest.fixture
def model(qapp) -> SessionModel:
    return SessionModel()


@pytest.fixture
def sessions(theme: Theme, model, show, make_summary, today) -> SessionList:
    """Thirty days with a session each, the newest with number 30."""
    made = SessionList(theme, model)
    made.setFixedSize(QSize(480, 420))
    summaries = [make_summary(30 - ago, today - timedelta(days=ago)) for ago in range(30)]
    model.show_entries(summaries, today, has_more=False, headed=True)
    show(made)
    made.choose(None)
    made.setFocus()
    return made


def number(one: SessionList) -> int:
    return one.entry.id.int


def test_the_first_session_is_chosen_first(sessions):
    assert number(sessions) == 30


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Down], 29),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], 29),
        ([Qt.Key.Key_Up], 30),
        ([Qt.Key.Key_End], 1),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 30),
        ([Qt.Key.Key_PageDown], 27),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 30),
    ],
)
def test_arrows_step_from_session_to_session(sessions, qtbot: QtBot, keys, expected):
    for key in keys:
        qtbot.keyClick(sessions, key)

    assert number(sessions) == expected


def test_walking_onto_a_session_is_told(sessions, qtbot: QtBot):
    with qtbot.waitSignal(sessions.entry_reached) as told:
        qtbot.keyClick(sessions, Qt.Key.Key_Down)

    assert told.args[0].int == 29


def test_enter_and_a_click_open_a_session(sessions, model, qtbot: QtBot):
    with qtbot.waitSignal(sessions.entry_opened) as told:
        qtbot.keyClick(sessions, Qt.Key.Key_Return)
    assert told.args[0].int == 30

    place = sessions.visualRect(model.near(3, 1)).center()
    with qtbot.waitSignal(sessions.entry_opened) as told:
        qtbot.mouseClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0].int == 29


def test_a_click_on_a_heading_opens_nothing(sessions, model, qtbot: QtBot):
    with qtbot.assertNotEmitted(sessions.entry_opened):
        sessions.clicked.emit(model.index(0))


def test_delete_is_a_wish(sessions, qtbot: QtBot):
    with qtbot.waitSignal(sessions.delete_wished) as told:
        qtbot.keyClick(sessions, Qt.Key.Key_Delete)

    assert told.args[0].int == 30


def test_letters_are_left_to_the_page(sessions, qtbot: QtBot):
    heard: list[int] = []
    sessions.window().keyPressEvent = lambda event: heard.append(event.key())

    qtbot.keyClick(sessions, Qt.Key.Key_P)

    assert heard == [Qt.Key.Key_P]
    assert number(sessions) == 30


def test_an_empty_list_takes_keys_and_does_nothing(sessions, model, today, qtbot: QtBot):
    model.show_entries([], today, has_more=False, headed=True)
    sessions.choose(None)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Down):
        qtbot.keyClick(sessions, key)

    assert sessions.entry is None


def test_a_session_that_is_gone_leaves_its_neighbour_chosen(sessions, make_summary):
    sessions.choose(make_summary(99).id, fallback_row=5)
    assert number(sessions) == 28

    sessions.choose(make_summary(99).id, fallback_row=500)
    assert number(sessions) == 1


def test_the_chosen_row_is_tinted(sessions):
    row = sessions.visualRect(sessions.currentIndex())

    colour = sessions.viewport().grab().toImage().pixelColor(row.center().x(), row.top() + 6)

    assert colour == LIGHT.tint


def test_the_row_under_the_mouse_is_marked(sessions, model):
    row = sessions.visualRect(model.near(3, 1))
    middle = QPointF(row.center())
    QApplication.sendEvent(
        sessions.viewport(), QHoverEvent(QEvent.Type.HoverMove, middle, middle, middle)
    )

    colour = sessions.viewport().grab().toImage().pixelColor(row.center().x(), row.top() + 6)

    assert colour == LIGHT.sunken


def test_the_focus_ring_follows_the_row(sessions, qtbot: QtBot):
    sessions.clearFocus()
    sessions.setFocus(Qt.FocusReason.TabFocusReason)
    ring = sessions._ring._ring
    before = ring.geometry()

    qtbot.keyClick(sessions, Qt.Key.Key_Down)

    assert ring.geometry().top() > before.top()


@pytest.mark.parametrize("width", [200, 480])
@pytest.mark.parametrize("outcome", list(SessionOutcome))
def test_every_kind_of_session_is_drawn(
    theme: Theme, model, show, make_summary, today, outcome, width
):
    scores = [(None, None), (4, None), (None, 3), (0, 10)]
    model.show_entries(
        [
            make_summary(
                each, outcome=outcome, pain_before=before, pain_after=after, speed=1.0 + each
            )
            for each, (before, after) in enumerate(scores)
        ],
        today,
        has_more=False,
        headed=True,
    )
    made = SessionList(theme, model)
    made.setFixedSize(QSize(width, 320))
    show(made)

    image = made.grab().toImage()

    inks = {image.pixelColor(x, y).rgb() for x in range(width) for y in range(320)}
    assert len(inks) > 20
