from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from routine_player.ui.settings.listening import Listening
from routine_player.ui.settings.sound_check import SoundCheckCard
from routine_player.ui.settings.values import (
    CheckLine,
    CheckState,
    Measuring,
    SoundCheck,
    unknown_check,
)
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.label import PlainLabel

CHECK = SoundCheck(
    CheckLine("Cues", "Heard by you today", CheckState.WORKING),
    CheckLine("Voice: none", "None is installed:", CheckState.TROUBLE, "sudo apt install flite"),
    CheckLine("Delay", "120 ms, measured here", CheckState.WORKING),
)


@pytest.fixture
def card(theme: Theme, show) -> SoundCheckCard:
    made = SoundCheckCard(theme)
    made.setFixedWidth(700)
    show(made)
    return made


def buttons(card: SoundCheckCard) -> dict[str, Button]:
    return {one.label: one for one in card.findChildren(Button) if one.isVisible()}


def test_at_first_nobody_knows(card):
    said = [label.text() for label in card.findChildren(PlainLabel)]

    assert unknown_check().cues.text in said
    assert "Copy the line" not in buttons(card)


def test_what_works_is_said_in_words(card):
    card.show_check(CHECK)

    said = [label.text() for label in card.findChildren(PlainLabel) if label.isVisible()]
    assert {"Voice: none", "None is installed:", "sudo apt install flite"} <= set(said)
    assert card._voice.accessibleName() == "Voice: none: needs attention. None is installed:"


def test_the_line_that_installs_can_be_copied(card, qtbot: QtBot):
    card.show_check(CHECK)

    with qtbot.waitSignal(card.copy_wished) as told:
        qtbot.mouseClick(buttons(card)["Copy the line"], Qt.MouseButton.LeftButton)

    assert told.args == ["sudo apt install flite"]


@pytest.mark.parametrize(
    ("label", "signal"),
    [
        ("Check everything", "check_wished"),
        ("Beep", "beep_wished"),
        ("Say a sentence", "sentence_wished"),
        ("Measure", "measure_wished"),
    ],
)
def test_each_button_is_a_wish(card, qtbot: QtBot, label, signal):
    with qtbot.waitSignal(getattr(card, signal)):
        qtbot.mouseClick(buttons(card)[label], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("state", list(CheckState))
def test_each_state_has_a_picture_of_its_own(card, state):
    pictures = []
    for one in CheckState:
        card.show_check(replace(CHECK, cues=CheckLine("Cues", "", one)))
        pictures.append(card._cues.grab().toImage())

    at = list(CheckState).index(state)
    assert all(pictures[at] != other for number, other in enumerate(pictures) if number != at)


def test_measuring_listens_with_the_keyboard(card, qtbot: QtBot):
    card.show_measuring(Measuring(0, 5))
    listening = card.findChild(Listening)
    assert card.is_listening
    assert listening.hasFocus()
    assert not buttons(card)["Check everything"].isEnabled()

    with qtbot.waitSignal(card.heard):
        qtbot.keyClick(listening, Qt.Key.Key_Space)
    with qtbot.waitSignal(card.heard):
        qtbot.mouseClick(listening, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(card.heard):
        qtbot.mouseClick(listening, Qt.MouseButton.RightButton)
        qtbot.keyClick(listening, Qt.Key.Key_A)


def test_the_end_of_measuring_gives_the_keyboard_back(card, qtbot: QtBot):
    card.show_measuring(Measuring(4, 5))

    with qtbot.assertNotEmitted(card.measuring_left):
        card.show_measuring(None)

    assert not card.is_listening
    assert buttons(card)["Measure"].hasFocus()
    assert buttons(card)["Check everything"].isEnabled()


def test_what_is_not_measured_cannot_end(card):
    card.show_measuring(None)

    assert not buttons(card)["Measure"].hasFocus()


def test_progress_is_drawn_and_spoken(card):
    card.show_measuring(Measuring(1, 5))
    listening = card.findChild(Listening)
    before = listening.grab().toImage()
    assert listening.accessibleDescription() == "1 of 5"

    card.show_measuring(Measuring(3, 5))

    assert listening.accessibleDescription() == "3 of 5"
    assert listening.grab().toImage() != before


def test_escape_and_going_elsewhere_end_the_listening(card, qtbot: QtBot):
    card.show_measuring(Measuring(0, 5))
    listening = card.findChild(Listening)

    with qtbot.waitSignal(card.measuring_left):
        qtbot.keyClick(listening, Qt.Key.Key_Escape)
    with qtbot.waitSignal(card.measuring_left):
        buttons(card)["Beep"].setFocus()


def test_another_window_in_front_does_not_end_the_listening(card, qtbot: QtBot):
    card.show_measuring(Measuring(0, 5))
    away = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)

    with qtbot.assertNotEmitted(card.measuring_left):
        QApplication.sendEvent(card.findChild(Listening), away)


def test_checking_everything_waits_for_the_measurement(card, qtbot: QtBot):
    card.show_measuring(Measuring(0, 5))
    with qtbot.assertNotEmitted(card.check_wished):
        card.wish_check()

    card.show_measuring(None)
    with qtbot.waitSignal(card.check_wished):
        card.wish_check()


def test_the_key_leaves_a_narrow_card(card, theme: Theme):
    wide = card.all_button.sizeHint().width()

    theme.fit(QSize(640, 420))

    assert card.all_button.sizeHint().width() < wide
    assert card.all_button.toolTip() == "Check everything (C)"
