import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm, Stop
from routine_player.store import settings
from routine_player.ui.figure.figures import Facts, NoFigures
from routine_player.ui.figure.moving_stage import MovingStage
from routine_player.ui.first_start.player_picture import PlayerPicture
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.views.first_start import FirstStartView
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.ring import Ring
from routine_player.ui.widgets.stage import Stage

SIZES = [(640, 420), (900, 600), (1280, 800), (1920, 1080)]


def button(view: FirstStartView, label: str) -> Button:
    return next(one for one in view.findChildren(Button) if one.label == label)


def test_the_demo_is_the_one_primary_button_and_has_the_focus(theme: Theme, open_page):
    view = FirstStartView(theme, Pictures())
    open_page(view)

    primary = [one for one in view.findChildren(Button) if one.kind is Kind.PRIMARY]

    assert [one.label for one in primary] == ["Try a 60-second demo"]
    assert primary[0].hasFocus()


class Moving(NoFigures):
    """Knows one figure, which nobody has drawn yet."""

    def facts(self, exercise):
        stops = (Stop(0.0, 1.0, 0.5), Stop(1.0, 2.0, 1.0))
        return Facts(Rhythm(stops), Side.RIGHT) if exercise == "cat-cow" else None


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Return, "demo_wished"),
        (Qt.Key.Key_Enter, "demo_wished"),
        (Qt.Key.Key_Escape, "look_round_wished"),
        (Qt.Key.Key_S, "sound_check_wished"),
        (Qt.Key.Key_W, "advice_wished"),
    ],
)
def test_each_wish_has_its_key(theme: Theme, open_page, qtbot: QtBot, key: Qt.Key, wish: str):
    view = FirstStartView(theme, Pictures())
    open_page(view)

    with qtbot.waitSignal(getattr(view, wish), timeout=500):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_other_keys_and_shortcuts_do_nothing(theme: Theme, open_page, qtbot: QtBot):
    view = FirstStartView(theme, Pictures())
    open_page(view)

    with qtbot.assertNotEmitted(view.sound_check_wished):
        qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(view, Qt.Key.Key_X)


def test_tab_goes_through_the_wishes_in_reading_order(theme: Theme, open_page, qtbot: QtBot):
    view = FirstStartView(theme, Pictures())
    open_page(view)
    met = []

    for _ in range(4):
        met.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert met == [
        "Try a 60-second demo",
        "Look round first",
        "When to see a professional",
        "Sound check",
    ]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_buttons_are_seen_in_every_window(theme: Theme, open_page, width: int, height: int):
    view = FirstStartView(theme, Pictures())
    open_page(view, width, height)

    for label in ("Try a 60-second demo", "Look round first", "Sound check"):
        corner = button(view, label).mapTo(view, button(view, label).rect().bottomRight())
        assert view.rect().contains(corner)


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1280, 800), (1920, 1080)])
def test_nothing_has_to_be_scrolled_in_a_usual_window(
    theme: Theme, open_page, width: int, height: int
):
    view = FirstStartView(theme, Pictures())
    open_page(view, width, height)

    assert view.findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_nothing_in_the_picture_takes_the_keyboard(theme: Theme, open_page):
    view = FirstStartView(theme, Pictures())
    open_page(view)
    picture = view.findChild(PlayerPicture)

    assert all(one.focusPolicy() is Qt.FocusPolicy.NoFocus for one in picture.findChildren(Button))
    assert picture.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_countdown_of_the_picture_runs_down_and_begins_again(theme: Theme, open_page):
    picture = PlayerPicture(theme, Pictures())
    open_page(picture)
    ring = picture.findChild(Ring)
    seen = [ring.state.numeral]

    for _ in range(430):
        picture.run_on()
        if ring.state.numeral != seen[-1]:
            seen.append(ring.state.numeral)

    assert seen == [*(str(left) for left in range(21, 0, -1)), "30"]


def test_the_picture_stands_still_where_less_motion_is_wished(theme: Theme, open_page):
    picture = PlayerPicture(theme, Pictures())
    open_page(picture)

    assert not picture.is_running

    theme.move(settings.Motion.FULL)
    picture.hide()
    picture.show()
    assert picture.is_running

    picture.hide()
    assert not picture.is_running


def test_the_figure_of_the_picture_moves_once_the_page_is_seen(theme: Theme, open_page):
    finder = Moving()
    pictures = Pictures(finder=finder)
    picture = PlayerPicture(theme, pictures)
    open_page(picture)
    asked = []
    pictures.figures.wanted.connect(asked.append)
    small = picture.findChild(Stage).parentWidget()

    small.come_alive()
    small.come_alive()
    picture.run_on()
    (stage,) = picture.findChildren(MovingStage)
    stage.ask_for_room()

    assert stage.isVisible()
    assert [want.exercise for want in asked[-1]] == ["cat-cow"]
    pictures.figures.close()
