"""What all buttons that we paint have in common."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import RADIUS
from routine_player.ui.widgets.fade import Fade
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.painting import CLEAR, blend, paint_panel

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Pressable(QAbstractButton):
    """A button without a look: hover that fades, focus ring, Space and Enter, a spoken name.

    Arrow keys are left to the page or to the row that the button stands in. Emits `clicked`.
    """

    def __init__(
        self, theme: Theme, label: str, parent: QWidget | None = None, *, radius: float = RADIUS
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._label = label
        self._hover = Fade(theme, self)
        self._focus = KeyboardFocus(theme, self, self.ring_area, radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(label)

    @property
    def label(self) -> str:
        return self._label

    @property
    def hover_level(self) -> float:
        """How far the look is changed by the mouse, 0 to 1; all the way while pressed."""
        if not self.isEnabled():
            return 0.0
        return 1.0 if self.isDown() else self._hover.level

    def ring_area(self) -> QRect:
        """What the focus ring goes round."""
        return self.rect()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what a row stands on that can be chosen: a tint once it is, a hint before."""
        colours = self.theme.colours
        hovered = blend(CLEAR, colours.sunken, self.hover_level)
        fill = colours.tint if self.isChecked() else hovered
        paint_panel(painter, QRectF(self.rect()), fill=fill)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover.turn(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.turn(on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # Qt would move the focus
        else:
            super().keyPressEvent(event)
