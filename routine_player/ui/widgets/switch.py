"""On or off, at once."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import DISABLED_OPACITY
from routine_player.ui.widgets.fade import Fade
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.painting import blend, paint_panel, smooth

_WIDTH, _HEIGHT = 44, 24
_KNOB = 18
_INSET = 3


class Switch(QCheckBox):
    """A switch; emits `toggled(bool)`. `name` says what it turns on and off."""

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, on: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slide = Fade(theme, self, on=on)
        self._focus = KeyboardFocus(theme, self, radius=_HEIGHT / 2)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._slide_to)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        level = self._slide.level
        with smooth(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(DISABLED_OPACITY)
            ground = blend(colours.strong, colours.accent, level)
            area = self.rect().toRectF()
            paint_panel(painter, area, fill=ground, radius=_HEIGHT / 2)
            travel = _WIDTH - 2 * _INSET - _KNOB
            middle = QPointF(_INSET + _KNOB / 2 + travel * level, _HEIGHT / 2)
            painter.setBrush(blend(colours.raised, colours.on_accent, level))
            painter.drawEllipse(middle, _KNOB / 2, _KNOB / 2)

    def _slide_to(self, on: bool) -> None:  # noqa: FBT001 - a signal hands it over
        self._slide.turn(on=on)
