"""What the signs of a chart mean, in a line that wraps like words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.ui.charts.content import Key, Look
from routine_player.ui.charts.signs import paint_key, paint_sign, sign_of
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_4, SPACE_8, SPACE_16
from routine_player.ui.widgets.flow import FlowLayout
from routine_player.ui.widgets.painting import smooth

_HEIGHT: Final = 20
_LINE_PX: Final = 22
_DOT_PX: Final = 12


class _Entry(QWidget):
    """A sign and its words."""

    def __init__(self, theme: Theme, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setFont(theme.font(CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key.words)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self._key.words)
        return QSize(round(self._sign_width() + SPACE_8 + words) + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, sign, width = self._theme.colours, self._key.sign, self._sign_width()
        with smooth(self) as painter:
            if isinstance(sign, Look):
                middle = QPointF(width / 2, _HEIGHT / 2)
                paint_sign(painter, sign_of(sign, self._key.score, colours), middle)
            else:
                paint_key(painter, sign, QRectF(0, 3, width, _HEIGHT - 6), colours)
            painter.setFont(self.font())
            painter.setPen(colours.ink2)
            area = QRectF(width + SPACE_8, 0, self.width(), _HEIGHT)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter.value), self._key.words)

    def _sign_width(self) -> int:
        return _DOT_PX if isinstance(self._key.sign, Look) else _LINE_PX


class Legend(QWidget):
    """The signs of one chart."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: tuple[Key, ...] = ()
        self._entries: list[_Entry] = []
        self._flow = FlowLayout(self, SPACE_16, SPACE_4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def has_keys(self) -> bool:
        return bool(self._entries)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Explain other signs."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        for entry in self._entries:
            self._flow.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [_Entry(self._theme, key, self) for key in keys]
        for entry in self._entries:
            self._flow.addWidget(entry)

    def lie_in(self, width: int) -> None:
        """Be as wide, and as high as that takes: for who is drawn and not seen."""
        self.resize(width, self.heightForWidth(width))
        self._flow.activate()
