import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.round_button import LARGE, MEDIUM, SMALL, RoundButton


@pytest.fixture
def pause(theme: Theme, show) -> RoundButton:
    made = RoundButton(
        theme, "Pause", "pause-fill", words="Pause", key="Space", diameter=LARGE, primary=True
    )
    made.window_kept = show(made)
    return made


@pytest.mark.parametrize("diameter", [SMALL, MEDIUM, LARGE])
def test_the_circle_is_as_wide_as_was_asked_for(theme: Theme, show, diameter: int):
    button = RoundButton(theme, "Skip", "skip-forward", diameter=diameter)
    kept = show(button)

    assert button.size() == QSize(diameter, diameter)
    assert button.ring_area().size() == QSize(diameter, diameter)
    kept.close()


def test_it_can_be_pressed(pause: RoundButton, qtbot: QtBot):
    with qtbot.waitSignal(pause.clicked):
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)


def test_the_main_one_is_filled(pause: RoundButton, theme: Theme, show, count_of):
    other = RoundButton(theme, "Skip", "skip-forward")
    kept = show(other)

    assert count_of(pause, LIGHT.accent) > 1000
    assert count_of(other, LIGHT.accent) == 0
    kept.close()


def test_pause_becomes_resume(pause: RoundButton):
    pause.set_action("Resume", "play-fill", "Resume")

    assert pause.accessibleName() == pause.label == "Resume"
    assert pause.toolTip() == "Resume (Space)"


def test_words_stand_below_until_there_is_no_room(pause: RoundButton, theme: Theme):
    whole = pause.sizeHint()
    assert whole.height() == 72 + 6 + 16

    theme.fit(QSize(640, 420))
    assert pause.sizeHint().width() < whole.width()

    pause.show_words(shown=False)
    assert pause.sizeHint() == QSize(72, 72)


def test_the_ring_goes_round_the_circle(pause: RoundButton):
    pause.clearFocus()
    pause.setFocus(Qt.FocusReason.TabFocusReason)

    assert pause.findChild(KeyboardFocus).is_shown
    assert pause.ring_area().width() == pause.ring_area().height() == 72


def test_a_disabled_one_is_pale(pause: RoundButton, count_of):
    pause.setEnabled(False)

    assert count_of(pause, LIGHT.accent) == 0
