import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.core.choices import Position
from routine_player.core.red_flags import RED_FLAGS
from routine_player.core.routine import Exercise, Hold, Step
from routine_player.ui.advice.flag_row import FlagRow
from routine_player.ui.advice.red_flag_sheet import RedFlagSheet
from routine_player.ui.pictures import Pictures
from routine_player.ui.start.values import StartValues
from routine_player.ui.theme import Theme
from routine_player.ui.views.start import StartView
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.stage import Stage

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def view(theme: Theme, pictures: Pictures, make_preview) -> StartView:
    made = StartView(theme, pictures)
    made.show_start(StartValues(make_preview()))
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def texts(view: StartView) -> list[str]:
    return [one.text() for one in view.findChildren(PlainLabel) if one.isVisible()]


def test_it_says_what_is_needed_how_long_and_in_which_positions(view: StartView, open_page):
    open_page(view)

    shown = texts(view)
    for words in ("Loosen up", "2:15", "3", "steps", "Mat"):
        assert words in shown
    assert "Standing, then on your back, then kneeling" in shown
    assert view.findChild(Stage).image.position == "standing"


def test_it_says_when_nothing_is_needed(theme: Theme, pictures: Pictures, open_page, make_preview):
    one = Step(Exercise("ski", "Ski", Position.STANDING, equipment=("ski pole",)), (Hold(9.0),))
    none = Step(Exercise("squat", "Squat", Position.STANDING), (Hold(9.0),))
    view = StartView(theme, pictures)
    view.show_start(StartValues(make_preview(steps=(one,))))
    open_page(view)
    assert "Ski pole" in texts(view)

    view.show_start(StartValues(make_preview(steps=(none,))))
    QApplication.processEvents()
    assert "Nothing but a bit of room." in texts(view)
    assert "Ski pole" not in texts(view)
    assert "step" in texts(view)


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter, SPACE])
def test_one_key_starts_and_nothing_has_to_be_said(
    view: StartView, open_page, qtbot: QtBot, key: Qt.Key
):
    open_page(view)
    primary = [one for one in view.findChildren(Button) if one.kind is Kind.PRIMARY]

    assert [one.label for one in primary] == ["Start"]
    for start in (lambda: press(qtbot, key), lambda: qtbot.keyClick(view, key)):
        with qtbot.waitSignal(view.start_wished, timeout=500) as told:
            start()
        assert told.args == [None]


@pytest.mark.parametrize(("key", "score"), [(Qt.Key.Key_0, 0), (Qt.Key.Key_5, 5)])
def test_one_key_rates_the_pain_that_goes_with_the_start(
    view: StartView, open_page, qtbot: QtBot, key: Qt.Key, score: int
):
    open_page(view)
    press(qtbot, key)

    assert view.score == score
    with qtbot.waitSignal(view.start_wished, timeout=500) as told:
        press(qtbot, ENTER)
    assert told.args == [score]


def test_esc_goes_back(view: StartView, open_page, qtbot: QtBot):
    open_page(view)

    with qtbot.waitSignal(view.back_wished, timeout=500):
        press(qtbot, ESC)


def test_other_keys_and_shortcuts_answer_nothing(view: StartView, open_page, qtbot: QtBot):
    open_page(view)
    press(qtbot, Qt.Key.Key_Q)
    qtbot.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert view.score is None


@pytest.mark.parametrize("key", [Qt.Key.Key_6, Qt.Key.Key_X])
def test_a_high_score_asks_about_red_flags_before_the_start(
    view: StartView, open_page, qtbot: QtBot, key: Qt.Key
):
    open_page(view)
    press(qtbot, key)
    with qtbot.assertNotEmitted(view.start_wished):
        press(qtbot, ENTER)
    sheet = view.findChild(RedFlagSheet)
    assert sheet.is_open

    with (
        qtbot.waitSignal(view.red_flags_read, timeout=500),
        qtbot.waitSignal(view.start_wished, timeout=500) as told,
    ):
        press(qtbot, Qt.Key.Key_N)
    assert told.args == [view.score]


def test_the_first_use_asks_about_red_flags_whatever_the_score(
    theme: Theme, pictures: Pictures, open_page, make_preview, qtbot: QtBot
):
    view = StartView(theme, pictures)
    view.show_start(StartValues(make_preview(), asks_red_flags=True))
    open_page(view)
    with qtbot.assertNotEmitted(view.start_wished):
        press(qtbot, ENTER)
    sheet = view.findChild(RedFlagSheet)
    with qtbot.waitSignal(view.advice_wished, timeout=500):
        press(qtbot, Qt.Key.Key_R)
    with (
        qtbot.assertNotEmitted(view.start_wished),
        qtbot.assertNotEmitted(view.red_flags_read),
    ):
        press(qtbot, ESC)
    assert not sheet.is_open

    press(qtbot, ENTER)
    press(qtbot, Qt.Key.Key_N)
    with qtbot.waitSignal(view.start_wished, timeout=500):
        press(qtbot, ENTER)


def test_the_question_still_has_the_keyboard_after_the_advice_was_read(
    view: StartView, open_page, qtbot: QtBot
):
    open_page(view)
    press(qtbot, Qt.Key.Key_8)
    press(qtbot, ENTER)
    for label, row in ((RED_FLAGS[0].words, None), ("Read whom to see", 0)):
        if row is not None:
            view.findChildren(FlagRow)[row].click()
        view.hide()
        view.show()
        assert QApplication.focusWidget().accessibleName() == label


def test_another_routine_starts_with_no_answer(
    view: StartView, open_page, qtbot: QtBot, make_preview
):
    open_page(view)
    press(qtbot, Qt.Key.Key_3)
    view.show_start(StartValues(make_preview(steps=())))

    assert view.score is None


def test_nothing_starts_before_there_is_a_routine(
    theme: Theme, pictures: Pictures, open_page, qtbot: QtBot
):
    view = StartView(theme, pictures)
    open_page(view)

    with qtbot.assertNotEmitted(view.start_wished):
        press(qtbot, ENTER)


@pytest.mark.parametrize(("width", "height"), [(640, 420), (900, 600), (1280, 800), (1920, 1080)])
def test_question_and_start_are_seen_without_scrolling(
    view: StartView, open_page, width: int, height: int
):
    window = open_page(view, width, height)
    for widget in (view.findChild(PainRow), *view.findChildren(Button)):
        if widget.isVisible():
            centre = widget.mapTo(window, widget.rect().center())
            assert window.rect().contains(centre)
            assert not widget.visibleRegion().isEmpty()
    assert view.findChild(Stage).isVisible()


def test_halves_go_below_each_other_in_a_narrow_window_and_back(
    view: StartView, open_page, qtbot: QtBot
):
    window = open_page(view, 640, 420)
    stage, pain = view.findChild(Stage), view.findChild(PainRow)

    def at(widget):
        return widget.mapTo(view, widget.rect().topLeft())

    assert at(stage).y() < at(pain).y()
    assert "Stands, then lies down." not in texts(view)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: at(stage).x() + stage.width() <= at(pain).x(), timeout=1000)
    assert "Stands, then lies down." in texts(view)
    window.resize(640, 420)
    qtbot.waitUntil(lambda: at(stage).y() < at(pain).y(), timeout=1000)
