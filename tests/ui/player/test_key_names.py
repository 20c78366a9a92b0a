"""Keys are named as the table of the player's keys names them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from routine_player.core.keys import PLAYER_KEYS
from routine_player.ui.player.key_names import key_name

NONE = Qt.KeyboardModifier.NoModifier


def pressed(key, text="", modifiers=NONE):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "text", "name"),
    [
        (Qt.Key.Key_Space, " ", "space"),
        (Qt.Key.Key_Right, "", "right"),
        (Qt.Key.Key_Left, "", "left"),
        (Qt.Key.Key_Up, "", "up"),
        (Qt.Key.Key_Down, "", "down"),
        (Qt.Key.Key_Return, "\r", "enter"),
        (Qt.Key.Key_Enter, "\r", "enter"),
        (Qt.Key.Key_S, "s", "s"),
        (Qt.Key.Key_H, "H", "h"),
        (Qt.Key.Key_R, "r", "r"),
        (Qt.Key.Key_M, "m", "m"),
        (Qt.Key.Key_F, "f", "f"),
        (Qt.Key.Key_Escape, "\x1b", "escape"),
        (Qt.Key.Key_Question, "?", "?"),
        (Qt.Key.Key_Backspace, "\b", "backspace"),
        (Qt.Key.Key_7, "7", "7"),
        (Qt.Key.Key_Tab, "\t", ""),
        (Qt.Key.Key_F5, "", ""),
    ],
)
def test_a_key_has_its_name(key, text, name):
    assert key_name(pressed(key, text)) == name


def test_every_key_of_the_player_can_be_pressed():
    named = {
        key_name(pressed(key, text))
        for key, text in [
            (Qt.Key.Key_Space, " "),
            (Qt.Key.Key_Right, ""),
            (Qt.Key.Key_Left, ""),
            (Qt.Key.Key_Up, ""),
            (Qt.Key.Key_Down, ""),
            (Qt.Key.Key_Enter, "\r"),
            (Qt.Key.Key_Escape, ""),
            (Qt.Key.Key_Question, "?"),
            *((Qt.Key(ord(letter)), letter.lower()) for letter in "SHRMF"),
        ]
    }
    assert {key.name for key in PLAYER_KEYS} == named


def test_the_number_pad_and_shift_change_nothing():
    keypad, shift = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier

    assert key_name(pressed(Qt.Key.Key_5, "5", keypad)) == "5"
    assert key_name(pressed(Qt.Key.Key_Question, "?", shift)) == "?"
    assert key_name(pressed(Qt.Key.Key_H, "H", shift)) == "h"


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_shortcuts_are_no_keys_of_the_player(modifier):
    assert key_name(pressed(Qt.Key.Key_S, "s", modifier)) == ""
    assert key_name(pressed(Qt.Key.Key_Right, "", modifier)) == ""
