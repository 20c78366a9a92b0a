"""Buttons that stand for a key of the player: pressing either is the same."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_12
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.round_button import LARGE, RoundButton


def stands_for(button: QAbstractButton, name: str, tell: Callable[[str], None]) -> None:
    """Let a press of `button` tell the name of its key.

    The button takes the focus by Tab alone. A click leaves the focus where it was, so that Enter
    does not press the same button again when it is meant for the session.
    """
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: tell(name))


class ReadyRow(QWidget):
    """Under the ring, before work begins: end the wait, or lengthen it."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ready = Button(
            theme, tr("I'm ready"), size=Size.LARGE, icon="check", key=tr("Enter"), parent=self
        )
        self._more = Button(
            theme, tr("10 s"), kind=Kind.QUIET, size=Size.LARGE, icon="plus", key="↑", parent=self
        )
        self._more.setAccessibleName(tr("10 seconds more"))
        stands_for(self._ready, "enter", self.key_meant.emit)
        stands_for(self._more, "up", self.key_meant.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addStretch()
        row.addWidget(self._ready)
        row.addWidget(self._more)
        row.addStretch()

    @property
    def buttons(self) -> tuple[Button, ...]:
        return self._ready, self._more

    @property
    def least_width(self) -> int:
        """As narrow as it gets: without the ten seconds, which have a button elsewhere too."""
        return self._ready.sizeHint().width()

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        self._ready.setEnabled(Command.DONE in allowed)
        self._more.setEnabled(Command.EXTEND in allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        both = self.least_width + SPACE_12 + self._more.sizeHint().width()
        self._more.setVisible(both <= self.width())


class InnerButton(QWidget):
    """Enter as a button inside the ring: Done, or "I'm ready" where there is no room below."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._large = self._make(theme, Size.LARGE, "check")
        self._small = self._make(theme, Size.ROW, "")
        self.hide()

    @property
    def buttons(self) -> tuple[Button, ...]:
        return self._large, self._small

    @property
    def label(self) -> str:
        return self._large.label

    def say(self, *, waits_for_done: bool) -> None:
        """Say what Enter does."""
        for button in self.buttons:
            button.set_label(tr("Done") if waits_for_done else tr("I'm ready"))
            button.set_kind(Kind.PRIMARY if waits_for_done else Kind.SECONDARY)

    def show_allowed(self, allowed: frozenset[Command]) -> None:
        for button in self.buttons:
            button.setEnabled(Command.DONE in allowed)

    def put_into(self, circle: QRect, below_middle: int) -> None:
        """Stand `below_middle` pixels under the middle of a circle, as large as it has room for."""
        fits = _fits_into(circle.width() / 2, below_middle, self._large.sizeHint())
        button = self._large if fits else self._small
        self._large.setVisible(fits)
        self._small.setVisible(not fits)
        hint = button.sizeHint()
        button.setGeometry(QRect(QPoint(0, 0), hint))
        middle = circle.center()
        left = middle.x() - hint.width() // 2
        self.setGeometry(QRect(QPoint(left, middle.y() + below_middle), hint))

    def _make(self, theme: Theme, size: Size, icon: str) -> Button:
        button = Button(theme, "", size=size, icon=icon, key=tr("Enter"), parent=self)
        stands_for(button, "enter", self.key_meant.emit)
        return button


def _fits_into(radius: float, below_middle: int, size: QSize) -> bool:
    """Whether the lower corners of something that stands in a circle are inside of it."""
    return math.hypot(size.width() / 2, below_middle + size.height()) <= radius


class ControlButton(RoundButton):
    """A round button that shrinks with the window, and says why where it cannot be pressed."""

    _reason = ""

    def __init__(
        self, theme: Theme, label: str, icon: str, words: str, key: str, *, primary: bool = False
    ) -> None:
        super().__init__(theme, label, icon, words=words, key=key, diameter=LARGE, primary=primary)

    def set_diameter(self, diameter: int) -> None:
        """Become larger or smaller."""
        if diameter != self._diameter:
            self._diameter = diameter
            self.updateGeometry()
            self.update()

    def set_primary(self, *, primary: bool) -> None:
        """Be the one thing to press, or not."""
        if primary != self._primary:
            self._primary = primary
            self.update()

    def allow(self, *, allowed: bool, otherwise: str) -> None:
        """Let it be pressed, or tell in the tooltip why not."""
        reason = "" if allowed else otherwise
        if (allowed, reason) != (self.isEnabled(), self._reason):
            self._reason = reason
            self.setEnabled(allowed)
            self._name()

    def _name(self) -> None:
        super()._name()
        self.setAccessibleDescription(self._reason)
        if self._reason:
            self.setToolTip(self._reason)
