"""A short glide between off and on: the only motion that widgets have of their own."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import MOTION_MS

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation


class Fade:
    """How far a widget is between two looks: `level` from 0 to 1.

    Nothing is built before the first change, and nothing glides where the theme does not move or
    the widget cannot be seen.
    """

    def __init__(self, theme: Theme, widget: QWidget, *, on: bool = False) -> None:
        self._theme = theme
        self._widget = widget
        self._animation: QVariantAnimation | None = None
        self._goal = 1.0 if on else 0.0
        self.level = self._goal

    def turn(self, *, on: bool) -> None:
        """Go towards on or off."""
        goal = 1.0 if on else 0.0
        if goal == self._goal:
            return
        self._goal = goal
        if self._animation is not None:
            self._animation.stop()
        if not (self._theme.moves and self._widget.isVisible()):
            self._take(goal)
            return
        animation = self._animation or self._build()
        animation.setStartValue(self.level)
        animation.setEndValue(goal)
        animation.start()

    def _build(self) -> "QVariantAnimation":
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # the first hover pays for it

        animation = QVariantAnimation(self._widget)
        animation.setDuration(MOTION_MS)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.valueChanged.connect(self._take)
        self._animation = animation
        return animation

    def _take(self, level: float) -> None:
        self.level = level
        self._widget.update()
