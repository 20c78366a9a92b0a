"""Names the keys that Qt reports as the table of the player's keys does."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NAMES: Final = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Question: "?",
}
_PLAIN: Final = (
    Qt.KeyboardModifier.NoModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
)


def key_name(event: QKeyEvent) -> str:
    """Give the name of a key, such as `space` or `h`; empty for shortcuts and unnamed keys.

    Shift makes no difference, since `?` and digits need it on some keyboards. The number pad's
    arrows and digits count as what they write.
    """
    if event.modifiers() & ~_PLAIN:
        return ""
    name = _NAMES.get(Qt.Key(event.key()))
    if name is not None:
        return name
    text = event.text()
    return text.lower() if len(text) == 1 and text.isprintable() else ""
