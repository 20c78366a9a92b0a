import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.store import settings
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import plain_tooltip


def ground(button: Button) -> QColor:
    return button.grab().toImage().pixelColor(4, 20)


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("kind", list(Kind))
def test_a_button_is_as_high_as_its_size_says(theme: Theme, show, kind: Kind, size: Size):
    button = Button(theme, "Start", kind=kind, size=size, icon="play-fill", key="Space")
    show(button)

    assert button.height() == size
    assert button.width() == button.sizeHint().width()
    assert not button.grab().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_focused_button_is_pressed_by_its_usual_keys(
    theme: Theme, show, qtbot: QtBot, key: Qt.Key
):
    button = Button(theme, "Start")
    show(button)
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_other_keys_do_not_press_a_button(theme: Theme, show, qtbot: QtBot):
    button = Button(theme, "Start", key="S")
    show(button)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_S)


def test_arrows_are_left_to_the_page(theme: Theme, show, qtbot: QtBot):
    first, second = Button(theme, "Back"), Button(theme, "Skip")
    window = show(first, second)
    heard: list[int] = []
    window.keyPressEvent = lambda event: heard.append(event.key())
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Right)

    assert first.hasFocus()
    assert heard == [Qt.Key.Key_Right]


def test_the_tooltip_names_the_action_and_its_key(theme: Theme):
    assert Button(theme, "Log a run", key="L").toolTip() == "Log a run (L)"
    assert Button(theme, "Other routine").toolTip() == "Other routine"


def test_a_screen_reader_hears_a_button_with_its_words(theme: Theme, qtbot: QtBot):
    button = Button(theme, "R&D <b>routine</b>", icon="play", icon_only=True)
    qtbot.addWidget(button)

    heard = QAccessible.queryAccessibleInterface(button)

    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "R&D <b>routine</b>"


def test_a_disabled_button_says_why(theme: Theme, qtbot: QtBot):
    button = Button(theme, "Start", key="Enter")
    qtbot.addWidget(button)

    button.disable("This file has problems.")
    assert not button.isEnabled()
    assert button.toolTip() == "This file has problems."
    assert button.accessibleDescription() == "This file has problems."

    button.enable()
    assert button.isEnabled()
    assert button.toolTip() == "Start (Enter)"


def test_a_disabled_button_is_paler(theme: Theme, show):
    button = Button(theme, "Start", kind=Kind.PRIMARY)
    show(button)
    assert button.grab().toImage().pixelColor(4, 20) == LIGHT.accent

    button.disable("Not yet.")

    assert button.grab().toImage().pixelColor(4, 20).lightness() > LIGHT.accent.lightness() + 50


def test_the_key_leaves_a_narrow_window_and_stays_in_the_tooltip(theme: Theme, show):
    button = Button(theme, "Start", key="Space")
    show(button)
    wide = button.sizeHint().width()

    theme.fit(QSize(880, 600))

    assert button.sizeHint().width() < wide
    assert "Space" in button.toolTip()
    theme.fit(QSize(1280, 800))
    assert button.sizeHint().width() == wide


def test_hovering_changes_the_ground(theme: Theme, show, qtbot: QtBot):
    button = Button(theme, "Start", kind=Kind.PRIMARY)
    show(button)
    assert ground(button) == LIGHT.accent

    qtbot.mouseMove(button)
    qtbot.waitUntil(lambda: ground(button) == LIGHT.accent_hover)

    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: ground(button) == LIGHT.accent)
    assert button.hover_level == 0.0


def test_motion_ends_where_no_motion_begins(theme: Theme, show, qtbot: QtBot):
    theme.move(settings.Motion.FULL)
    button = Button(theme, "It hurts", kind=Kind.QUIET)
    show(button)
    before = ground(button)

    qtbot.mouseMove(button)
    qtbot.waitUntil(lambda: button.hover_level > 0)
    qtbot.waitUntil(lambda: button.hover_level == 1.0)

    assert ground(button) == LIGHT.sunken
    assert before != LIGHT.sunken


def test_new_words_are_measured_and_named(theme: Theme, qtbot: QtBot):
    button = Button(theme, "Pause", icon="pause-fill", trailing_icon="caret-down")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()

    button.set_label("Go on with the session")
    button.set_icon("play-fill")
    button.set_kind(Kind.PRIMARY)

    assert button.sizeHint().width() > narrow
    assert button.accessibleName() == button.label == "Go on with the session"
    assert button.kind is Kind.PRIMARY


def test_a_button_of_an_icon_alone_is_square(theme: Theme, qtbot: QtBot):
    button = Button(theme, "More", icon="dots-three", icon_only=True, key="M")
    qtbot.addWidget(button)

    assert button.sizeHint() == QSize(40, 40)
    assert button.key == "M"
    assert button.grab().toImage().pixelColor(3, 20) == LIGHT.raised


def test_a_tooltip_is_never_taken_for_markup():
    assert plain_tooltip("<img src=x>") == "<span>&lt;img src=x&gt;</span>"
    assert plain_tooltip("Log a run (L)") == "Log a run (L)"


def test_a_key_that_is_named_later_leaves_a_narrow_window_too(theme: Theme, show):
    button = Button(theme, "Undo")
    show(button)
    plain = button.sizeHint().width()

    button.set_key("Ctrl Z")
    assert button.sizeHint().width() > plain
    assert button.toolTip() == "Undo (Ctrl Z)"

    theme.fit(QSize(880, 600))
    assert button.sizeHint().width() == plain
    theme.fit(QSize(1280, 800))

    button.set_key("Ctrl Y")
    button.set_key("")
    assert button.sizeHint().width() == plain
