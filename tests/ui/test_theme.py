import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.store import settings
from routine_player.ui.icons import Icons
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, DARK, DISPLAY, LIGHT
from routine_player.ui.widgets.label import PlainLabel


@pytest.fixture
def following(qapp: QApplication, icons: Icons):
    """A theme that does as the system does."""
    theme = Theme(qapp, icons)
    yield theme
    theme.deleteLater()


def test_the_chosen_appearance_is_worn(theme: Theme):
    assert theme.colours is LIGHT

    theme.wear(settings.Theme.DARK)

    assert theme.is_dark
    assert theme.colours is DARK
    assert theme.choice is settings.Theme.DARK


def test_a_change_is_told_once(theme: Theme, qtbot: QtBot):
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))

    theme.wear(settings.Theme.DARK)
    theme.wear(settings.Theme.DARK)
    theme.wear(settings.Theme.LIGHT)

    assert told == [True, False]


def test_the_palette_has_the_colours_that_are_worn(theme: Theme, qapp: QApplication):
    theme.wear(settings.Theme.DARK)

    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.paper
    assert qapp.palette().color(QPalette.ColorRole.Text) == DARK.ink
    assert DARK.accent.name() in qapp.styleSheet()


def test_what_is_on_screen_changes_at_once(theme: Theme, show):
    label = PlainLabel(theme, "Lie down.", DISPLAY)
    window = show(label)
    light = window.grab().toImage()

    theme.wear(settings.Theme.DARK)

    dark = window.grab().toImage()
    assert light.pixelColor(2, 2) == LIGHT.paper
    assert dark.pixelColor(2, 2) == DARK.paper
    shades = {dark.pixelColor(x, y).name() for x in range(300) for y in range(60)}
    assert DARK.ink.name() in shades


def test_the_system_is_followed_live(following: Theme, monkeypatch: pytest.MonkeyPatch):
    class Hints:
        scheme = Qt.ColorScheme.Dark

        def colorScheme(self) -> Qt.ColorScheme:
            return self.scheme

    hints = Hints()
    monkeypatch.setattr(following, "_system", hints)

    following.follow_system()
    assert following.is_dark

    hints.scheme = Qt.ColorScheme.Unknown
    following.follow_system()
    assert not following.is_dark


def test_a_choice_of_ones_own_outlasts_what_the_system_does(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(theme, "_system", None)  # asking it would raise

    theme.follow_system()

    assert not theme.is_dark


def test_going_back_to_the_system_asks_it_again(theme: Theme, qapp: QApplication):
    theme.wear(settings.Theme.SYSTEM)

    assert theme.is_dark is (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def test_figures_have_equal_width_in_every_lettering(theme: Theme):
    assert QFont.Tag("tnum") in theme.font(BODY).featureTags()
    assert theme.font(BODY).pixelSize() == 14
    assert theme.font(BODY.strong()).weight() == QFont.Weight.DemiBold
    assert theme.numeral_font(180).pixelSize() == 180
    assert theme.numeral_font(180).letterSpacing() < 100


def test_motion_can_be_chosen(theme: Theme, qtbot: QtBot):
    assert not theme.moves
    with qtbot.waitSignal(theme.changed):
        theme.move(settings.Motion.FULL)
    assert theme.moves


def test_motion_is_left_to_the_system_until_it_is_chosen(following: Theme):
    assert following.moves  # Fusion glides where the desktop says nothing


def test_room_is_told_only_when_something_goes_or_comes_back(theme: Theme):
    told: list[int] = []
    theme.room_changed.connect(lambda: told.append(theme.room.width))

    for width in (1280, 1100, 880, 800, 640, 1280):
        theme.fit(QSize(width, 700))

    assert told == [880, 640, 1280]
    assert theme.room.height == 700
