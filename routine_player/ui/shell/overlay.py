"""What lies over sheets too, which wait for its end."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


class Overlay:
    """The sheets of a window, hidden, and what had the focus in them."""

    def __init__(self, window: QWidget, kept: set[QWidget | None]) -> None:
        """Hide all that lies in `window` but for what is `kept`."""
        self._focus: QWidget | None = window.focusWidget()
        children = window.findChildren(QWidget, options=_DIRECT)
        self._sheets = [one for one in children if one.isVisible() and one not in kept]
        for sheet in self._sheets:
            sheet.hide()

    def uncover(self) -> None:
        """Show them again as they were."""
        for sheet in filter(isValid, self._sheets):
            sheet.show()
            sheet.raise_()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
