"""Keyboard in a row of buttons: one stop for Tab, arrows within."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})


class Roving:
    """Lets Tab stop at one button of a row and moves from there by arrows, Home and End."""

    def __init__(self, buttons: Sequence[QAbstractButton], at: int = 0) -> None:
        self._buttons = buttons
        self.stop_at(at)

    def stop_at(self, index: int) -> None:
        """Make this button the one that Tab stops at."""
        self._at = index
        for number, button in enumerate(self._buttons):
            stops = number == index
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            )

    def moved_to(self, key: int) -> int | None:
        """Give the button that a key leads to, from the one that has focus; None for other keys."""
        at = next((i for i, one in enumerate(self._buttons) if one.hasFocus()), self._at)
        last = len(self._buttons) - 1
        if key in _ON:
            return min(last, at + 1)
        if key in _BACK:
            return max(0, at - 1)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(key))

    def focus(self, index: int) -> None:
        """Go to a button by keyboard."""
        self.stop_at(index)
        self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
